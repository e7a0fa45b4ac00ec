// All checks of built sites in a real browser: node all.mjs REAL [GROWN] [--only check,check]
//
// REAL is the site of the repository's own annex, GROWN one of a thousand processes (grown.mjs). The last line says what came of it.

import { basename } from "node:path";
import { accessibility } from "./accessibility.mjs";
import { audit } from "./audit.mjs";
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
import { validity } from "./validity.mjs";
import { weight } from "./weight.mjs";

const KB = 1024;
/** The checks, those that take longest first: what comes last ends alone. */
const checks = { accessibility, audit, shift, weight, table, bare, validity, keyboard, search, modes, policy, sheets, reflow };

const only = process.argv.indexOf("--only");
const names = only < 0 ? Object.keys(checks) : process.argv[only + 1].split(",");
const [real, grown] = process.argv.slice(2, only < 0 ? undefined : only);

// The browsers end with the run: else all that is left would fail for want of them.
for (const [signal, number] of [["SIGHUP", 1], ["SIGINT", 2], ["SIGTERM", 15]]) {
  process.once(signal, () => {
    console.log(`ended by ${signal}`);
    process.exit(128 + number);
  });
}

const sites = [[new Site(real), { search: 60 * KB, table: 60 * KB, visit: 60 * KB }]];
// What the real site has shown is not looked at again: only pages that have grown.
if (grown) sites.push([new Site(grown, sites[0][0]), { search: 150 * KB, visit: 200 * KB }]);
for (const [site] of sites) console.log(`${site.folder}: ${site.pages.length} pages, ${site.processes().length} processes`);

let passed = 0;
let failed = 0;
const start = Date.now();
const browsers = [];
// A check waits much of its time for what a page does: two go on at once.
const jobs = sites.flatMap(([site, limits]) => names.map((name) => ({ name, site, limits })));
await lanes(jobs, async ({ name, site, limits }, lane) => {
  const browser = (browsers[lane] ??= await launch());
  const report = new Report(`${name}, ${basename(site.folder)}`);
  const began = Date.now();
  try {
    await checks[name](report, site, browser, limits);
  } catch (error) {
    report.fail(error.stack ?? String(error));
  }
  report.measured(`${report.passed} passed, ${report.failed} failed, ${((Date.now() - began) / 1000).toFixed(0)} s`);
  passed += report.passed;
  failed += report.failed;
}, 2);
for (const browser of browsers) await browser.close();
console.log(`${passed} passed, ${failed} failed, in ${((Date.now() - start) / 1000).toFixed(0)} s`);
process.exit(failed === 0 ? 0 : 1);
