import { region } from "../../shell/region";
import { may } from "../../shell/session";
import type { Route } from "../../shell/pages";

export const routes: Route[] = [
  {
    path: "/:region/putaran",
    load: () => import("./rounds_page"),
    menu: {
      order: 60,
      label: { id: "Putaran", en: "Rounds" },
      when: () => may("read_internal", region.value?.code),
    },
  },
  { path: "/:region/putaran/:id", load: () => import("./meeting_page") },
  { path: "/:region/putaran/:id/profil", load: () => import("./dossier_page") },
  { path: "/:region/putaran/:id/papan", load: () => import("./board_page") },
  { path: "/:region/putaran/:id/banding", load: () => import("./comparison_page") },
];
