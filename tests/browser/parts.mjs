// Tavola 1 on several pages: what is chosen on the first answers for all the rows, from the disk too; without scripts the pages lead on.

import { readFileSync } from "node:fs";
import { faultsInSchemes } from "./axe.mjs";
import { formName, open, screensFor } from "./chromium.mjs";
import { csv } from "./csv.mjs";
import { lanes } from "./lanes.mjs";
import { ROWS } from "./site.mjs";

const inView = (page) => page.$$eval("main tbody tr", (list) => list.filter((row) => row.getClientRects().length).length);
const codes = (page) => page.$$eval("#filtri_righe tbody tr:not([hidden]) .codice span", (list) => list.map((one) => one.textContent));
const found = (page) => page.waitForSelector("#filtri_righe:not([hidden])", { state: "attached" });

export async function parts(report, site, browser, looks) {
  const address = site.url(site.inEdition("processi/index.html"));
  const all = JSON.parse(readFileSync(site.file(site.inEdition("dati/processi.json")), "utf8"));
  const page = await open(browser, report, { acceptDownloads: true });
  await page.goto(address);
  const own = await inView(page);
  report.expect(own < all.length && own <= ROWS, `${own} rows of ${all.length} on the first page`);
  const counters = await page.$$eval(".contatore .conto", (list) => list.map((one) => Number(one.textContent)));
  const answers = ["si", "in parte", "no"].map((answer) => all.filter((process) => process.smartabilita === answer));
  report.expect(counters.join() === answers.map((list) => list.length).join(), `the counters say ${counters}`);

  await page.click("label:has([name=smartabilita][value=no])");
  await found(page);
  const told = (await page.textContent("#filtri_stato")).replaceAll(".", "");
  report.expect(told.startsWith(`${answers[2].length} processi su ${all.length}`), told);
  while (await page.isVisible("#filtri_tutti")) await page.click("#filtri_tutti button");
  report.expect((await codes(page)).join() === answers[2].map((process) => process.codice).join(), "the rows are not those of the data");
  await page.click("#filtri_righe .ordina[data-chiave=codice]");
  await page.click("#filtri_righe .ordina[data-chiave=codice]");
  const ordered = await codes(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#filtri_scarica")]);
  const records = csv(readFileSync(await download.path(), "utf8"));
  report.expect(records.slice(1).map((record) => record[0]).join() === ordered.join(), `the file has ${records.length - 1} rows of ${ordered.length}`);

  const other = await open(browser, report);
  await other.goto(`${address}${await page.evaluate(() => location.search)}`);
  await found(other);
  report.expect((await codes(other))[0] === ordered[0], "the address does not give the same rows");
  await other.emulateMedia({ media: "print" });
  await other.evaluate(() => dispatchEvent(new Event("beforeprint")));
  report.expect((await inView(other)) === ordered.length, `${await inView(other)} rows on paper of ${ordered.length}`);
  await other.context().close();

  for (const [key, name] of [["servizio", "servizio"], ["smart-team", "smart_team"]]) {
    const choice = all.at(-1)[name] ?? all.findLast((process) => process[name])[name];
    const fresh = await open(browser, report);
    await fresh.goto(address);
    await fresh.click("#filtri_cassetto summary");
    await fresh.waitForSelector(`[name="${key}"] option[value="${choice[0]}"]`, { state: "attached" });
    await fresh.selectOption(`[name="${key}"]`, choice[0]);
    await found(fresh);
    const given = await fresh.$$eval("#filtri_righe tbody tr:not([hidden])", (list, [key, value]) => list.map((row) => row.getAttribute(`data-${key}`)).every((all) => [value, "*"].some((one) => all.split(" ").includes(one))), [key, choice[0]]);
    report.expect(given, `${key} ${choice[0]}: rows of others`);
    await fresh.click("#filtri_azzera");
    report.expect((await inView(fresh)) === own, `${await inView(fresh)} rows once nothing is chosen`);
    await fresh.context().close();
  }
  await page.context().close();

  await lanes(screensFor(site), async (screen) => {
    const page = await open(browser, report, { viewport: screen.viewport });
    for (const [what, path] of [["rows found", "index.html?rischio=alto"], ["nothing found", "index.html?q=xyzzy"], ["second page", "pagina/2/index.html"]]) {
      await page.goto(address.replace("index.html", path));
      if (path.includes("rischio")) await found(page);
      if (path.includes("xyzzy")) await page.waitForSelector("#filtri_vuoto:not([hidden])");
      await faultsInSchemes(page, screen.schemes, async (wrong, scheme) => {
        report.expect(wrong.length === 0, `${what} (${formName(screen, scheme)}): ${wrong.join("; ")}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        report.expect(wide <= 0, `${what} (${formName(screen, scheme)}): ${wide} px too wide`);
      }, looks);
    }
    await page.context().close();
  });
  report.measured(`${own} rows of ${all.length} on the first page; answer, order, address, paper, CSV of ${ordered.length} rows`);
}
