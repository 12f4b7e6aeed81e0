// What citizens say of each area, by survey: the newest counts, the older ones stay readable.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { areaName, useTaxonomy } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { partialDate } from "../../formats/partial_date";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { may } from "../../shell/session";
import { sentences, titled } from "../../words/words";
import words from "./score_words.json";
import { SurveyDialog } from "./survey_dialog";

const say = sentences(words);

export type Taxonomy = components["schemas"]["Taxonomy"];

export function Survey({ code, changed }: { code: string; changed: () => void }) {
  const [adding, setAdding] = useState(false);
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/survey", { params: { path: { code } }, signal }),
    [code],
  );
  const taxonomy = useTaxonomy();
  const values = found.value?.survey;
  return (
    <section>
      <h2>{say("survey")}</h2>
      <p>{say("survey_what")}</p>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!values && found.loading && <Loading />}
      {values?.length === 0 && <Empty title={say("no_survey")} what={say("no_survey_what")} />}
      {values && values.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={say("survey")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{titled(say("area"))}</th>
                <th scope="col" class="number">
                  {say("value")}
                </th>
                <th scope="col">{say("when")}</th>
                <th scope="col" class="number">
                  {say("respondents")}
                </th>
                <th scope="col">{say("source")}</th>
              </tr>
            </thead>
            <tbody>
              {values.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{areaName(taxonomy, one.area ?? "")}</th>
                  <td class="number">{number(Number(one.value), 2)}</td>
                  <td>{partialDate(one.date)}</td>
                  <td class="number">{number(one.respondents)}</td>
                  <td>{one.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may("choose", code) && (
        <p class="actions">
          <button type="button" class="secondary" onClick={() => setAdding(true)}>
            {say("add_survey")}
          </button>
        </p>
      )}
      {adding && taxonomy && (
        <SurveyDialog
          code={code}
          taxonomy={taxonomy}
          close={() => setAdding(false)}
          kept={() => {
            setAdding(false);
            found.again();
            changed();
          }}
        />
      )}
    </section>
  );
}
