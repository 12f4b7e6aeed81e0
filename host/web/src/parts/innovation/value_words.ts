// The words of an entry's values as people read them: from the glossary where it has them.
import type { components } from "../../api/schema";
import { organisationKinds, organisationKindWord } from "../organisation_kind";
import { sentences, titled, word } from "../../words/words";
import words from "./value_words.json";

const say = sentences(words);

export type Innovation = components["schemas"]["Innovation"];
export type ListedInnovation = components["schemas"]["ListedInnovation"];
export type Status = Innovation["status"];
export type EntryKind = Innovation["entry_kind"];
type Form = NonNullable<Innovation["form"]>;
type Stage = NonNullable<Innovation["stage"]>;
type Budget = NonNullable<Innovation["budgets"]>[number];
type Funding = NonNullable<Budget["source"]>;
type Mapping = NonNullable<Innovation["mappings"]>[number];
type Application = NonNullable<Innovation["application"]>;

const statuses: Record<Status, string> = {
  draft: "status-draft",
  submitted: "status-submitted",
  verified: "status-verified",
  returned: "status-returned",
  archived: "status-archived",
};
const kinds: Record<EntryKind, string> = {
  existing: "existing-innovation",
  idea: "idea",
  flagship: "flagship-programme",
  potential: "regional-potential",
};
const forms: Record<Form, string> = {
  governance: "form-governance",
  public_service: "form-public-service",
  other: "form-other",
};
const stages: Record<Stage, string> = {
  initiative: "stage-initiative",
  trial: "stage-trial",
  applied: "stage-applied",
};
const fundings: Record<Funding, string> = {
  apbd: "apbd",
  apbn: "apbn",
  csr: "csr",
  community: "community-funds",
  village_fund: "village-fund",
  grant: "grant",
  other: "form-other",
};
const relations = { needs: "needs", "variant-of": "variant_of", replaces: "replaces", continues: "continues" } as const;
const relationsBack = {
  needs: "needed_by",
  "variant-of": "variant_of",
  replaces: "replaced_by",
  continues: "continued_by",
} as const;

/** Keys of the glossary, per kind of value. */
const glossaries: Record<string, Record<string, string>> = {
  status: statuses,
  entry_kind: kinds,
  form: forms,
  stage: stages,
  funding: fundings,
};

const known = (kind: string, value: string): string => {
  const key = glossaries[kind]?.[value];
  return key ? titled(word(key)) : value;
};

export const statusWord = (status: string) => known("status", status);
export const kindWord = (kind: string) => known("entry_kind", kind);
export const formWord = (form: string) => known("form", form);
export const stageWord = (stage: string) => known("stage", stage);
export const fundingWord = (source: string) => known("funding", source);
export function proposerWord(kind: string): string {
  const known = organisationKinds.find((one) => one === kind);
  return known ? titled(organisationKindWord(known)) : kind;
}
export const digitalWord = (digital: boolean) => titled(word(digital ? "digital" : "non-digital"));
export const unknownWord = () => titled(word("unknown"));
export const mappedByWord = (by: Mapping["mapped_by"]) => say(by);
export const applicationWord = (use: Application["use"]) => say(use);

type RelationKind = keyof typeof relations;
/** "memerlukan X", or from the other end "diperlukan oleh X". */
export const relationWord = (kind: RelationKind, isFrom: boolean) =>
  say(isFrom ? relations[kind] : relationsBack[kind]);
