// Monitoring as a planner and an agency do it: a period is planned, opened, reported in and closed;
// what is late, follow-ups, self-score and survey.
import { join } from "node:path";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible, launch, look, opened, phone, signIn } from "./support/browser";
import { type Account, Host } from "./support/host";

const host = new Host();
let browser: Browser;
let planner: Account;
let agency: Account;
let period = ""; // the address of the period that is planned below

beforeAll(async () => {
  await host.story("buleleng"); // quick wins with plans, one period reported and closed
  await host.serve();
  planner = await host.account("rina", "Rina", "--role", "planner", "--region", "51.08");
  agency = await host.account("made", "Made", "--role", "contributor", "--region", "51.08", "--organisation", "DLH");
  browser = await launch();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await host.end();
});

async function atDesk(account: Account = planner): Promise<Page> {
  const page = await opened(browser, host);
  await signIn(page, account);
  return page;
}

test("monitoring at a glance tells periods, lateness, and planned against real", async () => {
  const page = await atDesk();
  await page.goto("/51.08/pemantauan");
  await page.getByRole("row", { name: /Triwulan III 2025 ditutup 8 masuk, 2 belum/ }).waitFor();
  await page.getByRole("img", { name: /Grafik Kemajuan quick win/ }).waitFor();
  const figures = page.getByRole("row", { name: /1 Triwulan III 2025 \d+ % \d+ %/ });
  await figures.waitFor();
  await expectAccessible(page);
  await look(page, "monitoring");
  await page.context().close();
});

test("a period is planned, bettered and opened", async () => {
  const page = await atDesk();
  await page.goto("/51.08/pemantauan");
  await page.getByRole("button", { name: "Rencanakan periode" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nama periode").fill("Triwulan IV 2025");
  await dialog.getByLabel("Dari").fill("2025-10-01");
  await dialog.getByLabel("Sampai").fill("2025-09-01");
  await dialog.getByLabel("Batas laporan").fill("2199-01-15");
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await expect.poll(() => dialog.getByLabel("Sampai").getAttribute("aria-invalid")).toBe("true");
  await dialog.getByLabel("Sampai").fill("2025-12-31");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Simpan" }).click();

  await page.getByRole("link", { name: "Triwulan IV 2025" }).click();
  await page.getByRole("heading", { name: "Periode ini belum dibuka" }).waitFor();
  period = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Buka periode" }).click();
  await page.getByRole("heading", { name: "Belum melapor (10)" }).waitFor();
  await page.getByRole("button", { name: "Ingatkan yang belum melapor" }).click();
  await page.getByText("Diingatkan").waitFor();
  await expectAccessible(page);
  await look(page, "monitoring-period-open");
  await page.context().close();
});

test("an agency reports from the phone, with a follow-up", async () => {
  const page = await opened(browser, host, phone);
  await signIn(page, agency);
  await page.goto(period);
  await page.getByRole("link", { name: /Laporkan Rumah Plastik Desa/ }).click();
  await page.getByRole("heading", { name: /Laporan Rumah Plastik Desa/ }).waitFor();
  await page.getByLabel("Tahap", { exact: true }).selectOption({ label: "Pemanfaatan" });
  await page.getByLabel("Persen di dalam tahap itu").fill("50");
  await page.getByText("Kemajuan seluruhnya 75 %.").waitFor();
  await page.getByLabel("Realisasi keuangan (Rp)").fill("80.000.000");
  await page.getByLabel("Plastik yang diolah").fill("banyak");
  await page.getByRole("button", { name: "Kirim laporan" }).click();
  await expect.poll(() => page.getByLabel("Plastik yang diolah").getAttribute("aria-invalid")).toBe("true");
  await page.getByLabel("Plastik yang diolah").fill("5");
  await page.getByLabel("Kendala").fill("Gudang penuh");
  // Another language asks everything anew; what is typed stays.
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Bahasa Indonesia" }).click();
  await page.getByText("Kemajuan seluruhnya 75 %.").waitFor();
  expect(await page.getByLabel("Kendala").inputValue()).toBe("Gudang penuh");
  await page.getByLabel("Yang perlu dikerjakan").fill("Sewa gudang kedua");
  await page.getByLabel("Batasnya").fill("2199-02-28");
  await expectAccessible(page);
  await look(page, "monitoring-report");
  await page.getByRole("button", { name: "Kirim laporan" }).click();

  await page.getByRole("heading", { name: "Belum melapor (9)" }).waitFor();
  const report = page.getByRole("article").filter({ hasText: "Rumah Plastik Desa" });
  await report.getByText("75 %, tahap Pemanfaatan").waitFor();
  await report.getByText("Rp 80.000.000 dari Rp 80.000.000 (100 %)").waitFor();
  await report.getByText("Kendala: Gudang penuh").waitFor();
  await page.context().close();
});

test("a period is closed and printed", async () => {
  const page = await atDesk();
  await page.goto(period);
  await page.getByRole("button", { name: "Tutup periode" }).click();
  await page.getByText("ditutup", { exact: true }).waitFor();
  await expectAccessible(page);
  await look(page, "monitoring-period-closed");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").count()).toBe(0);
  const pdf = await page.pdf({ format: "A4", path: join(host.folder, "period.pdf") });
  expect(pdf.length).toBeGreaterThan(10_000);
  await page.context().close();
});

test("a follow-up of an inspectorate is noted, and answered by its owner", async () => {
  const page = await atDesk();
  await page.goto("/51.08/pemantauan/tindak-lanjut");
  await page.getByRole("row", { name: /Sewa gudang kedua .* sampai 28 Februari 2199/ }).waitFor();
  await page.getByRole("button", { name: "Catat tindak lanjut" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Yang perlu dikerjakan").fill("Lengkapi pertanggungjawaban");
  await dialog.getByLabel("Dari mana").selectOption({ label: "Inspektorat" });
  await dialog.getByLabel("Siapa, dalam dokumen apa").fill("LHP-CONTOH/12/2025");
  await dialog.getByLabel("Penanggung jawab").selectOption({ label: "Dinas Lingkungan Hidup" });
  await dialog.getByLabel("Batasnya").fill("2025-06-30");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await page.getByRole("row", { name: /Lengkapi pertanggungjawaban .*Seharusnya 30 Juni 2025; terlambat/ }).waitFor();
  await expectAccessible(page);
  await look(page, "monitoring-follow-ups");

  await page.goto("/51.08/pemantauan");
  await page.getByRole("heading", { name: "Terlambat dan belum dijelaskan" }).waitFor();
  await page.getByText("Tindak lanjut: Lengkapi pertanggungjawaban").waitFor();
  await page.context().close();

  const own = await atDesk(agency);
  await own.goto("/51.08/pemantauan/tindak-lanjut");
  await own.getByRole("button", { name: "Jawab: Lengkapi pertanggungjawaban" }).click();
  await own.getByRole("dialog").getByLabel("Mengapa terlambat").fill("Menunggu berkas bank");
  await own.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
  await own.getByText("Sebabnya: Menunggu berkas bank").waitFor();
  await own.getByRole("button", { name: "Jawab: Lengkapi pertanggungjawaban" }).click();
  await own.getByRole("dialog").getByLabel("Jawaban").fill("Berkas lengkap");
  await own.getByRole("dialog").getByLabel("Selesai pada").fill("2025-08-01");
  await own.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
  await own.getByRole("row", { name: /Lengkapi pertanggungjawaban .* selesai 1 Agustus 2025 .*Berkas lengkap/ }).waitFor();
  await own.context().close();
});

test("the self-score is a range that a survey narrows", async () => {
  const page = await atDesk();
  await page.goto("/51.08/pemantauan/penilaian");
  const impact = page.getByRole("region", { name: "Bagian penilaian", exact: true }).getByRole("row", { name: /Dampak/ });
  await impact.waitFor();
  expect(await impact.innerText()).toContain("0 – 4");
  await page.getByRole("button", { name: "Catat hasil survei" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Subdimensi").selectOption("waste");
  await dialog.getByLabel("Nilai (0 sampai 100)").fill("78.5");
  await dialog.getByLabel("Kapan").fill("2025-11");
  await dialog.getByLabel("Responden").fill("400");
  await dialog.getByLabel("Sumber").fill("Survei kepuasan warga (contoh)");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await page.getByRole("row", { name: /78,5 November 2025 400/ }).waitFor();
  await expect.poll(() => impact.innerText()).not.toContain("0 – 4");
  await expectAccessible(page);
  await look(page, "monitoring-self-score");

  await page.getByLabel("Skema evaluasi").selectOption({ label: "Evaluasi dengan dampak 30" });
  await page.getByRole("row", { name: /Dampak 30/ }).first().waitFor();
  await page.context().close();
});

test("a quick win tells its reports over the periods", async () => {
  const page = await atDesk();
  await page.goto("/51.08/quick-win");
  await page.getByRole("link", { name: /Rumah Plastik Desa/ }).first().click();
  await page.getByRole("img", { name: /Grafik Kemajuan Rumah Plastik Desa/ }).waitFor();
  await page.getByRole("row", { name: /1 Triwulan III 2025 100 % 69 %/ }).waitFor();
  await page.getByRole("row", { name: /2 Triwulan IV 2025 100 % 75 %/ }).waitFor();
  await page.getByText("Sewa gudang kedua: sampai 28 Februari 2199").waitFor();
  await expectAccessible(page);
  await look(page, "quick-win-reports");
  await page.context().close();
});
