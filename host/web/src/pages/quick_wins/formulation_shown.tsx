// How a quick win is promised.
import { rupiah } from "../../formats/formats";
import { costText } from "../../parts/costs";
import { sentences } from "../../words/words";
import words from "./candidate_words.json";
import type { Formulation } from "./set";
import "./formulation.css";

const say = sentences(words);

export function FormulationShown({ formulation }: { formulation: Formulation }) {
  const costs = (formulation.costs ?? []).map(costText);
  const facts: [string, string][] = [
    [say("name"), formulation.name ?? ""],
    [say("programme"), formulation.programme ?? ""],
    [say("output"), formulation.output ?? ""],
    [say("lead"), formulation.lead_name],
    [say("supporters"), formulation.supporter_names.join(", ") || say("no_supporters")],
    [say("costs"), costs.join("; ") || say("unknown")],
    [say("total"), formulation.total === undefined ? say("unknown") : rupiah(formulation.total)],
  ];
  return (
    <dl class="formulation">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
