// The steps: beside the form on a wide screen, folded away on a phone.
import { useEffect, useState } from "preact/hooks";

import { language } from "../../words/language";
import { filled, sentences, titled } from "../../words/words";
import { lastStep, steps } from "./schema";
import words from "./words.json";

const say = sentences(words);

/** There is room for the steps beside the form (register.css). */
const wide = () => matchMedia("(min-width: 60rem)");

export function titleOf(step: number): string {
  const title = steps[step]?.title;
  return title ? titled(filled(title[language.value])) : say("last_step");
}

export function StepList({ step, go }: { step: number; go: (step: number) => void }) {
  const [open, setOpen] = useState(() => wide().matches);
  useEffect(() => {
    const screen = wide();
    const turned = () => setOpen(screen.matches);
    screen.addEventListener("change", turned);
    return () => screen.removeEventListener("change", turned);
  }, []);
  const all = lastStep + 1;
  return (
    <details class="register-steps" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("step_of", { number: step + 1, all, title: titleOf(step) })}</summary>
      <nav aria-label={say("steps")}>
        <ol>
          {Array.from({ length: all }, (_, at) => (
            <li key={at}>
              <a
                href={`?langkah=${at + 1}`}
                aria-current={at === step ? "step" : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  event.stopPropagation(); // the router would open the page anew
                  go(at);
                }}
              >
                {titleOf(at)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}
