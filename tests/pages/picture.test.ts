// The picture of a region as its planner reads it, from the map down to a package, and as
// everybody sees it embedded elsewhere.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { expectAccessible, launch, look, opened, phone, signIn } from "./support/browser";
import { type Account, Host, source } from "./support/host";

const samples = `${source}/registry-data/samples/62.02`;

let host: Host;
let browser: Browser;
let planner: Account;

/** The line of `pilah coverage --json` about an area. */
const counted = (area: string) => {
  const told = JSON.parse(host.pilah("coverage", "--json")) as {
    areas: { area: string; primary: number; secondary: number }[];
  };
  const found = told.areas.find((one) => one.area === area);
  if (!found) throw new Error(`coverage has no area ${area}`);
  return found;
};

beforeAll(async () => {
  host = new Host();
  host.pilah("init", "--region", "62.02");
  host.pilah("organisation", "import", `${samples}/organisations.csv`);
  // The first round ends before anything is registered: its map is all holes.
  host.pilah("round", "new", "Bimtek I", "--from", "2024-03-05");
  host.pilah("round", "open", "Bimtek I");
  host.pilah("round", "close", "Bimtek I");
  host.pilah("import", `${samples}/innovations.csv`);
  host.pilah("plan", "import", `${samples}/plans.json`);
  const submitted = JSON.parse(host.pilah("list", "--json")) as { id: string; status: string }[];
  host.pilah("verify-entry", submitted.find((one) => one.status === "submitted")!.id);
  await host.serve();
  planner = await host.account("ani", "Ani", "--role", "planner", "--region", "62.02");
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await host?.end();
});

const map = (page: Page) => page.getByRole("table", { name: "Banyaknya inovasi per dimensi" });

describe("the map of a region", () => {
  let page: Page;
  beforeAll(async () => {
    page = await opened(browser, host);
    await signIn(page, planner);
    await page.goto("/62.02/peta");
    await map(page).waitFor();
  });

  it("is a table of six dimensions with three areas each, told by its headings", async () => {
    const rows = map(page).getByRole("row");
    expect(await rows.count()).toBe(1 + 6);
    expect(await map(page).getByRole("rowheader").count()).toBe(6);
    expect(await map(page).getByRole("cell").count()).toBe(18);
  });

  it("counts as the command line does", async () => {
    const { primary, secondary } = counted("security");
    const cell = map(page).getByRole("cell", { name: "sistem keamanan" });
    const text = await cell.innerText();
    expect(text).toContain(`${primary} utama`);
    expect(text).toContain(`${secondary} lain`);
  });

  it("leads from each number to the list behind it", async () => {
    const link = map(page).getByRole("link", { name: "sistem keamanan", exact: false }).first();
    expect(await link.getAttribute("href")).toBe("/62.02/inovasi?area=security");
    const dimension = map(page).getByRole("link", { name: "Smart Society", exact: false }).first();
    expect(await dimension.getAttribute("href")).toBe("/62.02/inovasi?dimension=smart-society");
  });

  it("names the agencies that have registered nothing", async () => {
    const told = JSON.parse(host.pilah("coverage", "--json")) as { silent: { name: string }[] };
    expect(told.silent.length).toBeGreaterThan(0);
    await page
      .getByRole("heading", { name: `${told.silent.length} Perangkat Daerah belum mendaftarkan` })
      .waitFor();
    for (const one of told.silent) {
      expect(await page.getByRole("listitem").filter({ hasText: one.name }).count()).toBeGreaterThan(0);
    }
  });

  it("tells which programmes have no innovation and which innovations no programme", async () => {
    await page.getByRole("heading", { name: "program tanpa inovasi" }).waitFor();
    await page.getByRole("heading", { name: "inovasi tanpa program" }).waitFor();
  });

  it("breaks no rule of accessibility and fits every screen", async () => {
    await expectAccessible(page);
    await look(page, "picture");
  });

  it("shows one owner's part, and keeps the choice in the address", async () => {
    await page.getByLabel("Pemilik").selectOption({ label: "Dinas Kesehatan" });
    await page.getByText("kosong").first().waitFor();
    const owner = new URL(page.url()).searchParams.get("owner");
    expect(owner).toBeTruthy();
    const link = map(page).getByRole("link", { name: "prasarana kesehatan", exact: false }).first();
    expect(await link.getAttribute("href")).toBe(`/62.02/inovasi?owner=${owner}&area=health`);
    await expectAccessible(page);
    await page.reload();
    await page.getByText("kosong").first().waitFor();
    expect(new URL(page.url()).searchParams.get("owner")).toBe(owner);
  });

  it("shows what was frozen at a round: all holes, in words, without lists of today", async () => {
    await page.goto("/62.02/peta");
    await page.getByLabel("Keadaan").selectOption({ label: "Potret Bimtek I" });
    await page.getByText("dibekukan pada Bimtek I").waitFor();
    await expect.poll(() => map(page).getByText("kosong").count()).toBe(18);
    expect(await map(page).getByRole("link").count()).toBe(0);
    await expectAccessible(page);
    await look(page, "picture-holes");
  });
});

describe("an intersection", () => {
  it("becomes a package in one click, and that can be undone", async () => {
    const page = await opened(browser, host);
    await signIn(page, planner);
    await page.goto("/62.02/peta");
    await page.getByRole("link", { name: "Smart Living dan Smart Society", exact: false }).click();
    await page.getByRole("heading", { name: "Irisan: Smart Living dan Smart Society" }).waitFor();
    await expectAccessible(page);
    await look(page, "intersection");

    const boxes = page.getByRole("checkbox");
    const all = await boxes.count();
    expect(all).toBeGreaterThan(2);
    await boxes.first().uncheck();
    await page.getByRole("button", { name: `Jadikan ${all - 1} inovasi satu paket` }).click();
    await page.getByText(`dibuat dari ${all - 1} inovasi`).waitFor();
    expect(JSON.parse(host.pilah("package", "list", "--json"))).toHaveLength(1);

    await page.getByRole("button", { name: "Urungkan" }).click();
    await page.getByText("dibubarkan lagi").waitFor();
    expect(JSON.parse(host.pilah("package", "list", "--json"))).toHaveLength(0);
  });
});

describe("the embedded map", () => {
  it("shows what everybody may see, whoever looks, and nothing but the map", async () => {
    const page = await opened(browser, host);
    await signIn(page, planner);
    await page.goto("/sematan/62.02/peta");
    await page.getByRole("heading", { name: "Peta inovasi Kabupaten Kotawaringin Timur" }).waitFor();
    // One is verified; the planner could see all.
    await page.getByText("1 inovasi, 1 dari 18 subdimensi terisi").waitFor();
    expect(await page.getByRole("navigation").count()).toBe(0);
    const host_link = page.getByRole("link", { name: "Buka peta lengkap di Pilah" });
    expect(await host_link.getAttribute("href")).toBe("/62.02/peta");
    await expectAccessible(page);
    await look(page, "embedded");
  });

  it("stands in a page of another site", async () => {
    const frame = `<iframe src="${host.url}/sematan/62.02/peta" title="Peta"></iframe>`;
    const site = createServer((_, answer) => {
      answer.writeHead(200, { "Content-Type": "text/html" }).end(`<title>Situs</title>${frame}`);
    });
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    const page = await opened(browser, host);
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const inside = page.frameLocator("iframe");
    await inside.getByText("1 inovasi, 1 dari 18 subdimensi terisi").waitFor();
    site.close();
  });

  it("is offered as a line to copy", async () => {
    const page = await opened(browser, host, phone);
    await page.goto("/62.02/peta");
    await page.getByText("Sematkan peta ini").click();
    const code = await page.getByLabel("Kode sematan").inputValue();
    expect(code).toContain(`<iframe src="${host.url}/sematan/62.02/peta"`);
  });
});
