// How much a browser fetches: what stands between somebody on a slow line and the first page, and
// what each further page costs.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

import { program } from "./support/host";

const built = join(dirname(program), "../share/pilah/web");
const kilobyte = 1000;

/** The size of a file as it is sent. */
const weight = (path: string) => gzipSync(readFileSync(path), { level: 6 }).length;

/** The scripts and styles that the first page names. */
const first = [
  ...readFileSync(join(built, "index.html"), "utf8").matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g),
].map(([, name = ""]) => name);

test("the first load weighs less than 60 KB", () => {
  expect(first.some((name) => name.endsWith(".js"))).toBe(true);
  expect(first.some((name) => name.endsWith(".css"))).toBe(true);
  const sum = first.reduce((all, name) => all + weight(join(built, name)), 0);
  expect(sum).toBeLessThan(60 * kilobyte);
});

test("no script or style of a page weighs more than 60 KB", () => {
  const assets = readdirSync(join(built, "assets")).filter((name) => /\.(js|css)$/.test(name));
  expect(assets.length).toBeGreaterThan(first.length);
  const heavy = assets.filter((name) => weight(join(built, "assets", name)) > 60 * kilobyte);
  expect(heavy).toEqual([]);
});
