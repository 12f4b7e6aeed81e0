// By what the list can be narrowed, and how many each value would leave.
import { useState } from "preact/hooks";

import { number } from "../../formats/formats";
import type { Names } from "../../parts/innovation/names";
import { sentences } from "../../words/words";
import { facetTitle, facetValue } from "./facet_words";
import type { Facet, Filter } from "./filter";
import type { Counts } from "./found";
import words from "./words.json";

const say = sentences(words);

const fewValues = 6;

interface Value {
  value: string | null;
  count: number;
}

/** What is chosen stays to be taken back, even where nothing has it now. */
function valuesOf(counted: Value[], filter: Filter, facet: Facet): Value[] {
  const chosen = filter.chosen[facet] ?? [];
  const absent = chosen.filter((value) => !counted.some((one) => one.value === value));
  return [...counted, ...absent.map((value) => ({ value, count: 0 }))];
}

const isChosen = (filter: Filter, facet: Facet, value: string | null) =>
  value === null ? filter.unknown.includes(facet) : (filter.chosen[facet]?.includes(value) ?? false);

interface GroupProps {
  facet: Facet;
  values: Value[];
  filter: Filter;
  names: Names;
  toggle: (facet: Facet, value: string | null) => void;
}

function Group({ facet, values, filter, names, toggle }: GroupProps) {
  const [whole, setWhole] = useState(false);
  // One that is left would take no more room than the button.
  const isShort = values.length <= fewValues + 1;
  const shown = whole || isShort
    ? values
    : values.filter((one, place) => place < fewValues || isChosen(filter, facet, one.value));
  return (
    <fieldset>
      <legend>{facetTitle(facet)}</legend>
      {shown.map(({ value, count }) => (
        <label key={value ?? ""}>
          <input
            type="checkbox"
            checked={isChosen(filter, facet, value)}
            onChange={() => toggle(facet, value)}
          />
          <span>{facetValue(facet, value, names)}</span>
          <small>{number(count)}</small>
        </label>
      ))}
      {!isShort && (
        <button type="button" class="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? say("fewer") : say("more_values", { count: values.length - fewValues })}
        </button>
      )}
    </fieldset>
  );
}

interface Props {
  counts: Counts;
  facets: readonly Facet[];
  filter: Filter;
  names: Names;
  toggle: (facet: Facet, value: string | null) => void;
}

export function FacetPanel({ counts, facets, filter, names, toggle }: Props) {
  const groups = facets
    .map((facet) => ({ facet, values: valuesOf(counts[facet] ?? [], filter, facet) }))
    .filter(({ facet, values }) =>
      values.length > 1 || values.some((one) => isChosen(filter, facet, one.value)),
    );
  return (
    <div class="catalogue-facets">
      {groups.map(({ facet, values }) => (
        <Group key={facet} {...{ facet, values, filter, names, toggle }} />
      ))}
    </div>
  );
}
