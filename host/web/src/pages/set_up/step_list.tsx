// Where one is in the set-up; every step may be gone to at any time.
import { sentences } from "../../words/words";
import { type Step, addressOf, steps } from "./steps";
import words from "./words.json";

const say = sentences(words);

export function StepList({ step, code }: { step: Step; code: string | undefined }) {
  return (
    <nav class="set-up-steps beside-cards" aria-label={say("steps")}>
      <ol>
        {steps.map((one) => (
          <li key={one} class={one === step ? "here" : undefined}>
            {code || one === "region" ? (
              <a href={addressOf(one, code)} aria-current={one === step ? "step" : undefined}>
                {say(`step_${one}`)}
              </a>
            ) : (
              <span>{say(`step_${one}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
