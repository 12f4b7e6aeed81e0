import type { components } from "../../api/schema";

export type Webhook = components["schemas"]["Webhook"];

/** What a webhook may be told of, in the order in which it happens to an entry. */
export const kinds = [
  "submitted",
  "approved",
  "returned",
  "verified",
  "published",
  "archived",
  "merged",
  "commented",
  "proposed",
  "imported",
] as const satisfies readonly Webhook["kinds"][number][];
