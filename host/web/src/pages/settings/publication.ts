// What a region can show to everybody.
import type { components } from "../../api/schema";

export type Publication = components["schemas"]["Publication"];
export type PublishedNumber = components["schemas"]["PublishedNumbers"]["warnings"][number];

/** Drafts are never shown. */
export const statuses = ["verified", "submitted", "returned", "archived"] as const;

export const usuallyOpen = [
  "digital",
  "form",
  "stage",
  "started",
  "applied",
  "affairs",
  "plan_links",
  "sipd",
  "duration_months",
  "indicators",
  "places",
  "links",
] as const;

export const usuallyClosed = [
  "proposer",
  "budgets",
  "staff",
  "readiness",
  "risks",
  "resources",
  "evidence",
  "attributes",
  "origin",
] as const;

/** Of the quick-win sets in force; closed until it is opened. */
export const ofSets = ["reasons", "judgements"] as const;

/** What a form of checkboxes says, in the order in which the pages show it. */
export function publicationOf(form: FormData): Publication {
  const checked = <Name extends string>(names: readonly Name[]) => names.filter((name) => form.get(name) !== null);
  return {
    statuses: checked(statuses),
    fields: [...checked(usuallyOpen), ...checked(usuallyClosed)],
    quick_win_sets: checked(ofSets),
  };
}
