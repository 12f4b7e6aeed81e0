// Candidates by the organisation that owns them: a sheet for each.
import type { Candidate } from "../../parts/choice/answers";

export interface Sheet {
  code: string;
  name: string;
  candidates: Candidate[];
}

/** By name; entries without an owner last, under the code "". Within a sheet as they came. */
export function sheetsOf(candidates: Candidate[], nobody: string): Sheet[] {
  const sheets = new Map<string, Sheet>();
  for (const candidate of candidates) {
    const { code, name } = candidate.owner ?? { code: "", name: nobody };
    const sheet = sheets.get(code) ?? { code, name, candidates: [] };
    sheet.candidates.push(candidate);
    sheets.set(code, sheet);
  }
  return [...sheets.values()].sort(
    (one, other) =>
      Number(one.code === "") - Number(other.code === "") || one.name.localeCompare(other.name, "id"),
  );
}
