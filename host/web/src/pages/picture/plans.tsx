// The plans beside the catalogue: programmes that no innovation carries out, and innovations that
// belong to no programme.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { number } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { emptyProgrammes } from "./picture";
import words from "./words.json";

const say = sentences(words);
const atFirst = 10;

type Found = components["schemas"]["PlanCoverage"];

/** A list that begins short. */
function Few<One>({ all, tell }: { all: readonly One[]; tell: (one: One) => ComponentChildren }) {
  const [whole, setWhole] = useState(false);
  if (all.length === 0) return <p>{say("all_linked")}</p>;
  return (
    <>
      <ul class="picture-columns">{(whole ? all : all.slice(0, atFirst)).map(tell)}</ul>
      {!whole && all.length > atFirst && (
        <button type="button" class="secondary picture-more" onClick={() => setWhole(true)}>
          {say("show_all", { count: number(all.length) })}
        </button>
      )}
    </>
  );
}

function Programmes({ programmes }: { programmes: Found["programmes"] }) {
  const groups = emptyProgrammes(programmes);
  const count = groups.reduce((sum, group) => sum + group.programmes.length, 0);
  return (
    <>
      <h3>{say("empty_programmes", { count: number(count), all: number(programmes.length) })}</h3>
      {programmes.length === 0 && <p>{say("no_plans")}</p>}
      {programmes.length > 0 && (
        <Few
          all={groups}
          tell={(group) => (
            <li key={`${group.plan} ${group.organisation ?? ""}`}>
              <strong>{[group.plan, group.organisation].filter(Boolean).join(", ")}</strong>
              <ul>
                {group.programmes.map((one) => (
                  <li key={one.item}>{[one.code, one.name].filter(Boolean).join(" ")}</li>
                ))}
              </ul>
            </li>
          )}
        />
      )}
    </>
  );
}

export function Plans({ code }: { code: string }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/coverage/plans", { params: { path: { code } }, signal }),
    [code],
  );
  const plans = found.value;
  const entry = (one: { id: string; name: string; owner?: string }, text?: string) => (
    <li key={`${one.id} ${text ?? ""}`}>
      <a href={`/${code}/inovasi/${one.id}`}>{one.name}</a>{" "}
      <small>{one.owner || say("owner_unknown")}</small>
      {text && <div>{text}</div>}
    </li>
  );
  return (
    <section>
      <h2>{titled(say("plans"))}</h2>
      <ProblemNotice problem={found.problem} again={found.again} />
      {plans && (
        <>
          <Programmes programmes={plans.programmes} />
          <h3>
            {say("without_programme", {
              count: number(plans.without_programme.length),
              all: number(plans.innovations),
            })}
          </h3>
          <Few all={plans.without_programme} tell={(one) => entry(one)} />
          {plans.unresolved.length > 0 && (
            <>
              <h3>{say("unresolved", { count: number(plans.unresolved.length) })}</h3>
              <Few all={plans.unresolved} tell={(one) => entry(one, one.text)} />
            </>
          )}
        </>
      )}
    </section>
  );
}
