// Filling in an entry, or a working copy that is to become one.
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";

import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import type { Problem } from "../../api/problem";
import { useResource } from "../../api/resource";
import { useTaxonomy } from "../../api/taxonomy";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { session } from "../../shell/session";
import type { PathProps } from "../../shell/pages";
import { sentences, titled, word } from "../../words/words";
import type { PlanItem } from "./fields/plans";
import { Form } from "./form";
import "./register.css";
import { lastStep } from "./schema";
import { type Opened, openForm } from "./server";
import words from "./words.json";

const say = sentences(words);

function useOpened(id: string) {
  const [found, setFound] = useState<{ opened?: Opened; problem?: Problem; turn: number }>({ turn: 0 });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    void openForm(id).then((answer) => {
      if (!current) return;
      setFound("copy" in answer ? { opened: answer, turn } : { problem: answer, turn });
    });
    return () => {
      current = false;
    };
  }, [id, turn]);
  return { ...found, again: () => setTurn((before) => before + 1) };
}

function useChoosable(code: string) {
  const params = { path: { code } };
  const organisations = useOrganisations(code);
  const taxonomy = useTaxonomy();
  const plans = useResource((signal) => api.GET("/api/v1/regions/{code}/plans", { params, signal }), [code]);
  if (!organisations.known || !taxonomy || (!plans.value && plans.loading)) {
    return { problem: organisations.problem };
  }
  const planItems: PlanItem[] = (plans.value?.plans ?? []).flatMap((plan) =>
    (plan.items ?? []).map((item) => ({
      id: item.id,
      kind: plan.kind,
      name: item.name ?? item.code ?? "",
      plan: plan.name ?? `${word(plan.kind)} ${plan.organisation_name ?? ""} ${plan.first_year}-${plan.last_year}`,
    })),
  );
  return {
    choosable: {
      organisations: organisations.list,
      dimensions: taxonomy.dimensions,
      planItems,
    },
  };
}

export default function FormPage({ region: code = "", id = "" }: PathProps) {
  const { query } = useLocation();
  const { opened, problem, turn, again } = useOpened(id);
  const { choosable, problem: other } = useChoosable(code);
  const title = titled(say("title_form"));
  if (!session.value) return <SignInFirst />;
  if (problem ?? other) {
    return (
      <Page title={title}>
        <ProblemNotice problem={problem ?? other} again={again} />
      </Page>
    );
  }
  const step = Math.min(Math.max(Number(query.langkah ?? 1) - 1 || 0, 0), lastStep);
  return (
    <Page title={title}>
      {opened && choosable ? (
        <Form
          key={`${opened.id}-${turn}`}
          code={code}
          opened={opened}
          choosable={choosable}
          firstStep={step}
          again={again}
        />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

export function SignInFirst() {
  const back = encodeURIComponent(location.pathname + location.search);
  return (
    <Empty title={say("sign_in_first")} what={say("sign_in_first_what")}>
      <a role="button" href={`/masuk?back=${back}`}>
        {say("sign_in")}
      </a>
    </Empty>
  );
}
