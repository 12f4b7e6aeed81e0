import { region } from "../../shell/region";
import { may } from "../../shell/session";
import type { Route } from "../../shell/pages";

export const routes: Route[] = [
  {
    path: "/:region/pokja",
    load: () => import("./teams_page"),
    menu: {
      order: 62,
      label: { id: "Tim dan pokja", en: "Teams" },
      when: () => may("read_internal", region.value?.code),
    },
  },
  { path: "/:region/pokja/:id", load: () => import("./team_page") },
];
