// Areas to suggest for what is typed: those of entries like it that a person has mapped, each
// with the words that both have.

export interface Neighbour {
  name: string;
  /** 0 to 1,000,000. */
  score: number;
  words: string[];
  /** Confirmed areas, the primary one first. */
  areas: string[];
}

export interface SuggestedArea {
  area: string;
  words: string[];
  /** Names of the entries that speak for it. */
  like: string[];
  weight: number;
}

/** The best first; a secondary area counts half. */
export function suggestedAreas(neighbours: readonly Neighbour[], most = 3): SuggestedArea[] {
  const found = new Map<string, SuggestedArea>();
  for (const { name, score, words, areas } of neighbours) {
    areas.forEach((area, at) => {
      const one = found.get(area) ?? { area, words: [], like: [], weight: 0 };
      found.set(area, {
        area,
        words: [...new Set([...one.words, ...words])],
        like: [...one.like, name],
        weight: one.weight + (at === 0 ? score : score / 2),
      });
    });
  }
  return [...found.values()]
    .sort((one, other) => other.weight - one.weight || (one.area < other.area ? -1 : 1))
    .slice(0, most);
}
