// Opens a panel: criteria from the region's scales, who judges, and what is judged.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { useOrganisations } from "../../api/organisations";
import { saidOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { wording } from "../../words/wording";
import { sentences } from "../../words/words";
import { EntryChoice } from "./entry_choice";
import { emptyMember, type Member, Members } from "./member_fields";
import words from "./new_words.json";

const say = sentences(words);

type NewPanel = components["schemas"]["NewPanel"];
type Scales = components["schemas"]["Scales"];

function Criteria({ scales, chosen, choose }: { scales: Scales; chosen: string[]; choose: (keys: string[]) => void }) {
  return (
    <fieldset>
      <legend>{say("criteria")}</legend>
      {scales.criteria.map(({ key = "", title, steps = [] }) => (
        <div key={key}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              onChange={(event) =>
                choose(event.currentTarget.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
              }
            />
            {wording(title)}
          </label>
          <details>
            <summary>{say("steps_of", { criterion: wording(title) })}</summary>
            <ol start={0}>
              {steps.map((step, number) => (
                <li key={number}>{wording(step)}</li>
              ))}
            </ol>
          </details>
        </div>
      ))}
    </fieldset>
  );
}

/** Only what was said: an empty field is left out. */
function said(member: Member): NewPanel["members"][number] {
  return Object.fromEntries(Object.entries(member).filter(([, text]) => text.trim() !== ""));
}

function Form({ code, scales }: { code: string; scales: Scales }) {
  const { route } = useLocation();
  const [name, setName] = useState("");
  const [decree, setDecree] = useState("");
  const [round, setRound] = useState("");
  const [criteria, setCriteria] = useState(scales.criteria.map((one) => one.key ?? ""));
  const [members, setMembers] = useState<Member[]>([emptyMember]);
  const [picks, setPicks] = useState(false);
  const [entries, setEntries] = useState<string[]>([]);
  const change = useChange();
  const organisations = useOrganisations(code);
  const rounds = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/rounds", { params: { path: { code } }, signal }),
    [code],
  );

  const open = async (event: Event) => {
    event.preventDefault();
    const body: NewPanel = {
      name,
      members: members.map(said),
      criteria,
      ...(decree && { decree }),
      ...(round && { round }),
      ...(picks && { entries }),
    };
    const made = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/panels", { params: { path: { code }, header: { "Idempotency-Key": key } }, body }),
    );
    if (made) route(`/${code}/panel/${made.data.id}`);
  };

  return (
    <form onSubmit={(event) => void open(event)} noValidate>
      <ProblemNotice problem={change.problem} />
      <Field label={say("name")} required error={saidOf(change.problem, "/name")}>
        {(given) => <input {...given} value={name} maxLength={200} onInput={(event) => setName(event.currentTarget.value)} />}
      </Field>
      <Field label={say("decree")} error={saidOf(change.problem, "/decree")}>
        {(given) => (
          <input {...given} value={decree} maxLength={200} onInput={(event) => setDecree(event.currentTarget.value)} />
        )}
      </Field>
      <Criteria scales={scales} chosen={criteria} choose={setCriteria} />
      <Members
        members={members}
        put={setMembers}
        organisations={organisations.list}
        problem={change.problem}
      />
      <fieldset>
        <legend>{say("entries")}</legend>
        <Field label={say("round")} help={say("round_help")} error={saidOf(change.problem, "/round")}>
          {(given) => (
            <select {...given} value={round} onChange={(event) => setRound(event.currentTarget.value)}>
              <option value="">{say("no_round")}</option>
              {(rounds.value?.rounds ?? []).map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label>
          <input type="radio" name="entries" checked={!picks} onChange={() => setPicks(false)} />
          {say(round ? "all_of_round" : "all_verified")}
        </label>
        <label>
          <input type="radio" name="entries" checked={picks} onChange={() => setPicks(true)} />
          {say("pick")}
        </label>
        {picks && <EntryChoice code={code} chosen={entries} choose={setEntries} />}
        {saidOf(change.problem, "/entries") && <small class="error">{saidOf(change.problem, "/entries")}</small>}
      </fieldset>
      <button type="submit" aria-busy={change.busy} disabled={change.busy}>
        {say("open")}
      </button>
    </form>
  );
}

export default function NewPanelPage({ region: code = "" }: Record<string, string>) {
  const scales = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/scales", { params: { path: { code } }, signal }),
    [code],
  );
  return (
    <Page title={say("title")}>
      <p>{say("what")}</p>
      <ProblemNotice problem={scales.problem} again={scales.again} />
      {scales.value ? <Form code={code} scales={scales.value} /> : !scales.problem && <Loading />}
    </Page>
  );
}
