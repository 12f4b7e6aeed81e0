// The region that is set up. A host's regions are added by a command on the host; whoever
// administers the host becomes administrator of the region, too, to do the rest.
import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { Notice, ProblemNotice } from "../../parts/notice";
import type { Region } from "../../shell/region";
import { may, me, session } from "../../shell/session";
import { askWho } from "../../shell/sign_in";
import { sentences } from "../../words/words";
import { addressOf } from "./steps";
import words from "./words.json";

const say = sentences(words);

interface Props {
  regions: Region[];
  own: Region[];
  here: Region | undefined;
  again: () => void;
}

function Become({ here }: { here: Region }) {
  const granting = useChange();
  const account = session.value?.account;
  const name = here.name ?? here.code;
  if (may("import", here.code)) {
    return (
      <Notice kind="good">
        <p>
          {say("chosen", { name, code: here.code })}. {say("became")}
        </p>
      </Notice>
    );
  }
  if (!account) return null;
  const become = async () => {
    const granted = await granting.run(() =>
      api.POST("/api/v1/regions/{code}/accounts/{id}/grants", {
        params: { path: { code: here.code, id: account.id } },
        body: { role: "region-administrator" },
      }),
    );
    if (!granted) return;
    await askWho();
  };
  return (
    <>
      <p>{say("become", { name })}</p>
      <ProblemNotice problem={granting.problem} />
      <button type="button" aria-busy={granting.busy} disabled={granting.busy} onClick={() => void become()}>
        {say("become_do", { name })}
      </button>
    </>
  );
}

export function RegionStep({ regions, own, here, again }: Props) {
  if (regions.length === 0) {
    return (
      <>
        <p>{say("region_none")}</p>
        <pre>
          <code>pilah init --region 13.11</code>
        </pre>
        <button type="button" class="secondary" onClick={again}>
          {say("look_again")}
        </button>
      </>
    );
  }
  if (own.length === 0) {
    return (
      <Notice kind="note">
        <p>{say("may_not")}</p>
        <p>{say("may_not_what")}</p>
      </Notice>
    );
  }
  return (
    <>
      {own.length > 1 && (
        <>
          <p>{say("region_what")}</p>
          <ul>
            {own.map((one) => (
              <li key={one.code}>
                <a href={addressOf("region", one.code)} aria-current={one.code === here?.code ? "true" : undefined}>
                  {one.name} ({one.code})
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {here && <Become key={here.code} here={here} />}
      {me.value?.administers_host && (
        <details>
          <summary>{say("region_other")}</summary>
          <p>{say("region_another")}</p>
          <pre>
            <code>pilah init --region 51.08</code>
          </pre>
        </details>
      )}
    </>
  );
}
