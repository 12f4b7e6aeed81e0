// Proposals as the moderator sees them.
import type { components } from "../../api/schema";

export type Proposal = components["schemas"]["Proposal"];
export type Dimension = components["schemas"]["Taxonomy"]["dimensions"][number];

export const states = ["received", "accepted", "declined", "withdrawn"] as const satisfies readonly Proposal["state"][];

/** What was just decided; `innovation`: the draft that was made of it. */
export interface Decided {
  id: string;
  name: string;
  innovation?: string;
}
