// Why a verifier returned the entry: each reason leads to its field, on whichever step that is.
import { placeName } from "../../parts/innovation/field_names";
import { Notice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { placeOf } from "./schema";
import type { Review } from "./server";
import words from "./words.json";

const say = sentences(words);

interface Props {
  reasons: Review["reasons"];
  toField: (pointer: string) => void;
}

export function ReturnedBecause({ reasons, toField }: Props) {
  return (
    <Notice kind="note">
      <p>
        <strong>{say("returned")}</strong>
      </p>
      <ul>
        {reasons.map(({ pointer = "", text }, place) => (
          <li key={place}>
            {placeOf(pointer) ? (
              <a
                href={`#isian-${placeOf(pointer)?.key}`}
                onClick={(event) => {
                  event.preventDefault();
                  toField(pointer);
                }}
              >
                {placeName(pointer)}
              </a>
            ) : (
              placeName(pointer)
            )}
            {": "}
            {text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
