// How ready it is, in described steps from 0 to 4.
import data from "registry-data/readiness_steps.json";
import { useId } from "preact/hooks";

import { language } from "../../../words/language";
import { sentences, titled } from "../../../words/words";
import type { Readiness } from "../typed";
import words from "./words.json";

const say = sentences(words);

const labels = {
  struktur: "readiness_struktur",
  infrastruktur: "readiness_infrastruktur",
  suprastruktur: "readiness_suprastruktur",
} as const;

const isPart = (key: string): key is keyof typeof labels => key in labels;

interface Props {
  readiness: Readiness;
  change: (readiness: Readiness) => void;
}

export function ReadinessSteps({ readiness, change }: Props) {
  const id = useId();
  return (
    <>
      {data.parts.map(({ key, steps }) => {
        if (!isPart(key)) return null;
        const step = readiness[key];
        return (
          <div key={key} class="register-readiness">
            <label for={`${id}-${key}`}>{titled(say(labels[key]))}</label>
            <select
              id={`${id}-${key}`}
              value={step === undefined ? "" : String(step)}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change({ ...readiness, [key]: value === "" ? undefined : Number(value) });
              }}
            >
              <option value="">{say("not_said")}</option>
              {steps.map((text, at) => (
                <option key={at} value={String(at)}>
                  {at}: {text[language.value]}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </>
  );
}
