// The region's own steps as a board: how far each is, who is in charge, when it is due, its
// document.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useRecord } from "../../api/record";
import { said } from "../../api/taxonomy";
import { number } from "../../formats/formats";
import { partialDate } from "../../formats/partial_date";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { sentences, titled } from "../../words/words";
import { ReportStep, type Step } from "./report_step";
import type { Round } from "./round";
import { RoundFrame } from "./round_frame";
import words from "./words.json";

const say = sentences(words);
const shapes = { "not-begun": "○", "under-way": "◐", done: "●" } as const;

interface CardProps {
  step: Step;
  change?: () => void;
}

function Card({ step, change }: CardProps) {
  const name = said(step.name);
  return (
    <li>
      <article class="rounds-card">
        <header>
          <h2>{name}</h2>
          <span class="rounds-state">
            <span aria-hidden="true">{shapes[step.state]}</span> {say(`step_${step.state}`)}
          </span>
        </header>
        {step.late && <p class="rounds-late">{say("late")}</p>}
        <dl class="rounds-facts">
          <dt>{say("in_charge")}</dt>
          <dd>{step.owner_name ?? say("nobody")}</dd>
          {step.due && (
            <>
              <dt>{say("due")}</dt>
              <dd>{partialDate(step.due)}</dd>
            </>
          )}
          <dt>{say("document")}</dt>
          <dd>{step.document || say("no_document")}</dd>
        </dl>
        {change && (
          <button
            type="button"
            class="secondary no-print"
            aria-label={say("change_what", { what: name })}
            onClick={change}
          >
            {say("change")}
          </button>
        )}
      </article>
    </li>
  );
}

function Board({ code, round }: { code: string; round: Round }) {
  const [changing, setChanging] = useState<Step>();
  const record = useRecord(
    (signal) =>
      api.GET("/api/v1/regions/{code}/rounds/{id}/dossier", {
        params: { path: { code, id: round.id } },
        signal,
      }),
    [code, round.id],
  );
  const board = record.value?.board;
  if (!board) return record.problem ? <ProblemNotice problem={record.problem} again={record.again} /> : <Loading />;
  const changes = may("choose", code) && round.state !== "closed";
  const done = board.filter((one) => one.state === "done").length;
  return (
    <>
      <ProblemNotice problem={record.problem} again={record.again} />
      <p role="status">{say("steps_done", { done: number(done), all: number(board.length) })}</p>
      {round.state === "closed" && <p>{titled(say("closed_dossier"))}</p>}
      <ol class="rounds-board">
        {board.map((step) => (
          <Card key={step.step} step={step} change={changes ? () => setChanging(step) : undefined} />
        ))}
      </ol>
      {changing && (
        <ReportStep
          code={code}
          id={round.id}
          step={changing}
          done={(saved) => {
            record.take(saved);
            setChanging(undefined);
          }}
          close={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

export default function BoardPage({ region: code = "", id = "" }: PathProps) {
  return (
    <RoundFrame code={code} id={id} tab="board">
      {(round) => <Board code={code} round={round} />}
    </RoundFrame>
  );
}
