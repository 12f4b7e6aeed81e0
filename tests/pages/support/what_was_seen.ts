// When a test fails: what its open pages showed then, in words and as a picture, since on another
// machine nobody can look again.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach } from "vitest";

import { pages, pictures } from "./browser";

const longest = 2_000;

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const [number, page] of [...pages].filter((one) => !one.isClosed()).entries()) {
    console.log(await told(page));
    const name = task.name.replaceAll(/[^\p{L}\p{N}]+/gu, "_");
    await page.screenshot({ path: join(pictures, `failed-${name}-${number}.png`) }).catch(console.log);
  }
});

async function told(page: Page): Promise<string> {
  const text = await page
    .locator("body")
    .innerText({ timeout: 2_000 })
    .catch((error: unknown) => `cannot be read: ${String(error)}`);
  return `Seen at ${page.url()}:\n${text.slice(0, longest)}\n`;
}
