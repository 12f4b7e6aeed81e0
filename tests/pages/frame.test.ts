// The frame of all pages: addresses that lead nowhere, pages that do not come, language, keyboard.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible, launch, look, opened, phone } from "./support/browser";
import { Host } from "./support/host";

const host = new Host();
let browser: Browser;

beforeAll(async () => {
  host.pilah("init", "--region", "13.11");
  await host.serve();
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await host.end();
});

test("an address that leads nowhere says so and leads home", async () => {
  const page = await opened(browser, host, phone);
  await page.goto("/13.11/tidak-ada/sama-sekali");
  await page.getByRole("heading", { name: "Halaman tidak ditemukan" }).waitFor();
  await look(page, "frame-not-found");
  await page.getByRole("main").getByRole("link", { name: "Beranda" }).click();
  await page.getByRole("link", { name: "Kabupaten Solok Selatan" }).waitFor();
  await expectAccessible(page);
});

test("a region that is not here is named", async () => {
  const page = await opened(browser, host);
  await page.goto("/99.99/inovasi");
  await page.getByText("berkode 99.99 tidak ada di sini").waitFor();
});

test("a page whose code does not come says so, and loading again helps", async () => {
  const page = await opened(browser, host);
  await page.goto("/masuk");
  await page.getByLabel("Nama masuk").waitFor();
  await page.route(/assets\/home_page-/, (route) => route.abort());
  await page.getByRole("link", { name: "Pilah" }).click();
  await page.getByRole("heading", { name: "Halaman ini gagal dibuka" }).waitFor();
  await expectAccessible(page);
  await page.unroute(/assets\/home_page-/);
  await page.getByRole("button", { name: "Muat ulang" }).click();
  await page.getByRole("link", { name: "Kabupaten Solok Selatan" }).waitFor();
});

test("English is a click away, is kept, and is told to screen readers", async () => {
  const page = await opened(browser, host);
  await page.goto("/masuk");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByLabel("Sign-in name").waitFor();
  await page.goto("/");
  await page.getByRole("heading", { name: "Regions on this host" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("what is on a page stays there when the host cannot be asked again", async () => {
  const page = await opened(browser, host);
  await page.goto("/");
  await page.getByRole("link", { name: "Kabupaten Solok Selatan" }).waitFor();
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("button", { name: "English" }).click(); // which asks anew, in English
  await page.getByRole("alert").waitFor();
  await page.getByRole("link", { name: "Kabupaten Solok Selatan" }).waitFor();
  await page.unroute("**/api/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Kabupaten Solok Selatan" }).waitFor();
});

test("the first key leads past the menu to the content", async () => {
  const page = await opened(browser, host);
  await page.goto("/13.11/inovasi");
  await page.getByRole("navigation", { name: "Menu" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
});
