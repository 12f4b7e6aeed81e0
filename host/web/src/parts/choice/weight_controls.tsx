// The weight of each criterion: a slider, and the number beside it.
import { useId } from "preact/hooks";

import { percent } from "../../formats/formats";
import { sentences } from "../../words/words";
import { type Choice, inWords } from "./answers";
import "./choice.css";
import { IntegerInput } from "./integer_input";
import { keyOf, reachOf, type Scenario, weightsOf, withOwnWeights, withWeight } from "./scenario";
import words from "./words.json";

const say = sentences(words);

const mostWeight = 1_000_000;

interface Props {
  scenario: Scenario;
  criteria: Choice["criteria"];
  /** `of`: what moves, so that one gesture is one move. */
  change: (scenario: Scenario, of?: string) => void;
}

export function WeightControls({ scenario, criteria, change }: Props) {
  const weights = weightsOf(scenario, criteria);
  const reach = reachOf(weights);
  const all = Object.values(weights).reduce((sum, one) => sum + one, 0);
  const own = criteria.every((one) => weights[keyOf(one)] === one.own_weight);
  return (
    <fieldset class="choose-weights">
      <legend>{say("weights")}</legend>
      {scenario.weighting && <p class="help">{say("weighting_gives_way")}</p>}
      {criteria.map((one) => (
        <WeightControl
          key={keyOf(one)}
          criterion={one}
          weight={weights[keyOf(one)] ?? 0}
          reach={reach}
          all={all}
          move={(weight) => change(withWeight(scenario, criteria, keyOf(one), weight), keyOf(one))}
        />
      ))}
      <button
        type="button"
        class="quiet"
        disabled={own && !scenario.weighting}
        onClick={() => change(withOwnWeights(scenario))}
      >
        {say("own_weights")}
      </button>
    </fieldset>
  );
}

interface ControlProps {
  criterion: Choice["criteria"][number];
  weight: number;
  reach: number;
  all: number;
  move: (weight: number) => void;
}

function WeightControl({ criterion, weight, reach, all, move }: ControlProps) {
  const id = useId();
  const title = inWords(criterion.title);
  const changed = weight !== criterion.own_weight;
  return (
    <div class="choose-weight">
      <div class="named">
        <label for={id}>{title}</label>
        <small id={`${id}-help`}>
          {percent(all > 0 ? weight / all : 0)}
          {changed && ` · ${say("own_weight", { weight: criterion.own_weight })}`}
        </small>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={reach}
        step={1}
        value={weight}
        aria-valuetext={say("weight_value", { weight, share: percent(all > 0 ? weight / all : 0) })}
        aria-describedby={`${id}-help`}
        onInput={(event) => move(Number(event.currentTarget.value))}
      />
      <IntegerInput
        value={weight}
        max={mostWeight}
        change={(value) => move(value ?? 0)}
        aria-label={say("weight_number", { criterion: title })}
      />
    </div>
  );
}
