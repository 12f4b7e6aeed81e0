// An account for each organisation, all at once.
import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import { useResource } from "../../api/resource";
import { number } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { ForAllForm } from "../accounts/for_all_form";
import type { LinkCard } from "../accounts/link_card";
import words from "./words.json";

const say = sentences(words);

export function AccountsStep({ code, made }: { code: string; made: (cards: LinkCard[]) => void }) {
  const organisations = useOrganisations(code);
  const accounts = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/accounts", { params: { path: { code } }, signal }),
    [code],
  );
  return (
    <>
      <ProblemNotice problem={organisations.problem ?? accounts.problem} again={accounts.again} />
      {accounts.value && <p>{say("accounts_now", { count: number(accounts.value.accounts.length) })}</p>}
      {organisations.known && organisations.list.length === 0 && <p>{say("organisations_first")}</p>}
      {organisations.list.length > 0 && <ForAllForm code={code} organisations={organisations.list} done={made} />}
    </>
  );
}
