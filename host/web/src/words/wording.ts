// A sentence that the API gives in both languages.
import { language } from "./language";

export const wording = (text: { id?: string; en?: string } | undefined): string =>
  text?.[language.value] || text?.id || text?.en || "";
