// One sheet per organisation: its entries, what became of them, why, and what brings those that
// are out in next year. Each begins on a page of its own.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { day, number, rupiah } from "../../formats/formats";
import { type Candidate, reasonsOf, type Selection } from "../../parts/choice/answers";
import { Marks, Told } from "../../parts/choice/reasons";
import shared from "../../parts/choice/words.json";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { PrintButton } from "../../parts/print_button";
import type { PathProps } from "../../shell/pages";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import "./choose.css";
import { type Sheet, sheetsOf } from "./sheets";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

export default function SheetsPage({ region: code = "", id = "" }: PathProps) {
  const [only, setOnly] = useState("*");
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/selections/{id}", { params: { path: { code, id } }, signal }),
    [code, id],
  );
  const sheets = sheetsOf(found.value?.candidates ?? [], say("nobody"));
  return (
    <div class="choose-sheets">
      <Page
        title={say("sheets")}
        actions={
          <span class="no-print actions">
            <PrintButton first label={say("print")} />
            <a href={`/${code}/pilih/${id}`}>{say("back_to_run")}</a>
          </span>
        }
      >
        {!found.value && found.loading && <Loading />}
        <ProblemNotice problem={found.problem} again={found.again} />
        {found.value && (
          <>
            <div class="no-print narrow">
              <Field label={say("sheet_of")}>
                {(given) => (
                  <select {...given} value={only} onChange={(event) => setOnly(event.currentTarget.value)}>
                    <option value="*">{say("sheets_all", { count: sheets.length })}</option>
                    {sheets.map((one) => (
                      <option key={one.code} value={one.code}>
                        {one.name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
            {sheets
              .filter((one) => only === "*" || one.code === only)
              .map((one) => (
                <SheetOf key={one.code} sheet={one} selection={found.value as Selection} />
              ))}
          </>
        )}
      </Page>
    </div>
  );
}

function SheetOf({ sheet, selection }: { sheet: Sheet; selection: Selection }) {
  const chosen = sheet.candidates.filter((one) => one.chosen).length;
  return (
    <section class="choose-sheet">
      <h2>{sheet.name}</h2>
      <p>
        {say("sheet_what", {
          run: selection.name,
          region: region.value?.name ?? "",
          day: day(selection.as_of),
          entries: sheet.candidates.length,
          chosen,
        })}
      </p>
      {sheet.candidates.map((one) => (
        <Entry key={one.id} candidate={one} />
      ))}
    </section>
  );
}

function Entry({ candidate }: { candidate: Candidate }) {
  const { why, lacks, ways } = reasonsOf(candidate);
  return (
    <article class={`choose-article ${candidate.chosen ? "in" : "out"}`}>
      <h3>
        {candidate.name} <Marks candidate={candidate} />
      </h3>
      <p class="facts">
        <b>{say(candidate.chosen ? "fate_in" : "fate_out")}</b> · {say("score")} {number(candidate.score)} ·{" "}
        {candidate.cost === null ? say("cost_unknown") : rupiah(candidate.cost)}
      </p>
      <Told title={say(candidate.chosen ? "why_in" : "why_out")} statements={[...why, ...lacks]} />
      {!candidate.chosen &&
        (ways.length > 0 ? (
          <Told title={say("next_year")} statements={ways} kind="way" />
        ) : (
          <p>
            <strong>{say("next_year")}</strong>: {say("next_year_none")}
          </p>
        ))}
      <Told title={say("unproven")} statements={candidate.unverified} kind="doubt" />
    </article>
  );
}
