// What the list is narrowed to, each with a button that takes it back.
import type { Names } from "../../parts/innovation/names";
import { sentences, titled } from "../../words/words";
import { facetTitle, facetValue } from "./facet_words";
import { choices, everything, type Filter, isNarrowed, switches, toggled } from "./filter";
import words from "./words.json";

const say = sentences(words);

interface Props {
  filter: Filter;
  names: Names;
  go: (filter: Filter) => void;
}

export function ChosenFilters({ filter, names, go }: Props) {
  if (!isNarrowed(filter)) return null;
  const withoutSwitch = (name: (typeof switches)[number]): Filter => {
    const { [name]: _, ...others } = filter.switches;
    return { ...filter, switches: others };
  };
  return (
    <ul class="catalogue-chosen" aria-label={say("chosen")}>
      {choices(filter).map(({ facet, value }) => {
        const text = `${facetTitle(facet)}: ${facetValue(facet, value, names)}`;
        return (
          <li key={`${facet} ${value}`}>
            <button type="button" class="outline" onClick={() => go(toggled(filter, facet, value))}>
              {text} <span aria-hidden="true">×</span>
              <span class="visually-hidden">{say("take_back")}</span>
            </button>
          </li>
        );
      })}
      {switches.map((name) => {
        const value = filter.switches[name];
        if (value === undefined) return null;
        return (
          <li key={name}>
            <button type="button" class="outline" onClick={() => go(withoutSwitch(name))}>
              {titled(say(`${name}_${value}`))} <span aria-hidden="true">×</span>
              <span class="visually-hidden">{say("take_back")}</span>
            </button>
          </li>
        );
      })}
      <li>
        <button
          type="button"
          class="quiet"
          onClick={() => go({ ...everything, sort: filter.sort === "relevance" ? undefined : filter.sort })}
        >
          {say("clear")}
        </button>
      </li>
    </ul>
  );
}
