// What the pages say: each sentence in both languages, none that nobody says, and words of the
// domain as the glossary has them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const source = join(__dirname, "..");
const registryData = join(__dirname, "../../../../registry-data");

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    return one.isDirectory() ? files(path) : [path];
  });

const all = files(source);
const described = all.find((path) => path.endsWith("schema.d.ts"));
/** What the API says it answers: its values and fields have sentences, too. */
const description = described ? readFileSync(described, "utf8") : "";
const code = all
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));
const glossary = new Set(
  JSON.parse(readFileSync(join(registryData, "glossary.json"), "utf8")).words.map(
    (one: { key: string }) => one.key,
  ),
);

interface Sentence {
  id: string;
  en: string;
}

interface Catalogue {
  path: string;
  sentences: Record<string, Sentence>;
  /** The text of the sources that say its sentences. */
  users: string;
}

const catalogues: Catalogue[] = all
  .filter((path) => path.endsWith(".json"))
  .map((path) => ({
    path: relative(source, path),
    sentences: JSON.parse(readFileSync(path, "utf8")),
    users: code
      .filter((one) =>
        [...one.text.matchAll(/from "(\.[^"]*\.json)"/g)].some(
          ([, name]) => join(dirname(one.path), name ?? "") === path,
        ),
      )
      .map((one) => one.text)
      .join("\n"),
  }));

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The keys that say(`state_${state}`) can name. */
const patternsIn = (text: string): RegExp[] =>
  [...text.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)]
    .map(([, template = ""]) => template.split(/\$\{[^}]*\}/))
    .filter((fixed) => fixed.join("") !== "" && /^[\w-]+$/.test(fixed.join("")))
    .map((fixed) => new RegExp(`^${fixed.map(escaped).join(".+")}$`));

/** Named in the sources that import it, or a value or field that the API names. */
function isSaid(key: string, { path, users }: Catalogue): boolean {
  const named = new RegExp(`(["'\`.]${escaped(key)}\\b|\\b${escaped(key)}:)`);
  if (named.test(users) || patternsIn(users).some((pattern) => pattern.test(key))) return true;
  // say(state): what the API calls it, or what a neighbour of the page does.
  const folder = join(source, dirname(path));
  const neighbours = code.filter((one) => dirname(one.path) === folder).map((one) => one.text);
  const quoted = new RegExp(`"${escaped(key)}"`);
  if (neighbours.some((text) => quoted.test(text))) return true;
  return quoted.test(description) || (path.includes("field_words") && new RegExp(`\\b${escaped(key)}\\??:`).test(description));
}

const each = catalogues.flatMap((catalogue) =>
  Object.entries(catalogue.sentences).map(([key, sentence]) => ({
    at: `${catalogue.path}: ${key}`,
    key,
    sentence,
    catalogue,
  })),
);

describe("every sentence of the pages", () => {
  test("stands in both languages", () => {
    expect(each.length).toBeGreaterThan(500);
    const lacking = each.filter(({ sentence }) => !sentence.id?.trim() || !sentence.en?.trim());
    expect(lacking.map(({ at }) => at)).toEqual([]);
  });

  test("takes the same arguments in both languages", () => {
    const argumentsOf = (text: string) =>
      [...new Set(text.replace(/\{\{[a-z-]+\}\}/g, "").match(/\{[a-z_]+\}/g))].sort().join();
    const unlike = each.filter(({ sentence }) => argumentsOf(sentence.id) !== argumentsOf(sentence.en));
    expect(unlike.map(({ at }) => at)).toEqual([]);
  });

  test("is said by a page", () => {
    expect(existsSync(described ?? "")).toBe(true);
    expect(each.filter(({ key, catalogue }) => !isSaid(key, catalogue)).map(({ at }) => at)).toEqual([]);
  });

  test("names only words that the glossary has", () => {
    const unknown = each.filter(({ sentence }) =>
      [...`${sentence.id} ${sentence.en}`.matchAll(/\{\{([^}]*)\}\}/g)].some(([, key]) => !glossary.has(key)),
    );
    expect(unknown.map(({ at }) => at)).toEqual([]);
  });

  test("calls an area by the glossary's word", () => {
    const otherwise = each.filter(({ sentence }) => /\b(sub)?(bidang|dimensi)\b/i.test(sentence.id));
    expect(otherwise.map(({ at }) => at)).toEqual([]);
  });
});
