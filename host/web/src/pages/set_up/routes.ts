import type { Route } from "../../shell/pages";

export const routes: Route[] = [{ path: "/siapkan", load: () => import("./set_up_page") }];
