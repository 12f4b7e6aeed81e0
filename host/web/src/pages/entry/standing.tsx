// What is to be known first: why it came back, what still lacks, what a late step met.
import type { components } from "../../api/schema";
import { placeName } from "../../parts/innovation/field_names";
import type { Names } from "../../parts/innovation/names";
import type { Innovation } from "../../parts/innovation/value_words";
import { Notice } from "../../parts/notice";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import { DifferenceTable } from "./difference_table";
import { differences } from "./entry_difference";
import words from "./words.json";

const say = sentences(words);

type Review = components["schemas"]["Review"];

export function Returned({ review }: { review: Review }) {
  if (review.status !== "returned" || review.reasons.length === 0) return null;
  return (
    <Notice kind="bad">
      <p>
        <strong>{say("returned_title")}</strong>
      </p>
      <ul>
        {review.reasons.map((reason, place) => (
          <li key={place}>
            <strong>{placeName(reason.pointer ?? "")}:</strong> {reason.text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function Lacking({ review, registers }: { review: Review; registers: boolean }) {
  const isOpen = review.status === "draft" || review.status === "returned";
  if (!registers || !isOpen || review.lacking.length === 0) return null;
  return (
    <Notice kind="note">
      <p>
        <strong>{say("lacking_title")}</strong>
      </p>
      <ul>
        {review.lacking.map((one) => (
          <li key={one.pointer + one.kind}>{one.text[language.value]}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface LateProps {
  seen: Innovation;
  now: Innovation;
  names: Names;
}

/** Somebody else was faster: what the reader saw, and what it is now. */
export function Late({ seen, now, names }: LateProps) {
  const changes = differences(seen, now);
  return (
    <Notice kind="note">
      <p>{say("late")}</p>
      {changes.length > 0 && (
        <DifferenceTable
          caption={say("late_caption")}
          titles={[say("seen"), say("now")]}
          changes={changes}
          names={names}
        />
      )}
    </Notice>
  );
}
