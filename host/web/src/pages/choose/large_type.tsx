// Type that is read from the last row: for the projector, kept from page to page of a meeting.
import { signal } from "@preact/signals";

import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

const large = signal(false);

export const largeClass = () => (large.value ? "choose-large" : "");

export function LargeType() {
  return (
    <button
      type="button"
      class="secondary"
      aria-pressed={large.value}
      onClick={() => {
        large.value = !large.value;
      }}
    >
      {say("large")}
    </button>
  );
}
