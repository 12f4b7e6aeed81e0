// From an empty host to a region in which everybody has a card with a link: the first account,
// the set-up step by step, 150 villages on paper, accounts one by one, one's own account.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible, expectToFit, launch, look, opened, phone, pictures } from "./support/browser";
import { Host } from "./support/host";

const host = new Host();
let browser: Browser;
let admin: Page;

beforeAll(async () => {
  await host.serve();
  browser = await launch();
  admin = await opened(browser, host);
});
afterAll(async () => {
  await browser?.close();
  await host.end();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

const paper = join(pictures, "kartu.pdf");

/** How many A4 sheets the page would be on paper. */
async function sheetsOnPaper(page: Page): Promise<number> {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(paper, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const told = execFileSync("pdfinfo", [paper], { encoding: "utf8" });
  expect(told).toMatch(/Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts/); // A4
  return Number(/Pages:\s+(\d+)/.exec(told)?.[1]);
}

const textOfSheet = (sheet: number) =>
  execFileSync("pdftotext", ["-f", String(sheet), "-l", String(sheet), paper, "-"], { encoding: "utf8" });

test("the first account is made by the link that the host tells, and leads to the set-up", async () => {
  await admin.goto(await host.setUpPath());
  await admin.getByRole("heading", { name: "Akun pertama" }).waitFor();
  await admin.getByLabel("Nama masuk").fill("rina");
  await admin.getByLabel("Nama Anda").fill("Rina Marlina");
  await admin.getByLabel("Kata sandi baru").fill("pendek");
  await admin.getByLabel("Kata sandi sekali lagi").fill("pendek saja");
  await button(admin, "Simpan dan masuk").click();
  await admin.getByText("Kedua kata sandi tidak sama.").waitFor();
  await admin.getByLabel("Kata sandi sekali lagi").fill("pendek");
  await button(admin, "Simpan dan masuk").click();
  await admin.getByText("Kata sandi harus 10 sampai 200 huruf", { exact: false }).waitFor(); // the host's own words
  await expectAccessible(admin);
  await look(admin, "set-password");
  await admin.getByLabel("Kata sandi baru").fill("tiga ekor kambing");
  await admin.getByLabel("Kata sandi sekali lagi").fill("tiga ekor kambing");
  await button(admin, "Simpan dan masuk").click();
  await admin.getByRole("heading", { name: "Menyiapkan Pilah" }).waitFor();
  expect(admin.url()).not.toContain("#");
});

test("without a region one is added by its name, and what is none is refused beside the field", async () => {
  await admin.getByText("pilah init --region 13.11").waitFor();
  const which = admin.getByLabel("Nama atau kode daerah");
  await expectAccessible(admin);
  await which.fill("Solok Seltan");
  await button(admin, "Tambahkan daerah ini").click();
  await admin.getByText('"Solok Seltan" bukan kode daerah').waitFor();
  expect(await which.getAttribute("aria-invalid")).toBe("true");
  await expectAccessible(admin);
  await look(admin, "siapkan-tambah-daerah");
  await which.fill("kabupaten solok selatan");
  await button(admin, "Tambahkan daerah ini").click();
  await button(admin, "Jadikan saya admin Kabupaten Solok Selatan").click();
  await admin.getByText("Anda admin di sini.", { exact: false }).waitFor();
  await look(admin, "siapkan-daerah");
});

test("agencies are pasted from a spreadsheet, villages dropped as a file", async () => {
  await admin.getByRole("button", { name: "Langkah berikutnya: Organisasi" }).click();
  await admin.getByText("Belum ada organisasi.").waitFor();
  await expectAccessible(admin);
  await look(admin, "siapkan-organisasi");
  await admin.getByText("Atau tempelkan dari lembar kerja").click();
  await admin
    .getByLabel("Satu organisasi per baris")
    .fill("DINKES\tDinas Kesehatan\nDISDIK\tDinas Pendidikan\nDLH\tDinas Lingkungan Hidup");
  await button(admin, "Periksa").click();
  await button(admin, "Impor 3 baris").click();
  await admin.getByText("Sudah ada 3 organisasi: 3 Perangkat Daerah.").waitFor();

  await button(admin, "Bawa daftar lain").click();
  const villages = Array.from({ length: 150 }, (_, at) => `N${at + 1};Nagari Contoh ${at + 1};nagari`);
  await admin.getByLabel("Letakkan daftar Perangkat Daerah dan nagari di sini").setInputFiles({
    name: "nagari.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["kode;nama;jenis", ...villages].join("\n")),
  });
  await button(admin, "Impor 150 baris").click();
  await admin.getByText("Sudah ada 153 organisasi: 3 Perangkat Daerah, 150 nagari.").waitFor();
});

test("150 villages get their accounts at once, and 15 sheets of ten cards", async () => {
  await admin.getByRole("button", { name: "Langkah berikutnya: Akun" }).click();
  await admin.getByText("Sudah ada 1 akun di daerah ini.").waitFor();
  await expectAccessible(admin);
  await admin.getByLabel("Perangkat Daerah (3)").uncheck();
  await button(admin, "Buat akun").click();
  await admin.getByText("150 kartu, sepuluh per lembar A4.", { exact: false }).waitFor();
  await admin.getByLabel("Alamat Pilah bagi penerima").fill("https://pilah.solokselatankab.example/");
  await admin.locator(".link-card .qr path").nth(149).waitFor();
  await expectToFit(admin);
  await expectAccessible(admin);
  await admin.setViewportSize(phone);
  await expectToFit(admin);
  await admin.setViewportSize({ width: 1440, height: 900 });

  expect(await sheetsOnPaper(admin)).toBe(15);
  for (let sheet = 1; sheet <= 15; sheet += 1) {
    const text = textOfSheet(sheet);
    const names = text.match(/Nagari Contoh \d+/g) ?? [];
    expect(new Set(names).size, `names on sheet ${sheet}`).toBe(10);
    expect(text.match(/Nama masuk: n\d+/g)?.length, `sign-in names on sheet ${sheet}`).toBe(10);
    expect(text.match(/Berlaku sekali, sampai/g)?.length, `ends on sheet ${sheet}`).toBe(10);
    expect(text.match(/Pindai kode ini/g)?.length, `how on sheet ${sheet}`).toBe(10);
  }
  await look(admin, "kartu");
});

test("who scans a card sets a password and is in", async () => {
  const address = await admin.locator(".link-card-address").first().textContent();
  expect(address).toMatch(/^https:\/\/pilah\.solokselatankab\.example\/set-password#link-/);
  const villager = await opened(browser, host, phone);
  await villager.goto(address!.replace("https://pilah.solokselatankab.example", ""));
  await villager.getByLabel("Kata sandi baru").fill("sawah di tepi sungai");
  await villager.getByLabel("Kata sandi sekali lagi").fill("sawah di tepi sungai");
  await button(villager, "Simpan dan masuk").click();
  await button(villager, "Keluar").waitFor();
  await villager.waitForURL("**/13.11");

  // The same card once more: the link has ended, and the page says what to do.
  const late = await opened(browser, host, phone);
  await late.goto(address!.replace("https://pilah.solokselatankab.example", ""));
  await late.getByLabel("Kata sandi baru").fill("sawah di tepi sungai");
  await late.getByLabel("Kata sandi sekali lagi").fill("sawah di tepi sungai");
  await button(late, "Simpan dan masuk").click();
  await late.getByText("Tautan ini sudah dipakai", { exact: false }).waitFor();
  await late.context().close();
  await villager.context().close();
});

test("the last step brings the innovations, and ends at the region", async () => {
  await button(admin, "Selesai").click();
  await admin.getByLabel("Letakkan daftar inovasi di sini").setInputFiles({
    name: "inovasi.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Nama Inovasi;OPD;Manfaat\nBank Sampah;DLH;Sampah berkurang\n"),
  });
  await button(admin, "Impor 1 baris").click();
  await admin.getByRole("heading", { name: "inovasi.csv sudah diimpor" }).waitFor();
  await expectAccessible(admin);
  await look(admin, "siapkan-inovasi");
  await admin.getByRole("button", { name: "Selesai: buka Kabupaten Solok Selatan" }).click();
  await admin.waitForURL("**/13.11");
});

test("accounts are searched, added one by one, given and refused roles", async () => {
  await admin.goto("/13.11/akun");
  await admin.getByText("151 dari 151 akun").waitFor();
  await expectAccessible(admin);
  await look(admin, "akun");
  await admin.getByLabel("Cari nama, nama masuk, atau organisasi").fill("contoh 150");
  await admin.getByText("1 dari 151 akun").waitFor();
  await admin.getByLabel("Cari nama, nama masuk, atau organisasi").fill("");

  await button(admin, "Tambah akun").click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Nama (wajib)").fill("dr. Hendra");
  await dialog.getByLabel("Nama masuk").fill("rina");
  await dialog.getByLabel("Peran").selectOption("head-of-organisation");
  await dialog.getByLabel("Organisasi").selectOption({ label: "Dinas Kesehatan" });
  await button(admin, "Buat akun dan tautannya").click();
  await admin.getByText("Nama masuk rina sudah dipakai akun lain.", { exact: false }).waitFor();
  await expectAccessible(admin);
  await dialog.getByLabel("Nama masuk").fill("hendra");
  await button(admin, "Buat akun dan tautannya").click();
  await admin.getByText("1 kartu, sepuluh per lembar A4.", { exact: false }).waitFor();
  await admin.locator(".link-card").getByText("Dinas Kesehatan").waitFor();
  await button(admin, "Selesai").click();

  await admin.getByLabel("Cari nama, nama masuk, atau organisasi").fill("hendra");
  await admin.getByRole("link", { name: "dr. Hendra" }).click();
  await admin.getByRole("heading", { name: "dr. Hendra" }).waitFor();
  await expectAccessible(admin);
  await look(admin, "akun-satu");
  await admin.getByText("Beri peran").first().click();
  await admin.getByLabel("Peran", { exact: true }).selectOption("verifier");
  await button(admin, "Beri peran").click();
  await button(admin, "Cabut peran verifikator").click();
  await admin.getByText("Peran verifikator dicabut.").waitFor();
  await button(admin, "Urungkan").click();
  await button(admin, "Cabut peran verifikator").waitFor();
});

test("a new link, an end and a new beginning, and a successor", async () => {
  await button(admin, "Buat tautan").click();
  await admin.getByText("1 kartu", { exact: false }).waitFor();
  await button(admin, "Selesai").click();
  await button(admin, "Nonaktifkan").click();
  await button(admin, "Aktifkan lagi").click();
  await button(admin, "Nonaktifkan").waitFor();
  await admin.getByLabel("Penerus").selectOption({ label: "Nagari Contoh 1 (n1)" });
  await button(admin, "Serahkan").click();
  await admin.getByText("tidak lagi punya peran di sini").waitFor();
  await admin.getByText("Nagari Contoh 1 sudah mengambil alih di sini.").waitFor();
  await expectAccessible(admin);
  await admin.getByRole("link", { name: "Akun Nagari Contoh 1" }).click();
  await button(admin, "Cabut peran kepala organisasi, Dinas Kesehatan").waitFor();
});

test("the last role that was taken away can still be given back", async () => {
  await admin.goto("/13.11/akun");
  await admin.getByRole("link", { name: "Nagari Contoh 2", exact: true }).click();
  await button(admin, "Cabut peran kontributor, Nagari Contoh 2").click();
  await admin.getByText("tidak lagi punya peran di sini").waitFor();
  await button(admin, "Urungkan").click();
  await button(admin, "Cabut peran kontributor, Nagari Contoh 2").waitFor();
  await button(admin, "Nonaktifkan").waitFor();
});

test("a list of people makes their accounts, and tells which rows it cannot take", async () => {
  await admin.goto("/13.11/akun");
  await button(admin, "Dari daftar orang").click();
  await admin.getByLabel("Letakkan daftar orang di sini").setInputFiles({
    name: "orang.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("opd;nama;peran\nDLH;Ani Rahma;\nDinas Kelautan;Budi;\n"),
  });
  await admin.getByText("1 ditambah, 0 mendapat peran baru, 0 tetap, 1 ditolak.").waitFor();
  await admin.getByText("Organisasi \"Dinas Kelautan\" tidak ada di daerah ini", { exact: false }).waitFor();
  await expectAccessible(admin);
  await button(admin, "Kartu tautan (1)").click();
  await admin.locator(".link-card").getByText("Ani Rahma").waitFor();
});

test("another region is added beside the first, and the choice of regions names both", async () => {
  await admin.goto("/siapkan");
  await admin.getByText("Tambah daerah lain").click();
  const which = admin.getByLabel("Nama atau kode daerah");
  await which.fill("Kabupaten Solok Selatan");
  await button(admin, "Tambahkan daerah ini").click();
  await admin.getByText("Kabupaten Solok Selatan (13.11) sudah ada di sini", { exact: false }).waitFor();
  await which.fill("51.08");
  await button(admin, "Tambahkan daerah ini").click();
  await admin.getByText("Anda mengelola server, tetapi belum punya peran di Kabupaten Buleleng").waitFor();
  await admin.getByRole("link", { name: "Kabupaten Solok Selatan (13.11)" }).waitFor();
  await expectAccessible(admin);
  await look(admin, "siapkan-daerah-lain");
  await admin.goto("/51.08");
  const choice = admin.getByLabel("Pilih daerah", { exact: true });
  await choice.getByText("13.11 Kabupaten Solok Selatan").waitFor({ state: "attached" });
  expect(await choice.locator("option:checked").textContent()).toBe("51.08 Kabupaten Buleleng");
  await expectAccessible(admin);
  await look(admin, "pilihan-daerah");
});

test("one's own account: a new password, a token shown once, all browsers signed out", async () => {
  await admin.goto("/13.11/akun-saya");
  await admin.getByLabel("Kata sandi sekarang").fill("salah sama sekali");
  await admin.getByLabel("Kata sandi baru").fill("lima ekor kambing");
  await button(admin, "Ganti kata sandi").click();
  await admin.getByText("Nama masuk atau kata sandi salah.", { exact: false }).waitFor();
  await admin.getByLabel("Kata sandi sekarang").fill("tiga ekor kambing");
  await button(admin, "Ganti kata sandi").click();
  await admin.getByText("Kata sandi diganti", { exact: false }).waitFor();

  await admin.getByText("Buat token").first().click();
  await admin.getByLabel("Untuk apa").fill("Dasbor Bappeda");
  await button(admin, "Buat token").click();
  await admin.getByText("Salin token ini sekarang", { exact: false }).waitFor();
  const token = await admin.locator(".account-secret").textContent();
  const answer = await fetch(`${host.url}/api/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  await expectAccessible(admin);
  await look(admin, "akun-saya");
  await button(admin, "Cabut token Dasbor Bappeda").click();
  await admin.getByText("Belum ada token.").waitFor();

  await button(admin, "Keluar di mana-mana").click();
  await admin.waitForURL("**/masuk");
});

test("English is a click away", async () => {
  const reader = await opened(browser, host);
  await reader.goto("/set-password");
  await reader.getByLabel("Tautan").waitFor();
  await button(reader, "English").click();
  await reader.getByText("This address holds no one-time link.", { exact: false }).waitFor();
  await expectAccessible(reader);
  await reader.context().close();
});
