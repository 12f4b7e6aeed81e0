// One account: its roles here, a new link for its password, its end, who takes over.
//
// Who hands over, or loses the last role here, is in the region's list no more: what was just done
// stays on the page, with its way back, until the page is left.
import { useRef, useState } from "preact/hooks";

import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { useResource } from "../../api/resource";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences } from "../../words/words";
import type { Account } from "./account";
import { AccountEnding } from "./account_ending";
import { AccountGrants } from "./account_grants";
import { AccountLink } from "./account_link";
import { HandOver } from "./hand_over";
import type { LinkCard } from "./link_card";
import { LinkCards } from "./link_cards";
import words from "./words.json";
import "./accounts.css";

const say = sentences(words);

export default function AccountPage({ region: code = "", id }: PathProps) {
  const organisations = useOrganisations(code);
  const accounts = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/accounts", { params: { path: { code } }, signal }),
    [code],
  );
  const [cards, setCards] = useState<LinkCard[]>([]);
  const all = accounts.value?.accounts;
  const here = all?.find((one) => one.id === id);
  const before = useRef<Account>();
  if (here) before.current = here;
  const left = before.current;
  const account = here ?? (left && left.id === id ? { ...left, grants: [] } : undefined);

  if (!all && accounts.problem) {
    return (
      <Page title={say("title")}>
        <ProblemNotice problem={accounts.problem} again={accounts.again} />
      </Page>
    );
  }
  if (!all) return <Loading />;
  if (!account) {
    return (
      <Empty title={say("not_found")}>
        <a href={`/${code}/akun`}>{say("back")}</a>
      </Empty>
    );
  }
  return (
    <Page title={account.name ?? ""} actions={<a href={`/${code}/akun`}>{say("back")}</a>}>
      <ProblemNotice problem={accounts.problem} again={accounts.again} />
      <div class="beside-cards">
        <p>
          {say("login")}: <strong>{account.login}</strong> (
          {say(!here ? "no_role_here" : here.disabled ? "disabled" : "active")})
        </p>
      </div>
      {cards.length > 0 ? (
        <LinkCards cards={cards} close={() => setCards([])} />
      ) : (
        <>
          <AccountGrants code={code} account={account} organisations={organisations} changed={accounts.again} />
          {here && <AccountLink code={code} account={here} organisations={organisations.byId} done={setCards} />}
          <HandOver code={code} account={account} all={all} isHere={!!here} changed={accounts.again} />
          {here && <AccountEnding code={code} account={here} changed={accounts.again} />}
        </>
      )}
    </Page>
  );
}
