// How long a large site takes to answer: node times.mjs SITE
//
// Measured by hand, never a failure: first search and answers, and every change of the process table.

import { launch, open } from "./chromium.mjs";
import { Report } from "./report.mjs";
import { Site } from "./site.mjs";
import { weight } from "./weight.mjs";

const CHANGES = [
  ["risk", () => document.querySelector("[name=rischio]").click()],
  ["area", () => { const list = document.querySelector("[name=area]"); list.selectedIndex = 1; list.dispatchEvent(new Event("change", { bubbles: true })); }],
  ["text", () => { const field = document.querySelector("#filtro_q"); field.value = "mobilita"; field.form.requestSubmit(); }],
  ["text again", () => { const field = document.querySelector("#filtro_q"); field.value = "gestione"; field.form.requestSubmit(); }],
  ["clear", () => document.querySelector("#filtri_azzera").click()],
  ["order by code", () => document.querySelector(".ordina").click()],
  ["show all", () => document.querySelector("#filtri_tutti button").click()],
];

const site = new Site(process.argv[2]);
const report = new Report("times");
const browser = await launch();
if (!process.argv.includes("--table")) await weight(report, site, browser, { limits: { search: Infinity } });

const page = await open(browser, report);
const start = Date.now();
await page.goto(site.url(site.inEdition("processi/index.html")));
await page.waitForSelector(".filtri.attivi");
report.measured(`table ready after ${Date.now() - start} ms, ${await page.$$eval(".tavola-processi tbody tr", (rows) => rows.length)} rows`);
for (const [what, change] of CHANGES) {
  const [script, layout] = await page.evaluate((change) => {
    const begin = performance.now();
    (0, eval)(`(${change})()`);
    const middle = performance.now();
    document.body.getBoundingClientRect();
    return [middle - begin, performance.now() - middle];
  }, change.toString());
  report.measured(`table, ${what}: ${script.toFixed(0)} ms, layout ${layout.toFixed(0)} ms`);
}
await browser.close();
