// Every page there is: each folder below pages/ says in its routes.ts where its pages lie, who
// finds them in the menu, and how their code is fetched (only when they are opened).
import type { ComponentType } from "preact";

import type { Sentence } from "../words/words";

export interface Route {
  /** "/:region/inovasi/:id"; what begins with /:region is about that region. */
  path: string;
  load: () => Promise<{ default: ComponentType<PathProps> }>;
  /** Where the menu shows it; without: not in the menu. `order`: from 10 (first) to 99. */
  menu?: { order: number; label: Sentence; when?: () => boolean };
  /** Without header, menu and account: embedded or printed alone. */
  bare?: boolean;
}

/** The parts of the address that the path names. */
export type PathProps = Record<string, string>;

const folders = import.meta.glob<{ routes: Route[] }>("../pages/*/routes.ts", { eager: true });

/** The router takes the first that fits: "/:region/inovasi/baru" stands before ".../:id". */
const place = (route: Route) => route.path.replace(/:\w+/g, "~");

export const routes: Route[] = Object.values(folders)
  .flatMap((folder) => folder.routes)
  .sort((one, other) => (place(one) < place(other) ? -1 : 1));

export const menu = routes
  .filter((route) => route.menu)
  .sort((one, other) => one.menu!.order - other.menu!.order);
