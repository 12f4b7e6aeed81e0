// Bring your list: columns matched and corrected, each row's fate before anything is stored,
// rejected rows given back and mended, and everything that can be wrong with a file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible, launch, look, opened, signIn } from "./support/browser";
import { Host, source } from "./support/host";

const host = new Host();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  host.pilah("init", "--region", "13.11");
  host.pilah("organisation", "import", join(source, "registry-data/samples/13.11/organisations.csv"));
  await host.serve();
  const planner = await host.account("maya", "Maya Sari", "--role", "planner");
  browser = await launch();
  page = await opened(browser, host);
  await signIn(page, planner);
});
afterAll(async () => {
  await browser?.close();
  await host.end();
});

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const fates = () => page.getByRole("group", { name: "Nasib baris" });

async function open(): Promise<void> {
  await page.goto("/13.11/daftar");
  await page.getByLabel("Letakkan daftar inovasi di sini").waitFor();
}

async function drop(name: string, text: string | Buffer): Promise<void> {
  const buffer = typeof text === "string" ? Buffer.from(text) : text;
  await page.getByLabel("Letakkan daftar inovasi di sini").setInputFiles({ name, mimeType: "text/csv", buffer });
}

/** The number on the button of a fate. */
const counted = async (fate: string) =>
  (await fates().getByRole("button", { name: fate }).locator("strong").textContent())?.trim();

const innovations = async () => {
  const answer = await page.evaluate(async () => (await fetch("/api/v1/regions/13.11/innovations")).json());
  return (answer as { total: number }).total;
};

test("a list is looked at first, and nothing is stored", async () => {
  await open();
  await expectAccessible(page);
  await look(page, "daftar");
  await drop(
    "inovasi.csv",
    [
      "No;Nama Inovasi;OPD;Kegunaan Utama;Catatan Kepala",
      "1;Bank Sampah;DLH;Sampah berkurang;bagus",
      "2;;DINKES;Antrean lebih pendek;",
      "3;Posyandu Remaja;DINKES;=1+1;baik",
    ].join("\n"),
  );
  await page.getByText("Belum ada yang tersimpan.", { exact: false }).waitFor();
  expect(await counted("ditambah")).toBe("2");
  expect(await counted("ditolak")).toBe("1");
  await page.getByText('Kolom "Nama Inovasi": nama belum diisi', { exact: false }).waitFor();
  expect(await innovations()).toBe(0);
  await expectAccessible(page);
  await look(page, "daftar-hasil");
});

test("a column is corrected by hand, and the list is looked at again", async () => {
  await page.getByText("Sampah berkurang").waitFor(); // a sample value
  const use = page.getByLabel("Kolom Kegunaan Utama dibaca sebagai");
  expect(await use.inputValue()).toBe("");
  await use.selectOption("benefit");
  await page.getByText("Kolom diubah: periksa lagi sebelum mengimpor.").waitFor();
  expect(await button(/^Impor \d+ baris$/).isDisabled()).toBe(true);
  await button("Periksa lagi").click();
  await page.getByText("Kolom diubah", { exact: false }).waitFor({ state: "detached" });
  expect(await use.inputValue()).toBe("benefit");
});

test("the list is taken for good", async () => {
  await button("Impor 2 baris").click();
  await page.getByRole("heading", { name: "inovasi.csv sudah diimpor" }).waitFor();
  expect(await innovations()).toBe(2);
  const found = await page.evaluate(
    async () => (await fetch("/api/v1/regions/13.11/innovations?q=posyandu")).json() as Promise<unknown>,
  );
  expect(JSON.stringify(found)).toContain("Posyandu Remaja");
});

let rejected = "";

test("rejected rows come back with their reasons, formulas made harmless", async () => {
  await button("Bawa daftar lain").click();
  await drop(
    "lagi.csv",
    "No;Nama Inovasi;OPD;Manfaat\n7;;DINKES;=HYPERLINK(1)\n8;;DLH;baik; sekali\n9;Bank Sampah;DLH;Sampah berkurang\n",
  );
  await page.getByText("Belum ada yang tersimpan.", { exact: false }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button("Unduh 2 baris yang ditolak").click(),
  ]);
  expect(download.suggestedFilename()).toBe("lagi-ditolak.csv");
  rejected = readFileSync(await download.path(), "utf8");
  expect(rejected.charCodeAt(0)).toBe(0xfeff);
  expect(rejected).toContain("No;Nama Inovasi;OPD;Manfaat;Sebab ditolak;Kolom yang salah");
  expect(rejected).toContain(`7;;DINKES;"'=HYPERLINK(1)"`);
  expect(rejected).toContain("nama belum diisi");
});

test("the mended file is dropped again and taken, with the text as it was, and once more changes nothing", async () => {
  await button("Pilih berkas lain").click();
  await drop("lagi-ditolak.csv", rejected.replace("7;;", "7;Antrean Puskesmas;").replace("8;;", "8;Kompos Pasar;"));
  await button("Impor 2 baris").click();
  await page.getByRole("heading", { name: "lagi-ditolak.csv sudah diimpor" }).waitFor();
  const found = await page.evaluate(
    async () => (await fetch("/api/v1/regions/13.11/innovations?q=antrean")).json() as Promise<{ innovations: { id: string }[] }>,
  );
  const entry = await page.evaluate(
    async (id) => (await fetch(`/api/v1/innovations/${id}`)).json() as Promise<{ benefit: string }>,
    found.innovations[0]!.id,
  );
  expect(entry.benefit).toBe("=HYPERLINK(1)");
  await button("Bawa daftar lain").click();
  await drop("lagi-ditolak.csv", rejected.replace("7;;", "7;Antrean Puskesmas;").replace("8;;", "8;Kompos Pasar;"));
  await page.getByText("Tidak ada baris yang akan ditambah atau diperbarui.", { exact: false }).waitFor();
  expect(await counted("tidak berubah")).toBe("2");
  expect(await button("Impor 0 baris").isDisabled()).toBe(true);
});

test("a list whose columns nobody knows is read once they are named", async () => {
  await open();
  await drop("asing.csv", "Judul Kegiatan Hebat;Kantor;Ket\nTaman Baca;DLH;baik\n");
  await page.getByText("Tidak ditemukan kolom nama", { exact: false }).waitFor();
  await page.getByText("Sebutkan kolom mana yang berisi apa, lalu periksa lagi.").first().waitFor();
  await expectAccessible(page);
  await look(page, "daftar-kolom-asing");
  await page.getByLabel("Kolom Judul Kegiatan Hebat dibaca sebagai").selectOption("name");
  await page.getByLabel("Kolom Kantor dibaca sebagai").selectOption("owner");
  await button("Periksa lagi").click();
  await button("Impor 1 baris").waitFor();
});

test("a file is dropped with the mouse, and caught where it falls beside", async () => {
  await open();
  const files = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(["Nama Inovasi;OPD\nTaman Baca;DLH\n"], "taman.csv", { type: "text/csv" }));
    return dropped;
  });
  const stays = await page.evaluate(
    (dataTransfer) => !document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true })),
    files,
  );
  expect(stays).toBe(true);
  await page.locator(".file-drop").dispatchEvent("drop", { dataTransfer: files });
  await button("Impor 1 baris").waitFor();
});

test("a wrong, an empty and a too large file are told apart", async () => {
  await open();
  await drop("foto.pdf", "%PDF-1.4");
  await page.getByText("Tidak ada pengimpor untuk foto.pdf.", { exact: false }).waitFor();
  await button("Pilih berkas lain").click();
  await drop("kosong.csv", "");
  await page.getByText("Berkas kosong.csv kosong", { exact: false }).waitFor();
  await expectAccessible(page);
  await button("Pilih berkas lain").click();
  await drop("besar.csv", Buffer.alloc(33 * 1024 * 1024, "Bank Sampah;DLH;Sampah berkurang\n"));
  await page.getByRole("alert").getByText("Isi permintaan terlalu besar", { exact: false }).waitFor();
});

test("20,000 rows are looked at, and only so many are shown at once", async () => {
  await open();
  const rows = Array.from({ length: 20_000 }, (_, at) => `Inovasi nomor ${at};DLH;${"manfaat yang panjang ".repeat(40)}${at}`);
  const list = ["Nama Inovasi;OPD;Manfaat", ...rows, ";DLH;tanpa nama"].join("\n");
  await drop("besar.csv", list);
  await page.getByRole("progressbar").waitFor(); // it takes a while: it says so, and can be stopped
  await button("Hentikan").click();
  await button("Pilih berkas lain").click();
  await drop("besar.csv", list);
  await page.getByText("Belum ada yang tersimpan.", { exact: false }).waitFor({ timeout: 100_000 });
  expect(await counted("ditambah")).toBe("20.000");
  expect(await counted("ditolak")).toBe("1");
  await fates().getByRole("button", { name: "ditambah" }).click();
  await button("Tampilkan 100 lagi").waitFor();
  expect(await page.locator(".list-rows tbody tr").count()).toBe(100);
  await page.getByText("baris lain dihitung tetapi tidak ditampilkan satu per satu.", { exact: false }).waitFor();
});

test("who may not import is told who may", async () => {
  const reader = await host.account("budi", "Budi", "--role", "reader");
  const other = await opened(browser, host);
  await signIn(other, reader);
  await other.goto("/13.11/daftar");
  await other.getByText("Yang dapat membawa daftar di sini ialah verifikator", { exact: false }).waitFor();
  await expectAccessible(other);
  await other.context().close();
});
