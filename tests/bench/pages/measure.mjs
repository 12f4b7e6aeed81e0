// Measures the pages of a serving host in Chromium; bench_pages starts both.
//
//   node measure.mjs first_page|catalogue|slider ADDRESS
import { createRequire } from "node:module";

const require = createRequire(new URL("../../pages/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const [, , what, address] = process.argv;
const region = "/13.11";
const rounds = 9;
const moves = 50;

const browser = await chromium.launch({
  executablePath: process.env.PILAH_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});

/** The value below which that share of them lies. */
function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

function line(name, goal, ...milliseconds) {
  const cells = [goal, ...milliseconds.map((one) => (typeof one === "number" ? one.toFixed(0) : one))];
  console.log(name.padEnd(52) + cells.map((cell) => ` ${String(cell).padStart(10)}`).join(""));
}

/** A new browser profile in which the account is signed in: nothing is in its cache. */
async function signedIn(role) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: "id-ID",
  });
  const answer = await context.request.post("/api/v1/session", {
    data: { login: role, password: `kata sandi ${role} 2026` },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return { context, csrf: (await answer.json()).csrf };
}

async function newPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  return page;
}

/** From the start of the navigation until what one uses there has been painted. */
async function usableAfter(context, path, selector) {
  const page = await newPage(context);
  const debug = await context.newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript((wanted) => {
    globalThis.usable = new Promise((resolve) => {
      const watcher = new MutationObserver(() => {
        if (!document.querySelector(wanted)) return;
        watcher.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      watcher.observe(document, { childList: true, subtree: true, attributes: true });
    });
  }, selector);
  await page.goto(path);
  const milliseconds = await page.evaluate(() => globalThis.usable);
  await page.close();
  return milliseconds;
}

/** A form that has been begun and holds a name. */
async function begunForm() {
  const { context } = await signedIn("region-administrator");
  const page = await newPage(context);
  await page.goto(`${region}/inovasi/baru`);
  await page.getByRole("button", { name: "Mulai isian kosong" }).click();
  await page.getByRole("textbox", { name: "Nama inovasi" }).fill("Antrean Daring Puskesmas");
  await page.locator('[data-save="saved"]').waitFor();
  const { pathname } = new URL(page.url());
  await context.close();
  return pathname;
}

async function firstPage() {
  const pages = [
    ["/", "/", "main li a"],
    ["the catalogue", `${region}/inovasi`, ".catalogue-list tbody th a"],
    ["the form", await begunForm(), "#isian-name input:enabled"],
  ];
  for (const [name, path, selector] of pages) {
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      const { context } = await signedIn("region-administrator");
      times.push(await usableAfter(context, path, selector));
      await context.close();
    }
    line(`usable, processor slowed 4 times: ${name}`, 1000, quantile(times, 0.5), Math.max(...times));
  }
}

/** The tasks of 50 ms and more (the browser tells of no others) while something is done. */
async function longTasks(page, deed) {
  await page.evaluate(() => {
    globalThis.tasks = [];
    globalThis.watcher = new PerformanceObserver((list) =>
      globalThis.tasks.push(...list.getEntries().map((one) => one.duration)),
    );
    globalThis.watcher.observe({ type: "longtask" });
  });
  await deed();
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() =>
          setTimeout(() => {
            globalThis.watcher.disconnect();
            resolve(globalThis.tasks);
          }),
        );
      }),
  );
}

function taskLine(name, tasks) {
  const shown = tasks.length === 0 ? ["< 50", "< 50"] : [quantile(tasks, 0.5), Math.max(...tasks)];
  line(`${name}: tasks of 50 and more (${tasks.length})`, 100, ...shown);
}

async function catalogue() {
  const { context } = await signedIn("region-administrator");
  const page = await newPage(context);
  const list = page.locator('.catalogue-list[aria-busy="false"]');
  await page.goto(`${region}/inovasi`);
  await page.locator(".catalogue-list tbody th a").first().waitFor();
  await page.mouse.move(900, 500);
  const rows = () => page.locator(".catalogue-list tbody tr").count();

  const scrolled = await longTasks(page, async () => {
    for (let turn = 0; turn < 100; turn += 1) {
      await page.mouse.wheel(0, 600);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    await list.waitFor();
  });
  const depth = await page.evaluate(() => Math.round(window.scrollY));
  taskLine(`scrolling ${depth} pixels`, scrolled);

  await page.goto(`${region}/inovasi`);
  await page.locator(".catalogue-list tbody th a").first().waitFor();
  const filtered = await longTasks(page, async () => {
    const settled = async (change) => {
      const answer = page.waitForResponse((one) => one.url().includes("/innovations?") && one.ok());
      await change();
      await answer;
      await list.waitFor();
    };
    for (const at of [1, 4, 8]) {
      await settled(() => page.locator("#catalogue-facets input[type=checkbox]").nth(at).click());
    }
    const search = page.getByRole("searchbox").first();
    for (const letters of ["pusk", "esmas", " antr", "ean"]) {
      await settled(() => search.pressSequentially(letters, { delay: 60 }));
    }
  });
  taskLine("filtering and searching", filtered);
  if ((await rows()) === 0) throw new Error("the filter has found nothing: another would say more");
  await context.close();
}

/** From a slider's move until the set that it gives has been painted; each move another weight. */
const moved = (page, turn) =>
  page.evaluate(
    (at) =>
      new Promise((resolve) => {
        const result = document.querySelector(".choose-result");
        const sliders = document.querySelectorAll(".choose-weights input[type=range]");
        const slider = sliders[at % sliders.length];
        let begun = false;
        const watcher = new MutationObserver(() => {
          const busy = result.getAttribute("aria-busy") === "true";
          begun ||= busy;
          if (!begun || busy) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        watcher.observe(result, { attributes: true, attributeFilter: ["aria-busy"] });
        const start = performance.now();
        slider.value = String((Number(slider.value) + 3) % (Number(slider.max) + 1));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    turn,
  );

async function slider() {
  const { context } = await signedIn("planner");
  const administrator = await signedIn("region-administrator");
  const page = await newPage(context);
  await page.goto(`${region}/pilih/baru?paket=solok-selatan`);
  await page.locator('.choose-result[aria-busy="false"] li.choose-row').first().waitFor();
  const candidates = await page.locator("li.choose-row").count();

  /** Another catalogue: the rules have to run again. */
  const changed = async (turn) => {
    const made = await administrator.context.request.post(`/api/v1/regions/13.11/innovations`, {
      headers: { "X-CSRF-Token": administrator.csrf },
      data: { name: `Draf ${turn}` },
    });
    if (!made.ok()) throw new Error(await made.text());
  };
  for (const cold of [true, false]) {
    const times = [];
    for (let turn = 0; turn < moves; turn += 1) {
      if (cold) await changed(turn);
      times.push(await moved(page, turn));
    }
    const name = cold ? "after a change of the catalogue" : "the rules have run before";
    line(`slider to new set, ${name}`, 150, quantile(times, 0.5), quantile(times, 0.95));
  }
  console.log(`(${moves} moves each, ${candidates} candidates on the page)`);
  await context.close();
}

const measures = { first_page: firstPage, catalogue, slider };
try {
  await measures[what]();
} finally {
  await browser.close();
}
