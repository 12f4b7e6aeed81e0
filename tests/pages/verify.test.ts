// From draft to verified as two people do it: an official submits, a verifier returns it with a
// reason beside a field, the official sees it, later it is verified. And what else is done to
// entries: newer versions, comments, archive, duplicates, many at once.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type Ask, asking } from "./support/api";
import { expectAccessible, launch, look, opened, signIn } from "./support/browser";
import { Host, source } from "./support/host";

const list = [
  "id inovasi;nama inovasi;opd;ringkasan;manfaat;subdimensi;indikator;satuan;baseline;target;status",
  "A1;Antrean Daring Puskesmas;DINKES;Pasien mengantre dari rumah.;Pasien tidak menunggu lama.;kesehatan;Waktu tunggu;menit;90;30;",
  "A2;Posyandu Remaja;DINKES;Remaja diperiksa di posyandu.;;kesehatan;;;;;diajukan",
  "A3;Dapur Sehat Nagari;DINKES;Ibu belajar memasak makanan bergizi.;;kesehatan;;;;;diajukan",
  "A4;Dapur Sehat Nagari Kita;DINKES;Ibu belajar memasak makanan bergizi.;;kesehatan;;;;;diajukan",
];

let browser: Browser;
let host: Host;
let official: Page;
let verifier: Page;
let rina: Ask;
let id: string;

const entry = () => `/13.11/inovasi/${id}`;
const step = (page: Page, name: string) => page.locator(".heading").getByRole("button", { name, exact: true });
const told = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();

async function change(document: Record<string, unknown>) {
  const { etag } = await rina("GET", `/innovations/${id}`);
  await rina("PATCH", `/innovations/${id}`, document, etag);
}

beforeAll(async () => {
  host = new Host();
  host.pilah("init", "--region", "13.11");
  host.pilah("organisation", "import", join(source, "registry-data/samples/13.11/organisations.csv"));
  writeFileSync(join(host.folder, "daftar.csv"), list.join("\n"));
  host.pilah("import", "daftar.csv");
  const found = JSON.parse(host.pilah("list", "--json")) as { id: string; name: string }[];
  id = found.find((one) => one.name === "Antrean Daring Puskesmas")?.id ?? "";
  for (const one of found) host.pilah("map", "confirm", one.id, "health");
  await host.serve();
  const accounts = {
    rina: await host.account("rina", "Rina Marlina", "--role", "contributor", "--organisation", "DINKES", "--region", "13.11"),
    maya: await host.account("maya", "Maya Sari", "--role", "verifier", "--region", "13.11"),
  };
  rina = await asking(host, accounts.rina);
  browser = await launch();
  official = await opened(browser, host);
  verifier = await opened(browser, host);
  await signIn(official, accounts.rina);
  await signIn(verifier, accounts.maya);
});

afterAll(async () => {
  await browser?.close();
  await host?.end();
});

describe("an entry on its way", () => {
  it("is submitted by the official who registers it, and can be taken back at once", async () => {
    await official.goto("/13.11");
    await official.getByRole("heading", { name: "Draf yang belum diajukan (1)" }).waitFor();
    // Of an official's agency and what is published: the page says that it is not the whole region.
    await official.getByRole("heading", { name: "Katalog yang dapat Anda lihat" }).waitFor();
    await official.getByText("Yang dihitung di sini: inovasi Perangkat Daerah").waitFor();
    await expectAccessible(official);
    await look(official, "home-official");
    await official.getByRole("link", { name: "Antrean Daring Puskesmas" }).click();
    await step(official, "Ajukan").click();
    await told(official, "Entri ini diajukan");
    await official.getByRole("button", { name: "Urungkan", exact: true }).click();
    await told(official, "Pengajuan ditarik kembali");
    await step(official, "Ajukan").click();
    await told(official, "Entri ini diajukan");
    expect(await step(official, "Verifikasi").count()).toBe(0);
  });

  it("comes to the verifier, who returns it with a reason beside a field", async () => {
    await verifier.goto("/13.11/kotak-masuk");
    await verifier.getByRole("link", { name: '"Antrean Daring Puskesmas" diajukan untuk diperiksa.' }).first().click();
    await step(verifier, "Kembalikan").click();
    await verifier.getByRole("button", { name: "Beri alasan Ringkasan" }).click();
    await verifier.getByLabel("Alasan untuk Ringkasan").fill("Berapa pasien sehari?");
    await expectAccessible(verifier);
    await look(verifier, "entry-returning");
    await verifier.reload();
    expect(await verifier.getByLabel("Alasan untuk Ringkasan").inputValue()).toBe("Berapa pasien sehari?");
    await verifier.getByRole("button", { name: "Kembalikan dengan 1 alasan" }).click();
    await told(verifier, "Entri ini dikembalikan dengan alasan Anda");
    await step(verifier, "Verifikasi").waitFor({ state: "detached" });
  });

  it("tells the official, who finds the reason beside the field", async () => {
    await official.goto("/13.11/kotak-masuk");
    await official.getByRole("heading", { name: "Dikembalikan untuk diperbaiki (1)" }).waitFor();
    await expectAccessible(official);
    await look(official, "inbox");
    await official.getByRole("link", { name: '"Antrean Daring Puskesmas" dikembalikan' }).click();
    const summary = official.locator("dl > div").filter({ has: official.getByText("Ringkasan", { exact: true }) });
    await summary.getByText("Berapa pasien sehari?").waitFor();
    await official.goto("/13.11/kotak-masuk?belum=1");
    await official.getByRole("heading", { name: "Semua sudah dibaca" }).waitFor();
  });

  it("is verified later, not in the version that the verifier no longer sees", async () => {
    await change({ summary: "Seratus pasien sehari mengantre dari rumah." });
    await official.goto(entry());
    await step(official, "Ajukan").click();
    await told(official, "Entri ini diajukan");
    await verifier.goto(entry());
    await step(verifier, "Verifikasi").waitFor();
    await step(official, "Tarik kembali").click();
    await told(official, "Pengajuan ditarik kembali");
    await change({ summary: "Dua ratus pasien sehari mengantre dari rumah." });
    await official.reload();
    await step(official, "Ajukan").click();
    await told(official, "Entri ini diajukan");

    await step(verifier, "Verifikasi").click();
    const question = verifier.getByRole("dialog", { name: "Verifikasi entri ini?" });
    await question.getByText("2 klaim belum berbukti.").waitFor();
    await question.getByRole("button", { name: "Verifikasi" }).click();
    const both = verifier.getByRole("region", { name: "Yang Anda lihat dan yang terbaru" });
    await both.locator("del", { hasText: "Seratus" }).waitFor();
    await both.locator("ins", { hasText: "Dua ratus" }).waitFor();
    await expectAccessible(verifier);
    await look(verifier, "entry-late");
    await step(verifier, "Verifikasi").click();
    await question.getByRole("button", { name: "Verifikasi" }).click();
    await told(verifier, "Entri ini terverifikasi");
  });

  it("tells in its history what was changed, from what to what", async () => {
    await verifier.getByText("Riwayat", { exact: true }).click();
    const change = verifier.getByRole("listitem").filter({ has: verifier.getByRole("heading", { name: "Diubah" }) });
    await change.first().locator("del", { hasText: "Seratus" }).waitFor();
    await change.first().locator("ins", { hasText: "Dua ratus" }).waitFor();
    await verifier.getByText(/Anda · revisi/).first().waitFor();
    await verifier.getByText(/Rina Marlina · revisi/).first().waitFor();
    await expectAccessible(verifier);
    await look(verifier, "entry-history");
  });
});

describe("what is said of an entry", () => {
  it("is a comment on a field, which is settled when it is done", async () => {
    await official.goto(entry());
    await official.getByLabel("Tentang").selectOption({ label: "Manfaat" });
    await official.getByRole("textbox", { name: "Komentar" }).fill("Angka tahun lalu <i>menyusul</i>.");
    await official.getByRole("button", { name: "Kirim komentar" }).click();
    await official.getByText("Angka tahun lalu <i>menyusul</i>.").waitFor();
    await verifier.goto(entry());
    await verifier.locator("#komentar strong", { hasText: "Rina Marlina" }).waitFor();
    await verifier.getByRole("button", { name: "Tandai selesai komentar 1" }).click();
    await verifier.locator("#komentar").getByText("Selesai", { exact: true }).waitFor();
  });

  it("is what a verifier found beside what is claimed", async () => {
    const claims = verifier.locator("#bukti");
    const row = claims.getByRole("row").filter({ hasText: "Waktu tunggu" });
    await row.getByText("dari 90 ke 30 menit").waitFor();
    await row.getByRole("button", { name: "Catat nilai yang ditemukan" }).click();
    await row.getByLabel("Tanggal").fill("2026-05-01");
    await row.getByLabel("Nilai").fill("45");
    await row.getByRole("button", { name: "Simpan" }).click();
    await row.getByText("45 menit (1 Mei 2026)").waitFor();
  });
});

describe("a newer version of a verified entry", () => {
  it("stands beside the published one with what differs, until it is verified", async () => {
    const review = await rina("GET", `/innovations/${id}/review`);
    await rina("PATCH", `/innovations/${id}/pending`, { benefit: "Pasien menunggu paling lama setengah jam." }, review.etag);
    await official.goto(entry());
    const newer = official.getByRole("region", { name: "Versi baru" });
    await newer.locator("ins", { hasText: "setengah jam" }).waitFor();
    await look(official, "entry-pending");
    await expectAccessible(official);
    await step(official, "Ajukan").click();
    await told(official, "Entri ini diajukan");
    await verifier.goto(entry());
    await step(verifier, "Verifikasi").click();
    await verifier.getByRole("dialog").getByRole("button", { name: "Verifikasi" }).click();
    await told(verifier, "Entri ini terverifikasi");
    await verifier.locator("dd").getByText("Pasien menunggu paling lama setengah jam.").waitFor();
    // The newer version is gone by it; what was done is told all the same.
    await verifier.getByRole("region", { name: "Versi baru" }).waitFor({ state: "detached" });
    await told(verifier, "Entri ini terverifikasi");
    expect(await newer.count()).toBe(1);
    await official.reload();
    await official.getByRole("heading", { name: "Masalah dan manfaat" }).waitFor();
    expect(await newer.count()).toBe(0);
  });
});

describe("a duty", () => {
  it("is told with the day on which it is due, and noted as done", async () => {
    host.pilah("decree", "new", "SK-CONTOH/1/2024", "--signed-on", "2024-01-02", "--signed-by", "Bupati Contoh", "--office", "Bupati", "--from", "2024-01-02", "--to", "2099-12-31", "--subject", "Tim");
    host.pilah("team", "new", "Pokja Hidup", "--kind", "working-group", "--dimension", "smart-living", "--decree", "SK-CONTOH/1/2024");
    host.pilah("team", "member", "Pokja Hidup", "--account", "rina", "--duty", "anggota");
    host.pilah("duty", "new", "Memetakan inovasi kesehatan", "--team", "Pokja Hidup", "--due", "2024-03-01");
    await official.goto("/13.11/kotak-masuk");
    const duty = official.getByRole("row").filter({ hasText: "Memetakan inovasi kesehatan" });
    await duty.getByText("1 Maret 2024 · terlambat").waitFor();
    await expectAccessible(official);
    await duty.getByRole("button", { name: "Selesai" }).click();
    await official.getByRole("dialog", { name: "Tugas ini selesai?" }).getByRole("button", { name: "Selesai" }).click();
    await told(official, "Tugas dicatat selesai");
    await expect.poll(() => duty.count()).toBe(0);
  });
});

describe("many entries", () => {
  it("that may be the same are made one, and parted again", async () => {
    await verifier.goto("/13.11/inovasi?q=dapur");
    await verifier.getByRole("link", { name: "Dapur Sehat Nagari", exact: true }).click();
    await verifier.getByText("Mungkin sama", { exact: true }).click();
    await verifier.getByRole("button", { name: "Gabungkan ke entri ini Dapur Sehat Nagari Kita" }).click();
    await told(verifier, '"Dapur Sehat Nagari Kita" digabungkan');
    await verifier.getByRole("button", { name: "Urungkan", exact: true }).click();
    await told(verifier, '"Dapur Sehat Nagari Kita" dipisahkan lagi');
  });

  it("are archived, and taken out of the archive again", async () => {
    await step(verifier, "Arsipkan").click();
    await told(verifier, "Entri ini diarsipkan");
    await verifier.getByRole("button", { name: "Urungkan", exact: true }).click();
    await told(verifier, "Entri ini keluar lagi dari arsip");
    await step(verifier, "Verifikasi").waitFor();
  });

  it("are verified at once, each by itself", async () => {
    await verifier.goto("/13.11/inovasi?status=submitted");
    await verifier.getByRole("button", { name: "Pilih semua yang diajukan (3)" }).click();
    await verifier.getByRole("checkbox", { name: "Pilih Posyandu Remaja" }).uncheck();
    const chosen = verifier.getByRole("region", { name: "Untuk yang dipilih" });
    await chosen.getByText("2 dipilih").waitFor();
    await expectAccessible(verifier);
    await chosen.getByRole("button", { name: "Verifikasi" }).click();
    await verifier.getByRole("dialog", { name: "Verifikasi 2 entri?" }).getByRole("button", { name: "Verifikasi" }).click();
    await told(verifier, "2 entri diverifikasi");
    await told(verifier, "1 entri");
    await look(verifier, "catalogue-verified");
  });
});

describe("where the heads of organisations approve", () => {
  it("an entry is verified only after the head has approved it", async () => {
    host.pilah("submissions", "--until", "2099-12-31T16:00", "--approved-by-head");
    await verifier.goto("/13.11");
    await verifier.getByRole("heading", { name: "Katalog sekarang" }).waitFor();
    expect(await verifier.getByText("Yang dihitung di sini").count()).toBe(0);
    await verifier.getByText("Pengajuan dibuka sampai 31 Desember 2099").waitFor();
    await verifier.getByRole("link", { name: "Posyandu Remaja" }).click();
    await step(verifier, "Verifikasi").click();
    await verifier.getByRole("dialog").getByRole("button", { name: "Verifikasi" }).click();
    await verifier.getByRole("alert").getByText("Posyandu Remaja").waitFor();

    const head = await opened(browser, host);
    await signIn(head, await host.account("budi", "Budi Contoh", "--role", "head-of-organisation", "--organisation", "DINKES", "--region", "13.11"));
    await head.goto("/13.11");
    await head.getByRole("heading", { name: "Untuk Anda setujui (1)" }).waitFor();
    await head.getByRole("link", { name: "Posyandu Remaja" }).first().click();
    await step(head, "Setujui").click();
    await told(head, "Entri ini disetujui");
    await head.getByText("disetujui kepala organisasi").waitFor();
    await step(head, "Setujui").waitFor({ state: "detached" });
    await head.context().close();

    await verifier.reload();
    await step(verifier, "Verifikasi").click();
    await verifier.getByRole("dialog").getByRole("button", { name: "Verifikasi" }).click();
    await told(verifier, "Entri ini terverifikasi");
  });
});
