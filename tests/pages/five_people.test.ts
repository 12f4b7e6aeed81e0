// One innovation on its whole way through one catalogue, from person to person: an official
// registers it on a phone, a verifier returns and then verifies it, a panel judges it, a planner
// chooses, explains, prints, keeps and adopts, and names who commits, and a doubter without an
// account reads why.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible, expectToFit, launch, look, opened, phone, signIn } from "./support/browser";
import { type Account, Host, source } from "./support/host";

const innovation = "Obat Diantar ke Jorong";
const others = ["Pustaka Rumah Gadang", "Dapur Sehat Bundo Kanduang"];
const host = new Host();
let browser: Browser;
let official: Page; // Dewi's phone, in her hand from the first step to the last of hers
let verifier: Page;
let planner: Page;
let dewisLink = "";
let assessors: Account[] = [];
let panel = ""; // addresses
let run = "";

const told = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const step = (page: Page, name: string) => page.locator(".heading").getByRole("button", { name, exact: true });
const menu = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name, exact: true }).click();
/** What is seen soon, as a browser waits for it. */
const eventually = <Value>(see: () => Value) => expect.poll(see, { timeout: 20_000 });

beforeAll(async () => {
  const sample = (name: string) => join(source, "registry-data/samples/13.11", name);
  host.pilah("init", "--region", "13.11");
  host.pilah("organisation", "import", sample("organisations.csv"));
  host.pilah("import", sample("innovations.csv"));
  host.pilah("plan", "import", sample("plans.json"));
  host.pilah("round", "new", "Bimtek IV");
  await host.serve();
  dewisLink = host.invite("dewi", "Dewi Contoh", "--role", "contributor", "--region", "13.11", "--organisation", "RSUD");
  const account = (login: string, name: string, role: string) =>
    host.account(login, name, "--role", role, "--region", "13.11");
  const maya = await account("maya", "Maya Contoh", "verifier");
  const ani = await account("ani", "Ani Contoh", "planner");
  assessors = [
    await account("budi", "Budi Contoh", "assessor"),
    await account("citra", "Citra Contoh", "assessor"),
    await account("dodi", "Dodi Contoh", "assessor"),
  ];
  browser = await launch();
  official = await opened(browser, host, phone);
  verifier = await opened(browser, host);
  planner = await opened(browser, host);
  await signIn(verifier, maya);
  await signIn(planner, ani);
});

afterAll(async () => {
  await browser?.close();
  await host.end();
});

describe("an official of an organisation", () => {
  const textbox = (name: string) => official.getByRole("textbox", { name });
  const heading = (name: string) => official.getByRole("heading", { level: 2, name }).waitFor();
  const next = async (title: string) => {
    await official.getByRole("button", { name: "Lanjut" }).click();
    await heading(title);
    await expectToFit(official);
  };

  test("opens the one-time link on a phone, sets a password and is at home in the region", async () => {
    await official.goto(`/set-password#${dewisLink}`);
    await official.getByLabel("Kata sandi baru").fill("tiga ekor kambing di sawah");
    await official.getByLabel("Kata sandi sekali lagi").fill("tiga ekor kambing di sawah");
    await expectAccessible(official);
    await official.getByRole("button", { name: "Simpan dan masuk" }).click();
    await official.getByRole("heading", { level: 1, name: "Kabupaten Solok Selatan" }).waitFor();
    expect(official.url()).not.toContain("#");
    await expectToFit(official);
    await look(official, "five-official-home");
  });

  test("registers an innovation step by step, and submits it", async () => {
    await menu(official, "Daftarkan");
    await official.getByRole("button", { name: "Mulai isian kosong" }).click();
    await heading("Apa inovasinya");
    await textbox("Nama inovasi").fill(innovation);
    await textbox("Ringkasan").fill("Kurir RSUD mengantar obat pasien menahun ke jorong yang jauh, sebulan sekali.");
    await next("Masalah dan manfaat");
    await textbox("Masalah").fill("Pasien menahun menempuh dua jam ke RSUD hanya untuk mengambil obat.");
    await textbox("Sasaran").fill("640 pasien menahun");
    await textbox("Manfaat").fill("Pasien tidak perlu datang lagi.");
    await next("Subdimensi dan rencana");
    await official.getByRole("combobox", { name: /subdimensi utama/i }).selectOption({ label: "Prasarana kesehatan" });
    for (const plan of ["RPJMD", "Renstra"]) {
      await official.getByLabel("Cari program atau sasaran rencana").fill(`kesehatan ${plan}`);
      await official.getByRole("button", { name: new RegExp(`Kesehatan.*${plan}`) }).first().click();
    }
    await next("Pelaksanaan");
    await official.getByLabel("Pelayanan publik").check();
    await official.getByLabel("Penerapan").check();
    await textbox("Lama sampai terasa").fill("6");
    await next("Biaya dan kesiapan");
    await official.getByRole("button", { name: "Tambah baris anggaran" }).click();
    await textbox("Tahun").fill("2026");
    await official.getByRole("combobox", { name: "Sumber dana" }).selectOption({ label: "APBD" });
    await textbox("Jumlah (Rp)").fill("120 juta");
    for (const name of [/^Struktur/, /^Infrastruktur/, /^Suprastruktur/]) {
      await official.getByRole("group", { name }).getByRole("radio").last().check();
    }
    await next("Ukuran hasil");
    await official.getByRole("button", { name: "Tambah Indikator" }).click();
    await textbox("Apa yang diukur").fill("Pasien yang obatnya diantar");
    await textbox("Satuan").fill("orang");
    await textbox("Kondisi awal").fill("0");
    await textbox("Target").fill("640");
    await next("Kelanjutan");
    await next("Periksa dan ajukan");
    await official.getByText("Lengkap; dapat diajukan.").waitFor();
    await look(official, "five-official-complete");
    await official.getByRole("button", { name: "Ajukan" }).click();
    await official.getByText("Sudah diajukan.").waitFor();
  });
});

describe("a verifier", () => {
  test("returns it with a reason beside a field", async () => {
    await menu(verifier, "Kotak masuk");
    await verifier.getByRole("link", { name: `"${innovation}" diajukan` }).first().click();
    await step(verifier, "Kembalikan").click();
    await verifier.getByRole("button", { name: "Beri alasan Manfaat" }).click();
    await verifier.getByLabel("Alasan untuk Manfaat").fill("Berapa jam yang dihemat tiap pasien?");
    await verifier.getByRole("button", { name: "Kembalikan dengan 1 alasan" }).click();
    await told(verifier, "Entri ini dikembalikan dengan alasan Anda");
  });

  test("is answered by the official, who mends that field on the phone and submits again", async () => {
    await menu(official, "Kotak masuk");
    await official.getByRole("link", { name: `"${innovation}" dikembalikan` }).click();
    await official.getByText("Berapa jam yang dihemat tiap pasien?").first().waitFor();
    await look(official, "five-official-returned");
    await official.locator(".heading").getByRole("button", { name: "Ubah" }).click();
    await official.getByText("Dikembalikan oleh verifikator untuk diperbaiki").waitFor();
    await expectToFit(official);
    await look(official, "five-official-mending");
    await official.getByRole("link", { name: "Manfaat", exact: true }).click();
    await official.getByText("Verifikator: Berapa jam yang dihemat tiap pasien?").waitFor();
    await official.getByRole("textbox", { name: "Manfaat" }).fill("Tiap pasien menghemat empat jam perjalanan sebulan.");
    await official.locator("details.register-steps summary").click();
    await official.getByRole("link", { name: "Periksa dan ajukan" }).click();
    await official.getByText("Lengkap; dapat diajukan.").waitFor();
    await official.getByRole("button", { name: "Ajukan" }).click();
    await official.getByText("Sudah diajukan.").waitFor();
  });

  test("sees what was mended, and verifies it", async () => {
    await menu(verifier, "Kotak masuk");
    await verifier.getByRole("link", { name: `"${innovation}" diajukan` }).first().click();
    await verifier.locator("dd").getByText("Tiap pasien menghemat empat jam perjalanan sebulan.").waitFor();
    await step(verifier, "Verifikasi").click();
    await verifier.getByRole("dialog").getByRole("button", { name: "Verifikasi" }).click();
    await told(verifier, "Entri ini terverifikasi");
    await menu(official, "Kotak masuk");
    await official.getByRole("link", { name: `"${innovation}" diverifikasi` }).waitFor();
    await expectToFit(official);
    await look(official, "five-official-verified");
  });
});

describe("a panel", () => {
  const member = (number: number, label: string) =>
    planner.getByRole("group", { name: `Anggota ${number}`, exact: true }).getByLabel(label);

  /** Each entry of the sheet, each criterion: this step. */
  async function judge(page: Page, chosen: number): Promise<void> {
    await page.goto(`${panel}/nilai`);
    for (let entry = 0; entry < 3; entry += 1) {
      const steps = page.getByRole("radio", { checked: false });
      await steps.first().waitFor();
      const groups = page.locator("fieldset").filter({ has: page.getByRole("radio") });
      for (let criterion = 0; criterion < 2; criterion += 1) {
        await groups.nth(criterion).locator(`label:has(input[value="${chosen}"])`).click();
      }
      await page.getByText(`${(entry + 1) * 2} dari 6 nilai sudah diberikan`).waitFor();
      if (entry === 0) await look(page, `five-judging-${chosen}`);
      if (entry < 2) await page.getByRole("button", { name: "Berikutnya" }).click();
    }
    await page.getByText("Tersimpan", { exact: true }).waitFor();
    await page.getByText("Semua nilai Anda sudah ada.").waitFor();
  }

  test("is opened by a planner for the innovation and two others", async () => {
    await planner.goto("/13.11");
    await menu(planner, "Panel");
    await planner.getByRole("button", { name: "Buka panel baru" }).click();
    await planner.getByLabel("Nama panel").fill("Panel ahli");
    for (const title of ["Kebaruan", "Bertahan", "Peluang", "Potensi"]) {
      await planner.getByRole("checkbox", { name: title, exact: true }).uncheck();
    }
    for (const [at, { login }] of assessors.entries()) {
      if (at > 0) await planner.getByRole("button", { name: "Tambah anggota" }).click();
      await member(at + 1, "Nama masuk akun").fill(login);
    }
    await planner.getByRole("radio", { name: "Saya pilih sendiri" }).check();
    for (const name of [innovation, ...others]) {
      await planner.getByLabel("Cari inovasi").fill(name);
      await planner.getByRole("checkbox", { name }).check();
    }
    await planner.getByRole("button", { name: "Buka panel", exact: true }).click();
    await planner.getByText("Panel ini terbuka. 3 inovasi dinilai menurut 2 kriteria.").waitFor();
    panel = new URL(planner.url()).pathname;
  });

  test("judges, one of its assessors on a phone", async () => {
    for (const [at, account] of assessors.entries()) {
      const page = await opened(browser, host, at === 0 ? phone : undefined);
      await signIn(page, account);
      await page.goto("/13.11");
      await menu(page, "Panel");
      await page.getByRole("link", { name: "Panel ahli" }).waitFor();
      await judge(page, at + 2);
      if (at === 0) await expectToFit(page);
      await page.context().close();
    }
  });

  test("is closed by the planner, who reads what it found", async () => {
    await planner.goto(panel);
    await planner.getByRole("button", { name: "Tutup panel" }).click();
    await planner.getByRole("dialog").getByRole("button", { name: "Tutup panel" }).click();
    await planner.getByRole("heading", { name: "Apakah para penilai sepakat?" }).waitFor();
    await planner.getByRole("row", { name: new RegExp(`${innovation} 3 .*2 · 3 · 4`) }).waitFor();
    await look(planner, "five-panel-closed");
  });
});

describe("a planner", () => {
  const chosen = () => planner.locator(".choose-rows").first().locator("li.choose-row");
  const names = () => chosen().locator("b").allTextContents();
  const settled = () => planner.locator('.choose-result[aria-busy="false"]').waitFor();
  let chosenNames: string[] = [];

  test("moves weights, sees who is in and who is not, and looks at why", async () => {
    await menu(planner, "Pilih");
    await planner.getByRole("link", { name: "Delapan quick win Solok Selatan" }).click();
    await chosen().first().waitFor();
    await settled();
    for (const weight of ["Siap", "Cepat selesai"]) {
      const answer = planner.waitForResponse(/\/selections\/tried$/);
      await planner.getByRole("slider", { name: weight, exact: true }).press("End");
      await answer;
    }
    await settled();
    await eventually(names).toContain(innovation);
    const row = chosen().filter({ hasText: innovation });
    await row.getByRole("button").first().click();
    await row.getByText("Mengapa masuk").waitFor();
    const rejected = planner.locator("li.choose-row.out").first();
    await rejected.getByRole("button").first().click();
    await rejected.getByText("Mengapa tidak masuk").waitFor();
    await look(planner, "five-choosing");
    chosenNames = await names();
  });

  test("keeps the run with the reason for its weights", async () => {
    await planner.getByRole("button", { name: "Simpan", exact: true }).click();
    const dialog = planner.getByRole("dialog");
    await dialog.getByLabel("Nama").first().fill("Delapan untuk 2027");
    await dialog.getByLabel("Putaran").selectOption({ label: "Bimtek IV" });
    await dialog.getByLabel("Alasan").fill("Bupati ingin hasil dalam setahun");
    await dialog.getByRole("button", { name: "Simpan sebagai hasil" }).click();
    await planner.getByRole("heading", { level: 1, name: "Delapan untuk 2027" }).waitFor();
    run = new URL(planner.url()).pathname;
    await planner.getByRole("heading", { name: "Seberapa kokoh bobotnya" }).waitFor();
    expect(await planner.locator("article.choose-article.in h3").count()).toBe(8);
  });

  test("prints all of it, names and reasons", async () => {
    const articles = planner.locator("article.choose-article");
    const all = await articles.evaluateAll((found) =>
      found.map((one) => ({
        name: one.querySelector("h3")?.firstChild?.textContent?.trim() ?? "",
        reason: one.querySelector("li")?.textContent?.trim() ?? "",
      })),
    );
    expect(all.slice(0, 8).map(({ name }) => name).sort()).toEqual([...chosenNames].sort());
    const paper = join(host.folder, "delapan.pdf");
    await planner.pdf({ format: "A4", path: paper });
    const printed = execFileSync("pdftotext", [paper, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
    expect(printed).toContain("Bupati ingin hasil dalam setahun");
    for (const { name, reason } of all) {
      expect(printed).toContain(name);
      expect(reason).not.toBe("");
      expect(printed).toContain(reason.replace(/\s+/g, " "));
    }
  });

  test("adopts it with a place for every candidate", async () => {
    await planner.goto(run);
    await planner.getByRole("link", { name: "Tetapkan", exact: true }).click();
    await planner.getByLabel("Nama daftar quick win").fill("Quick win 2027");
    await planner.getByLabel("Nomor surat keputusan").fill("SK-CONTOH/1/2026");
    await planner.getByLabel("Alasan bagi semua yang terpilih").fill("terpilih pada Bimtek IV");
    await planner.getByLabel("Alasan bagi yang lain").fill("belum terpilih pada Bimtek IV");
    const places = await planner.locator(".place-row").count();
    await planner.getByRole("button", { name: "Tetapkan", exact: true }).click();
    await planner.getByRole("heading", { level: 1, name: "Quick win 2027" }).waitFor();
    const table = planner.getByRole("region", { name: "Quick win (satu sampai dua tahun)" });
    await table.getByRole("row", { name: innovation }).waitFor();
    expect(await table.getByText("belum dirumuskan").count()).toBe(8);
    await planner.getByText(`Belum sekarang: ${places - 8} calon dan alasannya`).waitFor();
  });

  test("names who commits, and sees who has not signed", async () => {
    await planner.getByRole("button", { name: "Tambah penanda tangan" }).click();
    const dialog = planner.getByRole("dialog");
    for (const [name, office] of [
      ["Siti Contoh", "Bupati"],
      ["Joko Contoh", "Direktur RSUD"],
    ] as const) {
      await dialog.getByLabel("Nama", { exact: false }).first().fill(name);
      await dialog.getByLabel("Jabatan", { exact: false }).first().fill(office);
      await dialog.getByRole("button", { name: "Tambah", exact: true }).click();
      await dialog.getByText(`${name} ditambahkan.`).waitFor();
    }
    await dialog.getByRole("button", { name: "Tutup" }).click();
    await planner.getByText("2 orang belum menandatangani.").waitFor();
    await planner.getByRole("row", { name: /Joko Contoh Direktur RSUD belum menandatangani/ }).waitFor();
    await look(planner, "five-adopted");
    await expectAccessible(planner);
  });
});

describe("a doubter", () => {
  test("reads without an account why it is in, tries other weights, and reckons all of it again", async () => {
    host.pilah("publication", "set", "--status", "verified,submitted", "--sets", "reasons,judgements", "--open", "budgets,readiness");
    await planner.reload();
    const address = await planner.getByRole("link", { name: "halaman publik" }).getAttribute("href");
    const doubter = await opened(browser, host, phone);
    await doubter.goto(address ?? "");
    await doubter.getByRole("heading", { level: 1, name: "Quick win 2027" }).waitFor();
    await doubter.getByText("Bupati ingin hasil dalam setahun").first().waitFor(); // why weights were moved
    await doubter.getByLabel("Cari calon").fill(innovation);
    const article = doubter.locator("article.choose-article.in");
    await article.getByText("Mengapa masuk").waitFor();
    await article.getByText("terpilih pada Bimtek IV").waitFor();
    const answer = doubter.waitForResponse(/\/tried$/);
    await doubter.getByRole("slider").first().press("Home");
    expect((await answer).status()).toBe(200);
    await doubter.getByText(/^Masuk: .*Keluar: |^Pilihannya tetap sama/).waitFor();
    const files: string[] = [];
    for (const name of ["Unduh soal", "Unduh bukti"]) {
      const coming = doubter.waitForEvent("download");
      await doubter.getByRole("link", { name }).click();
      const path = join(host.folder, `${files.length}.json`);
      await (await coming).saveAs(path);
      files.push(path);
    }
    expect(JSON.parse(host.pilah("check-certificate", ...files))).toMatchObject({ holds: true });
    await expectToFit(doubter);
    await look(doubter, "five-doubter");
  });
});
