import { region } from "../../shell/region";
import type { Route } from "../../shell/pages";
import { may } from "../../shell/session";

export const routes: Route[] = [
  {
    path: "/:region/pemantauan",
    load: () => import("./overview_page"),
    menu: {
      order: 85,
      label: { id: "Pemantauan", en: "Monitoring" },
      when: () => may("read_internal", region.value?.code),
    },
  },
  { path: "/:region/pemantauan/tindak-lanjut", load: () => import("./follow_ups_page") },
  { path: "/:region/pemantauan/penilaian", load: () => import("./self_score_page") },
  { path: "/:region/pemantauan/periode/:id", load: () => import("./period_page") },
  { path: "/:region/pemantauan/periode/:id/lapor/:set/:candidate", load: () => import("./report_page") },
];
