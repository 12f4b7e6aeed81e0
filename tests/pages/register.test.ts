// Registering an innovation: from a phone to submitted, without losing a letter to a killed host,
// an ended session, a closed page or another device.
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { expectAccessible, expectToFit, launch, look, opened, phone, signIn } from "./support/browser";
import { type Account, Host, source } from "./support/host";
import { photoWithPlace, sizeOfJpeg } from "./support/photo";

const code = "13.11";
let host: Host;
let browser: Browser;
let dewi: Account;
let rina: Account;

beforeAll(async () => {
  host = new Host();
  host.pilah("init", "--region", code);
  host.pilah("organisation", "import", `${source}/registry-data/samples/${code}/organisations.csv`);
  host.pilah("import", `${source}/registry-data/samples/${code}/innovations.csv`);
  host.pilah("plan", "import", `${source}/registry-data/samples/${code}/plans.json`);
  await host.serve();
  dewi = await host.account("dewi", "Dewi Contoh", "--role", "contributor", "--region", code, "--organisation", "RSUD");
  rina = await host.account("rina", "Rina Contoh", "--role", "region-administrator", "--region", code);
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await host?.end();
});

const bar = (page: Page) => page.locator("[data-save]");
const saved = (page: Page) => page.locator('[data-save="saved"]').waitFor();
const textbox = (page: Page, name: string) => page.getByRole("textbox", { name });
const nameField = (page: Page) => textbox(page, "Nama inovasi");
const summaryField = (page: Page) => textbox(page, "Ringkasan");
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name }).waitFor();

/** An empty form of Dewi's. */
async function begun(page: Page): Promise<void> {
  await page.goto(`/${code}/inovasi/baru`);
  await page.getByRole("button", { name: "Mulai isian kosong" }).click();
  await heading(page, "Apa inovasinya");
}

/** On a phone the steps are folded away. */
async function toLastStep(page: Page): Promise<void> {
  const steps = page.locator("details.register-steps");
  if (!(await steps.evaluate((one) => one.hasAttribute("open")))) await steps.locator("summary").click();
  await steps.getByRole("link", { name: "Periksa dan ajukan" }).click();
}

async function signedIn(size = phone): Promise<Page> {
  const page = await opened(browser, host, size);
  await signIn(page, dewi);
  return page;
}

/** As a hand drops it there. */
async function drop(page: Page, place: Locator, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ""], fileName ?? "", { type: "text/csv" }));
      return transfer;
    },
    [name, text],
  );
  await place.dispatchEvent("drop", { dataTransfer });
}

interface Session {
  csrf: string;
  cookie: string;
}

async function session(account: Account): Promise<Session> {
  const answer = await fetch(`${host.url}/api/v1/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ login: account.login, password: account.password }),
  });
  const { csrf } = (await answer.json()) as { csrf: string };
  return { csrf, cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

async function asked<Answer>(path: string, account = dewi): Promise<Answer> {
  const { cookie } = await session(account);
  const answer = await fetch(`${host.url}/api/v1${path}`, { headers: { Cookie: cookie } });
  return (await answer.json()) as Answer;
}

describe("an official with a phone", () => {
  it("registers an innovation and submits it", async () => {
    const page = await signedIn();
    await page.goto(`/${code}/catat`);
    await page.getByRole("link", { name: "Daftarkan" }).click();
    await page.getByRole("button", { name: "Mulai isian kosong" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Mulai isian kosong" }).click();
    await heading(page, "Apa inovasinya");

    await nameField(page).fill("Antrean RSUD Tanpa Antre");
    await summaryField(page).fill("Pasien rawat jalan memilih jam kedatangan lewat telepon dan dilayani pada jam itu.");
    const twin = page.getByRole("link", { name: "Antrean RSUD Tanpa Menunggu" });
    await twin.waitFor();
    expect(await twin.getAttribute("href")).toMatch(new RegExp(`^/${code}/inovasi/[0-9a-f-]{36}$`));
    expect(await page.locator(".notice.note li").first().innerText()).toContain("kata yang sama: antrean");
    expect(await page.getByLabel("Organisasi", { exact: false }).first().locator("option:checked").innerText()).toBe(
      "RSUD Solok Selatan",
    );
    await saved(page);
    await expectAccessible(page);
    await look(page, "register-name");

    await page.getByRole("button", { name: "Lanjut" }).click();
    await heading(page, "Masalah dan manfaat");
    await textbox(page, "Manfaat").fill("Waktu tunggu turun dari empat jam menjadi empat puluh menit.");
    await look(page, "register-benefit");

    await toLastStep(page);
    const lacking = page.getByRole("link", { name: /subdimensi utama/i }).first();
    await lacking.waitFor();
    expect(await page.getByRole("button", { name: "Ajukan" }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await look(page, "register-lacking");

    await page.getByText("Usulan quick win: 2 dari 16 bagian").click();
    await look(page, "register-forms");

    await lacking.click();
    await heading(page, "Subdimensi dan rencana");
    const suggestion = page.getByRole("button", { name: /^Pakai / }).first();
    await suggestion.waitFor();
    // The summary speaks of patients, which no other field and no entry like it has to say.
    expect(await suggestion.innerText()).toBe("Pakai prasarana kesehatan");
    expect(await page.locator(".register-suggested li").first().innerText()).toMatch(/dari kata: .*pasien/i);
    await expectAccessible(page);
    await look(page, "register-area");
    await suggestion.click();
    expect(await suggestion.getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator("select:has(optgroup) option:checked").innerText()).toBe("Prasarana kesehatan");

    await toLastStep(page);
    await page.getByText("Lengkap; dapat diajukan.").waitFor();
    await expectToFit(page);
    await look(page, "register-complete");
    await page.getByRole("button", { name: "Ajukan" }).click();
    await page.getByText("Sudah diajukan.").waitFor();
    await expectAccessible(page);
    await page.context().close();

    const list = await asked<{ innovations: { name: string; status: string; owner?: string }[] }>(
      `/regions/${code}/innovations?q=tanpa+antre`,
    );
    expect(list.innovations.find(({ name }) => name === "Antrean RSUD Tanpa Antre")).toMatchObject({
      status: "submitted",
    });
    expect(await asked(`/regions/${code}/drafts`)).toEqual({ drafts: [] });
  });

  it("fills in every step", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).fill("Kelas Ibu Hamil Keliling");
    const next = page.getByRole("button", { name: "Lanjut" });
    for (const title of ["Masalah dan manfaat", "Subdimensi dan rencana", "Pelaksanaan"]) {
      await next.click();
      await heading(page, title);
    }
    await page.getByLabel("Uji coba").check();
    await page.getByLabel("Digital", { exact: true }).check();
    await page.getByLabel("memakai aplikasi yang sudah ada").check();
    await textbox(page, "Lama sampai terasa").fill("setahun");
    await page.getByText("Tulis angka saja, misalnya 12.").waitFor();
    await textbox(page, "Lama sampai terasa").fill("8");
    await page.getByLabel("Cari organisasi").fill("dinas kes");
    await page.getByRole("button", { name: "Dinas Kesehatan" }).click();
    await page.getByLabel("mitra 1").fill("PKK");
    await page.getByLabel("mitra 2").fill("Bidan Desa");
    await expectAccessible(page);
    await look(page, "register-work");

    await next.click();
    await heading(page, "Biaya dan kesiapan");
    await page.getByRole("button", { name: "Tambah baris anggaran" }).click();
    await textbox(page, "Tahun").fill("2026");
    await page.getByRole("combobox", { name: "Sumber dana" }).selectOption({ label: "APBD" });
    await textbox(page, "Jumlah (Rp)").fill("350 juta");
    await page.getByText("dibaca Rp 350.000.000").waitFor();
    const structure = page.getByRole("group", { name: "Struktur: orang dan dana" });
    await structure.getByLabel("2: ada orang dan dana untuk satu tahun").check();
    await expectAccessible(page);
    await look(page, "register-money");

    await next.click();
    await heading(page, "Ukuran hasil");
    await page.getByRole("button", { name: "Tambah Indikator" }).click();
    await textbox(page, "Apa yang diukur").fill("Ibu hamil yang ikut kelas");
    await textbox(page, "Kondisi awal").fill("12,5");
    await textbox(page, "Target").fill("60");
    await expectAccessible(page);
    await look(page, "register-measures");
    await page.getByRole("button", { name: "Simpan ke katalog" }).click();
    await page.waitForURL(/isi\?langkah=6/);

    const list = await asked<{ innovations: { id: string; name: string }[] }>(
      `/regions/${code}/innovations?q=kelas+ibu+hamil+keliling`,
    );
    const id = list.innovations.find(({ name }) => name === "Kelas Ibu Hamil Keliling")?.id;
    expect(await asked(`/innovations/${id}`)).toMatchObject({
      status: "draft",
      stage: "trial",
      digital: true,
      application: { use: "reuses" },
      duration_months: 8,
      partners: ["PKK", "Bidan Desa"],
      budgets: [{ year: 2026, source: "apbd", amount: 350_000_000 }],
      readiness: { struktur: 2 },
      indicators: [{ definition: "Ibu hamil yang ikut kelas", baseline: "12.5", target: "60" }],
    });
    await page.context().close();
  });

  it("notes one in a minute, with a photo made small and without its place", async () => {
    const page = await signedIn();
    await page.goto(`/${code}/catat`);
    await page.getByLabel("Nama").fill("Pojok Laktasi Pasar");
    await page.getByLabel("Satu kalimat").fill("Ibu menyusui mendapat ruang di pasar.");
    const photo = await photoWithPlace(page, 3200, 2400);
    expect(photo.includes("Exif\0\0GPS")).toBe(true);
    await page.getByLabel("Foto").setInputFiles({ name: "IMG_1.JPG", mimeType: "image/jpeg", buffer: photo });
    await page.getByText("Foto siap: 1600 x 1200").waitFor();
    await expectAccessible(page);
    await look(page, "register-capture");
    await page.getByRole("button", { name: "Catat" }).click();
    await page.getByText("Tercatat sebagai draf: Pojok Laktasi Pasar").waitFor();
    await page.getByRole("button", { name: "Lengkapi sekarang" }).click();
    const file = page.getByRole("link", { name: "IMG_1.jpg" });
    await file.waitFor();
    const kept = await page.request.get(`${host.url}${await file.getAttribute("href")}`);
    const bytes = await kept.body();
    expect(sizeOfJpeg(bytes)).toEqual({ width: 1600, height: 1200 });
    expect(bytes.includes("Exif")).toBe(false);
    await page.context().close();
  });
});

describe("an administrator of the region", () => {
  it("finds the owner by its name among all organisations", async () => {
    const page = await opened(browser, host, phone);
    await signIn(page, rina);
    await page.goto(`/${code}/catat`);
    await textbox(page, "Nama").fill("Pasar Tani Mingguan");
    await page.getByLabel("Cari organisasi").fill("dinas pert");
    await look(page, "register-owner");
    await page.getByRole("button", { name: "Dinas Pertanian DISTAN" }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Catat", exact: true }).click();
    await page.getByText("Tercatat sebagai draf").waitFor();
    const { organisations } = await asked<{ organisations: { id: string; code?: string }[] }>(
      `/regions/${code}/organisations`,
    );
    const { innovations } = await asked<{ innovations: { name: string; owner?: string }[] }>(
      `/regions/${code}/innovations?q=pasar+tani`,
      rina,
    );
    expect(innovations.find(({ name }) => name === "Pasar Tani Mingguan")?.owner).toBe(
      organisations.find((one) => one.code === "DISTAN")?.id,
    );
    await page.context().close();
  });
});

describe("what is typed", () => {
  it("survives a host that is killed and comes back, to the last letter", async () => {
    const page = await signedIn();
    await begun(page);
    const address = page.url();
    await nameField(page).pressSequentially("Posyandu ");
    await saved(page);
    await host.kill();
    await nameField(page).pressSequentially("Malam untuk ");
    await page.locator('[data-save="unreachable"]').waitFor();
    expect(await bar(page).innerText()).toContain("aman di perangkat ini");
    await look(page, "register-unreachable");
    await nameField(page).pressSequentially("Ibu ");
    await host.serve();
    await nameField(page).pressSequentially("Bekerja");
    await saved(page);

    const other = await signedIn();
    await other.goto(address);
    await expectValue(nameField(other), "Posyandu Malam untuk Ibu Bekerja");
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("pilah.typed.")));
    expect(kept).toEqual([]);
    await other.context().close();
    await page.context().close();
  });

  it("survives a page that is closed while the host is down", async () => {
    const page = await signedIn();
    await begun(page);
    const address = page.url();
    await host.kill();
    await nameField(page).pressSequentially("Bank Darah Nagari");
    await page.locator('[data-save="unreachable"]').waitFor();
    const context = page.context();
    await page.close();
    await host.serve();
    const again = await context.newPage();
    await again.goto(address);
    await expectValue(nameField(again), "Bank Darah Nagari");
    await again.getByText("Dilanjutkan dari yang tersimpan di perangkat ini.").waitFor();
    await saved(again);
    await context.close();
  });

  it("waits for a lost line and is sent when it is back", async () => {
    const page = await signedIn();
    await begun(page);
    await page.context().setOffline(true);
    await nameField(page).pressSequentially("Ambulans Nagari");
    await page.locator('[data-save="unreachable"]').waitFor();
    expect(await bar(page).innerText()).toContain("tidak ada sambungan");
    await page.context().setOffline(false);
    await saved(page);
    await page.context().close();
  });

  it("stays while a session that ended is renewed over the page", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).pressSequentially("Rujukan ");
    await saved(page);
    const { cookie, csrf } = await session(dewi);
    const out = await fetch(`${host.url}/api/v1/sessions`, {
      method: "DELETE",
      headers: { Cookie: cookie, "X-CSRF-Token": csrf },
    });
    expect(out.ok).toBe(true);
    await nameField(page).pressSequentially("Cepat");
    const over = page.getByRole("dialog", { name: "Masa masuk Anda berakhir" });
    await over.waitFor();
    await over.getByLabel("Kata sandi").fill(dewi.password);
    await over.getByRole("button", { name: "Masuk" }).click();
    await over.waitFor({ state: "detached" });
    await saved(page);
    expect(await nameField(page).inputValue()).toBe("Rujukan Cepat");
    const drafts = await asked<{ drafts: { innovation: string }[] }>(`/regions/${code}/drafts`);
    const id = /inovasi\/([^/]+)\/isi/.exec(page.url())?.[1];
    expect(drafts.drafts.map(({ innovation }) => innovation)).toContain(id);
    expect(await asked(`/innovations/${id}/draft`)).toMatchObject({ document: { name: "Rujukan Cepat" } });
    await page.context().close();
  });

  it("on two devices is shown in both versions, and the person chooses", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).fill("Dari Komputer");
    await saved(page);
    const other = await signedIn();
    await other.goto(page.url());
    await expectValue(nameField(other), "Dari Komputer");
    await other.getByLabel("Nama singkat").fill("DK");
    await nameField(other).fill("Dari Telepon");
    await saved(other);
    await other.context().close();

    await nameField(page).fill("Dari Komputer Lagi");
    const choice = page.getByRole("dialog", { name: "Ada dua versi isian ini" });
    await choice.waitFor();
    await expectAccessible(page);
    await look(page, "register-two-versions");
    await choice.getByRole("group", { name: "Nama singkat" }).getByLabel(/Di tempat lain/).check();
    await choice.getByRole("button", { name: "Pakai yang dipilih" }).click();
    await saved(page);
    const id = /inovasi\/([^/]+)\/isi/.exec(page.url())?.[1];
    expect(await asked(`/innovations/${id}/draft`)).toMatchObject({
      document: { name: "Dari Komputer Lagi", short_name: "DK" },
    });
    await page.context().close();
  });

  it("goes on as a draft of its own when another device has saved its copy meanwhile", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).fill("Apotek Keliling");
    await saved(page);
    const other = await signedIn();
    await other.goto(page.url());
    await expectValue(nameField(other), "Apotek Keliling");
    await other.getByRole("button", { name: "Simpan ke katalog" }).click();
    await expect.poll(() => new URL(other.url()).pathname).not.toBe(new URL(page.url()).pathname);
    await other.context().close();

    await nameField(page).fill("Apotek Keliling Nagari");
    const gone = page.getByRole("dialog", { name: "Isian ini sudah disimpan di perangkat lain" });
    await gone.waitFor();
    await expectAccessible(page);
    await gone.getByRole("button", { name: "Lanjutkan yang diketik di sini" }).click();
    await gone.waitFor({ state: "detached" });
    await expectValue(nameField(page), "Apotek Keliling Nagari");
    const copyOf = () => asked(`/innovations/${/inovasi\/([^/]+)\/isi/.exec(page.url())?.[1]}/draft`);
    await expect.poll(copyOf).toMatchObject({ document: { name: "Apotek Keliling Nagari" } });
    await page.context().close();
  });

  it("leaves the device when its owner signs out", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).pressSequentially("Apotek Hidup");
    await page.getByRole("button", { name: "Keluar" }).click();
    await page.getByLabel("Nama masuk").waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("pilah.typed.")))).toEqual([]);
    await page.context().close();
  });
});

describe("what is not finished", () => {
  it("is found again where registering begins", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).fill("Dokter Masuk Nagari");
    await saved(page);
    const { pathname } = new URL(page.url());
    await page.goto(`/${code}/inovasi/baru`);
    const draft = page.getByRole("link", { name: "Dokter Masuk Nagari" });
    await draft.waitFor();
    await expectAccessible(page);
    await look(page, "register-begin");
    await draft.click();
    await expectValue(nameField(page), "Dokter Masuk Nagari");
    expect(new URL(page.url()).pathname).toBe(pathname);
    await page.getByRole("button", { name: "English" }).click();
    await heading(page, "What it is");
    await expectValue(textbox(page, "Name of the innovation"), "Dokter Masuk Nagari");
    await look(page, "register-english");
    await page.context().close();
  });
});

describe("evidence", () => {
  it("is dropped beside the field that it proves", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).fill("Antrean Apotek");
    await summaryField(page).fill("Obat diambil menurut nomor.");
    await drop(page, page.locator("#isian-summary .register-evidence"), "antrean.csv", "bulan;antrean\n1;40\n2;25\n");
    const file = page.locator("#isian-summary").getByRole("link", { name: "antrean.csv" });
    await file.waitFor();
    const bytes = await page.request.get(`${host.url}${await file.getAttribute("href")}`);
    expect(await bytes.text()).toBe("bulan;antrean\n1;40\n2;25\n");
    await summaryField(page).fill("Obat diambil menurut nomor, tanpa berdiri.");
    await saved(page);
    await page.reload();
    await file.waitFor();
    await expectValue(summaryField(page), "Obat diambil menurut nomor, tanpa berdiri.");
    await expectAccessible(page);
    await look(page, "register-evidence");
    await page.context().close();
  });

  it("is refused in a sentence beside the field when it is no file that is taken", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).fill("Antrean Laboratorium");
    await summaryField(page).fill("Hasil diambil menurut nomor.");
    await drop(page, page.locator("#isian-summary .register-evidence"), "program.exe", "MZ\0\0\x7f\0");
    await page.locator("#isian-summary .error", { hasText: "bukan PDF" }).waitFor();
    await page.context().close();
  });
});

describe("an entry of the catalogue", () => {
  const idOf = (name: string) => {
    const listed = JSON.parse(host.pilah("list", "--json")) as { id: string; name: string }[];
    return listed.find((one) => one.name === name)?.id ?? "";
  };

  it("that is submitted is taken back before it is changed", async () => {
    const id = idOf("Antrean RSUD Tanpa Menunggu");
    const page = await signedIn();
    await page.goto(`/${code}/inovasi/${id}/isi`);
    await page.getByRole("button", { name: "Tarik ajuan" }).click();
    await expectValue(nameField(page), "Antrean RSUD Tanpa Menunggu");
    await textbox(page, "Nama singkat").fill("ARTM");
    await page.getByRole("button", { name: "Simpan ke katalog" }).click();
    await expect.poll(() => asked(`/innovations/${id}`)).toMatchObject({ status: "draft", short_name: "ARTM" });
    await page.context().close();
  });

  it("that is verified is changed in a newer version", async () => {
    const id = idOf("Antrean RSUD Tanpa Menunggu");
    host.pilah("map", "confirm", id, "health");
    host.pilah("submit", id);
    host.pilah("verify-entry", id);
    const page = await signedIn();
    await page.goto(`/${code}/inovasi/${id}/isi`);
    await page.getByText("Sudah terverifikasi").waitFor();
    await toLastStep(page);
    await page.getByText("Lengkap; dapat diajukan.").waitFor();
    expect(await asked(`/innovations/${id}/pending`)).toMatchObject({ status: 404 });
    await page.getByRole("link", { name: "Apa inovasinya" }).click();
    await textbox(page, "Nama singkat").fill("ARTM 2");
    await saved(page);
    await page.reload();
    await expectValue(textbox(page, "Nama singkat"), "ARTM 2");
    await toLastStep(page);
    await page.getByText("Lengkap; dapat diajukan.").waitFor();
    await page.getByRole("button", { name: "Ajukan" }).click();
    await page.getByText("Sudah diajukan.").waitFor();
    expect(await asked(`/innovations/${id}`)).toMatchObject({ status: "verified", short_name: "ARTM" });
    expect(await asked(`/innovations/${id}/pending`)).toMatchObject({ status: "submitted", short_name: "ARTM 2" });
    await page.context().close();
  });

  it("that somebody else changed meanwhile loses neither version", async () => {
    const { csrf, cookie } = await session(rina);
    const change = (path: string, method: string, body: object) =>
      fetch(`${host.url}/api/v1${path}`, {
        method,
        headers: { Cookie: cookie, "X-CSRF-Token": csrf, "Content-Type": "application/json", "If-Match": "*" },
        body: JSON.stringify(body),
      });
    const organisations = await asked<{ organisations: { id: string; code?: string }[] }>(`/regions/${code}/organisations`);
    const owner = organisations.organisations.find((one) => one.code === "RSUD")?.id;
    const made = await change(`/regions/${code}/innovations`, "POST", { name: "Donor Darah", summary: "Awal.", owner });
    const { id } = (await made.json()) as { id: string };
    const page = await signedIn();
    await page.goto(`/${code}/inovasi/${id}/isi`);
    await expectValue(summaryField(page), "Awal.");
    await summaryField(page).fill("Dari Dewi.");
    await saved(page);
    await change(`/innovations/${id}`, "PATCH", { summary: "Dari Rina.", benefit: "Stok cukup." });
    await page.getByRole("button", { name: "Simpan ke katalog" }).click();
    const choice = page.getByRole("dialog", { name: "Ada dua versi isian ini" });
    await choice.waitFor();
    expect(await choice.getByRole("group").count()).toBe(1);
    expect(await choice.innerText()).toContain("Dari Rina.");
    await choice.getByRole("button", { name: "Pakai yang dipilih" }).click();
    await expect.poll(() => asked(`/innovations/${id}`)).toMatchObject({ summary: "Dari Dewi.", benefit: "Stok cukup." });
    await page.context().close();
  });
});

describe("an entry like last year's", () => {
  it("begins with what the earlier one says, and can be undone", async () => {
    const page = await signedIn();
    await begun(page);
    await nameField(page).fill("Antrean 2027");
    await page.getByText("Seperti tahun lalu").click();
    await page.getByLabel("Cari inovasi sebelumnya").fill("menunggu");
    await page.getByRole("button", { name: "Antrean RSUD Tanpa Menunggu" }).click();
    await page.getByText(/isian diambil dari/).waitFor();
    expect(await nameField(page).inputValue()).toBe("Antrean 2027");
    expect(await summaryField(page).inputValue()).toContain("Pasien memilih jam kedatangan");
    await page.getByRole("button", { name: "Urungkan" }).click();
    await expectValue(summaryField(page), "");
    await page.context().close();
  });
});

async function expectValue(field: Locator, value: string): Promise<void> {
  await field.waitFor();
  await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toBe(value);
}
