// What the entry claims, beside what a verifier found, and the files that prove it.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import type { components } from "../../api/schema";
import { number } from "../../formats/formats";
import { partialDate } from "../../formats/partial_date";
import { Field } from "../../parts/field";
import { placeName } from "../../parts/innovation/field_names";
import { valueLines } from "../../parts/innovation/value_text";
import type { Names } from "../../parts/innovation/names";
import type { Innovation } from "../../parts/innovation/value_words";
import { ProblemNotice } from "../../parts/notice";
import { sentences, titled } from "../../words/words";
import { ReasonBeside } from "./return_form";
import type { Writing } from "./return_reasons";
import words from "./words.json";

const say = sentences(words);

export type Claims = components["schemas"]["Claims"];
type Claim = Claims["claims"][number];
type Indicator = NonNullable<Innovation["indicators"]>[number];

/** "/indicators/2": 2. */
function indicatorOf(field: string): number | undefined {
  const found = /^\/indicators\/(\d+)$/.exec(field)?.[1];
  return found === undefined ? undefined : Number(found);
}

function Files({ id, claim }: { id: string; claim: Claim }) {
  if (claim.files.length === 0) return <em class="entry-unknown">{say("no_files")}</em>;
  return (
    <ul class="entry-files">
      {claim.files.map((file) => (
        <li key={file.sha256}>
          <a href={`/api/v1/innovations/${id}/evidence/${file.sha256}`} target="_blank" rel="noopener">
            {file.file_name ?? say("file")}
          </a>
          {file.size !== undefined && <small> {say("kilobytes", { size: number(Math.ceil(file.size / 1024)) })}</small>}
        </li>
      ))}
    </ul>
  );
}

interface FoundProps {
  id: string;
  etag: string;
  place: number;
  indicator: Indicator | undefined;
  done: () => void;
}

/** What a verifier found, beside what was claimed; earlier values stay. */
function FoundValue({ id, etag, place, indicator, done }: FoundProps) {
  const [open, setOpen] = useState(false);
  const { run, problem } = useChange();
  if (!open) {
    return (
      <button type="button" class="quiet" onClick={() => setOpen(true)}>
        {say("note_found")}
      </button>
    );
  }
  const verified = indicator?.verified ?? [];
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const one = { date: String(given.get("date")), value: String(given.get("value")) };
    const saved = await run(() =>
      api.PUT("/api/v1/innovations/{id}/indicators/{indicator}/verified", {
        params: { path: { id, indicator: String(place) }, header: { "If-Match": etag } },
        body: { verified: [...verified, one] },
      }),
    );
    if (!saved) return;
    setOpen(false);
    done();
  };
  const last = `/verified/${verified.length}`;
  return (
    <form class="entry-found" onSubmit={(event) => void save(event)}>
      <ProblemNotice problem={problem} />
      <Field label={say("found_on")} error={saidOf(problem, `${last}/date`)} required>
        {(given) => <input {...given} name="date" type="date" />}
      </Field>
      <Field label={say("found_value")} error={saidOf(problem, `${last}/value`)} required>
        {(given) => <input {...given} name="value" inputMode="decimal" maxLength={40} autocomplete="off" />}
      </Field>
      <div class="actions">
        <button type="submit">{say("save")}</button>
        <button type="button" class="secondary" onClick={() => setOpen(false)}>
          {say("cancel")}
        </button>
      </div>
    </form>
  );
}

const valueOn = (value: Claim["claimed"], unit: string | undefined) =>
  value ? `${value.value ?? "–"}${unit ? ` ${unit}` : ""} (${partialDate(value.date)})` : "–";

interface Props {
  id: string;
  etag: string;
  claims: Claims;
  entry: Innovation;
  names: Names;
  verifies: boolean;
  writing?: Writing;
  again: () => void;
}

export function ClaimsView({ id, etag, claims, entry, names, verifies, writing, again }: Props) {
  return (
    <section class="entry-group" id="bukti">
      <h2>{say("evidence")}</h2>
      {claims.claims.length === 0 ? (
        <p class="entry-unknown">{say("no_claims")}</p>
      ) : (
        <div class="wide" tabIndex={0} role="region" aria-label={say("evidence")}>
          <table role="table" class="entry-stacked">
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">{say("claim")}</th>
                <th scope="col" role="columnheader">{say("claimed")}</th>
                <th scope="col" role="columnheader">{say("found")}</th>
                <th scope="col" role="columnheader">{say("files")}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {claims.claims.map((claim) => {
                const place = indicatorOf(claim.field);
                const indicator = place === undefined ? undefined : entry.indicators?.[place];
                const field = claim.field.split("/")[1] ?? "";
                return (
                  <tr key={claim.field} role="row">
                    <th scope="row" role="rowheader">
                      {indicator ? (indicator.definition ?? placeName(claim.field)) : placeName(claim.field)}
                      {indicator && (
                        <small class="entry-below">
                          {say("from_to", {
                            baseline: indicator.baseline ?? "–",
                            target: indicator.target ?? "–",
                            unit: indicator.unit ?? "",
                          })}
                        </small>
                      )}
                      {/* Other claims are fields, which have theirs where they are read. */}
                      {writing && indicator && <ReasonBeside pointer={claim.field} writing={writing} />}
                    </th>
                    <td role="cell" data-title={say("claimed")}>
                      {place === undefined
                        ? valueLines(field, field === "benefit" ? entry.benefit : field === "applied" ? entry.applied : entry.uniqueness, names).join(" ")
                        : valueOn(claim.claimed, indicator?.unit)}
                    </td>
                    <td role="cell" data-title={say("found")}>
                      {place === undefined ? "–" : valueOn(claim.verified, indicator?.unit)}
                      {verifies && place !== undefined && (
                        <FoundValue {...{ id, etag, place, indicator }} done={again} />
                      )}
                    </td>
                    <td role="cell" data-title={titled(say("files"))}>
                      <Files id={id} claim={claim} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
