// From a selection to quick wins that are signed, planned and amended, as a planner does it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible, launch, look, opened, signIn } from "./support/browser";
import { type Account, Host, source } from "./support/host";

const host = new Host();
let browser: Browser;
let planner: Account;
let address = ""; // of the set that is adopted below

interface Selection {
  id: string;
  candidates: { id: string; name: string; chosen: boolean }[];
}
let selection: Selection;

const chosen = () => selection.candidates.filter((one) => one.chosen);
const setId = () => address.split("/").at(-1) ?? "";

/** The address of one candidate of the set. */
const candidateAddress = (name: string) =>
  `${address}/${selection.candidates.find((one) => one.name === name)?.id ?? ""}`;

beforeAll(async () => {
  await host.story("solok_selatan"); // all its rounds; one set is adopted and signed
  const scenario = join(source, "plugins/rules/solok_selatan/scenario.json");
  selection = JSON.parse(host.pilah("select", scenario, "--as-of", "2024-09-10", "--json")) as Selection;
  await host.serve();
  planner = await host.account("rina", "Rina", "--role", "planner", "--region", "13.11");
  browser = await launch();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await host.end();
});

async function atDesk(): Promise<Page> {
  const page = await opened(browser, host);
  await signIn(page, planner);
  return page;
}

test("the sets are told by horizon, with what is late", async () => {
  const page = await atDesk();
  await page.goto("/13.11/quick-win");
  await page.getByRole("heading", { name: "Jangka menengah (periode RPJMD)" }).waitFor();
  await page.getByRole("row", { name: /Dapur Sehat Bundo Kanduang di setiap nagari .* 1 dari 2 langkah selesai/ }).waitFor();
  await page.getByRole("row", { name: /Ronda Nagari Bersama .*1 terlambat dengan penjelasan/ }).waitFor();
  await page.getByRole("row", { name: /Delapan quick win 2025 .* 33 dari 33 sudah menandatangani/ }).waitFor();
  await expectAccessible(page);
  await look(page, "quick-wins");
  await page.context().close();
});

test("a selection is adopted, each candidate with its place and reason", async () => {
  const page = await atDesk();
  await page.goto(`/13.11/quick-win/adopsi/${selection.id}`);
  await page.getByLabel("Nama daftar quick win").fill("Quick win 2026");
  await page.getByRole("button", { name: "Tetapkan", exact: true }).click();
  // Without reasons nothing is adopted, and each place says so.
  await page.locator(".place-row .error").first().waitFor();
  await page.getByLabel("Nomor surat keputusan").fill("SK-CONTOH/1/2026");
  await page.getByLabel("Alasan bagi semua yang terpilih").fill("terpilih pada bimtek IV");
  await page.getByLabel("Alasan bagi yang lain").fill("belum terpilih");
  await page.getByLabel("Tempat Gerbang Kota dan Jalan Dua Jalur Padang Aro").selectOption({ label: "Jangka panjang" });
  await page.getByLabel("Alasan Gerbang Kota dan Jalan Dua Jalur Padang Aro").fill("jalan baru selama 36 bulan");
  await expectAccessible(page);
  await look(page, "quick-wins-adopt");
  await page.getByRole("button", { name: "Tetapkan", exact: true }).click();

  await page.getByRole("heading", { level: 1, name: "Quick win 2026" }).waitFor();
  address = new URL(page.url()).pathname;
  await page.getByText("Gerbang Kota dan Jalan Dua Jalur Padang Aro: jalan baru selama 36 bulan").waitFor();
  const table = page.getByRole("region", { name: "Quick win (satu sampai dua tahun)" });
  expect(await table.getByText("belum dirumuskan").count()).toBe(chosen().length);
  await page.getByRole("heading", { name: "Belum ada penanda tangan" }).waitFor();
  // What signing needs is said where it begins, with the way there.
  await page.getByText(`Belum dapat ditandatangani: ${chosen().length} quick win belum dirumuskan`).waitFor();
  const missing = page.getByRole("link", { name: `Rumuskan ${chosen()[0]?.name ?? ""}` });
  expect(await missing.getAttribute("href")).toBe(candidateAddress(chosen()[0]?.name ?? ""));
  await expectAccessible(page);
  await look(page, "quick-win-unwritten");
  await page.context().close();
});

test("a quick win is formulated, and a change by somebody else meanwhile is shown", async () => {
  const page = await atDesk();
  const [first, second, ...others] = chosen();
  await page.goto(candidateAddress(first?.name ?? ""));
  await page.getByRole("button", { name: "Rumuskan" }).click();
  await page.getByLabel("Nama resmi").fill("Nama resmi yang pertama");
  await page.getByLabel("Uraian program").fill("Digarap bersama");
  await page.getByLabel("Keluaran").fill("Target indikator tercapai");
  await page.getByLabel("Penanggung jawab").selectOption({ label: "Dinas Kesehatan" });
  await page.getByLabel("Pendukung").selectOption({ label: "Dinas Perhubungan" });
  await page.getByRole("button", { name: "Tambah biaya" }).click();
  await page.getByLabel("Tahun").fill("2026");
  await page.getByLabel("Jumlah (Rp)").fill("sekitar 320 juta");
  await page.getByText("Jumlah ini belum terbaca").waitFor();
  await page.getByLabel("Jumlah (Rp)").fill("320 juta");
  await page.getByText("dibaca Rp 320.000.000").waitFor();

  const formulate = (id: string | undefined, name: string) =>
    host.pilah("commitment", "formulate", setId(), id ?? "", "--name", name, "--programme", "P", "--output", "O", "--lead", "DINKES");
  formulate(second?.id, "Nama resmi yang kedua");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByText("sementara itu diubah orang lain").waitFor();
  await page.getByRole("button", { name: "Simpan isi saya" }).click();
  await page.getByText("2026: Rp 320.000.000 (APBD)").waitFor();
  await page.getByRole("heading", { level: 1, name: "Nama resmi yang pertama" }).waitFor();
  await expectAccessible(page);

  for (const one of others) formulate(one.id, one.name);
  await page.goto(address);
  await page.getByRole("row", { name: /Nama resmi yang pertama Dinas Kesehatan Rp 320.000.000/ }).waitFor();
  await page.getByRole("row", { name: /Nama resmi yang kedua Dinas Kesehatan belum diketahui/ }).waitFor();
  expect(await page.getByText("Belum dapat ditandatangani").count()).toBe(0);
  await page.context().close();
});

test("an action plan is written, shown over months, and its late steps say why", async () => {
  const page = await atDesk();
  await page.goto(candidateAddress(chosen()[0]?.name ?? ""));
  await page.getByRole("heading", { name: "Belum ada langkah" }).waitFor();
  await page.getByRole("button", { name: "Susun langkah" }).click();
  const step = (number: number) => page.getByRole("group", { name: `Langkah ${number}`, exact: true });
  const fill = async (number: number, name: string, from: string, to: string) => {
    await step(number).getByLabel("Nama langkah").fill(name);
    await step(number).getByLabel("Keluaran").fill(`${name}: keluarannya`);
    await step(number).getByLabel("Nama penanggung jawab").fill("Siti Aminah");
    await step(number).getByLabel("Mulai bulan").fill(from);
    await step(number).getByLabel("Sampai bulan").fill(to);
  };
  await fill(1, "Melatih kader", "2025-01", "2025-03");
  await page.getByRole("button", { name: "Tambah langkah" }).click();
  await fill(2, "Membeli alat", "2025-04", "2025-02");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect.poll(() => step(2).getByLabel("Sampai bulan").getAttribute("aria-invalid")).toBe("true");
  await step(2).getByLabel("Sampai bulan").fill("2199-12");
  await expectAccessible(page);
  await look(page, "action-plan-form");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();

  const table = page.getByRole("table").first();
  await table.getByText(/terlambat \d+ bulan, belum dijelaskan/).waitFor();
  await page.getByRole("img", { name: /Langkah Nama resmi yang pertama menurut bulan/ }).waitFor();
  await page.getByRole("button", { name: "Jelaskan keterlambatan: Melatih kader" }).click();
  await page.getByRole("dialog").getByLabel("Mengapa terlambat").fill("Menunggu perubahan anggaran");
  await page.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
  await table.getByText(/terlambat \d+ bulan: Menunggu perubahan anggaran/).waitFor();
  await expectAccessible(page);
  await look(page, "action-plan");

  await page.getByRole("button", { name: "Catat selesai: Melatih kader" }).click();
  await page.getByRole("dialog").getByLabel("Selesai pada").fill("2025-03-20");
  await page.getByRole("dialog").getByRole("button", { name: "Simpan" }).click();
  await table.getByText("selesai 20 Maret 2025", { exact: true }).waitFor();
  await page.context().close();
});

test("who commits is named and signs, and the scan is kept", async () => {
  const page = await atDesk();
  await page.goto(address);
  await page.getByRole("button", { name: "Tambah penanda tangan" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nama", { exact: false }).first().fill("Siti Contoh");
  await dialog.getByLabel("Jabatan", { exact: false }).first().fill("Bupati");
  await dialog.getByRole("button", { name: "Tambah", exact: true }).click();
  await dialog.getByText("Siti Contoh ditambahkan.").waitFor();
  await dialog.getByLabel("Nama", { exact: false }).first().fill("Budi Contoh");
  await dialog.getByLabel("Jabatan", { exact: false }).first().fill("Kepala Dinas Kesehatan");
  await dialog.getByLabel("Jabatan dipegang sebagai").selectOption({ label: "pelaksana tugas (Plt.)" });
  await dialog.getByRole("button", { name: "Tambah", exact: true }).click();
  await dialog.getByText("Budi Contoh ditambahkan.").waitFor();
  await dialog.getByRole("button", { name: "Tutup" }).click();
  await page.getByText("2 orang belum menandatangani.").waitFor();
  await page.getByRole("row", { name: /Budi Contoh Plt. Kepala Dinas Kesehatan/ }).waitFor();

  await page.getByRole("button", { name: "Catat tanda tangan Siti Contoh" }).click();
  await dialog.getByLabel("Tanggal").fill("2026-01-15");
  await dialog.getByLabel("Cara").selectOption({ label: "elektronik tersertifikasi" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Catat tanda tangan" }).click();
  await page.getByText("15 Januari 2026, elektronik tersertifikasi").waitFor();
  await page.getByText("1 orang belum menandatangani.").waitFor();

  const scan = join(host.folder, "komitmen.pdf");
  writeFileSync(scan, "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  await page.getByLabel("Unggah pindaian Siti Contoh").setInputFiles(scan);
  const link = page.getByRole("link", { name: "Pindaian tanda tangan Siti Contoh" });
  await link.waitFor();
  const file = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(file.ok()).toBe(true);
  expect((await file.text()).startsWith("%PDF")).toBe(true);
  await expectAccessible(page);
  await look(page, "quick-win-set");

  // Once somebody has signed, the formulations stay as they are.
  await page.goto(candidateAddress(chosen()[0]?.name ?? ""));
  await page.getByText("Digarap bersama").waitFor();
  expect(await page.getByRole("button", { name: "Perbaiki rumusan" }).count()).toBe(0);
  await page.context().close();
});

test("a set is printed with its formulations, plans and signatures", async () => {
  const page = await atDesk();
  await page.goto(`${address}/cetak`);
  await page.getByText("Kami yang bertanda tangan berkomitmen melaksanakan Quick win 2026").waitFor();
  await page.getByText("Nama resmi yang pertama").first().waitFor();
  await page.getByText("Melatih kader: keluarannya").waitFor();
  await page.getByText("ditandatangani 15 Januari 2026 secara elektronik tersertifikasi").waitFor();
  await expectAccessible(page);
  await look(page, "quick-win-print");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "Cetak atau simpan PDF" }).isVisible()).toBe(false);
  const pdf = await page.pdf({ format: "A4", path: join(host.folder, "set.pdf") });
  expect(pdf.length).toBeGreaterThan(10_000);
  await page.context().close();
});

test("an amendment says who left and who came, and the old set stays readable", async () => {
  const page = await atDesk();
  await page.goto(`${address}/ubah`);
  const leaves = chosen()[1]?.name ?? "";
  await page.getByLabel("Alasan perubahan").fill("Kementerian mengambil alih");
  await page.getByLabel("Nomor surat keputusan perubahan").fill("SK-CONTOH/31/2026");
  await page.getByLabel("Tempat Nama resmi yang kedua").selectOption({ label: "Belum sekarang" });
  await page.getByLabel("Alasan Nama resmi yang kedua berpindah").fill("menjadi program pusat");
  await page.getByText("1 calon berpindah tempat.").waitFor();
  await page.getByRole("radio", { name: /Hanya yang saya pilih/ }).check();
  await page.getByRole("checkbox", { name: /Budi Contoh/ }).check();
  await expectAccessible(page);
  await look(page, "quick-win-amend");
  await page.getByRole("button", { name: "Tetapkan perubahan" }).click();

  await page.getByRole("heading", { name: "Perubahan" }).waitFor();
  await page.getByText("Kementerian mengambil alih (SK-CONTOH/31/2026)").waitFor();
  await page.getByText(`Keluar: ${leaves}`).or(page.getByText("Keluar: Nama resmi yang kedua")).waitFor();
  await page.getByText("Menandatangani lagi: Budi Contoh").waitFor();
  await page.getByRole("link", { name: "Lihat daftar sebelumnya" }).click();
  await page.getByText("Daftar ini sudah digantikan.").waitFor();
  await page.getByRole("link", { name: "Lihat yang berlaku" }).waitFor();
  expect(await page.getByRole("button", { name: "Tambah penanda tangan" }).count()).toBe(0);
  await page.context().close();
});
