// While somebody types: entries that may be the same.
import { api } from "../../api/client";
import type { components } from "../../api/schema";
import type { Typed } from "./typed";
import { useWhileTyping } from "./while_typing";

export type Alike = components["schemas"]["LikelyDuplicates"]["likely_duplicates"][number];

const fewestLetters = 4;
const nothing: Alike[] = [];

export function useAlike(code: string, id: string, { name, summary, owner }: Typed): Alike[] {
  return useWhileTyping({
    given: [code, id, name, summary, owner],
    enough: `${name ?? ""}${summary ?? ""}`.trim().length >= fewestLetters,
    async ask() {
      const { data } = await api.POST("/api/v1/regions/{code}/innovations/likely-duplicates", {
        params: { path: { code }, query: { limit: 5, other_regions: true } },
        body: { id, name, summary, owner },
      });
      return data?.likely_duplicates;
    },
    nothing,
  });
}
