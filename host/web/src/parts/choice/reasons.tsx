// Why a candidate is in or out, what it lacks, the cheapest way in, and what of it is assumed or
// not proven: all in the sentences of the API.
import { sentences } from "../../words/words";
import { type Explained, inWords, reasonsOf, type Statement } from "./answers";
import "./choice.css";
import words from "./words.json";

const say = sentences(words);

/** Statements under a heading; without any, nothing. */
export function Told({ title, statements, kind }: { title: string; statements: Statement[]; kind?: string }) {
  if (statements.length === 0) return null;
  return (
    <div class={`choose-told ${kind ?? ""}`}>
      <strong>{title}</strong>
      <ul>
        {statements.map((one, at) => (
          <li key={at}>{inWords(one.text)}</li>
        ))}
      </ul>
    </div>
  );
}

export function Reasons({ candidate }: { candidate: Explained }) {
  const { why, lacks, ways } = reasonsOf(candidate);
  return (
    <>
      <Told title={say(candidate.chosen ? "why_in" : "why_out")} statements={why} />
      <Told title={say("lacks")} statements={lacks} />
      <Told title={say("way_in")} statements={ways} kind="way" />
      <Told title={say("assumed")} statements={candidate.assumed} kind="doubt" />
      <Told title={say("unproven")} statements={candidate.unverified} kind="doubt" />
    </>
  );
}

/** Small words beside a name: what rests on an assumption or on a claim without proof. */
export function Marks({ candidate, forced }: { candidate: Explained; forced?: "include" | "exclude" }) {
  return (
    <>
      {candidate.kind === "package" && <span class="choose-mark">{say("package")}</span>}
      {!candidate.eligible && <span class="choose-mark">{say("not_eligible")}</span>}
      {forced && <span class="choose-mark bold">{say(forced === "include" ? "forced_in" : "forced_out")}</span>}
      {candidate.assumed.length > 0 && <span class="choose-mark doubt">{say("mark_assumed")}</span>}
      {candidate.unverified.length > 0 && <span class="choose-mark doubt">{say("mark_unproven")}</span>}
    </>
  );
}
