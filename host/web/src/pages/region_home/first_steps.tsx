// What to do first in a region that has nothing yet.
import type { Sentence } from "../../words/words";
import { Empty } from "../../parts/empty";
import { may } from "../../shell/session";
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

export function FirstSteps({ code }: { code: string }) {
  const possible = steps.filter((step) => may(step.deed, code));
  if (possible.length === 0) {
    return <Empty title={say("nothing_yet")} what={say("nothing_yet_what")} />;
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
