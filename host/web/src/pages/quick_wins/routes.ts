import { region } from "../../shell/region";
import type { Route } from "../../shell/pages";
import { may } from "../../shell/session";

export const routes: Route[] = [
  {
    path: "/:region/quick-win",
    load: () => import("./sets_page"),
    menu: {
      order: 80,
      label: { id: "Quick win", en: "Quick wins" },
      when: () => may("read_internal", region.value?.code),
    },
  },
  { path: "/:region/quick-win/adopsi/:selection", load: () => import("./adopt_page") },
  { path: "/:region/quick-win/:id/ubah", load: () => import("./amend_page") },
  { path: "/:region/quick-win/:id/cetak", load: () => import("./print_page"), bare: true },
  { path: "/:region/quick-win/:id/:candidate", load: () => import("./candidate_page") },
  { path: "/:region/quick-win/:id", load: () => import("./set_page") },
];
