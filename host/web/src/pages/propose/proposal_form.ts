// What somebody proposes, as the API takes it: what is left empty is left out.
import type { components } from "../../api/schema";

type NewProposal = components["schemas"]["NewProposal"];

/** Who proposes without an account, from the likeliest. */
export const proposerKinds = [
  "community",
  "village",
  "business",
  "academia",
  "media",
  "opd",
] as const satisfies readonly NonNullable<NewProposal["proposer_kind"]>[];

const mayBeEmpty = ["contact", "problem", "target_group", "benefit", "dimension"] as const;

export function proposalOf(form: FormData): NewProposal {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const proposal: NewProposal = {
    name: text("name"),
    summary: text("summary"),
    proposer: text("proposer"),
    proposer_kind: proposerKinds.find((kind) => kind === form.get("proposer_kind")) ?? "community",
  };
  for (const name of mayBeEmpty) if (text(name) !== "") proposal[name] = text(name);
  return proposal;
}
