import type { Route } from "../../shell/pages";

export const routes: Route[] = [{ path: "/set-password", load: () => import("./set_password_page") }];
