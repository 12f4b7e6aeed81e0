// The region's dossier of a round: figures, needs, readiness, direction, and what a survey of
// residents said.
import { api } from "../../api/client";
import { useRecord } from "../../api/record";
import { areaName, type Taxonomy, useTaxonomy } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { partialDate } from "../../formats/partial_date";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { sentences, titled } from "../../words/words";
import { Direction } from "./dossier_direction";
import { Figures } from "./dossier_figures";
import { Needs } from "./dossier_needs";
import { Readiness, SwotQuadrants } from "./dossier_readiness";
import type { Dossier } from "./dossier_typed";
import type { Round } from "./round";
import { RoundFrame } from "./round_frame";
import words from "./words.json";

const say = sentences(words);

function Survey({ survey, taxonomy }: { survey: Dossier["survey"]; taxonomy: Taxonomy }) {
  if (survey.length === 0) return null;
  return (
    <section>
      <h2>{say("survey")}</h2>
      <ul>
        {survey.map((one) => (
          <li key={one.id}>
            {areaName(taxonomy, one.area ?? "")}: {one.value}{" "}
            <small>
              ({one.source}, {partialDate(one.date)},{" "}
              {say("respondents", { count: number(one.respondents) })})
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parts({ code, round }: { code: string; round: Round }) {
  const taxonomy = useTaxonomy();
  const record = useRecord(
    (signal) =>
      api.GET("/api/v1/regions/{code}/rounds/{id}/dossier", {
        params: { path: { code, id: round.id } },
        signal,
      }),
    [code, round.id],
  );
  const dossier = record.value;
  if (!dossier && record.problem) return <ProblemNotice problem={record.problem} again={record.again} />;
  if (!dossier || !taxonomy) return <Loading />;
  const changes = may("choose", code) && round.state !== "closed";
  const given = { code, id: round.id, dossier, record, changes };
  return (
    <>
      <ProblemNotice problem={record.problem} again={record.again} />
      {dossier.inherited && (
        <Notice kind="note">
          <p>{say("inherited", { name: dossier.inherited })}</p>
        </Notice>
      )}
      {round.state === "closed" && <p>{titled(say("closed_dossier"))}</p>}
      <Direction {...given} />
      <Figures {...given} />
      <Needs {...given} taxonomy={taxonomy} />
      <Readiness {...given} />
      <SwotQuadrants {...given} />
      <Survey survey={dossier.survey} taxonomy={taxonomy} />
    </>
  );
}

export default function DossierPage({ region: code = "", id = "" }: PathProps) {
  return (
    <RoundFrame code={code} id={id} tab="dossier">
      {(round) => <Parts code={code} round={round} />}
    </RoundFrame>
  );
}
