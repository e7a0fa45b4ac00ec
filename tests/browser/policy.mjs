// Pages as a server sends them that allows nothing but the files of the site: whatever a page would do against that is a failure.
//
// The heaviest page of each kind is watched on its first visit (weight.mjs).

import { open, PATIENCE } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";
import { Server } from "./server.mjs";
import { ROWS } from "./site.mjs";

export async function policy(report, site, browser) {
  const pages = site.lightest();
  const server = await new Server(site.folder).start();
  await lanes([0, 1], async (lane) => {
    const page = await watched(browser, report);
    for (const name of pages.filter((_, number) => number % 2 === lane)) await page.goto(server.url(name));
    await page.context().close();
  });
  report.measured(`the lightest pages of ${pages.length} kinds under a strict policy`);

  // What needs scripts works under it.
  const page = await watched(browser, report);
  await page.goto(server.url(site.inEdition("processi/index.html")));
  report.expect(await page.isVisible("#filtro_q"), "the filters are not there");
  await page.fill("#filtro_q", "atto");
  await page.waitForFunction(() => document.getElementById("filtri_stato").textContent.includes("«atto»"));
  if (await page.isVisible("#filtri_scarica")) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#filtri_scarica")]);
    report.expect(!(await download.failure()), "the chosen rows are not handed over");
  }
  await page.goto(`${server.url(site.inEdition("cerca/index.html"))}?q=procedimento`);
  const found = await page.waitForSelector("#ricerca_risultati li").catch(() => null);
  report.expect(found !== null, "the search finds nothing");
  await page.context().close();
  await withoutScripts(report, site, browser, server);
  server.stop();
}

/** When scripts are lost on the way, every row of the page is shown: at once where one arrives, after a while where none does. */
async function withoutScripts(report, site, browser, server) {
  await lanes([["tavola.js"], ["parole.js"], ["tavola.js", "parole.js"]], async (lost) => {
    const context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    for (const name of lost) await page.route(`**/${name}`, (route) => route.abort());
    await page.goto(server.url(site.inEdition("processi/index.html")));
    const all = Math.min(site.processes().length, ROWS);
    const shown = () => page.$$eval(".tavola-processi tbody tr", (rows) => rows.filter((row) => row.getClientRects().length).length);
    await page.waitForFunction((all) => [...document.querySelectorAll(".tavola-processi tbody tr")].filter((row) => row.getClientRects().length).length === all, all, { polling: 200 }).catch(() => {});
    const count = await shown();
    report.expect(count === all, `without ${lost.join(" and ")}: ${count} rows of ${all}`);
    await context.close();
  }, 3);
}

/** A page whose violations of the policy are failures. */
export async function watched(browser, report) {
  const page = await open(browser, report, { acceptDownloads: true });
  await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => console.error(`${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`)));
  return page;
}
