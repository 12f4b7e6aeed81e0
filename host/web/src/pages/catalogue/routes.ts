import type { Route } from "../../shell/pages";

export const routes: Route[] = [
  {
    path: "/:region/inovasi",
    load: () => import("./catalogue_page"),
    menu: { order: 20, label: { id: "Katalog", en: "Catalogue" } },
  },
];
