import type { Route } from "../../shell/pages";

export const routes: Route[] = [{ path: "/masuk", load: () => import("./sign_in_page") }];
