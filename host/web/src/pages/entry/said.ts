// The reasons of a return by the fields that they stand beside.
import type { components } from "../../api/schema";

type Review = components["schemas"]["Review"];

/** By the entry's own field; "": of the whole. */
export function reasonsByField(reasons: Review["reasons"]): Map<string, string[]> {
  const said = new Map<string, string[]>();
  for (const { pointer = "", text = "" } of reasons) {
    const field = pointer.split("/")[1] ?? "";
    said.set(field, [...(said.get(field) ?? []), text]);
  }
  return said;
}
