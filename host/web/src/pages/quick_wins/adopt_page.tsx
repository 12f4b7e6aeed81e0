// Adopts a selection: every candidate gets its place, with a reason.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { type Problem, saidOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { day, rupiah } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { type Placing, placings, placingWord } from "../../parts/placing";
import { wording } from "../../words/wording";
import { sentences } from "../../words/words";
import { placeOf, placesOf, placingsFor, type Said, type Usual } from "./places";
import "./places.css";
import words from "./adopt_words.json";

const say = sentences(words);

type Selection = components["schemas"]["Selection"];
type Candidate = Selection["candidates"][number];

const longestReason = 2000;

interface RowProps {
  candidate: Candidate;
  index: number;
  said?: Said;
  usual: Usual;
  put: (said: Said) => void;
  problem?: Problem;
}

function Row({ candidate, index, said, usual, put, problem }: RowProps) {
  const { placing, reason } = placeOf(candidate, said, usual);
  const error = ["", "/placing", "/reason", "/candidate"]
    .map((field) => saidOf(problem, `/candidates/${index}${field}`))
    .find((sentence) => sentence !== undefined);
  return (
    <li class="place-row">
      <div>
        <strong>{candidate.name}</strong>
        <br />
        <small>
          {[candidate.owner?.name, candidate.cost === null ? say("cost_unknown") : rupiah(candidate.cost)]
            .filter(Boolean)
            .join(" · ")}
        </small>
        {!candidate.chosen && candidate.reasons[0] && (
          <>
            <br />
            <small>{wording(candidate.reasons[0].text)}</small>
          </>
        )}
      </div>
      <label>
        {say("place")}
        <select
          aria-label={say("place_of", { name: candidate.name })}
          value={placing}
          onChange={(event) =>
            put({ ...said, placing: placings.find((one) => one === event.currentTarget.value) })
          }
        >
          {placingsFor(placings, candidate.chosen).map((one) => (
            <option key={one} value={one}>
              {placingWord(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say("reason")}
        <input
          aria-label={say("reason_of", { name: candidate.name })}
          maxLength={longestReason}
          value={said?.reason ?? ""}
          placeholder={reason}
          aria-invalid={error ? "true" : undefined}
          onInput={(event) => put({ ...said, reason: event.currentTarget.value })}
        />
      </label>
      {error && (
        <small class="error" role="alert">
          {error}
        </small>
      )}
    </li>
  );
}

function Form({ code, selection }: { code: string; selection: Selection }) {
  const { route } = useLocation();
  const [name, setName] = useState("");
  const [decree, setDecree] = useState("");
  const [usual, setUsual] = useState<Usual>({ chosenReason: "", restPlacing: "not-now", restReason: "" });
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const change = useChange();
  const candidates = selection.candidates;

  const adopt = async (event: Event) => {
    event.preventDefault();
    const body = {
      name: name.trim(),
      selection: selection.id,
      ...(decree.trim() && { decree: decree.trim() }),
      candidates: placesOf(candidates, said, usual),
    };
    const made = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/quick-win-sets", { params: { path: { code }, header: { "Idempotency-Key": key } }, body }),
    );
    if (made) route(`/${code}/quick-win/${made.data.id}`);
  };

  /** The selection's own words for all that have no reason of their own yet. */
  const fill = () =>
    setSaid(
      Object.fromEntries(
        candidates.map((one) => {
          const before = said[one.id];
          const words = one.chosen ? undefined : one.reasons[0] && wording(one.reasons[0].text);
          return [one.id, { ...before, reason: before?.reason || words }];
        }),
      ),
    );

  const rows = (chosen: boolean) => (
    <ul class="place-rows">
      {candidates.map(
        (candidate, index) =>
          candidate.chosen === chosen && (
            <Row
              key={candidate.id}
              candidate={candidate}
              index={index}
              said={said[candidate.id]}
              usual={usual}
              put={(to) => setSaid({ ...said, [candidate.id]: to })}
              problem={change.problem}
            />
          ),
      )}
    </ul>
  );

  return (
    <form noValidate onSubmit={(event) => void adopt(event)}>
      <ProblemNotice problem={change.problem} />
      <Field label={say("name")} required error={saidOf(change.problem, "/name")}>
        {(given) => <input {...given} maxLength={200} value={name} onInput={(event) => setName(event.currentTarget.value)} />}
      </Field>
      <Field label={say("decree")} error={saidOf(change.problem, "/decree")}>
        {(given) => (
          <input {...given} maxLength={200} value={decree} onInput={(event) => setDecree(event.currentTarget.value)} />
        )}
      </Field>
      <h2>{say("chosen", { count: candidates.filter((one) => one.chosen).length })}</h2>
      <Field label={say("chosen_reason")} help={say("usual_help")}>
        {(given) => (
          <input
            {...given}
            maxLength={longestReason}
            value={usual.chosenReason}
            onInput={(event) => setUsual({ ...usual, chosenReason: event.currentTarget.value })}
          />
        )}
      </Field>
      {rows(true)}
      <h2>{say("rest", { count: candidates.filter((one) => !one.chosen).length })}</h2>
      <p>{say("rest_what")}</p>
      <Field label={say("rest_place")}>
        {(given) => (
          <select
            {...given}
            value={usual.restPlacing}
            onChange={(event) =>
              setUsual({
                ...usual,
                restPlacing: placings.find((one): one is Placing => one === event.currentTarget.value) ?? "not-now",
              })
            }
          >
            {placingsFor(placings, false).map((one) => (
              <option key={one} value={one}>
                {placingWord(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say("rest_reason")} help={say("usual_help")}>
        {(given) => (
          <input
            {...given}
            maxLength={longestReason}
            value={usual.restReason}
            onInput={(event) => setUsual({ ...usual, restReason: event.currentTarget.value })}
          />
        )}
      </Field>
      <button type="button" class="secondary" onClick={fill}>
        {say("fill")}
      </button>
      {rows(false)}
      <button type="submit" aria-busy={change.busy} disabled={change.busy}>
        {say("adopt")}
      </button>
    </form>
  );
}

export default function AdoptPage({ region: code = "", selection: id = "" }: Record<string, string>) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/selections/{id}", { params: { path: { code, id } }, signal }),
    [code, id],
  );
  const selection = found.value;
  const chosen = (selection?.selected ?? []).length > 0;
  return (
    <Page title={say("title")}>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!selection && !found.problem && <Loading />}
      {selection && (
        <p>
          <a href={`/${code}/pilih/${selection.id}`}>{selection.name}</a>,{" "}
          {say("as_of", { day: day(selection.as_of) })} {say("what")}
        </p>
      )}
      {selection && !chosen && <Empty title={say("nothing_chosen")} what={say("nothing_chosen_what")} />}
      {selection && chosen && <Form code={code} selection={selection} />}
    </Page>
  );
}
