// The few numbers above the map; each leads to the list behind it.
import { number } from "../../formats/formats";
import { sentences } from "../../words/words";
import { type Coverage, listAddress, type Totals } from "./picture";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  owner?: string;
  picture: Coverage;
  totals: Totals;
  /** Whether the lists of the catalogue are of the same state. */
  linked: boolean;
}

export function Facts({ code, owner, picture, totals, linked }: Props) {
  const fact = (count: number, text: string, filter?: Record<string, string>) => (
    <li key={text}>
      {linked && filter && count > 0 ? (
        <a href={listAddress(code, { owner, ...filter })}>
          <strong>{number(count)}</strong> {text}
        </a>
      ) : (
        <>
          <strong>{number(count)}</strong> {text}
        </>
      )}
    </li>
  );
  return (
    <ul class="picture-facts">
      {fact(picture.innovations, say("innovations"), {})}
      {fact(totals.covered, say("covered", { areas: totals.areas }))}
      {fact(totals.holes, say("holes"))}
      {fact(picture.unmapped, say("unmapped"), { has_primary_area: "false" })}
      {!owner && fact(picture.without_owner, say("without_owner"), { has_owner: "false" })}
    </ul>
  );
}
