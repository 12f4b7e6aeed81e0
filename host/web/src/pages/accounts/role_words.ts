// Roles in plain words.
import { sentences } from "../../words/words";
import type { Role } from "./account";
import words from "./words.json";

const say = sentences(words);

export const roleWord = (role: Role): string => say(`role_${role}`);
/** What somebody with that role does, in half a sentence. */
export const roleDeeds = (role: Role): string => say(`does_${role}`);
