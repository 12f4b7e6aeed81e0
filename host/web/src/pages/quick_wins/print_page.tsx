// A set of quick wins with its commitments and action plans, for print (A4).
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { day } from "../../formats/formats";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { type Placing, placingWord } from "../../parts/placing";
import { PrintButton } from "../../parts/print_button";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import { PlanShown } from "../action_plan/plan";
import { Amended } from "./amended";
import { Facts } from "./facts";
import { FormulationShown } from "./formulation_shown";
import { officeOf } from "./office";
import "./print.css";
import words from "./print_words.json";
import { formulationOf, nameOf, placedAs, type QuickWinSet, useSet } from "./set";

const say = sentences(words);

function usePlans(code: string) {
  return useResource(
    (signal) => api.GET("/api/v1/regions/{code}/action-plans", { params: { path: { code } }, signal }),
    [code],
  );
}

function QuickWins({ set, plans }: { set: QuickWinSet; plans: NonNullable<ReturnType<typeof usePlans>["value"]> }) {
  return (
    <>
      {placedAs(set, "quick-win").map((placed, index) => {
        const formulation = formulationOf(set, placed.candidate ?? "");
        const plan = plans.action_plans.find((one) => one.set === set.id && one.candidate === placed.candidate);
        return (
          <section key={placed.candidate} class="print-quick-win">
            <h3>
              {index + 1}. {nameOf(set, placed)}
            </h3>
            <p>{placed.reason}</p>
            {formulation ? <FormulationShown formulation={formulation} /> : <p>{say("not_formulated")}</p>}
            {plan && plan.steps.length > 0 ? <PlanShown plan={plan} /> : <p>{say("no_plan")}</p>}
          </section>
        );
      })}
    </>
  );
}

function Others({ set, placing }: { set: QuickWinSet; placing: Placing }) {
  const placed = placedAs(set, placing);
  if (placed.length === 0) return null;
  return (
    <section>
      <h2>{placingWord(placing)}</h2>
      <div class="wide" tabIndex={0} role="region" aria-label={placingWord(placing)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("reason")}</th>
            </tr>
          </thead>
          <tbody>
            {placed.map((one) => (
              <tr key={one.candidate}>
                <th scope="row">{nameOf(set, one)}</th>
                <td>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** With room to sign in ink for who has not. */
function Signatures({ set }: { set: QuickWinSet }) {
  return (
    <section>
      <h2>{say("commitment")}</h2>
      <p>{say("commitment_text", { region: region.value?.name ?? "", name: set.name ?? "" })}</p>
      <div class="wide" tabIndex={0} role="region" aria-label={say("commitment")}>
        <table class="print-signatures">
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("office")}</th>
              <th scope="col">{say("signature")}</th>
            </tr>
          </thead>
          <tbody>
            {set.signatories.map((one) => (
              <tr key={one.person}>
                <th scope="row">{one.name}</th>
                <td>{officeOf(one)}</td>
                <td>{one.signature ? say(one.signature.manner, { day: day(one.signature.signed_on) }) : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export default function PrintPage({ region: code = "", id = "" }: Record<string, string>) {
  const found = useSet(code, id);
  const plans = usePlans(code);
  const set = found.value;
  return (
    <Page title={set?.name ?? say("title")} actions={<PrintButton />}>
      <p class="no-print">
        <a href={`/${code}/quick-win/${id}`}>{say("back")}</a>
      </p>
      <ProblemNotice problem={found.problem ?? plans.problem} again={found.again} />
      {!(set && plans.value) && !found.problem && !plans.problem && <Loading />}
      {set && plans.value && (
        <div class="print-set">
          <p>{region.value?.name}</p>
          <Facts code={code} set={set} />
          <Amended code={code} set={set} />
          <h2>{placingWord("quick-win")}</h2>
          <QuickWins set={set} plans={plans.value} />
          <Others set={set} placing="medium-term" />
          <Others set={set} placing="long-term" />
          <Others set={set} placing="not-now" />
          <Signatures set={set} />
        </div>
      )}
    </Page>
  );
}
