// A new one-time link, for whoever forgot the password or lost the card.
import { api } from "../../api/client";
import { useChange } from "../../api/change";
import type { Organisation } from "../../api/organisations";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { Account } from "./account";
import { type LinkCard, cardsOf } from "./link_card";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  account: Account;
  organisations: ReadonlyMap<string, Organisation>;
  done: (cards: LinkCard[]) => void;
}

export function AccountLink({ code, account, organisations, done }: Props) {
  const making = useChange();
  const make = async () => {
    const made = await making.run((key) =>
      api.POST("/api/v1/regions/{code}/accounts/{id}/link", {
        params: { path: { code, id: account.id }, header: { "Idempotency-Key": key } },
      }),
    );
    if (!made?.data) return;
    const of = account.grants?.find((grant) => grant.organisation)?.organisation;
    done(cardsOf([{ account, organisation: of && organisations.get(of)?.name, ...made.data }]));
  };
  return (
    <section class="account-part">
      <h2>{say("new_link")}</h2>
      <p>{say("new_link_what")}</p>
      <ProblemNotice problem={making.problem} />
      <button type="button" class="secondary" aria-busy={making.busy} disabled={making.busy} onClick={() => void make()}>
        {say("make_link")}
      </button>
    </section>
  );
}
