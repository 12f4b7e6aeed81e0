// Plugins in words: what one does, whose it is.
import { number } from "../../formats/formats";
import { language } from "../../words/language";
import { sentences } from "../../words/words";
import { type Check, offersOf, type Plugin } from "./plugin";
import words from "./words.json";

const say = sentences(words);

export const nameOf = (plugin: Plugin): string => plugin.name[language.value] || plugin.id;

/** What it does, a sentence for each of its offers. */
export function doesOf(plugin: Plugin): string {
  const files = plugin.suffixes.join(", ");
  const told = offersOf(plugin).map((offer) => {
    if (offer !== "rule") return say(offer, { files: files || "–" });
    const count = plugin.criteria.length;
    return count === 0 ? say("rule_open") : say("rule", { count: number(count) });
  });
  return told.length > 0 ? told.join(" ") : say("offers_other", { offers: plugin.offers.join(", ") });
}

/** What a check came to, in one sentence. */
export function verdictOf({ errors, warnings, notes }: Check): string {
  if (errors > 0) return say("verdict_errors", { count: number(errors) });
  if (warnings > 0) return say("verdict_warnings", { count: number(warnings) });
  return notes > 0 ? say("verdict_notes", { count: number(notes) }) : say("verdict_good");
}

/** By whose word it runs here. */
export function trustOf(plugin: Plugin): string {
  if (plugin.built_in) return say("built_in");
  if (plugin.key === "") return say("unsigned");
  return say("signed", { name: plugin.signer || say("nameless") });
}
