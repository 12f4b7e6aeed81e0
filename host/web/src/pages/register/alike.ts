// While somebody types: entries that may be the same, and areas that entries like it have.
import { useEffect, useState } from "preact/hooks";

import { api } from "../../api/client";
import type { components } from "../../api/schema";
import { type Neighbour, type SuggestedArea, suggestedAreas } from "./area_votes";
import type { Typed } from "./typed";

export type Alike = components["schemas"]["LikelyDuplicates"]["likely_duplicates"][number];

const pauseMilliseconds = 600;
const worthALook = 700_000; // of the API: from here on it may be the same
const fewestLetters = 4;

/** Confirmed areas by entry; they hardly change while somebody types. */
const areasOf = new Map<string, string[]>();

async function confirmedAreas(id: string): Promise<string[]> {
  const known = areasOf.get(id);
  if (known) return known;
  const { data } = await api.GET("/api/v1/innovations/{id}", { params: { path: { id } } });
  const confirmed = (data?.mappings ?? []).filter((one) => one.confirmed && one.area !== undefined);
  const areas = [...confirmed.filter((one) => one.primary), ...confirmed.filter((one) => !one.primary)];
  const keys = areas.flatMap(({ area }) => (area === undefined ? [] : [area]));
  areasOf.set(id, keys);
  return keys;
}

async function neighboursOf(alike: Alike[]): Promise<Neighbour[]> {
  const telling = alike.filter((one) => one.words.length > 0).slice(0, 6);
  return Promise.all(
    telling.map(async ({ id, name, score, words }) => ({ name, score, words, areas: await confirmedAreas(id) })),
  );
}

export interface Likeness {
  duplicates: Alike[];
  suggestions: SuggestedArea[];
}

const nothing: Likeness = { duplicates: [], suggestions: [] };

async function ask(code: string, typed: Typed, id: string): Promise<Likeness> {
  const { data } = await api.POST("/api/v1/regions/{code}/innovations/likely-duplicates", {
    params: { path: { code }, query: { least: 1, limit: 10, other_regions: true } },
    body: { id, name: typed.name, summary: typed.summary, owner: typed.owner },
  });
  const alike = data?.likely_duplicates ?? [];
  return {
    duplicates: alike.filter((one) => one.score >= worthALook).slice(0, 5),
    suggestions: suggestedAreas(await neighboursOf(alike)),
  };
}

/** Only helps: when nothing answers, the last answer stays. */
export function useLikeness(code: string, id: string, typed: Typed): Likeness {
  const [found, setFound] = useState(nothing);
  const { name = "", summary = "", owner } = typed;
  useEffect(() => {
    if (`${name}${summary}`.trim().length < fewestLetters) {
      setFound(nothing);
      return undefined;
    }
    let current = true;
    const waiting = setTimeout(() => {
      ask(code, typed, id)
        .then((likeness) => current && setFound(likeness))
        .catch(() => undefined);
    }, pauseMilliseconds);
    return () => {
      current = false;
      clearTimeout(waiting);
    };
  }, [code, id, name, summary, owner]);
  return found;
}
