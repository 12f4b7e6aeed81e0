// Rules, weights and wishes of a choice in words, as one reads them out in a meeting.
import { day, number, percent, rupiah } from "../../formats/formats";
import { sentences, titled } from "../../words/words";
import { type Choice, inWords } from "./answers";
import "./choice.css";
import { boundWords, countWords, coverageWords, type GroupNames } from "./groups";
import { keyOf, type Scenario, scenarioOf } from "./scenario";
import words from "./words.json";

const say = sentences(words);

/** Each wish of the scenario as a sentence. */
function wishesOf(scenario: Scenario, names: GroupNames): string[] {
  const limit = (resource: string, max: number) => {
    if (resource === "budget") return say("limit_budget", { max: rupiah(max) });
    return say(resource === "staff" ? "limit_staff" : "limit_duration", { max: number(max) });
  };
  return [
    say("wish_count", { count: countWords(scenario.count) }),
    ...(scenario.limits ?? []).flatMap((one) => (one.max === undefined ? [] : [limit(one.resource, one.max)])),
    ...(scenario.bounds ?? []).map((one) => boundWords(one, names)),
    ...(scenario.coverage ?? []).map(coverageWords),
    ...(scenario.candidates?.max_duration_months === undefined
      ? []
      : [say("longest", { months: scenario.candidates.max_duration_months })]),
    say(scenario.values === "claimed" ? "claims_counted" : "claims_not_counted"),
  ].map(titled);
}

interface Props {
  choice: Pick<Choice, "plugins" | "criteria" | "scenario" | "seals" | "as_of" | "catalogue_revision">;
  names: GroupNames;
}

export function RulesTold({ choice, names }: Props) {
  const scenario = scenarioOf(choice.scenario);
  const all = choice.criteria.reduce((sum, one) => sum + one.weight, 0);
  return (
    <section class="choose-part">
      <h2>{say("rules")}</h2>
      <p>
        {say("rules_what", {
          rules: choice.plugins.map((one) => `${one.id} ${one.version}`).join(", "),
          day: day(choice.as_of),
          revision: choice.catalogue_revision,
        })}
      </p>
      <div class="wide" tabIndex={0} role="region" aria-label={say("weights")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("criterion")}</th>
              <th scope="col">{say("zero_means")}</th>
              <th scope="col">{say("one_means")}</th>
              <th scope="col" class="number">
                {say("weight")}
              </th>
              <th scope="col">{say("weighed_by")}</th>
            </tr>
          </thead>
          <tbody>
            {choice.criteria.map((one) => (
              <tr key={keyOf(one)}>
                <th scope="row">{inWords(one.title)}</th>
                <td>{inWords(one.zero)}</td>
                <td>{inWords(one.one)}</td>
                <td class="number">
                  {number(one.weight)} ({percent(all > 0 ? one.weight / all : 0, 1)})
                </td>
                <td>
                  {one.reason
                    ? say("weighed_otherwise", { by: one.by ?? "", reason: one.reason, own: one.own_weight })
                    : say("weighed_by_rule")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {scenario && (
        <>
          <h3>{say("wishes")}</h3>
          <ul>
            {wishesOf(scenario, names).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <Seals choice={choice} />
    </section>
  );
}

function Seals({ choice }: { choice: Pick<Choice, "seals"> }) {
  if (!choice.seals || choice.seals.length === 0) return null;
  return (
    <>
      <h3>{say("seals")}</h3>
      <ul>
        {choice.seals.map((one) => (
          <li key={one.id}>
            {say("seal_told", { day: day(one.sealed_on), by: one.by })}{" "}
            {one.as_sealed === null
              ? say("seal_not_open")
              : say(one.as_sealed ? "seal_same" : "seal_differs")}{" "}
            {one.closed_before.length > 0 && say("seal_late", { panels: one.closed_before.join(", ") })}
          </li>
        ))}
      </ul>
    </>
  );
}
