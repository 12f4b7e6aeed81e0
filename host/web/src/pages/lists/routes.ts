import type { Route } from "../../shell/pages";
import { region } from "../../shell/region";
import { may } from "../../shell/session";

export const routes: Route[] = [
  {
    path: "/:region/daftar",
    load: () => import("./lists_page"),
    menu: {
      order: 35,
      label: { id: "Bawa daftar", en: "Bring your list" },
      when: () => may("import", region.value?.code),
    },
  },
];
