import type { Route } from "../../shell/pages";
import { region } from "../../shell/region";
import { may } from "../../shell/session";

export const routes: Route[] = [
  {
    path: "/:region/atur",
    load: () => import("./settings_page"),
    menu: {
      order: 92,
      label: { id: "Pengaturan", en: "Settings" },
      when: () => may("administer_region", region.value?.code) || may("moderate", region.value?.code),
    },
  },
  { path: "/:region/atur/tautan", load: () => import("./intake_page") },
  { path: "/:region/atur/usulan", load: () => import("./proposals_page") },
  { path: "/:region/atur/webhook", load: () => import("./webhooks_page") },
];
