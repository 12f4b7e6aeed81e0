import type { Route } from "../../shell/pages";
import { region } from "../../shell/region";
import { may, me } from "../../shell/session";

export const routes: Route[] = [
  {
    path: "/plugin",
    load: () => import("./host_page"),
    menu: {
      order: 95,
      label: { id: "Plugin host", en: "The host's plugins" },
      when: () => me.value?.administers_host === true,
    },
  },
  {
    path: "/:region/plugin",
    load: () => import("./region_page"),
    menu: {
      order: 94,
      label: { id: "Plugin", en: "Plugins" },
      when: () => me.value?.administers_host === true || may("read_plugins", region.value?.code),
    },
  },
  { path: "/:region/plugin/:id", load: () => import("./plugin_page") },
];
