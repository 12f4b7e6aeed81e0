// What an amendment changed: who left, who came, why, by which decree, who signs again.
import { sentences } from "../../words/words";
import { nameOf, type QuickWinSet } from "./set";
import words from "./words.json";

const say = sentences(words);

export function Amended({ code, set }: { code: string; set: QuickWinSet }) {
  const { amendment } = set;
  if (!amendment) return null;
  const named = (ids: readonly string[] | undefined) =>
    (ids ?? []).map((id) => {
      const placed = set.candidates.find((one) => one.candidate === id);
      return placed ? nameOf(set, placed) : id;
    });
  const list = (title: string, names: string[]) =>
    names.length > 0 && (
      <p>
        <strong>{title}</strong> {names.join("; ")}
      </p>
    );
  const again = set.signatories.filter((one) => amendment.signs_again?.includes(one.person));
  return (
    <section class="quick-win-amended">
      <h2>{say("amendment")}</h2>
      <p>
        {amendment.reason} ({amendment.decree})
      </p>
      {list(say("left"), named(amendment.left))}
      {list(say("came"), named(amendment.came))}
      {list(
        say("signs_again"),
        again.map((one) => one.name),
      )}
      {set.amends && (
        <p class="no-print">
          <a href={`/${code}/quick-win/${set.amends}`}>{say("older")}</a>
        </p>
      )}
    </section>
  );
}
