import { region } from "../../shell/region";
import type { Route } from "../../shell/pages";
import { may } from "../../shell/session";

const reads = () => ["assess", "choose"].some((deed) => may(deed, region.value?.code));

export const routes: Route[] = [
  {
    path: "/:region/panel",
    load: () => import("./panels_page"),
    menu: { order: 65, label: { id: "Panel", en: "Panels" }, when: reads },
  },
  { path: "/:region/panel/baru", load: () => import("./new_panel_page") },
  { path: "/:region/panel/:id", load: () => import("./panel_page") },
  { path: "/:region/panel/:id/nilai", load: () => import("./assess_page") },
];
