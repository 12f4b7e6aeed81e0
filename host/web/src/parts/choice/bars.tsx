// Bars drawn as SVG, so that paper shows them, too.
import { number, percent } from "../../formats/formats";
import { sentences } from "../../words/words";
import { type Explained, inWords } from "./answers";
import "./choice.css";
import { keyOf } from "./scenario";
import words from "./words.json";

const say = sentences(words);

const million = 1_000_000;

/** A share of the whole, 0 to 1; `kind` tells its colour. */
export function Bar({ share, kind = "plain" }: { share: number; kind?: "plain" | "doubt" }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <svg class={`choose-bar ${kind}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="100" height="8" />
      <rect class="value" width={width} height="8" />
    </svg>
  );
}

/**
 * The whole score as its parts, one for each criterion. Polygons: their points are no style, so
 * that 200 candidates move without the browser working out styles anew.
 */
export function Parts({ candidate }: { candidate: Pick<Explained, "criteria"> }) {
  let from = 0;
  return (
    <svg class="choose-parts" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="100" height="8" />
      {candidate.criteria.map((one, at) => {
        const x = from;
        from += one.contribution / (million / 100);
        return <polygon key={at} class={`part-${at % 8}`} points={`${x},0 ${from},0 ${from},8 ${x},8`} />;
      })}
    </svg>
  );
}

/** Every criterion of a candidate: its value as a bar, its weight, what it brings. */
export function Criteria({ candidate }: { candidate: Explained }) {
  const doubted = new Set(candidate.unverified.flatMap((one) => one.criteria));
  const unknown = new Set(candidate.unknown);
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("criteria_of", { name: candidate.name })}>
      <table class="choose-criteria">
        <thead>
          <tr>
            <th scope="col">{say("criterion")}</th>
            <th scope="col">{say("value")}</th>
            <th scope="col" class="number">
              {say("weight")}
            </th>
            <th scope="col" class="number">
              {say("brings")}
            </th>
            <th scope="col">{say("because")}</th>
          </tr>
        </thead>
        <tbody>
          {candidate.criteria.map((one) => {
            const key = keyOf(one);
            const value = (one.value ?? one.counted ?? 0) / million;
            return (
              <tr key={key}>
                <th scope="row">{inWords(one.title)}</th>
                <td>
                  <Bar share={value} kind={unknown.has(key) || doubted.has(key) ? "doubt" : "plain"} />{" "}
                  {percent(value)}
                  {unknown.has(key) && <em> {say("unknown_counted")}</em>}
                  {doubted.has(key) && <em> {say("mark_unproven")}</em>}
                </td>
                <td class="number">{number(one.weight)}</td>
                <td class="number">{number(one.contribution)}</td>
                <td>{one.text ? inWords(one.text) : ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
