// All checks of built sites in a real browser: node all.mjs REAL [GROWN] [--only check,check] [--times N] [--names]
//
// REAL is the site of the repository's own annex, GROWN one of a thousand processes (grown.mjs). The last line says what came of it. With
// --times all is looked at so many times, each with browsers of its own; with --names every single check is named at the end.

import { basename } from "node:path";
import { parseArgs } from "node:util";
import { accessibility } from "./accessibility.mjs";
import { audit } from "./audit.mjs";
import { Looks } from "./axe.mjs";
import { bare } from "./bare.mjs";
import { launch } from "./chromium.mjs";
import { keyboard } from "./keyboard.mjs";
import { lanes } from "./lanes.mjs";
import { modes } from "./modes.mjs";
import { policy } from "./policy.mjs";
import { reflow } from "./reflow.mjs";
import { Report } from "./report.mjs";
import { search } from "./search.mjs";
import { sheets } from "./sheets.mjs";
import { shift } from "./shift.mjs";
import { Site } from "./site.mjs";
import { table } from "./table.mjs";
import { tasks } from "./tasks.mjs";
import { validity } from "./validity.mjs";
import { weight } from "./weight.mjs";
import { words } from "./words.mjs";

const KB = 1024;
/** The checks, those that take longest first: what comes last ends alone. */
const checks = { accessibility, audit, shift, weight, table, bare, validity, keyboard, search, modes, policy, tasks, sheets, reflow, words };

const { values: options, positionals: [real, grown] } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, times: { type: "string", default: "1" }, names: { type: "boolean", default: false } },
});
const names = options.only?.split(",") ?? Object.keys(checks);

// The browsers end with the run: else all that is left would fail for want of them.
for (const [signal, number] of [["SIGHUP", 1], ["SIGINT", 2], ["SIGTERM", 15]]) {
  process.once(signal, () => {
    console.log(`ended by ${signal}`);
    process.exit(128 + number);
  });
}

const sites = [[new Site(real), { search: 60 * KB, visit: 60 * KB, sheet: 60 * KB }]];
// What the real site has shown is not looked at again: only pages that have grown.
if (grown) sites.push([new Site(grown, sites[0][0]), { search: 150 * KB, visit: 60 * KB, sheet: 256 * KB }]);
for (const [site] of sites) console.log(`${site.folder}: ${site.pages.length} pages, ${site.processes().length} processes`);

/** Seconds since a moment. */
const since = (start) => `${((Date.now() - start) / 1000).toFixed(0)} s`;

/** Makes every check once, with browsers of its own; the reports of all. */
async function run() {
  const reports = [];
  const browsers = [];
  // The sites have the same style: a look that was measured on one need not be on the other.
  const looks = new Looks();
  // A check waits much of its time for what a page does: two go on at once.
  const jobs = names.flatMap((name) => sites.map(([site, limits]) => ({ name, site, limits })));
  await lanes(jobs, async ({ name, site, limits }, lane) => {
    const browser = (browsers[lane] ??= await launch());
    const report = new Report(`${name}, ${basename(site.folder)}`);
    reports.push(report);
    const start = Date.now();
    try {
      await checks[name](report, site, browser, { limits, looks });
    } catch (error) {
      report.fail(error.stack ?? String(error));
    }
    report.measured(`${report.passed} passed, ${report.failed} failed, ${since(start)}`);
  }, 2);
  for (const browser of browsers) await browser.close();
  return reports;
}

const sum = (reports, key) => reports.reduce((sum, report) => sum + report[key], 0);
const start = Date.now();
const all = [];
const lines = [];
for (let time = 1; time <= Number(options.times); time += 1) {
  const began = Date.now();
  const reports = await run();
  all.push(...reports);
  lines.push(`run ${time}: ${sum(reports, "passed")} passed, ${sum(reports, "failed")} failed, in ${since(began)}`);
  if (Number(options.times) > 1) console.log(lines.at(-1));
}
if (options.names) for (const name of all.flatMap((report) => report.names).sort()) console.log(`- ${name}`);
if (lines.length > 1) console.log(["", ...lines].join("\n"));
console.log(`${sum(all, "passed")} passed, ${sum(all, "failed")} failed, in ${since(start)}`);
process.exit(sum(all, "failed") === 0 ? 0 : 1);
