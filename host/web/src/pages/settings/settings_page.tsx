// What a region shows to everybody, and until when it takes submissions.
import { useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";

import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { PublicationPart } from "./publication_part";
import { SettingsTabs } from "./settings_tabs";
import { SubmissionPart } from "./submission_part";
import words from "./words.json";

const say = sentences(words);

export default function SettingsPage({ region: code = "" }: PathProps) {
  const { route } = useLocation();
  const administers = may("administer_region", code);
  const moderatesOnly = !administers && may("moderate", code);
  useEffect(() => {
    if (moderatesOnly) route(`/${code}/atur/usulan`, true);
  }, [moderatesOnly, code]);
  return (
    <Page title={say("title")}>
      <SettingsTabs code={code} />
      <PublicationPart code={code} />
      <SubmissionPart code={code} />
      {administers && <a href={`/siapkan?daerah=${code}`}>{say("set_up")}</a>}
    </Page>
  );
}
