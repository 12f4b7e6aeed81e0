// Teams, decrees, working groups and duties as a planner and a member use them.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { expectAccessible, launch, look, opened, phone, signIn } from "./support/browser";
import { type Account, Host, source } from "./support/host";

const samples = `${source}/registry-data/samples/62.02`;
const decree = "188.45/101/2024";

let host: Host;
let browser: Browser;
let planner: Account;
let member: Account;

const openDuties = () =>
  (JSON.parse(host.pilah("duties", "--json")) as { text: string; done_on?: string }[]).filter(
    (one) => !one.done_on,
  );

beforeAll(async () => {
  host = new Host();
  host.pilah("init", "--region", "62.02");
  host.pilah("organisation", "import", `${samples}/organisations.csv`);
  host.pilah("import", `${samples}/innovations.csv`);
  host.pilah(
    "decree", "new", decree, "--signed-on", "2024-01-15", "--signed-by", "Halikinnor Contoh",
    "--office", "Bupati", "--from", "2024-01-01", "--to", "2099-12-31", "--subject", "Dewan dan tim",
  );
  host.pilah("team", "new", "Dewan Smart City", "--kind", "council", "--decree", decree);
  host.pilah("team", "new", "Pokja Smart Living", "--dimension", "Smart Living", "--decree", decree);
  await host.serve();
  planner = await host.account("ani", "Ani", "--role", "planner", "--region", "62.02");
  member = await host.account("dedi", "Dedi", "--role", "reader", "--region", "62.02");
  host.pilah("team", "member", "Pokja Smart Living", "--account", "dedi", "--duty", "ketua");
  host.pilah("duty", "new", "Memetakan inovasi", "--team", "Pokja Smart Living", "--member", "Dedi", "--due", "2024-03-01");
  host.pilah("duty", "new", "Menyusun peta jalan", "--team", "Pokja Smart Living", "--due", "2099-06-30");
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await host?.end();
});

describe("a planner", () => {
  let page: Page;
  beforeAll(async () => {
    page = await opened(browser, host);
    await signIn(page, planner);
    await page.goto("/62.02/pokja");
    await page.getByRole("link", { name: "Pokja Smart Living" }).first().waitFor();
  });

  it("sees the teams by kind, on which decree they rest, and what is late", async () => {
    const kinds = await page.getByRole("heading", { level: 2 }).allInnerTexts();
    expect(kinds.slice(0, 2)).toEqual(["Dewan Kota Cerdas", "Kelompok kerja"]);
    await page.getByText("2 terbuka, di antaranya 1 terlambat").waitFor();
    await page.getByRole("row", { name: decree }).waitFor();
    await expectAccessible(page);
    await look(page, "teams");
  });

  it("notes that one member's duty is done with one click", async () => {
    await page.getByRole("button", { name: "Selesai: Memetakan inovasi" }).click();
    await page.getByText("Tercatat selesai: Memetakan inovasi").waitFor();
    expect(openDuties().map((one) => one.text)).toEqual(["Menyusun peta jalan"]);
  });

  it("is asked who did what the whole team had to do", async () => {
    await page.getByRole("button", { name: "Selesai: Menyusun peta jalan" }).click();
    await page.getByLabel("Diselesaikan oleh", { exact: false }).selectOption({ label: "Dedi" });
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Selesai" }).click();
    await page.getByText("Semua tugas selesai").waitFor();
    expect(openDuties()).toEqual([]);
  });

  it("sets up a further working group on the decree", async () => {
    await page.getByRole("button", { name: "Bentuk tim" }).click();
    await page.getByLabel("Nama", { exact: false }).fill("Pokja Smart Society");
    await page.getByLabel("Dimensi", { exact: false }).selectOption("smart-society");
    await page.getByRole("button", { name: "Bentuk", exact: true }).click();
    await page.getByRole("link", { name: "Pokja Smart Society" }).first().waitFor();
  });

  it("opens a group with its innovations and the intersections of its dimension", async () => {
    await page.getByRole("link", { name: "Pokja Smart Living" }).first().click();
    await page.getByRole("heading", { name: "Inovasi Smart Living" }).waitFor();
    const link = page.getByRole("link", { name: "Smart Society", exact: true });
    expect(await link.getAttribute("href")).toBe("/62.02/peta/irisan/smart-living/smart-society");
    await expectAccessible(page);
    await look(page, "team");
  });

  it("adds a member, takes them out, and puts them back", async () => {
    await page.getByText("Tambah anggota").click();
    await page.getByLabel("Nama anggota").fill("Budi Contoh");
    await page.getByLabel("Kedudukan, misalnya ketua").fill("anggota");
    await page.getByRole("button", { name: "Tambah", exact: true }).click();
    await page.getByRole("button", { name: "Keluarkan: Budi Contoh" }).click();
    await page.getByText("Budi Contoh dikeluarkan").waitFor();
    await page.getByRole("button", { name: "Urungkan" }).click();
    await page.getByRole("button", { name: "Keluarkan: Budi Contoh" }).waitFor();
    expect(host.pilah("team", "show", "Pokja Smart Living")).toContain("Budi Contoh");
  });

  it("gives a member something to do", async () => {
    await page.getByText("Beri tugas").click();
    await page.getByLabel("Apa yang dikerjakan", { exact: false }).fill("Memilih quick win");
    await page.getByLabel("Oleh", { exact: true }).selectOption({ label: "Dedi" });
    await page.getByLabel("Jatuh tempo", { exact: false }).fill("2099-01-31");
    await page.getByRole("button", { name: "Beri", exact: true }).click();
    await page.getByText("jatuh tempo 31 Januari 2099").waitFor();
  });

  it("keeps the file of a decree, once", async () => {
    await page.goto("/62.02/pokja");
    const [chosen] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: `Simpan berkas ${decree}` }).click(),
    ]);
    await chosen.setFiles({
      name: "keputusan.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Keputusan contoh."),
    });
    await page.getByRole("link", { name: "keputusan.txt" }).waitFor();
  });
});

describe("a member", () => {
  it("notes on a phone that their own duty is done, and is offered nothing else", async () => {
    const page = await opened(browser, host, phone);
    await signIn(page, member);
    await page.goto("/62.02/pokja");
    await page.getByRole("button", { name: "Selesai: Memilih quick win" }).click();
    await page.getByText("Tercatat selesai: Memilih quick win").waitFor();
    expect(await page.getByRole("button", { name: "Bentuk tim" }).count()).toBe(0);
    expect(openDuties()).toEqual([]);
  });
});
