// What the reader may do to this very entry, as far as the session tells; the API decides.
import type { components } from "../../api/schema";
import { region } from "../../shell/region";
import { may, ownOrganisations } from "../../shell/session";
import type { Status } from "../../parts/innovation/value_words";

type Review = components["schemas"]["Review"];

interface RightsHere {
  registers: boolean;
  approves: boolean;
  verifies: boolean;
  comments: boolean;
}

export function rightsHere(code: string, owner: string | undefined): RightsHere {
  const isOwn = owner !== undefined && ownOrganisations(code).includes(owner);
  return {
    registers: may("register", code) && (isOwn || may("administer_region", code)),
    approves: may("approve", code) && isOwn,
    verifies: may("verify", code),
    comments: may("comment", code),
  };
}

export type StepName = "edit" | "submit" | "recall" | "approve" | "verify" | "return" | "drop" | "archive";

interface Standing {
  /** Of the version that is worked on. */
  status: Status;
  /** Whether that stands beside a published one. */
  pending: boolean;
  approved: boolean;
  /** Whether the region asks the heads. */
  byHead: boolean;
}

/** The steps that make sense now, the likeliest first. */
export function stepsFrom(standing: Standing, rights: RightsHere): StepName[] {
  const { status, pending, approved, byHead } = standing;
  const isOpen = status === "draft" || status === "returned";
  const steps: [StepName, boolean][] = [
    ["verify", rights.verifies && status === "submitted"],
    ["return", rights.verifies && status === "submitted"],
    ["approve", rights.approves && byHead && status === "submitted" && !approved],
    ["edit", rights.registers && status === "returned"],
    ["submit", rights.registers && isOpen],
    ["edit", rights.registers && (status === "draft" || status === "verified")],
    ["recall", rights.registers && status === "submitted"],
    ["drop", rights.registers && pending && isOpen],
    ["archive", rights.verifies && status !== "archived"],
  ];
  return steps.filter(([, makesSense]) => makesSense).map(([step]) => step);
}

export const standingOf = (review: Review): Standing => ({
  status: review.status,
  pending: review.pending,
  approved: review.approved_by !== null,
  byHead: region.value?.submission.approved_by_head ?? false,
});
