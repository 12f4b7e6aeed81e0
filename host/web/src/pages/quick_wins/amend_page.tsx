// Amends a set: a new one in its place, that says who leaves, who comes, why, and who signs again.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { basedOn, useChange } from "../../api/change";
import { type Problem, saidOf } from "../../api/problem";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { placings, placingWord } from "../../parts/placing";
import { sentences } from "../../words/words";
import words from "./amend_words.json";
import { officeOf } from "./office";
import { movedOf, type Said } from "./places";
import "./places.css";
import { nameOf, type Placed, type QuickWinSet, useSet } from "./set";

const say = sentences(words);

interface RowProps {
  set: QuickWinSet;
  placed: Placed;
  said?: Said;
  put: (said: Said) => void;
  error?: string;
}

function Row({ set, placed, said, put, error }: RowProps) {
  const name = nameOf(set, placed);
  const placing = said?.placing ?? placed.placing;
  const moves = placing !== placed.placing;
  return (
    <li class="place-row">
      <div>
        <strong>{name}</strong>
        <br />
        <small>{placed.reason}</small>
      </div>
      <label>
        {say("place")}
        <select
          aria-label={say("place_of", { name })}
          value={placing}
          onChange={(event) => put({ ...said, placing: placings.find((one) => one === event.currentTarget.value) })}
        >
          {placings.map((one) => (
            <option key={one} value={one}>
              {placingWord(one)}
            </option>
          ))}
        </select>
      </label>
      {moves && (
        <label>
          {say("new_reason")}
          <input
            aria-label={say("reason_of", { name })}
            maxLength={2000}
            value={said?.reason ?? ""}
            aria-invalid={error ? "true" : undefined}
            onInput={(event) => put({ ...said, reason: event.currentTarget.value })}
          />
        </label>
      )}
      {error && (
        <small class="error" role="alert">
          {error}
        </small>
      )}
    </li>
  );
}

interface AgainProps {
  set: QuickWinSet;
  /** Nothing: all. */
  chosen?: string[];
  choose: (people?: string[]) => void;
}

function SignsAgain({ set, chosen, choose }: AgainProps) {
  if (set.signatories.length === 0) return null;
  return (
    <fieldset>
      <legend>{say("again")}</legend>
      <label>
        <input type="radio" name="again" checked={!chosen} onChange={() => choose(undefined)} />
        {say("again_all")}
      </label>
      <label>
        <input type="radio" name="again" checked={chosen !== undefined} onChange={() => choose([])} />
        {say("again_some")}
      </label>
      {chosen && (
        <ul>
          {set.signatories.map((one) => (
            <li key={one.person}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(one.person)}
                  onChange={(event) =>
                    choose(
                      event.currentTarget.checked
                        ? [...chosen, one.person]
                        : chosen.filter((person) => person !== one.person),
                    )
                  }
                />
                {one.name}, {officeOf(one)}
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

const errorOf = (problem: Problem | undefined, index: number) =>
  index < 0
    ? undefined
    : ["", "/placing", "/reason", "/candidate"]
        .map((field) => saidOf(problem, `/candidates/${index}${field}`))
        .find((sentence) => sentence !== undefined);

function Form({ code, set }: { code: string; set: QuickWinSet }) {
  const { route } = useLocation();
  const [name, setName] = useState(set.name ?? "");
  const [reason, setReason] = useState("");
  const [decree, setDecree] = useState("");
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [signsAgain, setSignsAgain] = useState<string[]>();
  const change = useChange();
  const moves = movedOf(set.candidates, said);

  const amend = async (event: Event) => {
    event.preventDefault();
    const body = {
      name: name.trim(),
      reason: reason.trim(),
      decree: decree.trim(),
      candidates: moves,
      ...(signsAgain && { signs_again: signsAgain }),
    };
    const made = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/quick-win-sets/{id}/amend", {
        params: { path: { code, id: set.id }, header: { ...basedOn(set.revision), "Idempotency-Key": key } },
        body,
      }),
    );
    if (made) route(`/${code}/quick-win/${made.data.id}`);
  };

  const text = (label: string, field: "name" | "reason" | "decree", value: string, put: (to: string) => void) => (
    <Field label={label} required error={saidOf(change.problem, `/${field}`)}>
      {(given) => (
        <input
          {...given}
          maxLength={field === "reason" ? 2000 : 200}
          value={value}
          onInput={(event) => put(event.currentTarget.value)}
        />
      )}
    </Field>
  );

  return (
    <form noValidate onSubmit={(event) => void amend(event)}>
      <ProblemNotice problem={change.problem} />
      {text(say("name"), "name", name, setName)}
      {text(say("reason"), "reason", reason, setReason)}
      {text(say("decree"), "decree", decree, setDecree)}
      <h2>{say("places")}</h2>
      <p role="status">{say("moves", { count: moves.length })}</p>
      <ul class="place-rows">
        {set.candidates.map((placed) => {
          const id = placed.candidate ?? "";
          return (
            <Row
              key={id}
              set={set}
              placed={placed}
              said={said[id]}
              put={(to) => setSaid({ ...said, [id]: to })}
              error={errorOf(change.problem, moves.findIndex((one) => one.candidate === id))}
            />
          );
        })}
      </ul>
      <SignsAgain set={set} chosen={signsAgain} choose={setSignsAgain} />
      <button type="submit" aria-busy={change.busy} disabled={change.busy}>
        {say("amend")}
      </button>
    </form>
  );
}

export default function AmendPage({ region: code = "", id = "" }: Record<string, string>) {
  const found = useSet(code, id);
  return (
    <Page title={say("title")}>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!found.value && !found.problem && <Loading />}
      {found.value && (
        <>
          <p>
            <a href={`/${code}/quick-win/${id}`}>{found.value.name}</a>. {say("what")}
          </p>
          <Form code={code} set={found.value} />
        </>
      )}
    </Page>
  );
}
