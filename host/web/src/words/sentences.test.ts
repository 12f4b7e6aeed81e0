// What the pages say: each sentence in both languages, none that nobody says, and words of the
// domain as the glossary has them.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";

import { saidSentences } from "./said_sentences";

const source = join(__dirname, "..");
const registryData = join(__dirname, "../../../../registry-data");

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    return one.isDirectory() ? files(path) : [path];
  });

const all = files(source);
const glossary = new Set(
  JSON.parse(readFileSync(join(registryData, "glossary.json"), "utf8")).words.map(
    (one: { key: string }) => one.key,
  ),
);

interface Sentence {
  id: string;
  en: string;
}

const catalogues = all
  .filter((path) => path.endsWith(".json"))
  .map((path) => ({
    file: path,
    path: relative(source, path),
    sentences: JSON.parse(readFileSync(path, "utf8")) as Record<string, Sentence>,
  }));

const each = catalogues.flatMap((catalogue) =>
  Object.entries(catalogue.sentences).map(([key, sentence]) => ({
    at: `${catalogue.path}: ${key}`,
    key,
    sentence,
    file: catalogue.file,
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

  // The compiler reads all sources for it, which takes as long as it takes.
  test("is said by a page", { timeout: 0 }, () => {
    const said = saidSentences(join(source, "../tsconfig.json"));
    expect(said.untold).toEqual([]);
    expect(catalogues.filter(({ file }) => !said.keys.has(file)).map(({ path }) => path)).toEqual([]);
    // What the API calls its fields, where a page says whatever it names.
    const fields = readFileSync(join(source, "api/schema.d.ts"), "utf8");
    const isSaid = ({ file, key }: (typeof each)[number]) =>
      said.keys.get(file)?.has(key) || (said.byName.has(file) && new RegExp(`\\b${key}\\??:`).test(fields));
    expect(each.filter((one) => !isSaid(one)).map(({ at }) => at)).toEqual([]);
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
