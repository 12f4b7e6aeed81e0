// How sure a kept choice is: what other weights, another budget or one more place would change,
// and which other sets come near.
import { number, percent, rupiah } from "../../formats/formats";
import { inWords, namesOf, type Robustness } from "../../parts/choice/answers";
import { Bar } from "../../parts/choice/bars";
import shared from "../../parts/choice/words.json";
import { sentences } from "../../words/words";
import { BudgetCurve } from "./budget_curve";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

const million = 1_000_000;

function Said({ said }: { said: Robustness["weights"]["said"] }) {
  return (
    <ul>
      {said.map((one, at) => (
        <li key={at}>{inWords(one.text)}</li>
      ))}
    </ul>
  );
}

export function Sureness({ robustness }: { robustness: Robustness }) {
  return (
    <>
      <section class="choose-part">
        <h2>{say("by_budget")}</h2>
        <Said said={robustness.budget.said} />
        <BudgetCurve budget={robustness.budget} />
      </section>
      <section class="choose-part">
        <h2>{say("any_weights")}</h2>
        <Said said={robustness.acceptability.said} />
        <HowOften robustness={robustness} />
      </section>
      <section class="choose-part">
        <h2>{say("firm_weights")}</h2>
        <Said said={robustness.weights.said} />
        <Ranges robustness={robustness} />
      </section>
      <section class="choose-part">
        <h2>{say("other_sets")}</h2>
        <Said said={[...robustness.best.said, ...robustness.different.said]} />
        <OtherSets robustness={robustness} />
      </section>
      <section class="choose-part">
        <h2>{say("other_ways")}</h2>
        <Said said={[...robustness.contributions.said, ...robustness.rankings.said]} />
      </section>
    </>
  );
}

/** Who is in under what part of all weights; who is never in is left out. */
function HowOften({ robustness }: { robustness: Robustness }) {
  const candidates = robustness.acceptability.candidates.filter((one) => one.times > 0 || one.chosen);
  if (candidates.length === 0) return null;
  return (
    <table class="choose-often">
      <thead>
        <tr>
          <th scope="col">{say("candidate")}</th>
          <th scope="col">{say("how_often")}</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {one.name} {one.chosen && <span class="choose-mark new">{say("chosen_mark")}</span>}
            </th>
            <td>
              <Bar share={one.share / million} /> {percent(one.share / million)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Range = NonNullable<Robustness["weights"]["criteria"][number]["range"]>;
type Exchange = Range["below"];

const exchanged = (exchange: Exchange) =>
  exchange
    ? say("exchanged", { enter: namesOf(exchange.enter) || "–", leave: namesOf(exchange.leave) || "–" })
    : say("nothing_changes");

function Ranges({ robustness }: { robustness: Robustness }) {
  if (robustness.weights.criteria.length === 0) return null;
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("firm_weights")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("criterion")}</th>
            <th scope="col" class="number">
              {say("share_now")}
            </th>
            <th scope="col">{say("stays_within")}</th>
            <th scope="col">{say("below")}</th>
            <th scope="col">{say("above")}</th>
          </tr>
        </thead>
        <tbody>
          {robustness.weights.criteria.map((one) => (
            <tr key={one.criterion}>
              <th scope="row">{inWords(one.title)}</th>
              <td class="number">{percent(one.share / million, 1)}</td>
              {one.range ? (
                <>
                  <td class="choose-nowrap">
                    <Track range={one.range} share={one.share} />{" "}
                    {say("from_to", {
                      from: percent(one.range.least_share / million, 1),
                      to: percent(one.range.most_share / million, 1),
                    })}
                  </td>
                  <td>{exchanged(one.range.below)}</td>
                  <td>{exchanged(one.range.above)}</td>
                </>
              ) : (
                <td colSpan={3}>–</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The shares within which the set stays, and the share now. */
function Track({ range, share }: { range: Range; share: number }) {
  const at = (value: number) => value / (million / 100);
  return (
    <svg class="choose-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="100" height="8" />
      <rect class="value" x={at(range.least_share)} width={Math.max(0.5, at(range.most_share - range.least_share))} height="8" />
      <rect class="now" x={Math.max(0, at(share) - 0.75)} width="1.5" height="8" />
    </svg>
  );
}

type OtherSet = Robustness["best"]["sets"][number];

const sameChange = (one: OtherSet, other: OtherSet) =>
  namesOf(one.enter) === namesOf(other.enter) && namesOf(one.leave) === namesOf(other.leave);

function OtherSets({ robustness }: { robustness: Robustness }) {
  const best = robustness.best.sets;
  const different = robustness.different.set;
  const further = different && !best.some((one) => sameChange(one, different)) ? [different] : [];
  const sets = [...best, ...further].filter((one) => one.enter.length + one.leave.length > 0);
  if (sets.length === 0) return null;
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={say("other_sets")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("comes")}</th>
            <th scope="col">{say("goes")}</th>
            <th scope="col" class="number">
              {say("points_against")}
            </th>
            <th scope="col" class="number">
              {say("cost")}
            </th>
          </tr>
        </thead>
        <tbody>
          {sets.map((one, at) => (
            <tr key={at}>
              <td>{namesOf(one.enter)}</td>
              <td>{namesOf(one.leave)}</td>
              <td class="number">{one.points === 0 ? say("equally_good") : number(one.points)}</td>
              <td class="number">{one.cost === null ? "–" : rupiah(one.cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
