import type { Route } from "../../shell/pages";

export const routes: Route[] = [
  { path: "/:region/inovasi/:id", load: () => import("./entry_page") },
];
