// How far an entry fills IID, KIPP and the quick-win form, part by part.
import data from "registry-data/reporting_forms.json";

import { language } from "../../words/language";
import { sentences } from "../../words/words";
import { answersOf, type FormAnswer, type PartAnswer, type Pointer } from "./filled";
import "./filled_forms.css";
import words from "./words.json";

const say = sentences(words);

interface Props {
  entry: object;
  /** A link or button to the field that answers a part, where the page has one. */
  toField?: (pointer: Pointer, text: string) => preact.ComponentChildren;
}

function Part({ answer, toField }: { answer: PartAnswer } & Pick<Props, "toField">) {
  const { part, state } = answer;
  const title = part.title[language.value];
  const [first] = part.fields;
  return (
    <li class={`filled-part ${state}`}>
      <span>{first && state !== "filled" && toField ? toField(first, title) : title}</span>{" "}
      <small>
        {state === "too_long"
          ? say("too_long", { words: answer.words ?? 0, limit: part.words ?? 0 })
          : say(state)}
        {part.standing === "unconfirmed" && state === "too_long" && `; ${say("unconfirmed")}`}
      </small>
    </li>
  );
}

function Form({ answer, toField }: { answer: FormAnswer } & Pick<Props, "toField">) {
  const count = say("count", { filled: answer.filled, all: answer.parts.length });
  const name = answer.form.name[language.value];
  return (
    <details class="filled-form">
      <summary>
        <span>
          {name}: {count}
          <progress value={answer.filled} max={answer.parts.length} aria-label={`${name}: ${count}`} />
        </span>
      </summary>
      <ul>
        {answer.parts.map((one) => (
          <Part key={one.part.key} answer={one} toField={toField} />
        ))}
      </ul>
    </details>
  );
}

export function FilledForms({ entry, toField }: Props) {
  return (
    <section>
      <h2>{say("title")}</h2>
      {answersOf(data.forms, entry).map((answer) => (
        <Form key={answer.form.key} answer={answer} toField={toField} />
      ))}
    </section>
  );
}
