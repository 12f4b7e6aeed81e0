// Which fields of an entry differ between two of its versions.
import type { Innovation } from "../../parts/innovation/value_words";

export interface FieldDifference {
  field: string;
  before: unknown;
  after: unknown;
}

/** What every version has of its own, and says nothing of the innovation. */
const ofTheVersion = new Set(["id", "region", "revision"]);

function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const before = new Map<string, unknown>(Object.entries(one));
  const after = new Map<string, unknown>(Object.entries(other));
  return (
    before.size === after.size &&
    [...before].every(([key, value]) => after.has(key) && same(value, after.get(key)))
  );
}

/** In the order in which the fields stand in the older version, then the new ones. */
export function differences(before: Innovation, after: Innovation): FieldDifference[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !ofTheVersion.has(field) && !same(old.get(field), now.get(field)))
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }));
}
