// What came of a try: the rule's criteria in its own words, and how many candidates it lets in.
import type { components } from "../../api/schema";
import { number } from "../../formats/formats";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

/** A selection that nobody keeps, as far as this page tells of it. */
export type Tried = Pick<
  components["schemas"]["Selection"],
  "criteria" | "considered" | "selected" | "status"
>;

export function TriedRule({ tried, rule }: { tried: Tried; rule: string }) {
  const criteria = tried.criteria.filter((one) => one.rule === rule);
  const counts = {
    candidates: number(tried.considered.candidates),
    eligible: number(tried.considered.eligible),
    chosen: number(tried.selected?.length ?? 0),
  };
  return (
    <>
      <p role="status">
        {say("tried", counts)} {say(tried.selected ? "tried_chosen" : "tried_none", counts)}
      </p>
      <h3>{say("criteria")}</h3>
      <div class="wide" tabIndex={0} role="region" aria-label={say("criteria")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("criterion")}</th>
              <th scope="col">{say("zero")}</th>
              <th scope="col">{say("one")}</th>
              <th scope="col" class="number">
                {say("weight")}
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((one) => (
              <tr key={one.criterion}>
                <th scope="row">{one.title[language.value]}</th>
                <td>{one.zero[language.value]}</td>
                <td>{one.one[language.value]}</td>
                <td class="number">{number(one.weight)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
