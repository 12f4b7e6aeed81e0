// The places that a candidate can have: the three horizons, and "not now".
import type { components } from "../api/schema";
import { sentences } from "../words/words";
import words from "./placing.json";

const say = sentences(words);

export type Placing = components["schemas"]["QuickWinSet"]["candidates"][number]["placing"];

export const placings: readonly Placing[] = ["quick-win", "medium-term", "long-term", "not-now"];

export const placingWord = (placing: Placing): string => say(placing);
