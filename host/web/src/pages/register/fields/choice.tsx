// One of a few: radio buttons while all fit on a phone's screen.
import { language } from "../../../words/language";
import { filled, titled } from "../../../words/words";
import type { Choice } from "../schema";

interface Props {
  name: string;
  choices: Choice[];
  value: string | undefined;
  change: (value: string) => void;
}

export function Choices({ name, choices, value, change }: Props) {
  return (
    <>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => change(choice.value)}
          />
          {titled(filled(choice.label[language.value]))}
        </label>
      ))}
    </>
  );
}
