// The filters of the process table: counts, order, address, download, way out, paper; and axe-core when rows are chosen and when none is.

import { readFileSync } from "node:fs";
import { faults } from "./axe.mjs";
import { formName, formsFor, open } from "./chromium.mjs";
import { csv } from "./csv.mjs";
import { lanes } from "./lanes.mjs";

const rows = (page) => page.$$eval(".tavola-processi tbody tr", (list) => list.filter((row) => row.offsetParent).map((row) => row.cells[0].querySelector("a").textContent));
const number = (text) => Number(/\(([\d.]+)\)/.exec(text)[1].replaceAll(".", ""));

/** A question of several parts that some rows answer: the risk, area and first word of one of them. */
function question(site) {
  const all = JSON.parse(readFileSync(site.file(site.inEdition("dati/processi.json")), "utf8"));
  const one = all.find((process) => process.rischio === "alto" && process.area?.length);
  return { area: one.area[0], word: /\p{L}{6,}/u.exec(one.processo)[0].toLowerCase(), all };
}

export async function table(report, site, browser) {
  const address = site.url(site.inEdition("processi/index.html"));
  const page = await open(browser, report, { acceptDownloads: true });
  const query = () => page.evaluate(() => decodeURIComponent(location.search));
  await page.goto(address);
  const { area, word, all } = question(site);
  // Of a long table the first rows are shown, and one press shows all.
  if (await page.isVisible("#filtri_tutti")) {
    const some = await rows(page);
    const told = await page.textContent("#filtri_stato");
    report.expect(some.length < all.length && told.includes(`Si vedono i primi ${some.length}`), `${some.length} rows of ${all.length}, told «${told}»`);
    await page.click("#filtri_tutti button");
    report.expect(await page.evaluate(() => document.activeElement.classList.contains("scroll")), "the focus is lost when all rows are shown");
  }
  const first = await rows(page);
  report.expect(first.length === all.length, `${first.length} rows of ${all.length}`);
  const count = async (selector) => number(await page.textContent(selector));
  const high = await count("label:has([name=rischio][value=alto])");
  report.expect(high === all.filter((process) => process.rischio === "alto").length, `${high} of high risk`);
  await page.check("[name=rischio][value=alto]");
  report.expect((await rows(page)).length === high, `${(await rows(page)).length} rows of high risk, announced ${high}`);
  report.expect((await page.getAttribute("#filtri_stato", "role")) === "status", "what the filters give is not announced");
  const told = (await page.textContent("#filtri_stato")).replaceAll(".", "");
  report.expect(told.startsWith(`${high} processi su ${all.length}`), told);
  const both = await count("label:has([name=smartabilita][value=no])");
  await page.check("[name=smartabilita][value=no]");
  report.expect((await rows(page)).length === both, "the counts do not follow the other filters");
  await page.uncheck("[name=smartabilita][value=no]");
  await page.selectOption("[name=area]", area);
  await page.fill("#filtro_q", word);
  await page.press("#filtro_q", "Enter");
  const chosen = await rows(page);
  const kept = await page.$$eval(".tavola-processi tbody tr", (list, area) => list.filter((row) => row.offsetParent).every((row) => row.dataset.rischio === "alto" && row.dataset.area.split(" ").includes(area)), area);
  report.expect(chosen.length > 0 && chosen.length < high && kept, `area, risk and text give ${chosen}`);
  await page.click(".ordina[data-chiave=codice]");
  await page.click(".ordina[data-chiave=codice]");
  report.expect((await page.getAttribute("th:has([data-chiave=codice])", "aria-sort")) === "descending", "the order is not told");
  const ordered = await rows(page);
  const shared = await query();
  for (const part of ["rischio=alto", `area=${area}`, `q=${word}`, "ordine=-codice"]) report.expect(shared.includes(part), `${part} is not in ${shared}`);

  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#filtri_scarica")]);
  const records = csv(readFileSync(await download.path(), "utf8"));
  report.expect(records.slice(1).map((record) => record[0]).join() === ordered.join(), `the file has ${records.length - 1} rows, the page ${ordered.length}`);
  const whole = new Set(csv(readFileSync(site.file(site.inEdition("dati/processi.csv")), "utf8")).map((record) => JSON.stringify(record)));
  report.expect(records.every((record) => whole.has(JSON.stringify(record))), "a row of the file is not one of processi.csv");

  const other = await open(browser, report);
  await other.goto(`${address}${shared}`);
  report.expect((await rows(other)).join() === ordered.join(), "the address does not give the same rows");
  report.expect((await other.inputValue("#filtro_q")) === word, "the text is not restored");
  await other.emulateMedia({ media: "print" });
  report.expect((await rows(other)).length === ordered.length, "the paper does not have the chosen rows");
  await other.context().close();

  await page.fill("#filtro_q", "xyzzy");
  await page.press("#filtro_q", "Enter");
  report.expect((await rows(page)).length === 0 && (await page.isVisible("#filtri_vuoto")), "nothing says that there is nothing");
  await page.click("#filtri_ricomincia");
  report.expect((await rows(page)).length === all.length && !(await query()).includes("q="), "there is no way out");
  let choices = 0;
  for (const key of ["servizio", "smart-team", "area"]) {
    const list = await page.$$eval(`[name="${key}"] option`, (options) => options.slice(1).map((option) => [option.value, option.textContent]));
    const step = Math.ceil(list.length / 20);
    for (const [choice, text] of list.filter((_, index) => index % step === 0)) {
      await page.selectOption(`[name="${key}"]`, choice);
      const expected = number(/\([\d.]+\)$/.exec(text)[0]);
      const given = await page.$$eval(".tavola-processi tbody tr:not([hidden])", (list) => list.length);
      report.expect(given === expected, `${key} ${choice}: ${given} rows, announced ${expected}`);
      choices += 1;
    }
    await page.selectOption(`[name="${key}"]`, "");
  }
  await page.context().close();

  await lanes(formsFor(site), async (form) => {
    const page = await open(browser, report, form);
    for (const [what, search] of [["filtered table", `?rischio=alto&q=${word}&ordine=rischio`], ["empty table", "?q=xyzzy"]]) {
      await page.goto(address + search);
      const found = await faults(page);
      report.expect(found.length === 0, `${what} (${formName(form)}): ${found.join("; ")}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      report.expect(wide <= 0, `${what} (${formName(form)}): ${wide} px too wide`);
    }
    await page.context().close();
  });
  report.measured(`${choices} choices with their counts; risk, area, text, order, address, CSV of ${ordered.length} rows; axe-core filtered and empty in ${formsFor(site).length} forms`);
}
