// Where registering begins: an empty form, or one of those that are not finished.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useOrganisations } from "../../api/organisations";
import type { Problem } from "../../api/problem";
import { requestKey } from "../../api/request_key";
import { useResource } from "../../api/resource";
import { instant } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { region } from "../../shell/region";
import { me, session } from "../../shell/session";
import { sentences } from "../../words/words";
import { ownersFor } from "./fields/organisations";
import { SignInFirst } from "./form_page";
import "./register.css";
import { beginWorkingCopy } from "./server";
import words from "./words.json";

const say = sentences(words);

export default function NewPage({ region: code = "" }: PathProps) {
  const { route } = useLocation();
  const [key] = useState(requestKey);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const params = { path: { code } };
  const drafts = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/drafts", { params, signal }),
    [code],
  );
  const organisations = useOrganisations(code);
  if (!session.value) return <SignInFirst />;

  const begin = async () => {
    setBusy(true);
    const owners = ownersFor(me.value?.grants ?? [], code, organisations.list);
    const [owner] = owners.length === 1 ? owners : [];
    const made = await beginWorkingCopy(code, { entry_kind: "existing", owner: owner?.id }, key);
    setBusy(false);
    if (typeof made === "string") route(`/${code}/inovasi/${made}/isi`);
    else setProblem(made);
  };

  const zone = region.value?.time_zone;
  return (
    <Page title={say("title_new")}>
      <p>{say("new_what")}</p>
      <ProblemNotice problem={problem} />
      <div class="actions">
        <button type="button" aria-busy={busy} disabled={busy || organisations.loading} onClick={() => void begin()}>
          {say("begin")}
        </button>
      </div>
      <p class="register-quick">
        {say("quick")} <a href={`/${code}/catat`}>{say("quick_link")}</a>
      </p>
      <ProblemNotice problem={drafts.problem} again={drafts.again} />
      {drafts.value && drafts.value.drafts.length > 0 && (
        <section class="register-drafts">
          <h2>{say("drafts")}</h2>
          <ul>
            {drafts.value.drafts.map(({ innovation, at, name }) => (
              <li key={innovation}>
                <a href={`/${code}/inovasi/${innovation}/isi`}>{name?.trim() ? name : say("no_name")}</a>{" "}
                <small>{say("last_typed", { when: instant(at, zone) })}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
