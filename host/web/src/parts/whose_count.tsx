// Whose count it is, where somebody who works in a region sees a part of it.
import { may, seesWholeRegion } from "../shell/session";
import { sentences } from "../words/words";
import words from "./words.json";

const say = sentences(words);

export function WhoseCount({ code }: { code: string }) {
  if (!may("read_internal", code) || seesWholeRegion(code)) return null;
  return <p>{say("whose_count")}</p>;
}
