// Judging, on a phone or at a desk: one entry at a time, each step in words, saved at once.
import { useState } from "preact/hooks";

import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { sentences } from "../../words/words";
import "./assess.css";
import { Entry } from "./entry";
import { Judging } from "./judging";
import { judgedBy, missingOf, nextMissing, progressOf, type Sheet } from "./sheet";
import { type OwnSheet, useSheet } from "./use_sheet";
import words from "./assess_words.json";

const say = sentences(words);

function Saving({ own }: { own: OwnSheet }) {
  return (
    <p class={`assess-saving ${own.sending}`} role="status">
      {say(own.sending)}
    </p>
  );
}

function Refused({ own }: { own: OwnSheet }) {
  if (!own.refusal) return null;
  return (
    <>
      <ProblemNotice problem={own.refusal} />
      <button type="button" class="secondary" onClick={own.discard}>
        {say("discard")}
      </button>
    </>
  );
}

/** All entries, to jump to one. */
function Overview({ sheet, own, at, go }: { sheet: Sheet; own: OwnSheet; at: number; go: (to: number) => void }) {
  return (
    <details class="assess-overview">
      <summary>{say("overview")}</summary>
      <ol>
        {judgedBy(sheet).map((entry, index) => {
          const missing = missingOf(sheet, entry, own.outbox).length;
          return (
            <li key={entry.id}>
              <button type="button" class="quiet" aria-current={index === at ? "step" : undefined} onClick={() => go(index)}>
                {entry.name}
              </button>{" "}
              <small>{missing === 0 ? say("complete") : say("lacks", { count: missing })}</small>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function Assessing({ sheet, own }: { sheet: Sheet; own: OwnSheet }) {
  const entries = judgedBy(sheet);
  const [at, setAt] = useState(() => nextMissing(sheet, own.outbox, 0) ?? 0);
  const entry = entries[at];
  const following = entries[at + 1];
  const progress = progressOf(sheet, own.outbox);
  const ownEntries = sheet.entries.length - entries.length;
  const go = (to: number) => {
    setAt(to);
    window.scrollTo(0, 0);
    document.getElementById("assess-entry")?.focus({ preventScroll: true });
  };
  if (!entry) return <Empty title={say("nothing")} what={say("nothing_what")} />;
  return (
    <>
      <div class="assess-progress">
        <label>
          {say("progress", { given: progress.given, wanted: progress.wanted })}
          <progress value={progress.given} max={progress.wanted} />
        </label>
        <Saving own={own} />
      </div>
      {!sheet.is_open && <Notice kind="note">{say("closed")}</Notice>}
      {progress.given === progress.wanted && <Notice kind="good">{say("all_given")}</Notice>}
      <Refused own={own} />
      <article class="assess">
        <header>
          <p class="assess-count">{say("entry_of", { number: at + 1, count: entries.length })}</p>
          <h2 id="assess-entry" tabIndex={-1}>
            {entry.name}
          </h2>
          {entry.owner && <p>{entry.owner}</p>}
        </header>
        <Entry id={entry.id} following={following?.id} />
        <Judging key={entry.id} sheet={sheet} entry={entry} own={own} />
      </article>
      <nav class="assess-steps" aria-label={say("steps")}>
        <button type="button" class="secondary" disabled={at === 0} onClick={() => go(at - 1)}>
          {say("previous")}
        </button>
        <button id="assess-next" type="button" disabled={!following} onClick={() => go(at + 1)}>
          {say("next")}
        </button>
      </nav>
      <Overview sheet={sheet} own={own} at={at} go={go} />
      {ownEntries > 0 && <p>{say("own_entries", { count: ownEntries })}</p>}
    </>
  );
}

export default function AssessPage({ region: code, id }: Record<string, string>) {
  const own = useSheet(code ?? "", id ?? "");
  return (
    <Page title={own.sheet?.name ?? say("title")} actions={<a href={`/${code}/panel/${id}`}>{say("panel")}</a>}>
      <ProblemNotice problem={own.problem} again={own.again} />
      {own.sheet ? <Assessing sheet={own.sheet} own={own} /> : !own.problem && <Loading />}
    </Page>
  );
}
