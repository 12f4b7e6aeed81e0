// Figures of the region, each with its source and year.
import { sentences } from "../../words/words";
import { DossierPart, type PartGiven } from "./dossier_part";
import { figureRows, figuresOf } from "./dossier_typed";
import { type Column, RowsEditor } from "./rows_editor";
import words from "./words.json";

const say = sentences(words);

const columns = (): Column[] => [
  { key: "name", label: say("figure_name"), required: true },
  { key: "value", label: say("figure_value"), required: true },
  { key: "unit", label: say("figure_unit") },
  { key: "source", label: say("figure_source"), required: true },
  { key: "year", label: say("figure_year"), kind: "number", required: true },
];

export function Figures(given: PartGiven) {
  const figures = given.dossier.figures ?? [];
  return (
    <DossierPart
      {...given}
      title={say("figures")}
      rowsOf={figureRows}
      bodyOf={(rows) => ({ figures: figuresOf(rows) })}
      form={(rows, set, problem) => (
        <RowsEditor
          member="figures"
          rowName={(place) => say("figure_row", { place: place + 1 })}
          columns={columns()}
          rows={rows}
          set={set}
          problem={problem}
          fresh={{ name: "", value: "", unit: "", source: "", year: "" }}
        />
      )}
    >
      {figures.length === 0 ? (
        <p>{say("no_figures")}</p>
      ) : (
        <div class="wide" tabIndex={0} role="region" aria-label={say("figures")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("figure_name")}</th>
                <th scope="col" class="number">{say("figure_value")}</th>
                <th scope="col">{say("figure_source")}</th>
                <th scope="col">{say("figure_year")}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((one, place) => (
                <tr key={place}>
                  <th scope="row">{one.name}</th>
                  <td class="number">
                    {one.value} {one.unit}
                  </td>
                  <td>{one.source}</td>
                  <td>{one.year}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </DossierPart>
  );
}
