// What a first visit loads, compressed, as a server sends it, and whether it keeps to the policy; and what a first search loads.

import { lanes } from "./lanes.mjs";
import { watched } from "./policy.mjs";
import { Server } from "./server.mjs";
import { isSheet } from "./site.mjs";

const KB = 1024;
/** Words of many results, which grow with the site. */
const COMMON = ["gestione", "gestione delle banche dati", "co", "servizio"];
const WORDS = [...COMMON, "mobilità", "contratti", "carta d'identità", "500-1-b", "verifica dei requisiti", "pubblicazione"];

/** The kind of page of which a site has most. */
const PROCESS = "processi/*";

/** How many pages are loaded at once: most of the time goes into waiting until nothing more is asked for. */
const LANES = 4;

export async function weight(report, site, browser, { limits }) {
  const text = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  const figures = await firstVisits(report, site, browser);
  for (const [kind, bytes] of figures) {
    // A sheet is fetched to be printed, and has every row: what a page divides among many is all there.
    const most = kind === PROCESS ? 30 * KB : isSheet(kind) ? limits.sheet : limits.visit;
    report.expect(bytes <= most, `${kind} loads ${text(bytes)} of ${text(most)}`);
  }
  report.measured(`first visit: ${[...figures].sort((one, other) => other[1] - one[1]).map(([kind, bytes]) => `${kind} ${text(bytes)}`).join(", ")}`);

  const searches = await firstSearches(report, site, browser);
  for (const { word, bytes, files, time } of searches) report.measured(`first search «${word}»: ${text(bytes)} in ${files} files, then ${time.toFixed(1)} ms`);
  const most = Math.max(...searches.map(({ bytes }) => bytes));
  report.expect(most <= limits.search, `a first search loads ${text(most)}`);
  report.measured(`first search: at most ${text(most)} of ${text(limits.search)}; an answer after that: ${Math.max(...searches.map(({ time }) => time)).toFixed(1)} ms at most`);
}

/** Bytes that a server has sent since it was asked to forget. */
const sentBy = (server) => server.sent.reduce((sum, one) => sum + one.bytes, 0);

/**
 * Pages as a first visitor opens them: `look` is given each job, its page once that asks for nothing more, and its server. The server of each
 * job is a host of its own, of which the browser has kept nothing; so one page serves a lane for all its visits.
 */
async function visits(report, site, browser, jobs, address, look) {
  const pages = [];
  await lanes(jobs, async (job, lane) => {
    const page = (pages[lane] ??= await watched(browser, report));
    const server = await new Server(site.folder).start();
    await page.goto(server.url(address(job)), { waitUntil: "networkidle" });
    await look(job, page, server);
    await page.goto("about:blank");
    server.stop();
  }, LANES);
  for (const page of pages) await page.context().close();
}

/** Bytes of a first visit to the heaviest page of each kind. */
async function firstVisits(report, site, browser) {
  const server = new Server(site.folder);
  const size = (name) => server.body(site.file(name)).length;
  const heaviest = (names) => names.reduce((one, other) => (size(other) > size(one) ? other : one));
  const figures = new Map();
  const grown = site.like && new Set(site.examples());
  const kinds = [...site.kinds()].filter(([kind, names]) => !grown || kind === PROCESS || isSheet(kind) || names.some((name) => grown.has(name)));
  await visits(report, site, browser, kinds, ([, names]) => heaviest(names), ([kind], _, server) => figures.set(kind, sentBy(server)));
  return figures;
}

/** What a first search of each word asks for, from the first letter to the results, and how many milliseconds an answer takes then. */
async function firstSearches(report, site, browser) {
  const searches = [];
  await visits(report, site, browser, (site.like ? COMMON : WORDS).entries(), () => site.inEdition("cerca/index.html"), async ([place, word], page, server) => {
    // The page asks for the index as soon as its field has the focus: that belongs to the first search too.
    server.sent = server.sent.filter((one) => one.path.includes("/cerca/") && one.path.endsWith(".js"));
    for (let end = 1; end <= word.length; end += 1) await page.fill("#ricerca_q", word.slice(0, end));
    await page.waitForFunction((word) => document.querySelector("#ricerca_stato").textContent.includes(`«${word}»`), word);
    const [bytes, files] = [sentBy(server), server.sent.length];
    searches[place] = { word, bytes, files, time: await page.evaluate(medianAnswer, word) };
  });
  return searches;
}

/** Runs in the page: milliseconds of a typical answer. */
function medianAnswer(word) {
  const field = document.querySelector("#ricerca_q");
  const times = [];
  for (let round = 0; round < 9; round += 1) {
    field.value = word;
    const start = performance.now();
    field.dispatchEvent(new Event("input"));
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[4];
}
