// Who decided beside the rules: name, reason, price.
import { api } from "../../api/client";
import { patiently } from "../../api/patiently";
import { useResource } from "../../api/resource";
import { InterventionsTold } from "../../parts/choice/interventions_told";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { PublicSet } from "./public_set";
import words from "./words.json";

const say = sentences(words);

export function Decisions({ code, set }: { code: string; set: PublicSet }) {
  const path = { code, id: set.id };
  const found = useResource(
    (signal) =>
      patiently(
        (broken) =>
          api.GET("/api/v1/regions/{code}/public/quick-win-sets/{id}/interventions", {
            params: { path },
            credentials: "omit",
            signal: broken,
          }),
        signal,
      ),
    [code, set.id],
  );
  const told = found.value;
  return (
    <div id="keputusan">
      <ProblemNotice problem={found.problem} again={found.again} />
      {!told && !found.problem && <Loading />}
      {told && <InterventionsTold told={told} />}
      {told && told.interventions.length > 0 && (
        <p>{say(set.shown.findings ? "price_what" : "price_withheld")}</p>
      )}
      {told && told.hidden > 0 && <p>{say("decisions_hidden", { count: told.hidden })}</p>}
    </div>
  );
}
