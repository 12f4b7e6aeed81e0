// Which of the 18 areas it belongs to, with suggestions from what was written.
import { useId } from "preact/hooks";

import type { components } from "../../../api/schema";
import { language } from "../../../words/language";
import { sentences, titled } from "../../../words/words";
import type { SuggestedArea } from "../area_suggestions";
import type { Mapping } from "../typed";
import words from "./words.json";

const say = sentences(words);

type Dimension = components["schemas"]["Taxonomy"]["dimensions"][number];

/** By a person, confirmed. */
const mapped = (area: string, primary: boolean): Mapping => ({ area, primary, mapped_by: "person", confirmed: true });

function withPrimary(mappings: readonly Mapping[], area: string | undefined): Mapping[] {
  const others = mappings.filter((one) => !one.primary && one.area !== area);
  return area ? [mapped(area, true), ...others] : others;
}

function withSecondary(mappings: readonly Mapping[], area: string, on: boolean): Mapping[] {
  const others = mappings.filter((one) => one.area !== area);
  return on ? [...others, mapped(area, false)] : others;
}

interface Props {
  mappings: Mapping[];
  dimensions: Dimension[];
  suggestions: SuggestedArea[];
  change: (mappings: Mapping[]) => void;
}

export function Areas({ mappings, dimensions, suggestions, change }: Props) {
  const id = useId();
  const primary = mappings.find((one) => one.primary)?.area;
  const names = new Map(
    dimensions.flatMap((dimension) => dimension.areas.map((area) => [area.key, area.name[language.value]])),
  );
  return (
    <>
      {suggestions.length > 0 && (
        <div class="register-suggested" role="status">
          <p>{say("suggested")}</p>
          <ul>
            {suggestions.map(({ area, words: spoke }) => (
              <li key={area}>
                <button
                  type="button"
                  class="outline"
                  aria-pressed={primary === area}
                  onClick={() => change(withPrimary(mappings, area))}
                >
                  {say("take", { what: names.get(area) ?? area })}
                </button>{" "}
                <small>{say("suggested_words", { words: spoke.join(", ") })}</small>
              </li>
            ))}
          </ul>
        </div>
      )}
      <label for={`${id}-primary`}>{titled(say("area_primary"))}</label>
      <select
        id={`${id}-primary`}
        value={primary ?? ""}
        onChange={(event) => change(withPrimary(mappings, event.currentTarget.value || undefined))}
      >
        <option value="">{say("area_none")}</option>
        {dimensions.map((dimension) => (
          <optgroup key={dimension.key} label={dimension.name[language.value]}>
            {dimension.areas.map((area) => (
              <option key={area.key} value={area.key}>
                {titled(area.name[language.value])}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <details>
        <summary>{titled(say("area_more"))}</summary>
        {dimensions.map((dimension) => (
          <fieldset key={dimension.key}>
            <legend>{dimension.name[language.value]}</legend>
            {dimension.areas
              .filter((area) => area.key !== primary)
              .map((area) => (
                <label key={area.key}>
                  <input
                    type="checkbox"
                    checked={mappings.some((one) => !one.primary && one.area === area.key)}
                    onChange={(event) => change(withSecondary(mappings, area.key, event.currentTarget.checked))}
                  />
                  {titled(area.name[language.value])}
                </label>
              ))}
          </fieldset>
        ))}
      </details>
    </>
  );
}
