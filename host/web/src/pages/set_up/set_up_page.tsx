// First set-up: from an empty region to one in which everybody has a card with a link.
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { region, type Region } from "../../shell/region";
import { may, session } from "../../shell/session";
import { askWho } from "../../shell/sign_in";
import { sentences } from "../../words/words";
import type { LinkCard } from "../accounts/link_card";
import { AccountsStep } from "./accounts_step";
import { CardsStep } from "./cards_step";
import { InnovationsStep } from "./innovations_step";
import { OrganisationsStep } from "./organisations_step";
import { RegionStep } from "./region_step";
import { StepList } from "./step_list";
import { type Step, addressOf, after, stepNamed } from "./steps";
import words from "./words.json";
import "./set_up.css";

const say = sentences(words);

function Content({ step, here, go }: { step: Step; here: Region; go: (step: Step) => void }) {
  const [cards, setCards] = useState<LinkCard[]>([]);
  const made = (links: LinkCard[]) => {
    setCards(links);
    go("cards");
  };
  switch (step) {
    case "organisations":
      return <OrganisationsStep code={here.code} />;
    case "accounts":
      return <AccountsStep code={here.code} made={made} />;
    case "cards":
      return <CardsStep cards={cards} accounts={() => go("accounts")} done={() => go("innovations")} />;
    case "innovations":
      return <InnovationsStep here={here} />;
    default:
      return null;
  }
}

export default function SetUpPage() {
  const { route, query } = useLocation();
  const found = useResource((signal) => api.GET("/api/v1/regions", { signal }), []);
  const own = found.value?.regions.filter((one) => may("administer_region", one.code)) ?? [];
  const here = own.find((one) => one.code === query.daerah) ?? (own.length === 1 ? own[0] : undefined);
  const step = here ? stepNamed(query.langkah) : "region";
  /** What may be done in it is asked for, then it is set up. */
  const added = async ({ code }: Region) => {
    await askWho().catch(() => undefined);
    found.again();
    route(addressOf("region", code));
  };
  const go = (to: Step) => route(addressOf(to, here?.code));

  useEffect(() => {
    if (here) region.value = here;
  }, [here]);

  if (!session.value) {
    return (
      <Empty title={say("title")} what={say("sign_in_what")}>
        <a href="/masuk?back=/siapkan">{say("sign_in")}</a>
      </Empty>
    );
  }
  const next = after(step);
  return (
    <Page title={say("title")}>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!found.value && found.loading && <Loading />}
      {found.value && (
        <>
          <StepList step={step} code={here?.code} />
          <h2 class="set-up-title beside-cards">{say(`step_${step}`)}</h2>
          {step === "region" && (
            <RegionStep own={own} here={here} added={(one) => void added(one)} />
          )}
          {here && <Content step={step} here={here} go={go} />}
          {here && next && step !== "cards" && (
            <a role="button" class="set-up-next" href={addressOf(next, here.code)}>
              {say("next")}: {say(`step_${next}`)}
            </a>
          )}
        </>
      )}
    </Page>
  );
}
