// What to do first in a region that has nothing yet.
import type { Sentence } from "../../words/words";
import { Empty } from "../../parts/empty";
import { may, me, ownRegions, session } from "../../shell/session";
import { language } from "../../words/language";
import { filled, sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Step {
  href: string;
  text: Sentence;
  deed: string;
}

const steps: Step[] = [
  { href: "akun", text: words.first_accounts, deed: "administer_region" },
  { href: "daftar", text: words.first_list, deed: "import" },
  { href: "catat", text: words.first_register, deed: "register" },
];

/** Why the reader sees nothing; whoever has a role here and no such step knows. */
function reason(code: string): string | undefined {
  if (!session.value) return say("nothing_yet_what");
  return ownRegions.value.includes(code) ? undefined : say("no_role_what");
}

export function FirstSteps({ code }: { code: string }) {
  const possible = steps.filter((step) => may(step.deed, code));
  if (possible.length === 0) {
    return (
      <Empty title={say("nothing_yet")} what={reason(code)}>
        {me.value?.administers_host && <a href={`/siapkan?daerah=${code}`}>{say("set_up")}</a>}
      </Empty>
    );
  }
  return (
    <section class="empty">
      <h2>{say("first_title")}</h2>
      <ol class="region-home-first">
        {possible.map((step) => (
          <li key={step.href}>
            <a href={`/${code}/${step.href}`}>{filled(step.text[language.value])}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
