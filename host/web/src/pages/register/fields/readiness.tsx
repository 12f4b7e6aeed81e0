// How ready it is, in described steps from 0 to 4.
import data from "registry-data/readiness_steps.json";
import { useId } from "preact/hooks";

import { sentences, titled } from "../../../words/words";
import type { Readiness } from "../typed";
import { Choices } from "./choice";
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
        const described = steps.map((text, at) => ({
          value: String(at),
          label: { id: `${at}: ${text.id}`, en: `${at}: ${text.en}` },
        }));
        return (
          <fieldset key={key} class="register-item">
            <legend>{titled(say(labels[key]))}</legend>
            <Choices
              name={`${id}-${key}`}
              choices={[{ value: "", label: words.not_said }, ...described]}
              value={String(readiness[key] ?? "")}
              change={(value) => change({ ...readiness, [key]: value === "" ? undefined : Number(value) })}
            />
          </fieldset>
        );
      })}
    </>
  );
}
