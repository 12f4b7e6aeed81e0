// The catalogue of a region: found, narrowed, shared, scrolled through, taken away as a file.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { asking } from "./support/api";
import { expectAccessible, launch, look, opened, phone, signIn } from "./support/browser";
import { type Account, Host, source } from "./support/host";

const many = 1_200;
const oddName = "Warung O'ong <b>tebal</b> & kawan";

let browser: Browser;
let host: Host;
let verifier: Account;
let page: Page;

const rows = () => page.locator("table.catalogue-table tbody th[scope=row]");
const total = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();

beforeAll(async () => {
  host = new Host();
  const samples = join(source, "registry-data/samples/13.11");
  host.pilah("init", "--region", "13.11");
  host.pilah("organisation", "import", join(samples, "organisations.csv"), "--region", "13.11");
  host.pilah("import", join(samples, "innovations.csv"), "--region", "13.11");
  host.pilah("init", "--region", "51.08");
  const lines = Array.from({ length: many }, (_, i) => `B${i};Layanan Banjar ${String(i).padStart(4, "0")};DINKES;draf`);
  writeFileSync(join(host.folder, "banyak.csv"), ["id inovasi;nama inovasi;opd;status", ...lines].join("\n"));
  host.pilah("import", "banyak.csv", "--region", "51.08");
  host.pilah("init", "--region", "17.71");
  await host.serve();
  verifier = await host.account("maya", "Maya Sari", "--role", "verifier", "--region", "13.11");
  const admin = await host.account("admin", "Admin Contoh", "--role", "region-administrator", "--region", "13.11");
  const ask = await asking(host, admin);
  await ask("POST", "/regions/13.11/innovations", {
    name: oddName,
    summary: "Warga <script>mencoba</script> menulis & tanda \"petik\".",
  });
  browser = await launch();
  page = await opened(browser, host);
  await signIn(page, verifier);
});

afterAll(async () => {
  await browser?.close();
  await host?.end();
});

describe("the catalogue", () => {
  it("tells the exact total and lists the entries by name", async () => {
    await page.goto("/13.11/inovasi");
    await total("37 entri");
    await expect.poll(() => rows().count()).toBe(37);
    const names = await rows().allInnerTexts();
    expect(names[0]).toMatch(/^A/);
  });

  it("follows the typing of a search, and says so in its address", async () => {
    await page.getByLabel("Cari di katalog").fill("homestay");
    await total("2 entri");
    expect(new URL(page.url()).search).toBe("?q=homestay");
    expect((await rows().allInnerTexts()).every((name) => name.startsWith("Homestay"))).toBe(true);
  });

  it("narrows by a value of a facet, tells the counts, and goes back step by step", async () => {
    await page.goto("/13.11/inovasi");
    await total("37 entri");
    const facets = page.getByRole("complementary", { name: "Saring" });
    const submitted = facets.getByRole("checkbox", { name: /^Diajukan/ });
    const count = Number(/\d+$/.exec(await submitted.locator("..").innerText())?.[0]);
    await submitted.check();
    await total(`${count} entri`);
    await expect.poll(() => rows().count()).toBe(count);
    await page.getByLabel("Cari di katalog").fill("wisata");
    await page.waitForURL(/q=wisata/);
    expect(new URL(page.url()).searchParams.get("status")).toBe("submitted");
    await page.goBack();
    await total(`${count} entri`);
    expect(await page.getByLabel("Cari di katalog").inputValue()).toBe("");
    expect(await submitted.isChecked()).toBe(true);
    await page.goBack();
    await total("37 entri");
    expect(await submitted.isChecked()).toBe(false);
  });

  it("opens a shared address as it was left", async () => {
    await page.goto("/13.11/inovasi?status=draft&unknown=owner&sort=changed");
    const chosen = page.getByRole("list", { name: "Saringan yang dipakai" });
    await chosen.getByRole("button", { name: /Status: Draf/ }).waitFor();
    await chosen.getByRole("button", { name: /Pemilik: Belum diketahui/ }).waitFor();
    expect(await page.getByLabel("Urutkan").inputValue()).toBe("changed");
    await chosen.getByRole("button", { name: "Hapus semua saringan" }).click();
    await total("37 entri");
  });

  it("says what a misspelt word was read as, and what to do when nothing fits", async () => {
    await page.goto("/13.11/inovasi?q=homstay");
    await page.getByText('yang ditampilkan hasil untuk "homestay"').waitFor();
    await page.goto("/13.11/inovasi?q=homestay&stage=trial&digital=true");
    await page.getByRole("heading", { name: "Tidak ada yang cocok" }).waitFor();
    await expectAccessible(page);
  });

  it("shows a name with an apostrophe and a tag as it was written", async () => {
    await page.goto("/13.11/inovasi?q=oong");
    await page.getByRole("link", { name: oddName }).click();
    await page.getByRole("heading", { level: 1, name: oddName }).waitFor();
    await page.getByText("Warga <script>mencoba</script> menulis").waitFor();
    expect(await page.locator("main b").count()).toBe(0);
    await page.goBack();
    await page.getByRole("link", { name: oddName }).waitFor();
  });

  it("keeps the columns that were chosen on the device", async () => {
    await page.goto("/13.11/inovasi");
    await total("37 entri");
    await page.getByRole("button", { name: "Kolom" }).click();
    await page.getByRole("checkbox", { name: "Anggaran" }).check();
    await page.getByRole("columnheader", { name: "Anggaran" }).waitFor();
    await page.reload();
    await page.getByRole("columnheader", { name: "Anggaran" }).waitFor();
    await page.getByRole("columnheader", { name: "Anggaran" }).getByRole("button").click();
    await page.waitForURL(/sort=budget/);
    await page.locator('th[aria-sort="descending"]').waitFor();
  });

  it("gives away as a file what is shown, and no more", async () => {
    await page.goto("/13.11/inovasi?q=homestay");
    await total("2 entri");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Unduh CSV" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8").trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines.slice(1).every((line) => line.includes("Homestay"))).toBe(true);
  });

  it("is accessible and fits every screen, as cards on a phone", async () => {
    await page.goto("/13.11/inovasi?status=submitted");
    await rows().first().waitFor();
    await expectAccessible(page);
    await look(page, "catalogue");
    await page.setViewportSize(phone);
    await page.getByRole("button", { name: "Saring", exact: true }).click();
    await page.getByRole("checkbox", { name: /^Diajukan/ }).waitFor();
    await expectAccessible(page);
  });
});

describe("a long catalogue", () => {
  it("goes on as the reader scrolls, and keeps few rows in the browser", async () => {
    const reader = await opened(browser, host);
    const account = await host.account("budi", "Budi Contoh", "--role", "planner", "--region", "51.08");
    await signIn(reader, account);
    await reader.goto("/51.08/inovasi");
    await reader.getByText(`${many.toLocaleString("id-ID")} entri`).waitFor();
    const last = reader.getByRole("link", { name: `Layanan Banjar ${many - 1}` });
    while ((await last.count()) === 0) {
      const before = await reader.evaluate(() => document.documentElement.scrollHeight);
      await reader.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await reader.waitForFunction(
        ([height, name]) =>
          document.documentElement.scrollHeight !== height || document.body.innerText.includes(String(name)),
        [before, `Layanan Banjar ${many - 1}`] as const,
      );
    }
    expect(await reader.locator("table.catalogue-table tbody th[scope=row]").count()).toBeLessThan(200);
    await reader.evaluate(() => window.scrollTo(0, 0));
    await reader.getByRole("link", { name: "Layanan Banjar 0000" }).waitFor();
    await reader.context().close();
  });

  it("can be gone through by the keyboard, and comes back where it was left", async () => {
    const reader = await opened(browser, host);
    await signIn(reader, { login: "budi", name: "", password: "kata sandi budi 2026" });
    await reader.goto("/51.08/inovasi");
    const link = reader.getByRole("link", { name: "Layanan Banjar 0070" });
    await reader.getByText(`${many.toLocaleString("id-ID")} entri`).waitFor();
    await reader.keyboard.press("End");
    await link.waitFor();
    await link.focus();
    await reader.keyboard.press("Enter");
    await reader.getByRole("heading", { level: 1, name: "Layanan Banjar 0070" }).waitFor();
    await reader.goBack();
    await reader.waitForFunction(() => window.scrollY > 1_000);
    await link.waitFor();
    await reader.context().close();
  });
});

describe("an empty region", () => {
  it("tells a visitor that nothing is published", async () => {
    const visitor = await opened(browser, host);
    await visitor.goto("/17.71");
    await visitor.getByRole("heading", { name: "Belum ada yang diterbitkan" }).waitFor();
    await expectAccessible(visitor);
    await visitor.goto("/17.71/inovasi");
    await visitor.getByRole("heading", { name: "Katalog ini masih kosong" }).waitFor();
    await expectAccessible(visitor);
    await visitor.context().close();
  });

  it("tells its administrator what to do first", async () => {
    const first = await opened(browser, host);
    await signIn(first, await host.account("dewi", "Dewi Contoh", "--role", "region-administrator", "--region", "17.71"));
    await first.goto("/17.71");
    await first.getByRole("heading", { name: "Mulai dari sini" }).waitFor();
    await first.getByRole("link", { name: "Bawa daftar inovasi yang sudah ada" }).waitFor();
    await expectAccessible(first);
    await look(first, "home-empty");
    await first.context().close();
  });
});

describe("the home of a region", () => {
  it("shows a visitor what the region publishes, and searches it", async () => {
    const ask = await asking(host, verifier);
    const submitted = (await ask("GET", "/regions/13.11/innovations?status=submitted&limit=3")).document
      .innovations as { id: string; revision: number }[];
    await ask("POST", "/regions/13.11/verify", { innovations: submitted.map(({ id, revision }) => ({ id, revision })) });
    const visitor = await opened(browser, host);
    await visitor.goto("/13.11");
    await visitor.getByText("Ada 3 inovasi yang diterbitkan kabupaten ini").waitFor();
    await visitor.getByText(/dari 18 subdimensi sudah terisi/).waitFor();
    await expectAccessible(visitor);
    await look(visitor, "home-public");
    await visitor.getByLabel("Cari inovasi").fill("layanan");
    await visitor.keyboard.press("Enter");
    await visitor.waitForURL("**/13.11/inovasi?q=layanan");
    await visitor.goto("/13.11/inovasi");
    await visitor.getByText("3 entri").waitFor();
    await visitor.locator("table.catalogue-table a").first().click();
    await visitor.getByRole("heading", { name: "Apa dan milik siapa" }).waitFor();
    expect(await visitor.getByRole("heading", { name: "Komentar" }).count()).toBe(0);
    await expectAccessible(visitor);
    await look(visitor, "entry-public");
    await visitor.context().close();
  });

  it("tells a verifier what waits", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/13.11");
    await page.getByRole("heading", { name: /^Untuk diverifikasi/ }).waitFor();
    await expectAccessible(page);
    await look(page, "home-verifier");
  });
});
