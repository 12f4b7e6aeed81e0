import type { Route } from "../../shell/pages";

export const routes: Route[] = [
  {
    path: "/:region",
    load: () => import("./region_home_page"),
    menu: { order: 10, label: { id: "Beranda", en: "Home" } },
  },
];
