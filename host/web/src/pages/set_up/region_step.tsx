// The region that is set up. Whoever administers the host adds its regions, and becomes
// administrator of a region, too, to do the rest.
import { api } from "../../api/client";
import { useChange } from "../../api/change";
import { Notice, ProblemNotice } from "../../parts/notice";
import type { Region } from "../../shell/region";
import { may, me, session } from "../../shell/session";
import { askWho } from "../../shell/sign_in";
import { sentences } from "../../words/words";
import { AddRegion } from "./add_region";
import { addressOf } from "./steps";
import words from "./words.json";

const say = sentences(words);

interface Props {
  own: Region[];
  here: Region | undefined;
  added: (region: Region) => void;
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

export function RegionStep({ own, here, added }: Props) {
  const adds = me.value?.administers_host === true;
  if (own.length === 0 && adds) {
    return (
      <>
        <p>{say("region_none")}</p>
        <AddRegion added={added} />
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
      {adds && (
        <details key={own.length}>
          <summary>{say("region_other")}</summary>
          <AddRegion added={added} />
        </details>
      )}
    </>
  );
}
