import { region } from "../../shell/region";
import type { Route } from "../../shell/pages";
import { may } from "../../shell/session";

const when = () => may("register", region.value?.code);

export const routes: Route[] = [
  {
    path: "/:region/inovasi/baru",
    load: () => import("./new_page"),
    menu: { order: 30, label: { id: "Daftarkan", en: "Register" }, when },
  },
  {
    path: "/:region/catat",
    load: () => import("./capture_page"),
    menu: { order: 31, label: { id: "Catat cepat", en: "Quick note" }, when },
  },
  { path: "/:region/inovasi/:id/isi", load: () => import("./form_page") },
];
