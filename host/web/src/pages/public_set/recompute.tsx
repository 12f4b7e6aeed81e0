// Reckoning it again: the problem, its certificate, the one command that checks both.
import { number } from "../../formats/formats";
import { sentences } from "../../words/words";
import { addressOf, type PublicSet } from "./public_set";
import words from "./words.json";

const say = sentences(words);

export function Recompute({ code, set }: { code: string; set: PublicSet }) {
  const { selection, shown } = set;
  const problem = `soal-${set.id}.json`;
  const certificate = `bukti-${set.id}.json`;
  return (
    <section class="choose-part" id="hitung-ulang">
      <h2>{say("recompute")}</h2>
      {shown.problem ? (
        <>
          <p>{say("recompute_what", { score: number(selection.score ?? 0) })}</p>
          <ol>
            <li>
              <a href={addressOf(code, set.id, "/problem")} download={problem}>
                {say("problem_file")}
              </a>
            </li>
            <li>
              <a href={addressOf(code, set.id, "/certificate")} download={certificate}>
                {say("certificate_file")}
              </a>
            </li>
            <li>
              {say("check")}
              <pre>
                <code>{`pilah check-certificate ${problem} ${certificate}`}</code>
              </pre>
            </li>
          </ol>
          <p>
            {say("solve")} <code>{`pilah solve ${problem}`}</code>
          </p>
        </>
      ) : (
        <p>{say("recompute_withheld")}</p>
      )}
      <ul>
        <li>{say("of_catalogue", { revision: selection.catalogue_revision, day: selection.as_of })}</li>
        {selection.plugins.map((one) => (
          <li key={one.id} class="public-set-digest">
            {say("of_rule", { rule: one.id ?? "", version: one.version ?? "", digest: one.digest ?? "" })}
          </li>
        ))}
      </ul>
    </section>
  );
}
