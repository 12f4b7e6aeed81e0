// How many are chosen, and for how much.
import { rupiah } from "../../formats/formats";
import { sentences } from "../../words/words";
import { Field } from "../field";
import "./choice.css";
import { IntegerInput } from "./integer_input";
import { limitOf, type Scenario, withCount, withLimit } from "./scenario";
import words from "./words.json";

const say = sentences(words);

const mostRupiah = 2 ** 53 - 1;

interface Props {
  scenario: Scenario;
  change: (scenario: Scenario) => void;
}

export function CountAndBudget({ scenario, change }: Props) {
  const budget = limitOf(scenario, "budget");
  return (
    <fieldset>
      <legend>{say("how_many")}</legend>
      <div class="choose-pair">
        <Field label={say("at_least")}>
          {(given) => (
            <IntegerInput {...given} optional value={scenario.count?.min} change={(value) => change(withCount(scenario, "min", value))} />
          )}
        </Field>
        <Field label={say("at_most")}>
          {(given) => (
            <IntegerInput {...given} optional value={scenario.count?.max} change={(value) => change(withCount(scenario, "max", value))} />
          )}
        </Field>
      </div>
      <Field label={say("budget_most")} help={budget === undefined ? say("budget_unlimited") : rupiah(budget)}>
        {(given) => (
          <IntegerInput
            {...given}
            optional
            max={mostRupiah}
            value={budget}
            change={(value) => change(withLimit(scenario, "budget", value))}
          />
        )}
      </Field>
    </fieldset>
  );
}
