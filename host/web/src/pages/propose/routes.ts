import type { Route } from "../../shell/pages";

export const routes: Route[] = [
  { path: "/usul/:token", load: () => import("./propose_page") },
  { path: "/usulan/:tracking", load: () => import("./track_page") },
];
