import type { Route } from "../../shell/pages";
import { region } from "../../shell/region";
import { may, session } from "../../shell/session";

export const routes: Route[] = [
  {
    path: "/:region/akun",
    load: () => import("./accounts_page"),
    menu: {
      order: 90,
      label: { id: "Akun", en: "Accounts" },
      when: () => may("administer_region", region.value?.code),
    },
  },
  {
    path: "/:region/akun-saya",
    load: () => import("./own_account_page"),
    menu: {
      order: 91,
      label: { id: "Akun saya", en: "My account" },
      when: () => Boolean(session.value),
    },
  },
  { path: "/:region/akun/:id", load: () => import("./account_page") },
];
