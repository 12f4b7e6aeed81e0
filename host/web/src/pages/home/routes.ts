import type { Route } from "../../shell/pages";

export const routes: Route[] = [{ path: "/", load: () => import("./home_page") }];
