// Vision, missions and policy directions.
import { saidOf } from "../../api/problem";
import { Field } from "../../parts/field";
import { sentences, titled } from "../../words/words";
import { DossierPart, type PartGiven } from "./dossier_part";
import { directionOf, directionRow, type TypedRow } from "./dossier_typed";
import words from "./words.json";

const say = sentences(words);

export function Direction(given: PartGiven) {
  const { vision, missions = [], policies = [] } = given.dossier;
  const title = titled(say("direction"));
  const nothing = !vision && missions.length === 0 && policies.length === 0;
  return (
    <DossierPart
      {...given}
      title={title}
      rowsOf={(dossier) => [directionRow(dossier)]}
      bodyOf={([row = {}]) => directionOf(row)}
      form={([row = {}], set, problem) => {
        const area = (key: keyof TypedRow & ("vision" | "missions" | "policies")) => (
          <Field
            label={titled(say(key))}
            help={key === "vision" ? undefined : say("one_a_line")}
            error={saidOf(problem, `/${key}`)}
          >
            {(field) => (
              <textarea
                {...field}
                rows={key === "vision" ? 2 : 5}
                value={row[key] ?? ""}
                onInput={(event) => set([{ ...row, [key]: event.currentTarget.value }])}
              />
            )}
          </Field>
        );
        return (
          <>
            {area("vision")}
            {area("missions")}
            {area("policies")}
          </>
        );
      }}
    >
      {nothing && <p>{say("nothing_noted")}</p>}
      {vision && (
        <>
          <h3>{titled(say("vision"))}</h3>
          <p>{vision}</p>
        </>
      )}
      {missions.length > 0 && (
        <>
          <h3>{titled(say("missions"))}</h3>
          <ol>
            {missions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </>
      )}
      {policies.length > 0 && (
        <>
          <h3>{titled(say("policies"))}</h3>
          <ol>
            {policies.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </>
      )}
    </DossierPart>
  );
}
