// The fields of an entry in the groups in which they are read. Areas, evidence and the results
// of indicators have parts of the page of their own.
import type { Innovation } from "../../parts/innovation/value_words";

export type Group = "what" | "why" | "how" | "means" | "plans" | "ahead" | "where" | "more";

export const groups: Record<Group, (keyof Innovation)[]> = {
  what: ["short_name", "summary", "entry_kind", "owner", "supporting_organisations", "proposer"],
  why: ["problem", "target_group", "benefit", "uniqueness"],
  how: ["form", "stage", "digital", "application", "started", "applied", "duration_months"],
  means: ["budgets", "staff", "readiness", "resources", "partners"],
  plans: ["plan_links", "affairs", "sipd"],
  ahead: ["risks", "potential", "strategy"],
  where: ["places", "links"],
  more: ["attributes", "origin"],
};

export const groupNames: Group[] = ["what", "why", "how", "means", "plans", "ahead", "where", "more"];
