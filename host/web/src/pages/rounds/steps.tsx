// The steps of a round: open it, freeze the catalogue, close it, carry it over to the next year.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useRecordChange } from "../../api/record";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import type { Given } from "./given";
import words from "./words.json";

const say = sentences(words);

type Asking = "freeze" | "close" | "carry";

/** What a name is asked for, or a yes. */
function Ask(props: {
  asking: Asking;
  name?: string;
  busy: boolean;
  children?: preact.ComponentChildren;
  error?: string;
  go: (name: string) => void;
  close: () => void;
}) {
  const [name, setName] = useState(props.name ?? "");
  const { asking } = props;
  return (
    <Dialog title={say(`${asking}_title`)} close={props.close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.go(name.trim());
        }}
      >
        {props.children}
        <p>{titled(say(`${asking}_what`))}</p>
        {asking !== "close" && (
          <Field label={say(`${asking}_name`)} error={props.error} required>
            {(given) => (
              <input
                {...given}
                value={name}
                maxLength={200}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        <button type="submit" disabled={props.busy} aria-busy={props.busy}>
          {say(asking)}
        </button>
      </form>
    </Dialog>
  );
}

export function Steps({ code, round, record }: Omit<Given, "changes">) {
  const { route } = useLocation();
  const [asking, setAsking] = useState<Asking>();
  const change = useRecordChange(record);
  const carrying = useChange();
  const busy = change.busy || carrying.busy;
  const problem = change.problem ?? carrying.problem;
  const path = { code, id: round.id };
  const based = (etag: string) => ({ path, header: { "If-Match": etag } });
  const open = () =>
    change.run((etag) =>
      api.POST("/api/v1/regions/{code}/rounds/{id}/open", { params: based(etag) }),
    );
  const go = {
    close: () =>
      change.run((etag) =>
        api.POST("/api/v1/regions/{code}/rounds/{id}/close", { params: based(etag) }),
      ),
    freeze: (name: string) =>
      change.run((etag) =>
        api.POST("/api/v1/regions/{code}/rounds/{id}/freeze", { params: based(etag), body: { name } }),
      ),
    carry: async (name: string) => {
      const next = await carrying.run((key) =>
        api.POST("/api/v1/regions/{code}/rounds/{id}/carry-over", {
          params: { path, header: { "Idempotency-Key": key } },
          body: { name },
        }),
      );
      if (next) route(`/${code}/putaran/${next.data.id}`);
      return next;
    },
  } as const;
  const answer = async (asked: Asking, name: string) => {
    if (await go[asked](name)) setAsking(undefined);
  };
  const ask = (what: Asking) => {
    change.forget();
    carrying.forget();
    setAsking(what);
  };
  const frozen = round.frozen_revision !== undefined;
  return (
    <section class="rounds-box no-print">
      <h2>{titled(say("steps"))}</h2>
      {!asking && <ProblemNotice problem={problem} />}
      {round.state === "open" && round.missing.length > 0 && (
        <p>{say("not_yet", { names: round.missing.join(", ") })}</p>
      )}
      {frozen && (
        <p>
          {titled(say("frozen_as", { name: round.snapshot || (round.name ?? "") }))}{" "}
          <a href={`/${code}/peta?round=${round.id}`}>{say("frozen_map")}</a>
        </p>
      )}
      <div class="actions">
        {round.state === "planned" && (
          <button type="button" disabled={busy} onClick={() => void open()}>
            {say("open")}
          </button>
        )}
        {round.state === "open" && (
          <button type="button" onClick={() => ask("close")}>
            {say("close")}
          </button>
        )}
        {!frozen && (
          <button type="button" class="secondary" onClick={() => ask("freeze")}>
            {say("freeze")}
          </button>
        )}
        <button type="button" class="secondary" onClick={() => ask("carry")}>
          {say("carry")}
        </button>
      </div>
      {asking && (
        <Ask
          asking={asking}
          name={round.name}
          busy={busy}
          error={saidOf(problem, "/name") ?? saidOf(problem, "/snapshot")}
          go={(name) => void answer(asking, name)}
          close={() => setAsking(undefined)}
        >
          <ProblemNotice problem={problem} />
        </Ask>
      )}
    </section>
  );
}
