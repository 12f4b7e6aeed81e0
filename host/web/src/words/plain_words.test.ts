// Plain words: whoever reads the pages has not studied the methods behind them, so their names
// stand on no page, nor in what the API says on one.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const source = join(__dirname, "..");
const messages = join(__dirname, "../../../../registry-data/messages");
const methods = ["frontier", "smaa", "shapley"];

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    return one.isDirectory() ? files(path) : [path];
  });

/** Where in the texts a method is named: "file: word". */
function named(paths: string[]): string[] {
  return paths.flatMap((path) => {
    const text = readFileSync(path, "utf8").toLowerCase();
    return methods
      .filter((method) => text.includes(method))
      .map((method) => `${relative(source, path)}: ${method}`);
  });
}

describe("names of methods", () => {
  test("stand in no source and no sentence of the pages", () => {
    const paths = files(source).filter((path) => path !== __filename && !path.endsWith("schema.d.ts"));
    expect(paths.some((path) => path.endsWith("words.json"))).toBe(true);
    expect(named(paths)).toEqual([]);
  });

  test("stand in no sentence that the API says on a page", () => {
    // The command line names them in its tables, for whoever checks the numbers.
    const paths = files(messages).filter((path) => !path.endsWith("cli.json"));
    expect(paths.length).toBeGreaterThan(10);
    expect(named(paths)).toEqual([]);
  });
});
