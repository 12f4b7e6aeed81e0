// While somebody types: areas that suit it, with the words that say so.
import { api } from "../../api/client";
import type { components } from "../../api/schema";
import type { Typed } from "./typed";
import { useWhileTyping } from "./while_typing";

export type SuggestedArea = components["schemas"]["AreaSuggestions"]["suggestions"][number];

const nothing: SuggestedArea[] = [];

export function useAreaSuggestions(code: string, typed: Typed): SuggestedArea[] {
  const { name, summary, problem, benefit, affairs, owner } = typed;
  return useWhileTyping({
    given: [code, name, summary, problem, benefit, affairs, owner],
    enough: [name, summary, problem, benefit].some((text) => text !== undefined && text.trim() !== ""),
    async ask() {
      const { data } = await api.POST("/api/v1/regions/{code}/innovations/area-suggestions", {
        params: { path: { code } },
        body: { name, summary, problem, benefit, affairs, owner },
      });
      return data?.suggestions;
    },
    nothing,
  });
}
