// Who decided beside the rules: each candidate forced in or out and each weight that is not the
// rule's own, with reason, name and price.
import { number } from "../../formats/formats";
import { sentences } from "../../words/words";
import { inWords, type Interventions, namesOf } from "./answers";
import "./choice.css";
import words from "./words.json";

const say = sentences(words);

interface Props {
  told: Pick<Interventions, "interventions" | "together" | "weights">;
}

export function InterventionsTold({ told }: Props) {
  const none = told.interventions.length + told.weights.length === 0;
  return (
    <section class="choose-part">
      <h2>{say("interventions")}</h2>
      {none && <p>{say("interventions_none")}</p>}
      {told.interventions.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={say("interventions")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("candidate")}</th>
                <th scope="col">{say("decision")}</th>
                <th scope="col">{say("reason")}</th>
                <th scope="col">{say("by")}</th>
                <th scope="col" class="number">
                  {say("price")}
                </th>
              </tr>
            </thead>
            <tbody>
              {told.interventions.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  <td>{say(one.in ? "forced_in" : "forced_out")}</td>
                  <td>{one.reason}</td>
                  <td>{one.by}</td>
                  <td class="number">{one.price === null ? "–" : say("points", { points: number(one.price) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {typeof told.together === "number" && told.interventions.length > 1 && (
        <p>{say("price_together", { points: number(told.together) })}</p>
      )}
      {told.weights.length > 0 && (
        <ul>
          {told.weights.map((one, at) => (
            <li key={one.criterion ?? at}>
              {say("weight_decided", {
                criterion: one.title ? inWords(one.title) : say("all_weights"),
                weight: one.weight ?? 0,
                own: one.own_weight ?? 0,
                by: one.by,
                reason: one.reason,
              })}{" "}
              {one.without &&
                (one.without.enter.length + one.without.leave.length > 0
                  ? say("weight_own_would", {
                      enter: namesOf(one.without.enter) || "–",
                      leave: namesOf(one.without.leave) || "–",
                    })
                  : say("weight_own_same"))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
