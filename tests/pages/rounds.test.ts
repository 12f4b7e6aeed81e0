// The rounds as a planner holds them: planned, opened, filled in on a tablet, closed, compared;
// and the region's dossier and board beside them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { expectAccessible, launch, look, opened, signIn, tablet } from "./support/browser";
import { type Account, Host, source } from "./support/host";

const samples = `${source}/registry-data/samples/51.08`;
const scenario = `${source}/registry-data/samples/scenario.json`;

let host: Host;
let browser: Browser;
let planner: Account;

interface Told {
  id: string;
  name: string;
  state: string;
  attendance: { organisation_name: string; presence: string; replaced_by_name?: string }[];
  minutes: { text: string }[];
  frozen_revision?: number;
}
const roundNamed = (name: string): Told =>
  (JSON.parse(host.pilah("round", "list", "--json")) as Told[]).find((one) => one.name === name)!;

/** Four rounds that were held, the catalogue coming in the second, and all ten steps done. */
function seed(): void {
  host.pilah("init", "--region", "51.08");
  host.pilah("organisation", "import", `${samples}/organisations.csv`);
  const rounds = [
    { name: "Bimtek I", from: "2025-02-18", to: "2025-02-19", product: "Analisis kesiapan" },
    { name: "Bimtek II", from: "2025-04-08", to: "2025-04-09", product: "Daftar program prioritas" },
    { name: "Bimtek III", from: "2025-06-10", to: "2025-06-11", product: "Quick win" },
    { name: "Bimtek IV", from: "2025-08-12", to: "2025-08-13", product: "Dokumen masterplan" },
  ];
  rounds.forEach(({ name, from, to, product }, place) => {
    const follows = place > 0 ? ["--follows", rounds[place - 1]!.name] : [];
    host.pilah("round", "new", name, "--from", from, "--to", to, "--place", "Singaraja", "--product", product, ...follows);
    host.pilah("round", "open", name);
    if (place === 0) fillDossier(name);
    if (place === 1) host.pilah("import", `${samples}/innovations.csv`);
    if (place === 2) {
      host.pilah("select", scenario, "--round", name, "--as-of", "2025-06-10");
      mapElsewhere("Rumah Plastik Desa", "protection");
    }
    if (place === 3) {
      for (const step of steps) {
        host.pilah("dossier", "step", name, step, "--state", "done", "--document", `Dokumen ${step}`);
      }
    }
    host.pilah("round", "deliver", name, product, `BA-CONTOH/${place + 1}/2025`);
    host.pilah("round", "close", name);
  });
}

const steps = [
  "team", "theory", "readiness", "vision", "programmes",
  "quick-wins", "roadmap", "monitoring", "document", "socialisation",
];

function mapElsewhere(innovation: string, area: string): void {
  const all = JSON.parse(host.pilah("list", "--json")) as { id: string; name: string }[];
  host.pilah("map", "confirm", all.find((one) => one.name === innovation)!.id, area);
}

function fillDossier(round: string): void {
  const file = join(host.folder, "profil.json");
  writeFileSync(
    file,
    JSON.stringify({
      vision: "Contoh: masyarakat mandiri, layanan dekat",
      missions: ["Contoh: layanan dekat warga"],
      policies: ["Contoh: satu data desa"],
      readiness: [
        { part: "struktur", step: 3, note: "Perangkat daerah, desa adat, dan komunitas aktif" },
        { part: "infrastruktur", step: 2, note: "Jaringan di desa bukit" },
      ],
      swot: [
        { side: "strength", text: "Desa adat dan komunitas pesisir yang kuat" },
        { side: "weakness", part: "infrastruktur", text: "Jaringan di desa bukit" },
        { side: "opportunity", text: "Wisata yang dikelola warga" },
        { side: "threat", text: "Sampah plastik di pesisir" },
      ],
    }),
  );
  host.pilah("dossier", "change", round, file);
}

beforeAll(async () => {
  host = new Host();
  seed();
  await host.serve();
  planner = await host.account("ani", "Ani", "--role", "planner", "--region", "51.08");
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await host?.end();
});

const tab = (page: Page, name: string) =>
  page.getByRole("navigation").getByRole("link", { name, exact: true });

describe("a round from its plan to its end", () => {
  let page: Page;
  const name = "Evaluasi akhir";
  beforeAll(async () => {
    page = await opened(browser, host, tablet);
    await signIn(page, planner);
    await page.goto("/51.08/putaran");
    await page.getByRole("heading", { name: "Bimtek IV" }).waitFor();
  });

  it("stands in a list of all rounds in their order, with what each produced", async () => {
    const names = await page.getByRole("heading", { level: 2 }).allInnerTexts();
    expect(names).toEqual(["Bimtek I", "Bimtek II", "Bimtek III", "Bimtek IV"]);
    const card = page.getByRole("listitem").filter({ hasText: "Bimtek III" }).first();
    expect(await card.innerText()).toContain("Quick win");
    await expectAccessible(page);
    await look(page, "rounds");
  });

  it("is planned", async () => {
    await page.getByRole("button", { name: "Rencanakan putaran" }).click();
    await page.getByLabel("Nama", { exact: false }).fill(name);
    await page.getByLabel("Hari pertama").fill("2025-11-04");
    await page.getByLabel("Tempat").fill("Singaraja");
    await page.getByLabel("Agenda").fill("Capaian quick win\nUsulan tahun depan");
    await page.getByLabel("Hasil").fill("Berita acara");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Rencanakan", exact: true }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.getByText("Usulan tahun depan").waitFor();
    expect(roundNamed(name).state).toBe("planned");
  });

  it("is opened, and presence is noted with one tap each", async () => {
    await page.getByRole("button", { name: "Buka", exact: true }).click();
    const line = page.getByRole("listitem").filter({ hasText: "Dinas Kesehatan" });
    await line.getByRole("button", { name: "Hadir", exact: true }).click();
    const other = page.getByRole("listitem").filter({ hasText: "Dinas Pariwisata" });
    await other.getByRole("button", { name: "Daring" }).click();
    await page.getByText("1 hadir, 1 daring, 0 tidak hadir").waitFor();
    await other.getByRole("button", { name: "Diwakili" }).click();
    await other.getByLabel("Yang mewakili").fill("Ibu Siti Contoh");
    await other.getByRole("button", { name: "Simpan" }).click();
    await page.getByText("diwakili Ibu Siti Contoh").waitFor();
    await expect
      .poll(() => roundNamed(name).attendance.map((one) => [one.presence, one.replaced_by_name]))
      .toEqual([["present", undefined], ["online", "Ibu Siti Contoh"]]);
    await expectAccessible(page);
    await look(page, "round-open");
  });

  it("shows only who is not recorded yet, without moving a row that was just tapped", async () => {
    await page.getByLabel("Hanya yang belum tercatat").check();
    expect(await page.getByRole("listitem").filter({ hasText: "Dinas Kesehatan" }).count()).toBe(0);
    const line = page.getByRole("listitem").filter({ hasText: "Dinas Pertanian" });
    await line.getByRole("button", { name: "Tidak hadir" }).click();
    await page.getByText("1 hadir, 1 daring, 1 tidak hadir").waitFor();
    expect(await line.count()).toBe(1);
    await page.getByLabel("Hanya yang belum tercatat").uncheck();
  });

  it("names a tap that the connection lost, and sends it again", async () => {
    await page.route("**/attendance", (route) => route.abort());
    const line = page.getByRole("listitem").filter({ hasText: "Dinas Perhubungan" });
    await line.getByRole("button", { name: "Hadir", exact: true }).click();
    await page.getByText("Belum tersimpan: Dinas Perhubungan").waitFor();
    await page.unroute("**/attendance");
    await page.getByRole("button", { name: "Coba lagi" }).click();
    await page.getByText("Belum tersimpan").waitFor({ state: "detached" });
    expect(roundNamed(name).attendance).toHaveLength(4);
  });

  it("takes down decisions by name; one that is removed can be put back", async () => {
    await page.getByLabel("Isinya").fill("Delapan quick win dilanjutkan");
    await page.getByLabel("Disampaikan oleh").fill("Ketua Contoh");
    await page.getByRole("button", { name: "Catat", exact: true }).click();
    await page.getByRole("button", { name: "Hapus: Delapan quick win dilanjutkan" }).click();
    await page.getByText("Catatan itu dihapus").waitFor();
    expect(roundNamed(name).minutes).toEqual([]);
    await page.getByRole("button", { name: "Urungkan" }).click();
    await page.getByRole("button", { name: "Hapus: Delapan quick win dilanjutkan" }).waitFor();
    expect(roundNamed(name).minutes.map((one) => one.text)).toEqual(["Delapan quick win dilanjutkan"]);
  });

  it("shows both versions when somebody else changed the plan meanwhile", async () => {
    await page.getByRole("button", { name: "Ubah rencana" }).click();
    await page.getByLabel("Tempat").fill("Lovina");
    host.pilah("round", "change", name, "--place", "Seririt");
    await page.getByRole("button", { name: "Simpan", exact: true }).last().click();
    await page.getByText("orang lain mengubahnya").waitFor();
    const row = page.getByRole("row", { name: "Tempat" });
    expect(await row.innerText()).toMatch(/Lovina\s+Seririt/);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Simpan isi saya" }).click();
    // Both versions were in the dialog: only without it the page tells which is stored.
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByText("Lovina").first().waitFor();
  });

  it("says what lacks before it can be closed", async () => {
    await page.getByText("belum ada dokumen untuk Berita acara").waitFor();
    await page.getByRole("button", { name: "Tutup", exact: true }).click();
    const question = page.getByRole("dialog");
    await question.getByRole("button", { name: "Tutup", exact: true }).last().click();
    await question.getByRole("alert").waitFor();
    expect(await question.getByRole("alert").innerText()).toContain("Berita acara");
    await page.keyboard.press("Escape");
    expect(roundNamed(name).state).toBe("open");
  });

  it("is closed once each product has its document, and the catalogue is frozen", async () => {
    await page.getByLabel("Berita acara", { exact: true }).fill("BA-CONTOH/9/2025");
    await page.getByRole("button", { name: "Simpan dokumen Berita acara" }).click();
    await page.getByText("belum ada dokumen untuk Berita acara").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Tutup", exact: true }).click();
    const question = page.getByRole("dialog");
    await question.getByRole("button", { name: "Tutup", exact: true }).last().click();
    await page.getByText("ditutup").first().waitFor();
    const closed = roundNamed(name);
    expect(closed.state).toBe("closed");
    expect(closed.frozen_revision).toBeGreaterThan(0);
    await expectAccessible(page);
    await look(page, "round-closed");
  });

  it("is carried over to the next year", async () => {
    await page.getByRole("button", { name: "Bawa ke tahun berikutnya" }).click();
    const question = page.getByRole("dialog");
    await question.getByLabel("Nama putaran baru").fill("Evaluasi 2026");
    await question.getByRole("button", { name: "Bawa ke tahun berikutnya" }).click();
    await page.getByRole("heading", { level: 1, name: "Evaluasi 2026" }).waitFor();
    await page.getByText("4 November 2026").waitFor();
  });
});

describe("two frozen rounds", () => {
  it("are compared: what is new, mapped otherwise, changed, gone", async () => {
    const page = await opened(browser, host);
    await signIn(page, planner);
    await page.goto(`/51.08/putaran/${roundNamed("Bimtek I").id}`);
    await tab(page, "Perubahan").click();
    await page.getByLabel("Bandingkan dengan").selectOption({ label: "Bimtek II" });
    await page.getByRole("heading", { name: "Baru" }).waitFor();
    const told = JSON.parse(
      host.pilah("round", "compare", "Bimtek I", "Bimtek II", "--json"),
    ) as { totals: { added: number } };
    expect(told.totals.added).toBe(28);
    await page.getByText(`${told.totals.added} baru`).waitFor();
    await expectAccessible(page);
    await look(page, "round-comparison");

    await page.goto(`/51.08/putaran/${roundNamed("Bimtek II").id}/banding`);
    await page.getByLabel("Bandingkan dengan").selectOption({ label: "Bimtek III" });
    await page.getByRole("heading", { name: "Dipetakan lain" }).waitFor();
    const moved = page.getByRole("row", { name: "Rumah Plastik Desa" });
    expect(await moved.innerText()).toMatch(/Dari tata kelola sampah dan limbah.* menjadi proteksi lingkungan/);
  });
});

describe("a closed round", () => {
  it("tells what was chosen in it, and whose presence nobody noted", async () => {
    const page = await opened(browser, host);
    await signIn(page, planner);
    await page.goto(`/51.08/putaran/${roundNamed("Bimtek III").id}`);
    await page.getByRole("heading", { name: "Pemilihan dalam putaran ini" }).waitFor();
    const { name } = JSON.parse(readFileSync(scenario, "utf8")) as { name: string };
    const link = page.getByRole("link", { name });
    expect(await link.getAttribute("href")).toMatch(/^\/51\.08\/pilih\/[0-9a-f-]{36}$/);
    await page.getByText("Belum tercatat: 32 organisasi").click();
    await page.getByText("Dinas Kesehatan").waitFor();
    expect(await page.getByRole("button", { name: "Hadir" }).count()).toBe(0);
    await expectAccessible(page);
  });
});

describe("the region's dossier and board", () => {
  let page: Page;
  beforeAll(async () => {
    host.pilah("round", "new", "Bimtek V", "--from", "2026-02-10", "--follows", "Bimtek IV");
    host.pilah("round", "open", "Bimtek V");
    page = await opened(browser, host);
    await signIn(page, planner);
    await page.goto(`/51.08/putaran/${roundNamed("Bimtek V").id}/profil`);
  });

  it("begin with what the round before knew, and say so", async () => {
    await page.getByText("yang tampak di sini berasal dari Bimtek").waitFor();
    await page.getByText("Wisata yang dikelola warga").waitFor();
    await expectAccessible(page);
    await look(page, "dossier");
  });

  it("take a figure with its source and year, and say beside the field what lacks", async () => {
    await page.getByRole("button", { name: "Ubah: Angka" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Tambah satu" }).click();
    await form.getByLabel("Apa").fill("Jumlah penduduk");
    const value = form.getByLabel("Nilai");
    await value.fill("banyak");
    await form.getByLabel("Sumber").fill("BPS");
    await form.getByLabel("Tahun").fill("2024");
    await form.getByRole("button", { name: "Simpan" }).click();
    await expect.poll(() => value.getAttribute("aria-invalid")).toBe("true");
    await expectAccessible(page);
    await value.fill("828200");
    await form.getByRole("button", { name: "Simpan" }).click();
    await page.getByRole("row", { name: "Jumlah penduduk" }).waitFor();
  });

  it("take a need with weight and reason", async () => {
    await page.getByRole("button", { name: "Ubah: Kebutuhan dan tantangan" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Tambah satu" }).click();
    await form.getByLabel("Isinya").fill("Pantai bersih dari plastik");
    await form.getByLabel("Dimensi", { exact: true }).selectOption("smart-environment");
    await form.getByLabel("Subdimensi").selectOption("waste");
    await form.getByLabel("Bobot").fill("80");
    await form.getByLabel("Alasan").fill("Wisata bergantung padanya");
    await form.getByRole("button", { name: "Simpan" }).click();
    const row = page.getByRole("row", { name: "Pantai bersih dari plastik" });
    await row.waitFor();
    expect(await row.innerText()).toContain("tata kelola sampah dan limbah");
  });

  it("show the ten steps with their documents, and take what becomes of one", async () => {
    await tab(page, "Papan langkah").click();
    await page.getByText("10 dari 10 langkah selesai").waitFor();
    await expectAccessible(page);
    await look(page, "board");
    await page.getByRole("button", { name: "Ubah: Sosialisasi" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Berjalan").check();
    await form.getByLabel("Tenggat").fill("2025-12");
    await form.getByRole("button", { name: "Simpan" }).click();
    await page.getByText("9 dari 10 langkah selesai").waitFor();
    await page.getByText("Desember 2025").waitFor();
  });
});

describe("somebody without a role", () => {
  it("is told why the rounds are not theirs to see", async () => {
    const page = await opened(browser, host);
    await page.goto("/51.08/putaran");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("button", { name: "Rencanakan putaran" }).count()).toBe(0);
  });
});
