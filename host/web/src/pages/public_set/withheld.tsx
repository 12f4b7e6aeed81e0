// What is not shown, why, and who could open it.
import { fieldName } from "../../parts/innovation/field_names";
import { Notice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { PublicSet } from "./public_set";
import words from "./words.json";

const say = sentences(words);

const fieldWords = (fields: readonly string[]) =>
  fields.map((one) => (one === "judgements" ? say("judgements") : fieldName(one))).join(", ");

export function Withheld({ set }: { set: PublicSet }) {
  const { shown, withheld } = set;
  const hidden = [
    ...(shown.findings ? [] : [say("withheld_findings")]),
    ...(shown.cost ? [] : [say("withheld_cost")]),
    ...(shown.problem ? [] : [say("withheld_problem")]),
  ];
  if (hidden.length + withheld.candidates === 0) return null;
  return (
    <Notice kind="note">
      {hidden.length > 0 && <p>{say("withheld", { what: hidden.join("; ") })}</p>}
      {withheld.fields.length > 0 && <p>{say("withheld_fields", { fields: fieldWords(withheld.fields) })}</p>}
      {withheld.rules.length > 0 && <p>{say("withheld_rules", { rules: withheld.rules.join(", ") })}</p>}
      {withheld.candidates > 0 && <p>{say("withheld_candidates", { count: withheld.candidates })}</p>}
    </Notice>
  );
}
