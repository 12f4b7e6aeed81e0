// One click makes a package of an intersection: its name and who leads it are proposed already.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { saidOf } from "../../api/problem";
import type { components } from "../../api/schema";
import { number } from "../../formats/formats";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { OrganisationOptions } from "../../parts/organisation_select";
import { sentences, titled } from "../../words/words";
import { likelyLead } from "./likely_lead";
import words from "./words.json";

const say = sentences(words);

export interface Made {
  id: string;
  etag: string;
  name: string;
  members: number;
}

interface Props {
  code: string;
  first: string;
  second: string;
  name: string;
  entries: components["schemas"]["IntersectingList"]["innovations"];
  without: ReadonlySet<string>;
  done: (made: Made) => void;
}

export function MakePackage({ code, first, second, name, entries, without, done }: Props) {
  const organisations = useOrganisations(code);
  const all = organisations.list;
  const members = entries.filter((one) => !without.has(one.id));
  const [own, setOwn] = useState<string>();
  const typed = own ?? name;
  const [lead, setLead] = useState<string>();
  const proposed = lead ?? likelyLead(members, all) ?? "";
  const change = useChange();

  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    const made = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/coverage/pairs/{first}/{second}/package", {
        params: { path: { code, first, second }, header: { "Idempotency-Key": key } },
        body: { name: typed, lead: proposed, without: [...without] },
      }),
    );
    if (!made) return;
    done({
      id: made.data.id,
      etag: made.response.headers.get("ETag") ?? "",
      name: made.data.name ?? typed,
      members: made.data.entries.length,
    });
  };

  return (
    <form class="picture-package" onSubmit={(event) => void make(event)}>
      <p>{titled(say("package_what"))}</p>
      <ProblemNotice problem={change.problem} />
      <div class="picture-choices">
        <Field label={say("package_name")} error={saidOf(change.problem, "/name")} required>
          {(given) => (
            <input
              {...given}
              value={typed}
              maxLength={200}
              onInput={(event) => setOwn(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={titled(say("package_lead"))} error={saidOf(change.problem, "/lead")} required>
          {(given) => (
            <select {...given} value={proposed} onChange={(event) => setLead(event.currentTarget.value)}>
              <OrganisationOptions organisations={all} none="" />
            </select>
          )}
        </Field>
      </div>
      <button type="submit" disabled={change.busy || members.length < 2} aria-busy={change.busy}>
        {say("make_package", { count: number(members.length) })}
      </button>
    </form>
  );
}
