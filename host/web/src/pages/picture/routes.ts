import type { Route } from "../../shell/pages";

export const routes: Route[] = [
  {
    path: "/:region/peta",
    load: () => import("./picture_page"),
    menu: { order: 50, label: { id: "Peta", en: "Map" } },
  },
  { path: "/:region/peta/irisan/:first/:second", load: () => import("./intersection_page") },
  { path: "/sematan/:region/peta", load: () => import("./embedded_page"), bare: true },
];
