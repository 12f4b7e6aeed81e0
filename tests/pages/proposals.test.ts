// The region's settings, and proposals without an account: a link with its QR code, somebody
// proposes from a phone, a moderator decides, the proposer follows and withdraws.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible, launch, look, opened, phone, pictures, signIn } from "./support/browser";
import { Host, source } from "./support/host";

const host = new Host();
let browser: Browser;
let admin: Page;
let proposer: Page;
let address = "";

beforeAll(async () => {
  host.pilah("init", "--region", "13.11");
  host.pilah("organisation", "import", join(source, "registry-data/samples/13.11/organisations.csv"));
  await host.serve();
  const maya = await host.account("maya", "Maya Sari", "--role", "region-administrator");
  browser = await launch();
  admin = await opened(browser, host);
  await signIn(admin, maya);
  proposer = await opened(browser, host, phone);
});
afterAll(async () => {
  await browser?.close();
  await host.end();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

const publication = async () =>
  (await (await fetch(`${host.url}/api/v1/regions/13.11/publication`)).json()) as { fields: string[] };

test("what everybody sees is set by field and status, and taken back by one click", async () => {
  await admin.goto("/13.11/atur");
  const budgets = admin.getByLabel("Anggaran");
  await budgets.waitFor();
  expect(await budgets.isChecked()).toBe(false);
  await expectAccessible(admin);
  await look(admin, "atur");
  await budgets.check();
  await button(admin, "Simpan").first().click();
  await button(admin, "Urungkan").waitFor();
  expect((await publication()).fields).toContain("budgets");
  await button(admin, "Urungkan").click();
  await button(admin, "Urungkan").waitFor({ state: "detached" });
  expect((await publication()).fields).not.toContain("budgets");
});

test("numbers of persons in what is public are pointed at", async () => {
  await admin.getByText("Tidak tampak nomor pribadi", { exact: false }).waitFor();
  const list = join(host.folder, "antrean.csv");
  writeFileSync(
    list,
    "nama inovasi;opd;ringkasan;subdimensi;status\nAntrean Daring;DINKES;Hubungi 0812-3456-7890.;Kesehatan;diajukan\n",
  );
  host.pilah("import", list);
  await admin.getByLabel("Diajukan").check();
  await button(admin, "Simpan").first().click();
  await admin.getByText("tampaknya memuat 1 nomor pribadi", { exact: false }).click();
  await admin.getByText("nomor telepon 0812", { exact: false }).waitFor();
  await expectAccessible(admin);
  await button(admin, "Urungkan").click();
  await admin.getByText("Tidak tampak nomor pribadi", { exact: false }).waitFor();
});

test("submissions are taken until a minute in the region's own time", async () => {
  await admin.getByText("menurut WIB", { exact: false }).waitFor();
  await admin.getByLabel("Diterima sampai").fill("2026-12-31T16:00");
  await admin.getByLabel("Kepala organisasi menyetujui dulu", { exact: false }).check();
  await button(admin, "Simpan").last().click();
  await admin.getByText("Tersimpan.").waitFor();
  const region = (await (await fetch(`${host.url}/api/v1/regions/13.11`)).json()) as { submission: unknown };
  expect(region.submission).toEqual({ approved_by_head: true, until: "2026-12-31T16:00" });
});

test("a link for proposals is opened and shown once as a poster", async () => {
  await admin.getByRole("link", { name: "Tautan usulan" }).click();
  await admin.getByText("Belum ada tautan usulan").waitFor();
  await expectAccessible(admin);
  await button(admin, "Buka tautan usulan").first().click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Untuk apa").fill("Usulan bimtek II");
  await expectAccessible(admin);
  await button(admin, "Buka tautan usulan").last().click();
  await admin.locator(".intake-poster .qr path").waitFor();
  await expectAccessible(admin);
  await look(admin, "tautan-usulan");
  const paper = join(pictures, "tautan-usulan.pdf");
  writeFileSync(paper, await admin.pdf({ format: "A4" }));
  expect(execFileSync("pdfinfo", [paper], { encoding: "utf8" })).toMatch(/Pages:\s+1\n/);
  address = (await admin.locator(".intake-poster code").textContent()) ?? "";
  expect(address).toContain(`${host.url}/usul/`);
  await button(admin, "Selesai").click();
  await admin.getByRole("row", { name: /Usulan bimtek II .* terbuka/ }).waitFor();
});

test("somebody proposes from a phone, without an account", async () => {
  await proposer.goto(address);
  await proposer.getByText("Usulan bimtek II", { exact: false }).waitFor();
  await button(proposer, "Kirim usulan").waitFor();
  await expectAccessible(proposer);
  await look(proposer, "usul");
  await proposer.getByLabel("Nama inovasi").fill("Peta jalan rusak");
  await proposer.getByLabel("Apa yang dilakukan").fill("Warga melapor lewat radio.");
  await proposer.getByLabel("Nama Anda atau kelompok Anda").fill("Radio Nagari");
  await proposer.getByLabel("Anda mewakili").selectOption("media");
  await proposer.getByLabel("Kontak, bila boleh kami hubungi").fill("0812-0000-0000");
  await proposer.getByLabel("dimensi yang paling dekat", { exact: false }).selectOption("smart-living");
  await button(proposer, "Kirim usulan").click();
  await proposer.getByRole("heading", { name: "Usulan Anda sudah kami terima" }).waitFor();
  await proposer.locator(".qr path").waitFor();
  await expectAccessible(proposer);
  await look(proposer, "usul-terkirim");
  await proposer.getByRole("button", { name: "Lihat usulan saya" }).click();
  await proposer.getByText("Menunggu diperiksa moderator.").waitFor();
});

test("a moderator accepts it for an organisation, and its proposer sees that", async () => {
  await admin.goto("/13.11/atur/usulan");
  await admin.getByRole("heading", { name: "Peta jalan rusak" }).waitFor();
  await admin.getByText("Dari Radio Nagari (media)", { exact: false }).waitFor();
  await expectAccessible(admin);
  await look(admin, "usulan-masuk");
  await button(admin, "Terima").click();
  await admin.getByLabel("Menjadi draf milik").selectOption({ label: "Dinas Komunikasi dan Informatika" });
  await button(admin, "Terima usulan").click();
  await admin.getByText("Peta jalan rusak sekarang sebuah draf.").waitFor();
  await admin.getByText("Tidak ada usulan yang menunggu").waitFor();
  await proposer.reload();
  await proposer.getByText("Diterima: usulan Anda menjadi draf inovasi.").waitFor();
  await expectAccessible(proposer);
  await look(proposer, "usulan-lacak");
});

test("another is declined with a reason, which its proposer reads before withdrawing it", async () => {
  await proposer.goto(address);
  await proposer.getByLabel("Nama inovasi").fill("Antrean radio");
  await proposer.getByLabel("Apa yang dilakukan").fill("Antrean lewat radio.");
  await proposer.getByLabel("Nama Anda atau kelompok Anda").fill("Radio Nagari");
  await button(proposer, "Kirim usulan").click();
  await proposer.getByRole("button", { name: "Lihat usulan saya" }).click();
  await proposer.getByText("Menunggu diperiksa moderator.").waitFor();

  await admin.reload();
  await button(admin, "Tolak").click();
  await admin.getByLabel("Alasan, dibaca pengusulnya").fill("Sudah berjalan sejak 2024.");
  await button(admin, "Tolak usulan").click();
  await admin.getByText("Antrean radio ditolak.").waitFor();

  await proposer.reload();
  await proposer.getByText("Alasannya: Sudah berjalan sejak 2024.").waitFor();
  await button(proposer, "Tarik usulan").click();
  await expectAccessible(proposer);
  await button(proposer, "Ya, tarik").click();
  await proposer.getByText("Sudah ditarik; nama dan kontak Anda dihapus.").waitFor();
  await admin.getByLabel("Keadaan").selectOption("declined");
  await admin.getByText("seseorang (namanya dihapus)", { exact: false }).waitFor();
});

test("a closed link says so to whoever comes late", async () => {
  await admin.goto("/13.11/atur/tautan");
  await button(admin, "Tutup tautan Usulan bimtek II").click();
  await admin.getByRole("row", { name: /Usulan bimtek II .* ditutup/ }).waitFor();
  await proposer.goto(address);
  await proposer.getByText("Tautan ini tidak menerima usulan").waitFor();
  await expectAccessible(proposer);
});

test("a webhook is added, its secret shown once, and removed", async () => {
  await admin.goto("/13.11/atur/webhook");
  await admin.getByText("Belum ada webhook").waitFor();
  await button(admin, "Tambah webhook").click();
  await admin.getByLabel("Alamat").fill("https://dasbor.example.go.id/pilah");
  await admin.getByLabel("Terverifikasi").check();
  await button(admin, "Tambah webhook").last().click();
  await admin.getByText("Simpan rahasia ini di penerimanya", { exact: false }).waitFor();
  expect(await admin.locator("code.settings-secret").textContent()).toMatch(/^whsec_/);
  await admin.getByText("Kiriman terakhir").click();
  await admin.getByText("Belum ada kiriman.").waitFor();
  await expectAccessible(admin);
  await look(admin, "webhook");
  await button(admin, "Hapus webhook https://dasbor.example.go.id/pilah").click();
  await admin.getByText("Belum ada webhook").waitFor();
});
