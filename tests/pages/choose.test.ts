// A planner's way: try weights and wishes, mend what nothing satisfies, decide beside the rules
// with a name, keep the run, defend and print it, compare it with another.
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Browser, Page, Route } from "playwright-core";

import { desk, expectAccessible, launch, look, opened, signIn } from "./support/browser";
import { type Account, Host, source } from "./support/host";

const region = "13.11";
const start = `/${region}/pilih`;
const live = `${start}/baru?paket=solok-selatan`;

let host: Host;
let browser: Browser;
let planner: Account;
let page: Page;

const sample = (name: string) => join(source, "registry-data/samples/13.11", name);

beforeAll(async () => {
  host = new Host();
  host.pilah("init", "--region", region);
  host.pilah("organisation", "import", sample("organisations.csv"));
  host.pilah("import", sample("innovations.csv"));
  host.pilah("plan", "import", sample("plans.json"));
  host.pilah("round", "new", "Bimtek IV");
  await host.serve();
  planner = await host.account("ani", "Ani Rahmawati", "--role", "planner", "--region", region);
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await host?.end();
});

beforeEach(async () => {
  page = await opened(browser, host);
  await signIn(page, planner);
  return () => page.context().close();
});

const chosen = () => page.locator(".choose-rows").first().locator("li.choose-row");
const slider = (name: string) => page.getByRole("slider", { name, exact: true });
const number = (name: string) => page.getByLabel(`Bobot ${name}, sebagai angka`);
const settled = () => page.locator('.choose-result[aria-busy="false"]').waitFor();
const names = (of = chosen()) => of.locator("b").allTextContents();

async function tried(address = live): Promise<void> {
  await page.goto(address);
  await chosen().first().waitFor();
  await settled();
}

/** What is seen soon, as a browser waits for it. */
const eventually = <Value>(see: () => Value) => expect.poll(see, { timeout: 20_000 });

/** Keeps what stands on the page; the name it is kept by is the name of the run. */
async function keepAs(name: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nama", { exact: false }).first().fill(name);
  await dialog.getByLabel("Putaran").selectOption({ label: "Bimtek IV" });
  if (reason) await dialog.getByLabel("Alasan").fill(reason);
  await dialog.getByRole("button", { name: "Simpan sebagai hasil" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

describe("trying", () => {
  test("the region's own rules are a start, and give eight with a reason for each", async () => {
    await page.goto(start);
    await page.getByRole("heading", { name: "Aturan daerah ini" }).waitFor();
    await expectAccessible(page);
    await look(page, "choose-start");
    await page.getByRole("link", { name: "Delapan quick win Solok Selatan" }).click();
    await chosen().first().waitFor();
    expect(await chosen().count()).toBe(8);
    await chosen().first().getByRole("button").click();
    await page.getByText("Mengapa masuk").waitFor();
    await expectAccessible(page);
    await look(page, "choose-live");
  });

  test("a candidate that is out tells where its way in is reckoned, and leads there", async () => {
    await tried();
    await page.locator("li.choose-row.out").first().getByRole("button").click();
    await page.getByText("Jalan masuk yang paling murah").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Simpan hasil ini" }).click();
    await page.getByRole("dialog", { name: "Simpan" }).getByRole("button", { name: "Simpan sebagai hasil" }).waitFor();
  });

  test("a weight moves by keyboard, the number beside it follows, and the move is taken back", async () => {
    await tried();
    await slider("Daya ungkit").focus();
    const answer = page.waitForResponse(/\/selections\/tried$/);
    await page.keyboard.press("ArrowRight");
    await eventually(() => number("Daya ungkit").inputValue()).toBe("3");
    const { criteria } = await (await answer).json();
    const leverage = criteria.find((one: { criterion: string }) => one.criterion === "leverage");
    expect(leverage.weight).toBe(3);
    await settled();
    await page.keyboard.press("End");
    await eventually(() => number("Daya ungkit").inputValue()).toBe("10");
    await page.getByRole("button", { name: "Urungkan" }).click();
    await eventually(() => slider("Daya ungkit").inputValue()).toBe("2");
  });

  test("the set follows the weights: what is all that counts decides who is in", async () => {
    await tried();
    const before = await names();
    const criteria = ["Menjalankan RPJMD dan Renstra", "Daya ungkit", "Dirasakan masyarakat", "Sudah berjalan", "Terukur", "Siap"];
    for (const one of criteria) await number(one).fill("0");
    await eventually(async () => (await names()).join()).not.toBe(before.join());
    await settled();
    await page.getByText("Sejak awal masuk").waitFor();
    expect(await page.locator(".choose-mark.new").count()).toBeGreaterThan(0);
  });

  test("an answer that comes late does not overwrite a newer one", async () => {
    await tried();
    const held: Route[] = [];
    await page.route(/\/selections\/tried$/, async (route) => {
      const count = route.request().postDataJSON().scenario.count.max;
      if (count === 9) held.push(route);
      else await route.continue();
    });
    const most = page.getByLabel("Paling banyak", { exact: true }).first();
    await most.fill("9");
    await page.getByLabel("Paling sedikit", { exact: true }).first().fill("7");
    await eventually(() => held.length).toBeGreaterThan(0);
    await most.fill("7");
    await eventually(() => chosen().count()).toBe(7);
    for (const route of held) await route.continue().catch(() => undefined); // broken off already
    await slider("Daya ungkit").focus();
    await page.keyboard.press("ArrowRight");
    await settled();
    expect(await chosen().count()).toBe(7);
  });

  test("wishes that collide are told in words, and one click mends them", async () => {
    await tried();
    await page.getByLabel("Paling sedikit", { exact: true }).first().fill("40");
    const conflict = page.getByRole("region", { name: "Keinginan yang bertabrakan" });
    await conflict.getByText("paling sedikit 40 terpilih, dari 28 yang memenuhi syarat").waitFor();
    await expectAccessible(page);
    await look(page, "choose-conflict");
    await conflict.getByRole("button", { name: "Perbaiki: cukup diubah menjadi 26" }).click();
    await eventually(() => chosen().count()).toBe(26);
    await eventually(() => conflict.count()).toBe(0);
    await eventually(() => page.getByLabel("Paling sedikit", { exact: true }).first().inputValue()).toBe("26");
  });

  test("a candidate that one looks at stays where it is when the list is sorted anew", async () => {
    await tried();
    const row = page.locator("li.choose-row.out").nth(10);
    const id = (await row.getAttribute("id")) ?? "";
    const looked = page.locator(`[id="${id}"]`);
    await row.getByRole("button").first().click();
    await looked.locator(".choose-body").waitFor();
    const rank = () =>
      looked.evaluate((one) => [...document.querySelectorAll("li.choose-row")].indexOf(one));
    const top = () => looked.evaluate((one) => one.getBoundingClientRect().top);
    const [rankBefore, topBefore] = [await rank(), await top()];
    // As a slider does: the focus stays with the candidate.
    await number("Cepat selesai").evaluate((input: HTMLInputElement) => {
      input.value = "9";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await eventually(rank).not.toBe(rankBefore);
    await settled();
    expect(Math.abs((await top()) - topBefore)).toBeLessThan(2);
    expect(await page.evaluate(() => document.activeElement?.closest("li")?.id)).toBe(id);
  });

  test("a bound of a group says itself in words", async () => {
    await tried();
    await page.getByText("Tambah batas").click();
    await page.getByLabel("Jenis kelompok").selectOption({ label: "Subdimensi" });
    await page.getByRole("button", { name: "Tambah", exact: true }).click();
    await page.getByText("Paling banyak 2 dari setiap subdimensi").waitFor();
    await settled();
    expect(await chosen().count()).toBe(8);
  });
});

describe("keeping and defending", () => {
  test("whoever is forced in is kept with reason, name and price, and all of it is printed", async () => {
    await tried();
    const kopi = page.locator("li.choose-row.out", { hasText: "Kopi Solok Selatan Naik Kelas" });
    await kopi.getByRole("button").first().click();
    await page.getByRole("button", { name: "Wajibkan masuk" }).click();
    const dialog = page.getByRole("dialog");
    await expectAccessible(page);
    await dialog.getByLabel("Alasan").fill("Program unggulan bupati");
    await dialog.getByLabel("Diputuskan oleh").fill("Kepala Bappeda");
    await dialog.getByRole("button", { name: "Terapkan" }).click();
    await eventually(names).toContain("Kopi Solok Selatan Naik Kelas");
    await number("Daya ungkit").fill("3");
    await settled();
    await keepAs("Dengan kopi", "Kesepakatan rapat 3 Maret");

    const decided = page.getByRole("region", { name: "Keputusan di luar aturan dan harganya" });
    await decided.getByText("Program unggulan bupati").waitFor();
    await decided.getByText("Kepala Bappeda").waitFor();
    expect(await decided.getByText(/[\d.]+ poin/).textContent()).toMatch(/^[\d.]+ poin$/);
    await page.getByText(/Ani Rahmawati: Kesepakatan rapat 3 Maret/).first().waitFor();
    await page.getByRole("heading", { name: "Seberapa kokoh bobotnya" }).waitFor();
    await page.getByRole("heading", { name: "Skor menurut anggaran" }).waitFor();
    expect(await page.locator("article.choose-article.in").count()).toBe(8);
    await expectAccessible(page);
    await look(page, "choose-kept");

    await page.emulateMedia({ media: "print" });
    const criteria = page.locator("article.choose-article.out table.choose-criteria");
    expect(await criteria.last().evaluate((table) => table.getBoundingClientRect().height)).toBeGreaterThan(0);
    expect(await page.getByRole("button", { name: "Cetak" }).count()).toBe(0);
    const rejected = page.locator("article.choose-article.out");
    expect(await rejected.locator(".choose-told li").count()).toBeGreaterThanOrEqual(await rejected.count());
    const paper = await page.pdf({ format: "A4" });
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("a scenario kept by name is found again, with the reason for its weights", async () => {
    await tried();
    await number("Daya ungkit").fill("4");
    await page.getByRole("button", { name: "Simpan", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Nama").first().fill("Daya ungkit lebih berat");
    expect(await dialog.getByRole("button", { name: "Simpan skenarionya saja" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Alasan").fill("Arahan bupati");
    await dialog.getByRole("button", { name: "Simpan skenarionya saja" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.goto(start);
    await page.getByRole("link", { name: "Daya ungkit lebih berat" }).click();
    await chosen().first().waitFor();
    await eventually(() => slider("Daya ungkit").inputValue()).toBe("4");
    await page.getByRole("button", { name: "Simpan", exact: true }).click();
    expect(await page.getByRole("dialog").getByLabel("Alasan").count()).toBe(0);
  });

  test("for the projector the type is large", async () => {
    await tried();
    await keepAs("Di layar");
    await page.getByRole("heading", { name: "Seberapa kokoh bobotnya" }).waitFor();
    await page.setViewportSize(desk);
    const height = () =>
      page.getByText("Klaim tanpa bukti").first().evaluate((text) => text.getBoundingClientRect().height);
    const before = await height();
    await page.getByRole("button", { name: "Huruf besar" }).click();
    expect(await height()).toBeGreaterThanOrEqual(before * 1.4);
    await look(page, "choose-large");
    await page.getByRole("button", { name: /Hitung lebih jauh untuk/ }).first().click();
    await page.getByText("Selain itu").waitFor();
  });

  test("two runs side by side tell who came, who went and what was otherwise", async () => {
    await tried();
    await keepAs("Delapan");
    await page.goto(live);
    await chosen().first().waitFor();
    await page.getByLabel("Paling sedikit", { exact: true }).first().fill("6");
    await page.getByLabel("Paling banyak", { exact: true }).first().fill("6");
    await eventually(() => chosen().count()).toBe(6);
    await keepAs("Enam");
    await page.goto(start);
    await page.getByLabel("Bandingkan Delapan").check();
    await page.getByLabel("Bandingkan Enam").check();
    await page.getByText("keluar:").first().waitFor();
    await page.getByText("Ani Rahmawati").first().waitFor();
    await look(page, "choose-runs");
    await page.getByRole("button", { name: "Bandingkan dua yang dicentang" }).click();
    await page.getByRole("heading", { name: "Masuk (1)" }).waitFor();
    await page.getByRole("heading", { name: "Keluar (3)" }).waitFor();
    await page.getByText("Jumlah yang dipilih: tepat 8 menjadi tepat 6").waitFor();
    await expectAccessible(page);
    await look(page, "choose-compare");
  });

  test("each organisation has a sheet that says what brings its entries in next year", async () => {
    await tried();
    await keepAs("Untuk OPD");
    await page.getByRole("link", { name: "Lembar per organisasi" }).click();
    await page.getByText("Agar masuk tahun depan").first().waitFor();
    await page.mouse.move(0, 0);
    expect(await page.locator(".choose-sheet").count()).toBeGreaterThan(5);
    await expectAccessible(page);
    await look(page, "choose-sheets");
    const name = await page.locator(".choose-sheet h2").nth(1).textContent();
    await page.getByLabel("Lembar untuk").selectOption({ label: name ?? "" });
    expect(await page.locator(".choose-sheet").count()).toBe(1);
  });

  test("weights sealed beforehand are opened with their envelope, and the run says they are the same", async () => {
    await tried();
    await page.getByRole("button", { name: "Segel bobot" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Putaran").selectOption({ label: "Bimtek IV" });
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Segel bobot" }).click();
    const envelope = await (await download).path();
    await dialog.getByText("Bobot tersegel").waitFor();
    await page.goto(start);
    await page.getByText("Belum dibuka.").waitFor();
    await page.locator('input[type="file"]').setInputFiles(envelope);
    await page.getByText(/^.*Dibuka /).waitFor();
    await tried();
    await keepAs("Sesuai segel");
    await page.getByText("Bobotnya sama seperti yang disegel.").waitFor();
  });
});
