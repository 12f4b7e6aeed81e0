// A package comes to a host and into a region's use, its parameters are filled in, and what goes
// wrong with it is told; each step can be taken back.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";

import { desk, expectAccessible, launch, look, opened, signIn } from "./support/browser";
import { Host, source } from "./support/host";
import { type Packages, packages } from "./support/plugin_package";

const region = "13.11";
const plugins = `/${region}/plugin`;
const patient = 120_000;

let host: Host;
let browser: Browser;
let made: Packages;
let operator: Page; // of the host
let administrator: Page; // of the region

const sample = (name: string) => join(source, "registry-data/samples/13.11", name);

beforeAll(async () => {
  host = new Host();
  host.pilah("init", "--region", region);
  host.pilah("organisation", "import", sample("organisations.csv"));
  host.pilah("import", sample("innovations.csv"));
  made = packages(host);
  await host.serve();
  const siti = await host.account("siti", "Siti Rahma", "--role", "host-administrator");
  const rini = await host.account("rini", "Rini Kurnia", "--role", "region-administrator", "--region", region);
  browser = await launch();
  operator = await opened(browser, host);
  await signIn(operator, siti);
  administrator = await opened(browser, host);
  await signIn(administrator, rini);
}, patient);

afterAll(async () => {
  await browser?.close();
  await host?.end();
});

const button = (of: Page, name: string | RegExp) => of.getByRole("button", { name });
const card = (of: Page, name: string) =>
  of.locator(".plugins-card").filter({ has: of.getByRole("heading", { name, exact: true }) });
const says = (of: Page, text: string | RegExp) => of.getByText(text).first().waitFor();
const alert = (of: Page) => of.getByRole("alert").first().textContent();

/** The scenario that the region keeps under that name. */
async function keptBy(name: string) {
  const answer = await administrator.request.get(`/api/v1/regions/${region}/scenarios/${encodeURIComponent(name)}`);
  return answer.json();
}

/** As a file that is dragged from a folder into the page. */
async function drop(page: Page, file: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([bytes, name]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(bytes ?? ""), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], name ?? ""));
      return transfer;
    },
    [readFileSync(file).toString("base64"), file.split("/").at(-1)],
  );
  await page.dispatchEvent(".file-drop", "drop", { dataTransfer: data });
}

describe("the host's administrator", () => {
  test("is told that no package is there yet, and what to do next", async () => {
    await operator.goto("/plugin");
    await says(operator, "Belum ada paket");
    await says(operator, "Belum ada kunci yang dipercaya.");
    await expectAccessible(operator);
    await look(operator, "plugins-host-empty");
  });

  test("is told what is wrong with a file that is no package", async () => {
    const wrong = join(host.folder, "surat.pilah");
    writeFileSync(wrong, "bukan paket");
    await operator.getByLabel("Letakkan paket").setInputFiles(wrong);
    await operator.getByRole("alert").waitFor();
    expect(await alert(operator)).toContain("Paket surat.pilah tidak ditandatangani");
    await says(operator, "Belum ada paket");
  });

  test("is refused a key that is none, beside its field", async () => {
    await button(operator, "Percayai kunci").click();
    const dialog = operator.getByRole("dialog");
    await dialog.getByLabel("Kunci publik").fill("abc");
    await dialog.getByLabel("Milik siapa").fill("Seseorang");
    await dialog.getByRole("button", { name: "Percayai", exact: true }).click();
    await dialog.getByText("\"abc\" bukan kunci").waitFor();
    await expectAccessible(operator);
    await dialog.getByRole("button", { name: "Batal" }).click();
  });

  test("installs a package of an unknown author by saying whose its key is", async () => {
    await operator.getByLabel("Letakkan paket").setInputFiles(made.first);
    await button(operator, "Percayai kunci ini lalu pasang").waitFor();
    expect(await alert(operator)).toContain(made.key);
    await look(operator, "plugins-host-unknown-key");
    await button(operator, "Percayai kunci ini lalu pasang").click();
    const dialog = operator.getByRole("dialog");
    expect(await dialog.getByLabel("Kunci publik").inputValue()).toBe(made.key);
    await dialog.getByLabel("Milik siapa").fill("Penulis Kabupaten");
    await dialog.getByRole("button", { name: "Percayai", exact: true }).click();
    await says(operator, "Aturan cepat versi 1.0.0 terpasang.");
    await card(operator, "Aturan cepat").getByText("Tidak dipakai daerah mana pun").waitFor();
    await card(operator, "Aturan cepat").getByText("Ditandatangani oleh Penulis Kabupaten").first().waitFor();
    expect(JSON.parse(host.pilah("plugin", "list", "--json")).map((one: { id: string }) => one.id)).toContain("cepat");
  });
});

describe("the check of a plugin", () => {
  test("is run by the host's administrator, and tells when, by which Pilah, and what it found", async () => {
    const own = card(operator, "Aturan cepat");
    await own.getByText(/^versi 1\.0\.0/).click();
    await own.getByText("Versi ini belum diperiksa di host ini.").waitFor();
    await button(operator, "Periksa Aturan cepat 1.0.0").click();
    await own.getByText(/Diperiksa .* WIB oleh Pilah \d+\.\d+\.\d+, 30 uji\./).waitFor();
    await own.getByText("Lulus tanpa catatan", { exact: true }).waitFor();
    await button(operator, "Periksa lagi Aturan cepat 1.0.0").waitFor();
    await expectAccessible(operator);
    await look(operator, "plugins-checked");
  });

  test("is read in the region, where it is not run", async () => {
    await administrator.goto(`${plugins}/cepat`);
    await administrator.getByRole("heading", { name: "Hasil pemeriksaan" }).waitFor();
    await says(administrator, "Lulus tanpa catatan");
    await says(administrator, "Pemeriksaan dijalankan admin host.");
    expect(await button(administrator, /^Periksa/).count()).toBe(0);
  });
});

describe("the region's administrator", () => {
  test("reads what each plugin does and by whose word it runs", async () => {
    await administrator.goto(plugins);
    const own = card(administrator, "Aturan quick win Solok Selatan");
    await own.getByText("Menilai calon quick win menurut 7 kriteria.").waitFor();
    await own.getByText("Bagian dari Pilah").waitFor();
    await own.getByText("Dipakai kabupaten ini").waitFor();
    await card(administrator, "Aturan cepat").getByText("Tidak dipakai kabupaten ini").waitFor();
    await expectAccessible(administrator);
    await look(administrator, "plugins-region");
  });

  test("enables a package, and takes it back", async () => {
    const own = card(administrator, "Aturan cepat");
    await own.getByRole("button", { name: "Aktifkan Aturan cepat" }).click();
    await says(administrator, "Aturan cepat diaktifkan.");
    await own.getByText("Dipakai kabupaten ini", { exact: true }).waitFor();
    await button(administrator, "Urungkan").click();
    await says(administrator, "Aturan cepat dinonaktifkan.");
    await own.getByText("Tidak dipakai kabupaten ini").waitFor();
    await button(administrator, "Urungkan").click();
    await own.getByText("Dipakai kabupaten ini", { exact: true }).waitFor();
    await administrator.reload();
    await own.getByText("Dipakai kabupaten ini", { exact: true }).waitFor();
  });

  test("disables a part of Pilah, and its rule cannot be tried until that is undone", async () => {
    await administrator.goto(`${plugins}/oki`);
    await button(administrator, "Nonaktifkan").click();
    await says(administrator, /dinonaktifkan\./);
    await says(administrator, "Aktifkan plugin ini dulu untuk mencobanya.");
    expect(await button(administrator, "Coba isian ini").isDisabled()).toBe(true);
    await button(administrator, "Urungkan").click();
    await button(administrator, "Nonaktifkan").waitFor();
    expect(await button(administrator, "Coba isian ini").isDisabled()).toBe(false);
  });
});

describe("parameters", () => {
  test("a value that the schema does not allow is refused beside its field, a right one is tried", async () => {
    await administrator.goto(`${plugins}/solok-selatan`);
    const horizon = administrator.getByLabel("Horison");
    await horizon.waitFor();
    // In the order in which their author wrote them, not of the alphabet.
    expect(await administrator.locator(".schema-form-members label").allTextContents()).toEqual([
      expect.stringContaining("Horison"),
      expect.stringContaining("Wajib tertaut rencana"),
    ]);
    expect(await horizon.inputValue()).toBe("24");
    expect(await administrator.getByLabel("Wajib tertaut rencana").isChecked()).toBe(true);
    await horizon.fill("99");
    await button(administrator, "Coba isian ini").click();
    await administrator.getByRole("alert").waitFor();
    expect(await horizon.getAttribute("aria-invalid")).toBe("true");
    expect(await alert(administrator)).toContain("seharusnya paling banyak 36, tetapi isinya 99");
    await look(administrator, "plugins-refused");
    await horizon.fill("18");
    await administrator.getByLabel("Wajib tertaut rencana").uncheck();
    await button(administrator, "Coba isian ini").click();
    await administrator.getByRole("rowheader", { name: "Daya ungkit" }).waitFor();
    await says(administrator, /memenuhi syarat/);
    await expectAccessible(administrator);
    await look(administrator, "plugins-tried");
  });

  test("are kept as a scenario by name, which holds what the form held", async () => {
    await administrator.getByLabel("Nama skenario").fill("Delapan, lebih cepat");
    await button(administrator, "Simpan skenario").click();
    await says(administrator, "Skenario Delapan, lebih cepat tersimpan.");
    const link = administrator.getByRole("link", { name: "Pilih dengan skenario ini" });
    expect(await link.getAttribute("href")).toBe(`${plugins.replace("plugin", "pilih")}/baru?skenario=Delapan%2C+lebih+cepat`);
    const { document } = await keptBy("Delapan, lebih cepat");
    expect(document.rules).toEqual([
      { plugin: "solok-selatan", version: "1.0.0", parameters: { horizon_months: 18, demand_plan_links: false } },
    ]);
    expect(document.count).toEqual({ min: 8, max: 8 });
  });

  test("a table of criteria is filled in line by line, by keyboard", async () => {
    await administrator.goto(`${plugins}/table-rule`);
    const table = administrator.getByRole("group", { name: "Tabel kriteria", exact: true });
    await table.waitFor();
    const line = (number: number) => administrator.getByRole("group", { name: `Tabel kriteria ${number}`, exact: true });
    await line(7).waitFor();
    expect(await line(3).getByLabel("Kolom").locator("option:checked").textContent()).toBe("duration_months");
    await button(administrator, "Hapus Tabel kriteria 1").focus();
    await administrator.keyboard.press("Enter");
    await line(7).waitFor({ state: "detached" });
    expect(await line(1).getByLabel("Nama").inputValue()).toBe("Jenis pemilik");
    await button(administrator, "Tambah baris: Tabel kriteria").focus();
    await administrator.keyboard.press("Enter");
    await line(7).getByLabel("Kriteria").fill("apbd");
    await line(7).getByLabel("Nama").fill("Didanai di luar APBD");
    await line(7).getByLabel("Kolom").selectOption({ label: "funded_beyond_apbd" });
    await button(administrator, "Coba isian ini").click();
    await administrator.getByRole("rowheader", { name: "Didanai di luar APBD" }).waitFor();
    const criteria = await administrator.getByRole("rowheader").allTextContents();
    expect(criteria).toHaveLength(7);
    expect(criteria[0]).toBe("Jenis pemilik");
    expect(criteria[6]).toBe("Didanai di luar APBD");
    await expectAccessible(administrator);
    await look(administrator, "plugins-table");
  });
});

describe("what goes wrong", () => {
  test("a newer version that breaks off is told where it was tried, and on the list", async () => {
    await drop(operator, made.second);
    await says(operator, "Aturan cepat versi 1.1.0 terpasang.");
    await says(operator, "Mulai sekarang versi ini yang dipakai di: 13.11.");
    await card(operator, "Aturan cepat").getByText("versi 1.0.0").waitFor();
    await card(operator, "Aturan cepat").getByText(/^versi 1\.1\.0/).click();
    await button(operator, "Periksa Aturan cepat 1.1.0").click();
    await card(operator, "Aturan cepat").getByText("Kesalahan:").first().waitFor();
    await card(operator, "Aturan cepat").getByText(/Gagal pada masukan "200 baris": Plugin cepat dihentikan oleh sinyal/).waitFor();
    await expectAccessible(operator);
    await look(operator, "plugins-host");

    await administrator.goto(`${plugins}/cepat`);
    await says(administrator, /Tidak ada yang gagal/);
    await administrator.getByText("terpasang juga: 1.0.0").waitFor();
    await button(administrator, "Kembali ke bawaan").click();
    // The scenario that came along names the version it was written for: 1.1.0, the newest.
    await button(administrator, "Coba isian ini").click();
    await administrator.getByRole("alert").waitFor();
    expect(await alert(administrator)).toContain("Plugin cepat dihentikan oleh sinyal");
    await administrator.reload();
    await administrator.getByRole("listitem").getByText(/Plugin cepat dihentikan oleh sinyal/).first().waitFor();
    await expectAccessible(administrator);
    await look(administrator, "plugins-failed");
    await administrator.getByRole("link", { name: "Semua plugin" }).click();
    await card(administrator, "Aturan cepat").getByText(/Terakhir gagal .* WIB\./).waitFor();
  });

  test("the broken version is removed, and the older one is used again", async () => {
    await button(operator, "Hapus Aturan cepat versi 1.1.0").click();
    await expectAccessible(operator);
    await button(operator, "Hapus paket").click();
    await says(operator, "Aturan cepat versi 1.1.0 dihapus.");
    await administrator.goto(`${plugins}/cepat`);
    await button(administrator, "Coba isian ini").click();
    await administrator.getByRole("rowheader", { name: "Cepat selesai" }).waitFor();
  });

  test("a revoked key takes its packages along, until that is undone", async () => {
    await button(operator, "Cabut Penulis Kabupaten").click();
    await operator.getByRole("dialog").getByText("Aturan cepat 1.0.0").waitFor();
    await button(operator, "Cabut kunci").click();
    await says(operator, "Kunci Penulis Kabupaten dicabut.");
    await says(operator, "Ada paket terpasang yang tidak dapat dipakai");
    await administrator.goto(`${plugins}/cepat`);
    expect(await alertOf(administrator)).toContain("Plugin cepat tidak ada di host ini");
    await button(operator, "Urungkan").click();
    await says(operator, "Kunci Penulis Kabupaten dipercaya.");
    await card(operator, "Aturan cepat").waitFor();
    await administrator.reload();
    await administrator.getByRole("heading", { level: 1, name: "Aturan cepat" }).waitFor();
  });
});

describe("others", () => {
  test("a planner reads what the plugins do and decides nothing", async () => {
    const ani = await host.account("ani", "Ani Rahmawati", "--role", "planner", "--region", region);
    const page = await opened(browser, host, desk);
    await signIn(page, ani);
    await page.goto(plugins);
    await card(page, "Aturan cepat").waitFor();
    expect(await button(page, /ktifkan/).count()).toBe(0);
    await page.goto(`${plugins}/solok-selatan`);
    await page.getByLabel("Wajib tertaut rencana").waitFor();
    await button(page, "English").click();
    await page.getByLabel("Plan links demanded").waitFor();
    await button(page, "Bahasa Indonesia").click();
    await page.goto("/plugin");
    expect(await alertOf(page)).toMatch(/server/);
    await page.context().close();
  });

  test("who is not signed in is asked to", async () => {
    const page = await opened(browser, host, desk);
    await page.goto("/plugin");
    const link = page.getByRole("main").getByRole("link", { name: "Masuk" });
    expect(await link.getAttribute("href")).toBe("/masuk?back=/plugin");
    await expectAccessible(page);
    await page.context().close();
  });
});

async function alertOf(page: Page): Promise<string | null> {
  await page.getByRole("alert").first().waitFor();
  return alert(page);
}
