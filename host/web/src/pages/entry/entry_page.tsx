// One entry for reading, and for those who work on it: what is said of it and what can be done.
import type { ComponentChildren } from "preact";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { Empty } from "../../parts/empty";
import { type NamesLoaded, useNames } from "../../parts/innovation/names";
import type { Innovation } from "../../parts/innovation/value_words";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { EntryRead } from "./entry_read";
import { EntryWorkedOn } from "./entry_worked_on";
import "./entry.css";
import words from "./words.json";

const say = sentences(words);

interface ShownProps {
  code: string;
  entry: Innovation;
  etag: string;
  names: NamesLoaded;
  again: () => void;
}

/** With what is said of the entry, for whoever may know. */
function Shown({ code, entry, etag, names, again }: ShownProps) {
  const review = useResource(
    (signal) => api.GET("/api/v1/innovations/{id}/review", { params: { path: { id: entry.id } }, signal }),
    [entry.id, entry.revision],
  );
  const isForbidden = review.problem?.status === 403;
  if (isForbidden) return <EntryRead {...{ code, entry, names }} />;
  if (!review.value) {
    return review.problem ? <ProblemNotice problem={review.problem} again={review.again} /> : <Loading />;
  }
  const all = () => {
    again();
    review.again();
  };
  return (
    <>
      <ProblemNotice problem={review.problem} again={all} />
      <EntryWorkedOn
        {...{ code, entry, names }}
        entryEtag={etag}
        review={review.value}
        etag={review.etag ?? ""}
        again={all}
        reviewAgain={review.again}
      />
    </>
  );
}

function Framed({ children }: { children: ComponentChildren }) {
  return <Page title={say("entry")}>{children}</Page>;
}

export default function EntryPage({ region: code = "", id = "" }: Record<string, string>) {
  const names = useNames(code);
  const found = useResource(
    (signal) => api.GET("/api/v1/innovations/{id}", { params: { path: { id } }, signal }),
    [id],
  );
  const entry = found.value;
  if (found.problem && found.problem.status >= 400 && found.problem.status < 500) {
    return (
      <Framed>
        <Empty title={say("not_here")} what={say("not_here_what")}>
          <a href={`/${code}/inovasi`}>{say("to_catalogue")}</a>
        </Empty>
      </Framed>
    );
  }
  if (!entry || entry.id !== id || !names.ready) {
    const problem = found.problem ?? names.problem;
    const again = () => {
      found.again();
      names.again();
    };
    return (
      <Framed>
        {problem ? <ProblemNotice problem={problem} again={again} /> : <Loading />}
      </Framed>
    );
  }
  if (!may("read_internal", code)) return <EntryRead key={id} {...{ code, entry, names }} />;
  return (
    <Shown
      key={id}
      {...{ code, entry, names }}
      etag={found.etag ?? ""}
      again={found.again}
    />
  );
}
