// What can be said of one candidate of a kept selection on demand: how cheap it would have to
// be, what it brings that no other does.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { patiently } from "../../api/patiently";
import { type Problem, problemOf } from "../../api/problem";
import { type Candidate, inWords, type Outlook } from "../../parts/choice/answers";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  selection: string;
  candidate: Candidate;
}

export function OutlookTold({ code, selection, candidate }: Props) {
  const [outlook, setOutlook] = useState<Outlook>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { data, error, response } = await patiently(
        (signal) =>
          api.GET("/api/v1/regions/{code}/selections/{id}/candidates/{candidate}/outlook", {
            params: { path: { code, id: selection, candidate: candidate.id } },
            signal,
          }),
        new AbortController().signal,
      );
      setOutlook(data);
      if (!data) setProblem(problemOf(error, response));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  if (outlook) {
    return (
      <div class="choose-told">
        <strong>{say("outlook")}</strong>
        <ul role="status">
          {outlook.said.length === 0 && <li>{say("outlook_none")}</li>}
          {outlook.said.map((one, at) => (
            <li key={at}>{inWords(one.text)}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      <button
        type="button"
        class="quiet no-print"
        aria-busy={busy}
        disabled={busy}
        aria-label={say("outlook_of", { name: candidate.name })}
        onClick={() => void ask()}
      >
        {say("outlook_ask")}
      </button>
    </>
  );
}
