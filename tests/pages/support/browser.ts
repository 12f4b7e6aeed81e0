// Debian's Chromium, one for a test file, and what tests do on every page.
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

import type { Account, Host } from "./host";
import { source } from "./host";

/** Where pictures of the pages are kept, for a look by eye; not in the repository. */
export const pictures = process.env.PILAH_PICTURES ?? join(source, "build/pictures");

export const phone = { width: 360, height: 740 };
export const tablet = { width: 768, height: 1024 };
export const desk = { width: 1440, height: 900 };

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.PILAH_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });

/** All that a test file has opened. */
export const pages: Page[] = [];

/** A page of a reader of Indonesian. */
export async function opened(browser: Browser, host: Host, size = desk): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: host.url,
    viewport: size,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  pages.push(page);
  return page;
}

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto("/masuk");
  await page.getByLabel("Nama masuk").fill(account.login);
  await page.getByLabel("Kata sandi").fill(account.password);
  await page.getByRole("button", { name: "Masuk" }).click();
  // While the next page comes, the one before is there, too, with its own header.
  await page.getByRole("button", { name: "Keluar" }).first().waitFor();
}

/** No violation of WCAG 2.2 A or AA that axe can see, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    // Into the page's world by the debugger: the content security policy holds for pages only.
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      // What lies behind an open dialog is shaded and out of reach.
      const seen = document.querySelector<HTMLElement>("dialog[open]") ?? document;
      const results = await axe.run(seen, { runOnly: { type: "tag", values: tags } });
      return results.violations.map(
        (one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(" ")} (${node.any[0]?.message})`).join(", ")}`,
      );
    });
    expect(found, `${page.url()} (${scheme})`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Nothing is wider than the window; what is, is named. */
export async function expectToFit(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return [];
    const outside = [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
      .map((one) => `<${one.localName} class="${one.className}"> ${one.getBoundingClientRect().right}`);
    return [`${scrollWidth} of ${window.innerWidth} pixels`, ...outside];
  });
  expect(wide, `${page.url()} is wider than the window`).toEqual([]);
}

/** A look at the page at the three widths: it fits each, and a picture is kept. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const before = page.viewportSize() ?? desk;
  for (const size of [phone, tablet, desk]) {
    await page.setViewportSize(size);
    await expectToFit(page);
    await page.screenshot({ path: join(pictures, `${name}-${size.width}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}
