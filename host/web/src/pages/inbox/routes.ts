import type { Route } from "../../shell/pages";
import { session } from "../../shell/session";

export const routes: Route[] = [
  {
    path: "/:region/kotak-masuk",
    load: () => import("./inbox_page"),
    menu: { order: 40, label: { id: "Kotak masuk", en: "Inbox" }, when: () => !!session.value },
  },
];
