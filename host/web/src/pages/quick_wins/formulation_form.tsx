// Formulates a quick win. When somebody else changed the set meanwhile, both versions are shown.
import { useState } from "preact/hooks";

import { tagOf } from "../../api/change";
import { api } from "../../api/client";
import { useEdit } from "../../api/edit";
import { type Organisation, useOrganisations } from "../../api/organisations";
import { saidOf } from "../../api/problem";
import { CostFields } from "../../parts/cost_fields";
import { costsOf, rowsOf } from "../../parts/costs";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { OrganisationSelect } from "../../parts/organisation_select";
import { StoredMeanwhile } from "../../parts/stored_meanwhile";
import { sentences } from "../../words/words";
import words from "./candidate_words.json";
import { FormulationShown } from "./formulation_shown";
import { formulationOf, type Placed, type QuickWinSet } from "./set";

const say = sentences(words);

interface Props {
  code: string;
  set: QuickWinSet;
  placed: Placed;
  leave: (changed: boolean) => void;
}

/** Those who support, added one by one. */
function Supporters(props: { all: readonly Organisation[]; chosen: string[]; choose: (ids: string[]) => void; error?: string }) {
  const { all, chosen, choose, error } = props;
  const nameOf = (id: string) => all.find((one) => one.id === id)?.name ?? id;
  return (
    <Field label={say("supporters")} error={error}>
      {(given) => (
        <>
          <OrganisationSelect
            given={given}
            organisations={all.filter((one) => !chosen.includes(one.id))}
            value=""
            choose={(id) => id && choose([...chosen, id])}
            none={say("add_supporter")}
          />
          <ul>
            {chosen.map((id) => (
              <li key={id}>
                {nameOf(id)}{" "}
                <button
                  type="button"
                  class="quiet"
                  aria-label={say("remove_of", { name: nameOf(id) })}
                  onClick={() => choose(chosen.filter((one) => one !== id))}
                >
                  {say("remove")}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  );
}

export function FormulationForm({ code, set, placed, leave }: Props) {
  const candidate = placed.candidate ?? "";
  const before = formulationOf(set, candidate);
  const [texts, setTexts] = useState({
    name: before?.name ?? placed.name,
    programme: before?.programme ?? "",
    output: before?.output ?? "",
  });
  const [lead, setLead] = useState(before?.lead ?? "");
  const [supporters, setSupporters] = useState(before?.supporters ?? []);
  const [costs, setCosts] = useState(() => rowsOf(before?.costs));
  const { send, busy, problem, theirs } = useEdit(tagOf(set.revision), () =>
    api.GET("/api/v1/regions/{code}/quick-win-sets/{id}", { params: { path: { code, id: set.id } } }),
  );
  const organisations = useOrganisations(code).list;

  const write = async () => {
    const written = await send((etag) =>
      api.PUT("/api/v1/regions/{code}/quick-win-sets/{id}/formulations/{candidate}", {
        params: { path: { code, id: set.id, candidate }, header: { "If-Match": etag } },
        body: { ...texts, lead, supporters, costs: costsOf(costs) },
      }),
    );
    if (written) leave(true);
  };

  const stored = theirs && formulationOf(theirs, candidate);
  const text = (field: "name" | "programme" | "output") => (
    <Field label={say(field)} required error={saidOf(problem, `/${field}`)}>
      {(given) => (
        <textarea
          {...given}
          rows={field === "programme" ? 4 : 2}
          maxLength={5000}
          value={texts[field]}
          onInput={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <ProblemNotice problem={problem} />
      {theirs && (
        <StoredMeanwhile
          what={say("meanwhile")}
          busy={busy}
          keepMine={() => void write()}
          takeTheirs={() => leave(true)}
        >
          {stored ? <FormulationShown formulation={stored} /> : <p>{say("not_formulated")}</p>}
        </StoredMeanwhile>
      )}
      {text("name")}
      {text("programme")}
      {text("output")}
      <Field label={say("lead")} required error={saidOf(problem, "/lead")}>
        {(given) => (
          <OrganisationSelect given={given} organisations={organisations} value={lead} choose={setLead} none={say("choose_lead")} />
        )}
      </Field>
      <Supporters all={organisations} chosen={supporters} choose={setSupporters} error={saidOf(problem, "/supporters")} />
      <CostFields rows={costs} put={setCosts} problem={problem} pointer="/costs" />
      <p class="actions">
        <button type="submit" aria-busy={busy} disabled={busy}>
          {say("keep")}
        </button>
        <button type="button" class="secondary" onClick={() => leave(false)}>
          {say("cancel")}
        </button>
      </p>
    </form>
  );
}
