// A doubter's way, without an account: the public page of a set, closed until its region opens
// it, then read, tried and reckoned again with the program alone.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { asking } from "./support/api";
import { expectAccessible, expectToFit, launch, look, opened, phone, signIn } from "./support/browser";
import { type Account, Host, program, source } from "./support/host";

interface Selection {
  id: string;
  status: string;
  score: number;
  candidates: { id: string; name: string; chosen: boolean; eligible: boolean }[];
}

const host = new Host();
let browser: Browser;
let planner: Account;
let administrator: Account;
let forced = ""; // the name of whom somebody forced in
let set = "";

const address = () => `/publik/13.11/${set}`;
const everybody = (part = "") =>
  fetch(`${host.url}/api/v1/regions/13.11/public/quick-win-sets/${set}${part}`);

beforeAll(async () => {
  const sample = (name: string) => join(source, "registry-data/samples/13.11", name);
  host.pilah("init", "--region", "13.11");
  host.pilah("organisation", "import", sample("organisations.csv"));
  host.pilah("import", sample("innovations.csv"));
  host.pilah("plan", "import", sample("plans.json"));
  host.pilah("round", "new", "Bimtek IV");
  const pack = JSON.parse(
    readFileSync(join(source, "plugins/rules/solok_selatan/scenario.json"), "utf8"),
  ) as Record<string, unknown>;
  const select = (more: object): Selection => {
    const file = join(host.folder, "scenario.json");
    writeFileSync(file, JSON.stringify({ ...pack, round: "Bimtek IV", ...more }));
    return JSON.parse(host.pilah("select", file, "--json")) as Selection;
  };
  const first = select({});
  let adopted = first;
  for (const candidate of first.candidates.filter((one) => one.eligible && !one.chosen)) {
    adopted = select({
      include: [{ id: candidate.id, reason: "janji kepada warga", by: "Joko Contoh, Sekda" }],
    });
    forced = candidate.name;
    if (adopted.status === "optimal") break;
  }
  const reasons = ["--chosen", "terpilih pada Bimtek IV", "--rest", "not-now=belum terpilih pada Bimtek IV"];
  host.pilah("adopt", adopted.id, "--name", "Quick win 2027", "--decree", "SK-CONTOH/7/2026", ...reasons);
  set = (JSON.parse(host.pilah("commitment", "list", "--json")) as { id: string }[])[0]?.id ?? "";
  await host.serve();
  planner = await host.account("ani", "Ani Contoh", "--role", "planner", "--region", "13.11");
  administrator = await host.account("rina", "Rina Contoh", "--role", "region-administrator", "--region", "13.11");
  browser = await launch();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await host.end();
});

test("as long as the region has not opened it there is no such page, and its administrator reads how to open it", async () => {
  expect((await everybody()).status).toBe(404);
  const doubter = await opened(browser, host);
  await doubter.goto(address());
  await doubter.getByText("Tidak ada halaman publik di alamat ini").waitFor();
  await expectAccessible(doubter);
  await doubter.context().close();
  const page = await opened(browser, host);
  await signIn(page, administrator);
  await page.goto(`/13.11/quick-win/${set}`);
  await page.getByText("Halaman publik yang menjelaskan pilihan ini belum dibuka.").waitFor();
  await page.getByRole("link", { name: "Buka di Atur, bagian Yang dilihat semua orang" }).click();
  await page.getByRole("checkbox", { name: "Aturan, bobot, dan alasan setiap calon" }).check();
  await page.getByRole("button", { name: "Simpan", exact: true }).first().click();
  await page.getByRole("button", { name: "Urungkan" }).waitFor();
  await page.context().close();
  expect((await everybody()).status).toBe(200);
});

test("what the region keeps closed is not shown, and the page says which fields that are", async () => {
  const doubter = await opened(browser, host, phone);
  await doubter.goto(address());
  await doubter.getByText("Itu bersandar pada isian yang ditutup daerah").waitFor();
  await doubter.getByText("Percobaan tidak dibuka").waitFor();
  expect(await doubter.getByRole("slider").count()).toBe(0);
  expect((await everybody("/problem")).status).toBe(409);
  await expectToFit(doubter);
  await expectAccessible(doubter);
  await look(doubter, "public-set-closed");
  await doubter.context().close();
});

test("its link is on the planner's page once it is open", async () => {
  host.pilah("publication", "set", "--status", "verified,submitted", "--sets", "reasons,judgements", "--open", "budgets,readiness");
  const page = await opened(browser, host);
  await signIn(page, planner);
  await page.goto(`/13.11/quick-win/${set}`);
  await page.getByRole("button", { name: "Salin tautan" }).click();
  await page.getByText(address()).waitFor();
  await page.getByRole("link", { name: "halaman publik" }).click();
  await page.getByRole("heading", { level: 1, name: "Quick win 2027" }).waitFor();
  await page.context().close();
});

const row = (page: Page, name: string) => page.locator("article.choose-article").filter({ hasText: name });

test("a doubter reads the rules, why somebody is in or out, and who was forced in, by whom and at what price", async () => {
  const doubter = await opened(browser, host);
  await doubter.goto(address());
  await doubter.getByText("Surat keputusan: SK-CONTOH/7/2026.").waitFor();
  const rules = doubter.getByRole("region", { name: "Bobot" });
  await rules.getByRole("row", { name: /Tertaut RPJMD|RPJMD/ }).first().waitFor();
  await doubter.getByLabel("Cari calon").fill(forced);
  const one = row(doubter, forced).first();
  await one.getByText("diwajibkan masuk", { exact: true }).waitFor();
  await one.getByText("Quick win (satu sampai dua tahun)").waitFor();
  await doubter.getByLabel("Cari calon").fill("");
  const rejected = doubter.locator("article.choose-article.out").first();
  await rejected.getByText("Mengapa tidak masuk").waitFor();
  await rejected.getByText("belum terpilih pada Bimtek IV").waitFor();
  const decided = doubter.getByRole("region", { name: "Keputusan di luar aturan dan harganya" });
  await decided
    .getByRole("row", { name: new RegExp(`${forced} diwajibkan masuk janji kepada warga Joko Contoh, Sekda [\\d.]+ poin`) })
    .waitFor();
  await doubter.getByText("Dalam Bimtek IV dipilih beberapa kali").waitFor();
  await doubter.getByText(`Keputusan mewajibkan ${forced}`).first().waitFor();
  await expectAccessible(doubter);
  await look(doubter, "public-set");
  await doubter.context().close();
});

test("moves a slider on a phone and sees who would be in; nothing is stored", async () => {
  const ask = await asking(host, planner);
  const kept = async () => JSON.stringify((await ask("GET", "/regions/13.11/selections")).document);
  const before = await kept();
  const doubter = await opened(browser, host, phone);
  await doubter.goto(address());
  await doubter.getByText("Sekarang: pilihan yang ditetapkan.").waitFor();
  const answer = doubter.waitForResponse(/\/tried$/);
  await doubter.getByRole("slider", { name: "Cepat selesai", exact: true }).press("End");
  expect((await answer).status()).toBe(200);
  await doubter.getByText(/^Masuk: .*Keluar: |^Pilihannya tetap sama/).waitFor();
  await doubter.getByLabel("Paling banyak", { exact: true }).fill("9");
  await expect.poll(() => doubter.locator(".public-set-outcome ol li").count()).toBe(9);
  await expectToFit(doubter);
  await expectAccessible(doubter);
  await look(doubter, "public-set-trial");
  await doubter.getByRole("button", { name: "Kembali ke yang ditetapkan" }).click();
  await doubter.getByText("Sekarang: pilihan yang ditetapkan.").waitFor();
  await doubter.context().close();
  expect(await kept()).toBe(before);
});

test("downloads the problem and its proof, and checks them with the command that the page tells", async () => {
  const doubter = await opened(browser, host);
  await doubter.goto(address());
  const folder = mkdtempSync(join(tmpdir(), "pilah-doubter-"));
  for (const name of ["Unduh soal", "Unduh bukti"]) {
    const coming = doubter.waitForEvent("download");
    await doubter.getByRole("link", { name }).click();
    const download = await coming;
    await download.saveAs(join(folder, download.suggestedFilename()));
  }
  const [command = "", ...words] = (await doubter.locator("#hitung-ulang pre code").innerText()).trim().split(/\s+/);
  expect(command).toBe("pilah");
  // On another computer: no data of the host, nothing but the program.
  const verdict = JSON.parse(
    execFileSync(program, words, { cwd: folder, encoding: "utf8", env: { PATH: process.env.PATH, HOME: folder } }),
  ) as { holds: boolean; score: number };
  expect(verdict.holds).toBe(true);
  const told = (await (await everybody()).json()) as { selection: { score: number } };
  expect(verdict.score).toBe(told.selection.score);
  rmSync(folder, { recursive: true, force: true });
  await doubter.context().close();
});

test("reads it in English, too", async () => {
  const doubter = await opened(browser, host);
  await doubter.goto(address());
  await doubter.getByRole("button", { name: /English/ }).first().click();
  await doubter.getByRole("heading", { name: "Every candidate, and why" }).waitFor();
  await doubter.getByText("Reckon it again yourself").waitFor();
  await doubter.context().close();
});
