// Who works in the region's catalogue, and how they come to be: one by one, for all
// organisations at once, or from a list of people.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { useResource } from "../../api/resource";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences } from "../../words/words";
import { AccountTable } from "./account_table";
import { AccountsForAll } from "./accounts_for_all";
import { AccountsFromList } from "./accounts_from_list";
import { AddAccount } from "./add_account";
import type { LinkCard } from "./link_card";
import { LinkCards } from "./link_cards";
import words from "./words.json";

const say = sentences(words);

type Asked = "one" | "all" | "list";

export default function AccountsPage({ region: code = "" }: PathProps) {
  const organisations = useOrganisations(code);
  const accounts = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/accounts", { params: { path: { code } }, signal }),
    [code],
  );
  const [asked, setAsked] = useState<Asked>();
  const [cards, setCards] = useState<LinkCard[]>([]);

  const made = (links: LinkCard[]) => {
    setAsked(undefined);
    setCards(links);
    accounts.again();
  };
  const close = () => setAsked(undefined);

  if (cards.length > 0) {
    return (
      <Page title={say("title")}>
        <LinkCards cards={cards} close={() => setCards([])} />
      </Page>
    );
  }
  return (
    <Page
      title={say("title")}
      actions={
        <>
          <button type="button" onClick={() => setAsked("one")}>
            {say("add")}
          </button>
          <button type="button" class="secondary" onClick={() => setAsked("all")}>
            {say("for_all")}
          </button>
          <button type="button" class="secondary" onClick={() => setAsked("list")}>
            {say("from_list")}
          </button>
        </>
      }
    >
      <p>{say("what")}</p>
      <ProblemNotice problem={accounts.problem ?? organisations.problem} again={accounts.again} />
      {!accounts.value && accounts.loading && <Loading />}
      {accounts.value && (
        <AccountTable code={code} accounts={accounts.value.accounts} organisations={organisations.byId} />
      )}
      {asked === "one" && <AddAccount code={code} organisations={organisations.list} done={made} close={close} />}
      {asked === "all" && <AccountsForAll code={code} organisations={organisations.list} done={made} close={close} />}
      {asked === "list" && (
        <AccountsFromList code={code} done={made} taken={accounts.again} close={close} />
      )}
    </Page>
  );
}
