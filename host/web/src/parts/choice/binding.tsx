// Which wishes leave no room, and who holds the places.
import { sentences } from "../../words/words";
import { type Choice, inWords, namesOf } from "./answers";
import "./choice.css";
import words from "./words.json";

const say = sentences(words);

export function Binding({ choice }: { choice: Pick<Choice, "binding"> }) {
  if (choice.binding.length === 0) return null;
  return (
    <section class="choose-part">
      <h2>{say("binding")}</h2>
      <ul>
        {choice.binding.map((one, at) => (
          <li key={at}>
            {inWords(one.text)}
            {one.holders.length > 0 && `: ${namesOf(one.holders)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
