// Digital or not; and if so, what it does with which application.
import { useId } from "preact/hooks";

import { sentences } from "../../../words/words";
import { applicationUses } from "../schema";
import type { Application } from "../typed";
import { Choices } from "./choice";
import words from "./words.json";

const say = sentences(words);

interface Props {
  digital: boolean | undefined;
  application: Application | undefined;
  change: (digital: boolean, application: Application | undefined) => void;
}

const useOf = (value: string): Application["use"] =>
  value === "extends" || value === "reuses" ? value : "builds";

export function Digital({ digital, application, change }: Props) {
  const id = useId();
  return (
    <>
      <Choices
        name={id}
        choices={[
          { value: "no", label: words.not_digital },
          { value: "yes", label: words.digital },
        ]}
        value={digital === undefined ? undefined : digital ? "yes" : "no"}
        change={(value) => change(value === "yes", application)}
      />
      {digital && (
        <div class="register-inside">
          <p>{say("application_use")}</p>
          <Choices
            name={`${id}-use`}
            choices={applicationUses}
            value={application?.use}
            change={(use) => change(true, { ...application, use: useOf(use) })}
          />
          <label for={`${id}-name`}>{say("application_name")}</label>
          <input
            id={`${id}-name`}
            type="text"
            maxLength={500}
            autocomplete="off"
            value={application?.name ?? ""}
            onInput={(event) =>
              change(true, { ...application, use: application?.use ?? "builds", name: event.currentTarget.value })
            }
          />
        </div>
      )}
    </>
  );
}
