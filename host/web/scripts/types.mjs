// Writes src/api/schema.d.ts: the types of the API, from the description that the program
// itself serves.
//
//   node scripts/types.mjs PILAH_BINARY
//
// A file that is right already is left alone, so that nothing is built again.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const [program] = process.argv.slice(2);
if (!program) {
  console.error("usage: node scripts/types.mjs PILAH_BINARY");
  process.exit(2);
}

async function description() {
  const folder = mkdtempSync(join(tmpdir(), "pilah-types-"));
  const host = spawn(program, ["serve", "--listen", "127.0.0.1:0"], {
    env: { ...process.env, PILAH_DATA: folder },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    for await (const line of createInterface({ input: host.stdout })) {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (!url) continue;
      return await (await fetch(`${url}/api/v1/openapi.json`)).json();
    }
    throw new Error(`${program} serve ended before it served`);
  } finally {
    host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const file = fileURLToPath(new URL("../src/api/schema.d.ts", import.meta.url));
const types = astToString(await openapiTS(await description()));
if (!existsSync(file) || readFileSync(file, "utf8") !== types) writeFileSync(file, types);
