import { region } from "../../shell/region";
import { may } from "../../shell/session";
import type { Route } from "../../shell/pages";

export const routes: Route[] = [
  {
    path: "/:region/pilih",
    load: () => import("./start_page"),
    menu: {
      order: 70,
      label: { id: "Pilih", en: "Choose" },
      when: () => may("choose", region.value?.code),
    },
  },
  { path: "/:region/pilih/baru", load: () => import("./live_page") },
  { path: "/:region/pilih/banding", load: () => import("./compare_page") },
  { path: "/:region/pilih/:id", load: () => import("./kept_page") },
  { path: "/:region/pilih/:id/lembar", load: () => import("./sheets_page") },
];
