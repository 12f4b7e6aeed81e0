// Something is under way. It keeps its place, so that nothing jumps when the content comes.
import { sentences } from "../words/words";
import words from "./words.json";

const say = sentences(words);

export function Loading() {
  return (
    <p class="loading" role="status" aria-busy="true">
      {say("loading")}
    </p>
  );
}
