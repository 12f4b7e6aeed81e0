// How many, for how much, from which groups: the wishes that a set has to meet.
import { useState } from "preact/hooks";

import { CountAndBudget } from "../../parts/choice/count_and_budget";
import {
  boundWords,
  coverageWords,
  familyWord,
  type Family,
  families,
  familyOf,
  type GroupNames,
  groupWords,
  nameOfKey,
} from "../../parts/choice/groups";
import { IntegerInput } from "../../parts/choice/integer_input";
import {
  type Scenario,
  withBound,
  withBoundEnd,
  withCoverage,
  withoutBound,
} from "../../parts/choice/scenario";
import shared from "../../parts/choice/words.json";
import { Field } from "../../parts/field";
import { sentences, titled } from "../../words/words";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

interface Props {
  scenario: Scenario;
  names: GroupNames;
  change: (scenario: Scenario) => void;
}

export function WishControls({ scenario, names, change }: Props) {
  return (
    <>
      <CountAndBudget scenario={scenario} change={change} />
      <Bounds scenario={scenario} names={names} change={change} />
      <Coverage scenario={scenario} change={change} />
    </>
  );
}

function Bounds({ scenario, names, change }: Props) {
  return (
    <fieldset>
      <legend>{say("bounds")}</legend>
      <ul class="choose-bounds">
        {(scenario.bounds ?? []).map((bound, at) => {
          const group = groupWords(bound.group, names);
          return (
            <li key={bound.group}>
              <span>{titled(boundWords(bound, names))}</span>
              <IntegerInput
                optional
                value={bound.min}
                aria-label={say("least_of", { group })}
                change={(value) => change(withBoundEnd(scenario, at, "min", value))}
              />
              <IntegerInput
                optional
                value={bound.max}
                aria-label={say("most_of", { group })}
                change={(value) => change(withBoundEnd(scenario, at, "max", value))}
              />
              <button
                type="button"
                class="quiet"
                aria-label={say("remove_bound", { group })}
                onClick={() => change(withoutBound(scenario, at))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <NewBound scenario={scenario} names={names} change={change} />
    </fieldset>
  );
}

/** Keys of a family that one can choose from; of the others one types the name. */
const keysOf = (family: Family, names: GroupNames) =>
  family === "dimension" || family === "area" || family === "organisation"
    ? [...names[family].keys()]
    : undefined;

function NewBound({ scenario, names, change }: Props) {
  const [family, setFamily] = useState<Family>("dimension");
  const [key, setKey] = useState("*");
  const [max, setMax] = useState<number | undefined>(2);
  const keys = keysOf(family, names);
  return (
    <details class="choose-new">
      <summary>{say("add_bound")}</summary>
      <Field label={say("bound_kind")}>
        {(given) => (
          <select
            {...given}
            value={family}
            onChange={(event) => {
              const chosen = families.find((one) => one === event.currentTarget.value);
              if (chosen) setFamily(chosen);
              setKey("*");
            }}
          >
            {families.map((one) => (
              <option key={one} value={one}>
                {titled(familyWord(one))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say("bound_group")} help={keys ? undefined : say("bound_group_help")}>
        {(given) =>
          keys ? (
            <select {...given} value={key} onChange={(event) => setKey(event.currentTarget.value)}>
              <option value="*">{titled(groupWords(`${family}:*`, names))}</option>
              {keys.map((one) => (
                <option key={one} value={one}>
                  {nameOfKey(family, one, names)}
                </option>
              ))}
            </select>
          ) : (
            <input {...given} maxLength={200} value={key} onInput={(event) => setKey(event.currentTarget.value)} />
          )
        }
      </Field>
      <Field label={say("at_most")}>
        {(given) => <IntegerInput {...given} value={max} change={setMax} />}
      </Field>
      <button
        type="button"
        class="secondary"
        disabled={key.trim() === "" || max === undefined}
        onClick={() => change(withBound(scenario, { group: `${family}:${key.trim()}`, max }))}
      >
        {say("add")}
      </button>
    </details>
  );
}

function Coverage({ scenario, change }: Omit<Props, "names">) {
  const shown = ["dimension:*", "area:*"];
  const others = (scenario.coverage ?? []).filter((one) => !shown.includes(one.groups));
  return (
    <fieldset>
      <legend>{say("coverage")}</legend>
      {[...shown, ...others.map((one) => one.groups)].map((groups) => (
        <Field key={groups} label={say("coverage_of", { family: familyWord(familyOf(groups)) })}>
          {(given) => (
            <IntegerInput
              {...given}
              optional
              value={scenario.coverage?.find((one) => one.groups === groups)?.min}
              change={(value) => change(withCoverage(scenario, groups, value))}
            />
          )}
        </Field>
      ))}
      <small>{(scenario.coverage ?? []).map(coverageWords).join("; ")}</small>
    </fieldset>
  );
}
