// Accounts for every organisation that nobody can sign in for, and their links.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useChange } from "../../api/change";
import type { Organisation } from "../../api/organisations";
import { number } from "../../formats/formats";
import { Notice, ProblemNotice } from "../../parts/notice";
import { organisationKindWord } from "../../parts/organisation_kind";
import { sentences, titled } from "../../words/words";
import { type LinkCard, cardsOf } from "./link_card";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  organisations: Organisation[];
  done: (cards: LinkCard[]) => void;
}

export function ForAllForm({ code, organisations, done }: Props) {
  const making = useChange();
  const [nobody, setNobody] = useState(false);
  const kinds = [...new Set(organisations.map((one) => one.kind))].sort();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const wanted = kinds.filter((kind) => form.get(kind) !== null);
    setNobody(false);
    const made = await making.run(() =>
      api.POST("/api/v1/regions/{code}/accounts/for-organisations", {
        params: { path: { code }, query: { kind: wanted, renew: form.get("renew") !== null } },
      }),
    );
    if (!made?.data) return;
    const cards = cardsOf(made.data.rows);
    if (cards.length > 0) done(cards);
    else setNobody(true);
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{say("all_what")}</p>
      <ProblemNotice problem={making.problem} />
      {nobody && (
        <Notice kind="note">
          <p>{say("nobody")}</p>
        </Notice>
      )}
      <fieldset>
        <legend>{say("kinds")}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" name={kind} defaultChecked />
            {titled(organisationKindWord(kind))} ({number(organisations.filter((one) => one.kind === kind).length)})
          </label>
        ))}
      </fieldset>
      <label>
        <input type="checkbox" name="renew" />
        {say("renew")}
      </label>
      <button type="submit" aria-busy={making.busy} disabled={making.busy}>
        {say("make_all")}
      </button>
    </form>
  );
}
