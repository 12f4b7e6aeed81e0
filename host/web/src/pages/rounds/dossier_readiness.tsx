// How ready the region is, part by part, and its strengths, weaknesses, opportunities and threats.
import { sentences, titled } from "../../words/words";
import { DossierPart, type PartGiven } from "./dossier_part";
import { parts, readinessOf, readinessRows, sides, swotOf, swotRows } from "./dossier_typed";
import { RowsEditor } from "./rows_editor";
import words from "./words.json";

const say = sentences(words);
const steps = [0, 1, 2, 3, 4];

export function Readiness(given: PartGiven) {
  const title = titled(say("readiness"));
  const of = (part: (typeof parts)[number]) => given.dossier.readiness?.find((one) => one.part === part);
  return (
    <DossierPart
      {...given}
      title={title}
      rowsOf={readinessRows}
      bodyOf={(rows) => ({ readiness: readinessOf(rows) })}
      form={(rows, set, problem) => (
        <RowsEditor
          member="readiness"
          rowName={(place) => titled(say(`part_${parts[place] ?? "struktur"}`))}
          columns={[
            {
              key: "step",
              label: say("step"),
              options: () => [
                { value: "", text: say("not_assessed") },
                ...steps.map((step) => ({ value: String(step), text: say("step_of", { step }) })),
              ],
            },
            { key: "note", label: say("note_field"), kind: "long" },
          ]}
          rows={rows}
          set={set}
          problem={problem}
        />
      )}
    >
      <dl class="rounds-facts">
        {parts.map((part) => {
          const known = of(part);
          return (
            <div key={part}>
              <dt>{titled(say(`part_${part}`))}</dt>
              <dd>
                {known?.step === undefined ? (
                  say("not_assessed")
                ) : (
                  <>
                    <meter min={0} max={4} value={known.step} aria-hidden="true" />{" "}
                    {say("step_of", { step: known.step })}
                  </>
                )}
                {known?.note && <div>{known.note}</div>}
              </dd>
            </div>
          );
        })}
      </dl>
    </DossierPart>
  );
}

export function SwotQuadrants(given: PartGiven) {
  const items = given.dossier.swot ?? [];
  return (
    <DossierPart
      {...given}
      title={say("swot")}
      rowsOf={swotRows}
      bodyOf={(rows) => ({ swot: swotOf(rows) })}
      form={(rows, set, problem) => (
        <RowsEditor
          member="swot"
          rowName={(place) => say("swot_row", { place: place + 1 })}
          columns={[
            {
              key: "side",
              label: say("swot_side"),
              options: () => sides.map((side) => ({ value: side, text: titled(say(`side_${side}`)) })),
            },
            { key: "text", label: say("swot_text"), kind: "long", required: true },
            {
              key: "part",
              label: say("swot_part"),
              options: () => [
                { value: "", text: say("whole_region") },
                ...parts.map((part) => ({ value: part, text: titled(say(`part_${part}`)) })),
              ],
            },
          ]}
          rows={rows}
          set={set}
          problem={problem}
          fresh={{ side: "strength", part: "", text: "" }}
        />
      )}
    >
      <div class="rounds-swot">
        {sides.map((side) => {
          const own = items.filter((one) => one.side === side);
          return (
            <section key={side} class="rounds-box">
              <h3>{titled(say(`side_${side}`))}</h3>
              {own.length === 0 && <p>{say("nothing_noted")}</p>}
              <ul>
                {own.map((one, place) => (
                  <li key={place}>
                    {one.text} {one.part && <small>({say(`part_${one.part}`)})</small>}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </DossierPart>
  );
}
