// Needs and challenges, the heaviest first, each with the reason for its weight.
import { areaName, dimensionName, said, type Taxonomy } from "../../api/taxonomy";
import { sentences, titled } from "../../words/words";
import { DossierPart, type PartGiven } from "./dossier_part";
import { byWeight, needRows, needsOfRows, type TypedRow } from "./dossier_typed";
import { type Column, RowsEditor } from "./rows_editor";
import words from "./words.json";

const say = sentences(words);

function columns(taxonomy: Taxonomy): Column[] {
  const areasOf = (row: TypedRow) =>
    taxonomy.dimensions.find((one) => one.key === row.dimension)?.areas ?? [];
  const options = (all: Taxonomy["dimensions"][number]["areas"]) =>
    all.map((one) => ({ value: one.key, text: said(one.name) }));
  return [
    {
      key: "kind",
      label: say("need_kind"),
      options: () => [
        { value: "need", text: titled(say("kind_need")) },
        { value: "challenge", text: say("kind_challenge") },
      ],
    },
    { key: "text", label: say("need_text"), kind: "long", required: true },
    {
      key: "dimension",
      label: titled(say("dimension")),
      options: () => options(taxonomy.dimensions.map(({ key, name }) => ({ key, name }))),
    },
    {
      key: "area",
      label: titled(say("area")),
      options: (row) => [{ value: "", text: say("whole_dimension") }, ...options(areasOf(row))],
    },
    { key: "weight", label: titled(say("need_weight")), kind: "number", required: true },
    { key: "reason", label: say("need_reason"), kind: "long", required: true },
  ];
}

export function Needs({ taxonomy, ...given }: PartGiven & { taxonomy: Taxonomy }) {
  const needs = byWeight(given.dossier.needs ?? []);
  const title = titled(say("needs_title"));
  return (
    <DossierPart
      {...given}
      title={title}
      rowsOf={needRows}
      bodyOf={(rows) => ({ needs: needsOfRows(rows) })}
      form={(rows, set, problem) => (
        <RowsEditor
          member="needs"
          rowName={(place) => titled(say("need_row", { place: place + 1 }))}
          columns={columns(taxonomy)}
          rows={rows}
          set={set}
          problem={problem}
          fresh={{
            kind: "need",
            dimension: taxonomy.dimensions[0]?.key ?? "",
            area: "",
            text: "",
            weight: "",
            reason: "",
          }}
        />
      )}
    >
      {needs.length === 0 ? (
        <p>{titled(say("no_needs"))}</p>
      ) : (
        <div class="wide" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col">{titled(say("dimension"))}</th>
                <th scope="col" class="number">{titled(say("need_weight"))}</th>
                <th scope="col">{say("need_reason")}</th>
              </tr>
            </thead>
            <tbody>
              {needs.map((one, place) => (
                <tr key={place}>
                  <th scope="row">
                    {one.text} <small>({say(one.kind === "challenge" ? "kind_challenge" : "kind_need")})</small>
                  </th>
                  <td>
                    {dimensionName(taxonomy, one.dimension ?? "")}
                    {one.area && `, ${areaName(taxonomy, one.area)}`}
                  </td>
                  <td class="number">{one.weight}</td>
                  <td>{one.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </DossierPart>
  );
}
