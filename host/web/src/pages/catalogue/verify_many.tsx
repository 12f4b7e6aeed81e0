// Verifying many entries at once: each succeeds or is refused by itself, and says why.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import type { components } from "../../api/schema";
import { Dialog } from "../../parts/dialog";
import { Notice, ProblemNotice } from "../../parts/notice";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import type { Row } from "./row";
import words from "./words.json";

const say = sentences(words);

export type Outcome = components["schemas"]["VerifiedVersions"]["innovations"][number];

/** The API takes no more at once. */
export const mostAtOnce = 1_000;

interface Props {
  code: string;
  selected: ReadonlyMap<string, Row>;
  clear: () => void;
  done: (outcomes: Outcome[]) => void;
}

export function VerifyMany({ code, selected, clear, done }: Props) {
  const [asking, setAsking] = useState(false);
  const { run, busy, problem } = useChange();

  const verify = async () => {
    const innovations = [...selected.values()].map(({ id, revision }) => ({ id, revision }));
    const verified = await run(() =>
      api.POST("/api/v1/regions/{code}/verify", { params: { path: { code } }, body: { innovations } }),
    );
    if (verified) done(verified.data.innovations);
    setAsking(false);
  };

  return (
    <div class="catalogue-bulk" role="region" aria-label={say("bulk")}>
      <ProblemNotice problem={problem} />
      <strong>{say("selected", { count: selected.size })}</strong>
      <div class="actions">
        <button type="button" onClick={() => setAsking(true)}>
          {say("verify")}
        </button>
        <button type="button" class="secondary" onClick={clear}>
          {say("unselect")}
        </button>
      </div>
      {asking && (
        <Dialog title={say("verify_question", { count: selected.size })} close={() => setAsking(false)}>
          <p>{say("verify_what")}</p>
          <div class="actions">
            <button type="button" aria-busy={busy} disabled={busy} onClick={() => void verify()}>
              {say("verify")}
            </button>
            <button type="button" class="secondary" onClick={() => setAsking(false)}>
              {say("cancel")}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

export function Outcomes({ outcomes, rows, code }: { outcomes: Outcome[]; rows: ReadonlyMap<string, Row>; code: string }) {
  const refused = outcomes.filter((one) => !one.verified);
  const verified = outcomes.length - refused.length;
  return (
    <Notice kind={refused.length > 0 ? "note" : "good"}>
      <p>{say("verified_count", { count: verified })}</p>
      {refused.length > 0 && (
        <>
          <p>{say("refused_count", { count: refused.length })}</p>
          <ul>
            {refused.map((one) => (
              <li key={one.innovation}>
                <a href={`/${code}/inovasi/${one.innovation}`}>
                  {rows.get(one.innovation)?.name ?? one.innovation}
                </a>
                : {one.refused.map((message) => message.text[language.value]).join(" ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
