// A plugin of an author's own, made and signed as docs/plugin-author.md tells: two versions, of
// which the second breaks off whenever it judges.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Host } from "./host";

export interface Packages {
  first: string;
  second: string;
  /** The author's public key, which the host does not trust yet. */
  key: string;
}

function built(folder: string): void {
  const run = (...words: string[]) =>
    execFileSync("cmake", words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  run("-B", "build");
  run("--build", "build");
}

function altered(file: string, alter: (text: string) => string): void {
  writeFileSync(file, alter(readFileSync(file, "utf8")));
}

export function packages(host: Host): Packages {
  host.pilah("plugin", "new", "cepat");
  const folder = join(host.folder, "cepat");
  const library = "cepat/build/plugins/cepat";
  built(folder);
  host.pilah("plugin", "sign", library, "--data", "author", "--new-key", "--name", "Penulis");
  for (const name of ["plugin.json", "scenario.json", "cepat.cpp"]) {
    altered(join(folder, name), (text) => text.replaceAll('"1.0.0"', '"1.1.0"'));
  }
  altered(join(folder, "cepat.cpp"), (text) =>
    text
      .replace("#include <string>", "#include <cstdlib>\n#include <string>")
      .replace("const auto months =", "std::abort();\n    const auto months ="),
  );
  built(folder);
  host.pilah("plugin", "sign", library, "--data", "author");
  const [{ key }] = JSON.parse(host.pilah("plugin", "trust", "--data", "author", "--json"));
  return {
    first: join(host.folder, "cepat-1.0.0.pilah"),
    second: join(host.folder, "cepat-1.1.0.pilah"),
    key,
  };
}
