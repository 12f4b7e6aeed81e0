// The steps of a plan in words: for reading aloud, for print, and to note what became of each.
import type { ComponentChildren } from "preact";

import { month, today } from "../../formats/months";
import { costText } from "../../parts/costs";
import { sentences } from "../../words/words";
import "./plan_table.css";
import { stateWords } from "./state_words";
import { stateOf, type Step } from "./steps";
import words from "./words.json";

const say = sentences(words);

interface Props {
  title: string;
  steps: readonly Step[];
  /** What can be done with a step; numbers begin at 1. */
  actions?: (step: Step, number: number) => ComponentChildren;
}

export function PlanTable({ title, steps, actions }: Props) {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("table", { title })}>
      <table class="plan-table">
        <thead>
          <tr>
            <th scope="col">{say("step")}</th>
            <th scope="col">{say("state")}</th>
            <th scope="col">{say("months")}</th>
            <th scope="col">{say("output")}</th>
            <th scope="col">{say("responsible")}</th>
            <th scope="col">{say("costs")}</th>
            {actions && <td />}
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => {
            const state = stateOf(step, today());
            return (
              <tr key={index}>
                <th scope="row">
                  {index + 1}. {step.name}
                </th>
                <td class={`plan-${state.kind}`}>{stateWords(state)}</td>
                <td>{step.from === step.to ? month(step.from) : `${month(step.from)} – ${month(step.to)}`}</td>
                <td>{step.output}</td>
                <td>{[step.responsible_name, step.organisation_name].filter(Boolean).join(", ")}</td>
                <td>{(step.costs ?? []).map(costText).join("; ") || say("no_cost")}</td>
                {actions && <td class="no-print">{actions(step, index + 1)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
