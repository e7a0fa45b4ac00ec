// Lighthouse, as a telephone on a slow line, against a small web server: full marks for what a page is. How fast it was on this
// machine is told; what makes it fast anywhere (bytes, requests, what the first paint waits for, what moves) must hold.

import { createServer } from "node:http";
import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { Server } from "./server.mjs";

const FULL = ["accessibility", "best-practices", "seo"];
/** Of a grown site, of which only its longest table is audited: axe-core, all that Lighthouse knows of accessibility, looks at it in accessibility.mjs. */
const GROWN = ["best-practices", "seo"];
const KB = 1024;
/** What a first visit to a page may ask for: the page, its style, its icon and two scripts. */
const REQUESTS = 5;
/** What the first paint may wait for: the style alone. */
const BLOCKING = 1;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Lighthouse keeps its times in one place of the process: a second one waits until the first has ended. */
let last = Promise.resolve();

export function audit(report, site, _, { limits }) {
  const mine = last.then(() => look(report, site, limits));
  last = mine.catch(() => {});
  return mine;
}

/** An audit that Lighthouse could not make, mostly because it waited too long for something of its own on a machine that is busy. */
const isUndone = ({ scoreDisplayMode }) => scoreDisplayMode === "error";

/** What Lighthouse says of a page. What it could not measure it tries again, twice at most: a page that cannot be measured fails. */
async function measured(address, port, categories) {
  for (let tries = 2; ; tries -= 1) {
    const { lhr } = await lighthouse(address, { port, logLevel: "silent", output: "json", onlyCategories: ["performance", ...categories], disableFullPageScreenshot: true });
    if (tries === 0 || !Object.values(lhr.audits).some(isUndone)) return lhr;
  }
}

async function look(report, site, limits) {
  const categories = site.like ? GROWN : FULL;
  const table = site.inEdition("processi/index.html");
  const pages = site.like ? [table] : ["index.html", site.inEdition("index.html"), table, site.processes().at(-1), site.chapter()];
  const server = await new Server(site.folder).start();
  // Lighthouse asks for robots.txt from inside the page, as no page of the site does.
  server.besides = "; connect-src 'self'";
  const port = await freePort();
  const browser = await launch(`--remote-debugging-port=${port}`);
  for (const name of pages) {
    server.sent = [];
    const lhr = await measured(server.url(name), port, categories);
    const audits = lhr.audits;
    const undone = Object.values(audits).filter(isUndone).map(({ id, errorMessage }) => `${id}: ${errorMessage}`);
    report.expect(undone.length === 0, `${name} could not be measured: ${undone.join("; ")}`);
    const scores = Object.fromEntries(["performance", ...categories].map((key) => [key, lhr.categories[key].score ?? 0]));
    const wanting = categories.flatMap((key) => lhr.categories[key].auditRefs.filter(({ id }) => audits[id].score !== null && audits[id].score < 1).map(({ id }) => id));
    report.expect(categories.every((key) => scores[key] === 1), `${name}: ${categories.map((key) => `${key} ${Math.round(scores[key] * 100)}`).join(", ")}; wanting: ${wanting.join(", ")}`);
    const requests = audits["network-requests"].details.items.filter(({ url }) => url.startsWith(server.origin));
    report.expect(requests.length > 0 && requests.length <= REQUESTS, `${name} asks for ${requests.map(({ url }) => new URL(url).pathname).join(", ")}`);
    const bytes = requests.reduce((sum, one) => sum + one.transferSize, 0);
    report.expect(bytes <= limits.visit, `${name} loads ${(bytes / KB).toFixed(1)} KB of ${limits.visit / KB}`);
    const blocking = await blockers(browser, server.url(name));
    report.expect(blocking.length <= BLOCKING, `the first paint of ${name} waits for ${blocking.join(", ")}`);
    const shift = audits["cumulative-layout-shift"].numericValue;
    report.expect(shift === 0, `${name} moves by ${shift}`);
    const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"].map((id) => audits[id].displayValue);
    report.measured(`${name}: ${requests.length} requests, ${(bytes / KB).toFixed(1)} KB, ${blocking.length} before the first paint; speed on this machine ${Math.round(scores.performance * 100)} (first paint ${times[0]}, largest ${times[1]}, blocked ${times[2]})`);
  }
  await browser.close();
  server.stop();
}

/** What the browser itself says the first paint of a page waits for, beside the page. */
async function blockers(browser, address) {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: "load" });
  const names = await page.evaluate(() => performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => new URL(entry.name).pathname));
  await page.close();
  return names;
}
