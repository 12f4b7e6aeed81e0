import { sentences } from "../../words/words";
import words from "./map_words.json";

/** The sentences of the map alone, which is embedded elsewhere without the rest of the page. */
export const dimensionWords = sentences(words);
