// The parts of a dossier as they are typed, all text, and back again.
import type { components } from "../../api/schema";
import { linesOf } from "./round";

export type Dossier = components["schemas"]["Dossier"];
export type DossierChange = components["schemas"]["DossierChange"];
type Figure = NonNullable<Dossier["figures"]>[number];
type Need = NonNullable<Dossier["needs"]>[number];
type Swot = NonNullable<Dossier["swot"]>[number];
export type Readiness = NonNullable<Dossier["readiness"]>[number];

export type TypedRow = Record<string, string>;

export const parts = ["struktur", "infrastruktur", "suprastruktur"] as const;
export const sides = ["strength", "weakness", "opportunity", "threat"] as const;

const text = (value: unknown) => (value === undefined ? "" : String(value));
/** Rows in which something was typed. */
const filled = (rows: readonly TypedRow[], free: readonly string[]) =>
  rows.filter((row) => free.some((key) => (row[key] ?? "").trim() !== ""));

function among<Word extends string>(words: readonly Word[], value: string | undefined) {
  return words.find((word) => word === value);
}

export const figureRows = (dossier: Dossier): TypedRow[] =>
  (dossier.figures ?? []).map((one) => ({
    name: text(one.name),
    value: text(one.value),
    unit: text(one.unit),
    source: text(one.source),
    year: text(one.year),
  }));

export const figuresOf = (rows: readonly TypedRow[]): Figure[] =>
  filled(rows, ["name", "value", "unit", "source", "year"]).map((row) => ({
    name: row.name ?? "",
    value: row.value ?? "",
    unit: row.unit ?? "",
    source: row.source ?? "",
    year: Number(row.year ?? ""),
  }));

export const needRows = (dossier: Dossier): TypedRow[] =>
  (dossier.needs ?? []).map((one) => ({
    kind: text(one.kind),
    dimension: text(one.dimension),
    area: text(one.area),
    text: text(one.text),
    weight: text(one.weight),
    reason: text(one.reason),
  }));

export const needsOfRows = (rows: readonly TypedRow[]): Need[] =>
  filled(rows, ["text", "reason", "weight"]).map((row) => ({
    kind: row.kind === "challenge" ? "challenge" : "need",
    dimension: row.dimension ?? "",
    ...(row.area && { area: row.area }),
    text: row.text ?? "",
    weight: Number(row.weight ?? ""),
    reason: row.reason ?? "",
  }));

export const swotRows = (dossier: Dossier): TypedRow[] =>
  (dossier.swot ?? []).map((one) => ({
    side: text(one.side),
    part: text(one.part),
    text: text(one.text),
  }));

export const swotOf = (rows: readonly TypedRow[]): Swot[] =>
  filled(rows, ["text"]).map((row) => {
    const part = among(parts, row.part);
    return {
      side: among(sides, row.side) ?? "strength",
      ...(part && { part }),
      text: row.text ?? "",
    };
  });

/** One row for each part, assessed or not. */
export const readinessRows = (dossier: Dossier): TypedRow[] =>
  parts.map((part) => {
    const known = dossier.readiness?.find((one) => one.part === part);
    return { part, step: text(known?.step), note: text(known?.note) };
  });

export const readinessOf = (rows: readonly TypedRow[]): Readiness[] =>
  filled(rows, ["step", "note"]).flatMap((row) => {
    const part = among(parts, row.part);
    if (!part) return [];
    return [{ part, ...(row.step && { step: Number(row.step) }), note: row.note ?? "" }];
  });

export const directionRow = (dossier: Dossier): TypedRow => ({
  vision: text(dossier.vision),
  missions: (dossier.missions ?? []).join("\n"),
  policies: (dossier.policies ?? []).join("\n"),
});

export const directionOf = (row: TypedRow): DossierChange => ({
  vision: row.vision?.trim() || null,
  missions: linesOf(row.missions ?? ""),
  policies: linesOf(row.policies ?? ""),
});

/** Heaviest first; those of the same weight as they were noted. */
export const byWeight = (needs: readonly Need[]): Need[] =>
  [...needs].sort((one, other) => (other.weight ?? 0) - (one.weight ?? 0));

/** As one text, to show two versions beside one another. */
export const rowsText = (rows: readonly TypedRow[]): string =>
  rows.map((row) => Object.values(row).filter(Boolean).join(" · ")).join("\n");
