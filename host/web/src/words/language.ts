// The language of the pages: Indonesian unless the reader chose English.
import { signal } from "@preact/signals";

export type Language = "id" | "en";

const kept = "pilah.language";

function chosen(): Language {
  try {
    return localStorage.getItem(kept) === "en" ? "en" : "id";
  } catch {
    return "id"; // storage is closed to us: the choice lasts as long as the page
  }
}

export const language = signal<Language>(typeof localStorage === "undefined" ? "id" : chosen());

export function chooseLanguage(to: Language) {
  language.value = to;
  document.documentElement.lang = to;
  try {
    localStorage.setItem(kept, to);
  } catch {
    // see chosen()
  }
}
