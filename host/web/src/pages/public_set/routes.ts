import type { Route } from "../../shell/pages";

export const routes: Route[] = [{ path: "/publik/:region/:id", load: () => import("./public_set_page") }];
