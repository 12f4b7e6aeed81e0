// A panel from opening to its results: a planner opens it, assessors judge on a phone (one loses
// the connection) and on paper, the planner sees what is missing, closes it and reads it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { desk, expectAccessible, launch, look, opened, phone, signIn } from "./support/browser";
import { type Account, Host, source } from "./support/host";

const host = new Host();
const samples = join(source, "registry-data/samples/13.11");
const dinsos = "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak";
let browser: Browser;
let planner: Account;
let assessor: Account;
let panel = ""; // its address

interface Listed {
  id: string;
  name: string;
}

const entryNamed = (name: string): string => {
  const all = JSON.parse(host.pilah("list", "--json")) as Listed[];
  const found = all.find((one) => one.name.includes(name));
  if (!found) throw new Error(`no entry ${name}`);
  return found.id;
};

const panelId = () => panel.split("/").at(-1) ?? "";

beforeAll(async () => {
  host.pilah("init", "--region", "13.11");
  host.pilah("organisation", "import", join(samples, "organisations.csv"));
  host.pilah("import", join(samples, "innovations.csv"));
  const proof = join(host.folder, "foto-dapur.txt");
  writeFileSync(proof, "Foto dapur sehat\n");
  host.pilah("evidence", "add", entryNamed("Dapur Sehat"), proof, "--field", "/benefit");
  await host.serve();
  planner = await host.account("rina", "Rina", "--role", "planner", "--region", "13.11");
  assessor = await host.account("ani", "Ani", "--role", "assessor", "--region", "13.11");
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await host.end();
});

/** The field of one member on the new panel. */
const memberField = (page: Page, member: number, label: string) =>
  page.getByRole("group", { name: `Anggota ${member}`, exact: true }).getByLabel(label);

test("a planner opens a panel with criteria, assessors and entries", async () => {
  const page = await opened(browser, host);
  await signIn(page, planner);
  await page.goto("/13.11/panel");
  await page.getByRole("heading", { name: "Belum ada panel" }).waitFor();
  await look(page, "panels-empty");
  await page.getByRole("button", { name: "Buka panel baru" }).click();

  await page.getByLabel("Nama panel").fill("Panel ahli");
  await page.getByLabel("Nomor surat keputusan").fill("SK 7/2026");
  for (const title of ["Kebaruan", "Bertahan", "Peluang", "Potensi"]) {
    await page.getByRole("checkbox", { name: title, exact: true }).uncheck();
  }
  await memberField(page, 1, "Nama masuk akun").fill("ani");
  await memberField(page, 1, "Organisasi").selectOption({ label: dinsos });
  for (const [member, name] of [
    [2, "Budi"],
    [3, "Citra"],
  ] as const) {
    await page.getByRole("button", { name: "Tambah anggota" }).click();
    await memberField(page, member, "Nama").first().fill(name);
  }
  await page.getByRole("radio", { name: "Saya pilih sendiri" }).check();
  for (const name of ["Dapur Sehat Bundo Kanduang", "Pustaka Rumah Gadang", "Keluarga Sejahtera Mandiri"]) {
    await page.getByLabel("Cari inovasi").fill(name);
    await page.getByRole("checkbox", { name }).check();
  }
  await page.getByText("3 dipilih").waitFor();
  await expectAccessible(page);
  await look(page, "panel-new");
  await page.getByRole("button", { name: "Buka panel", exact: true }).click();

  await page.getByRole("heading", { name: "Panel ahli" }).waitFor();
  panel = new URL(page.url()).pathname;
  await page.getByText("Panel ini terbuka. 3 inovasi dinilai menurut 2 kriteria.").waitFor();
  // Ani judges two entries, for the third belongs to her own organisation.
  await page.getByRole("row", { name: /Ani 0 dari 4 .*Dinas Sosial.* akun sendiri/ }).waitFor();
  await page.getByRole("row", { name: /Budi 0 dari 6 .*kertas/ }).waitFor();
  await page.context().close();
});

test("what is wrong with a new panel is said beside its field", async () => {
  const page = await opened(browser, host);
  await signIn(page, planner);
  await page.goto("/13.11/panel/baru");
  await memberField(page, 1, "Nama masuk akun").fill("nobody");
  await page.getByRole("button", { name: "Buka panel", exact: true }).click();
  const account = memberField(page, 1, "Nama masuk akun");
  await expect.poll(() => account.getAttribute("aria-invalid")).toBe("true");
  await expect.poll(() => page.getByLabel("Nama panel").getAttribute("aria-invalid")).toBe("true");
  await page.context().close();
});

test("an assessor judges on the phone, and nothing is lost without a connection", async () => {
  const page = await opened(browser, host, phone);
  await signIn(page, assessor);
  await page.goto(`${panel}/nilai`);
  await page.getByRole("heading", { name: "Dapur Sehat Bundo Kanduang" }).waitFor();
  await page.getByText("Kader memasak menu lokal bergizi").waitFor();
  await page.getByRole("link", { name: "foto-dapur.txt" }).waitFor();
  expect(await page.getByText("Keluarga Sejahtera Mandiri").count()).toBe(0);
  await page.getByText("1 inovasi organisasi Anda sendiri dinilai anggota lain.").waitFor();
  await expectAccessible(page);
  await look(page, "panel-assess");

  const leverage = page.getByRole("group", { name: /Daya ungkit/ });
  await leverage.getByText("memperbaiki satu layanan secara nyata").click();
  await page.getByText("1 dari 4 nilai sudah diberikan").waitFor();
  await page.getByText("Tersimpan", { exact: true }).waitFor();

  // The entry that follows was read ahead: going on needs no connection.
  await page.context().setOffline(true);
  await page.getByRole("group", { name: /Dirasakan masyarakat/ }).getByText("satu kelompok warga").click();
  await page.getByText("Tersimpan di perangkat ini").waitFor();
  await page.getByRole("button", { name: "Berikutnya" }).click();
  await page.getByRole("heading", { name: "Pustaka Rumah Gadang" }).waitFor();
  await page.getByText("Pojok baca di rumah gadang").waitFor();
  await page.getByRole("group", { name: /Daya ungkit/ }).getByText("menggerakkan beberapa").click();
  await page.getByText("3 dari 4 nilai sudah diberikan").waitFor();
  await page.close();

  // The device is switched on again later.
  const context = page.context();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(`${panel}/nilai`);
  await later.getByText("3 dari 4 nilai sudah diberikan").waitFor();
  await later.getByText("Tersimpan", { exact: true }).waitFor();
  await later.reload();
  await later.getByRole("heading", { name: "Pustaka Rumah Gadang" }).waitFor();
  const given = later.getByRole("group", { name: /Daya ungkit/ }).getByRole("radio", { checked: true });
  expect(await given.getAttribute("value")).toBe("3");
  const kept = await later.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("pilah.sheet")));
  expect(kept).toEqual([]);
  await context.close();
});

test("an assessor judges by the keys 0 to 4, with a note", async () => {
  const page = await opened(browser, host);
  await signIn(page, assessor);
  await page.goto(`${panel}/nilai`);
  await page.getByRole("heading", { name: "Pustaka Rumah Gadang" }).waitFor();
  await page.getByText("Pojok baca di rumah gadang").waitFor();
  await page.keyboard.press("4");
  await page.getByText("4 dari 4 nilai sudah diberikan").waitFor();
  const felt = page.getByRole("group", { name: /Dirasakan masyarakat/ });
  expect(await felt.getByRole("radio", { checked: true }).getAttribute("value")).toBe("4");
  await felt.getByText("Catatan").click();
  const note = felt.getByRole("textbox");
  await note.fill("Ramai setiap sore, 3 nagari");
  await note.blur();
  await page.getByText("Tersimpan", { exact: true }).waitFor();
  await page.getByText("Semua nilai Anda sudah ada.").waitFor();
  const sheet = host.pilah("panel", "show", panelId());
  expect(sheet).toContain("Ani");
  await page.context().close();
});

test("the planner sees who lacks what, closes the panel and reads what it found", async () => {
  const [dapur, pustaka, keluarga] = ["Dapur Sehat", "Pustaka Rumah", "Keluarga Sejahtera"].map(entryNamed);
  const judge = (entry: string | undefined, criterion: string, step: string, name: string) =>
    host.pilah("panel", "judge", panelId(), entry ?? "", criterion, step, "--as", name);
  judge(dapur, "leverage", "2", "Budi");
  judge(dapur, "felt", "2", "Budi");
  judge(pustaka, "leverage", "3", "Budi");
  judge(pustaka, "felt", "1", "Budi");
  judge(keluarga, "leverage", "1", "Budi");
  judge(dapur, "leverage", "2", "Citra");

  const page = await opened(browser, host);
  await signIn(page, planner);
  await page.goto(panel);
  await page.getByText("Budi: 1 inovasi belum lengkap").click();
  await page.getByText("Keluarga Sejahtera Mandiri: Dirasakan masyarakat").waitFor();
  await page.getByText("Citra: 3 inovasi belum lengkap").waitFor();
  // Nobody's scores are told before it is closed.
  expect(await page.getByRole("heading", { name: "Hasil" }).count()).toBe(0);
  await expectAccessible(page);
  await look(page, "panel-open");

  await page.getByRole("button", { name: "Tutup panel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("6 nilai belum ada").waitFor();
  await dialog.getByRole("button", { name: "Tutup panel" }).click();

  await page.getByRole("heading", { name: "Apakah para penilai sepakat?" }).waitFor();
  const apart = page.locator("section", { has: page.getByRole("heading", { name: "Nilai yang berjauhan" }) });
  await apart.getByText("Ani 4 (Ramai setiap sore, 3 nagari); Budi 1").waitFor();
  await page.getByRole("row", { name: /Pustaka Rumah Gadang 3 3 · 3 2,5 berjauhan 4 · 1/ }).waitFor();
  const said = (await page.locator("main").innerText()).toLowerCase();
  for (const method of ["krippendorff", "alfa", "alpha"]) expect(said).not.toContain(method);
  await expectAccessible(page);
  await look(page, "panel-closed");
  await page.setViewportSize(desk);

  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Do the assessors agree?" }).waitFor();
  await page.context().close();
});

test("a closed panel takes no more scores", async () => {
  const page = await opened(browser, host, phone);
  await signIn(page, assessor);
  await page.goto(`${panel}/nilai`);
  await page.getByText("Panel ini sudah ditutup").waitFor();
  expect(await page.getByRole("radio").first().isDisabled()).toBe(true);
  await page.context().close();
});
