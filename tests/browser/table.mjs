// The filters of the process table: counts, order, address, download, way out, paper; and axe-core when rows are chosen and when none is.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faultsInSchemes } from "./axe.mjs";
import { formName, formsFor, open, screensFor } from "./chromium.mjs";
import { csv } from "./csv.mjs";
import { lanes } from "./lanes.mjs";
import { parts } from "./parts.mjs";

const rows = (page) => page.$$eval(".tavola-processi tbody tr", (list) => list.filter((row) => row.getClientRects().length).map((row) => row.querySelector("th .codice").textContent));
/** `1.200` is a number; `6 + 7 in comune` are two, of the office and of everyone, and both answer. */
const number = (text) => text.match(/\d[\d.]*/g).reduce((sum, one) => sum + Number(one.replaceAll(".", "")), 0);

/** A question of several parts that some rows answer: the risk, area and first word of one of them. */
async function question(page, site) {
  const all = JSON.parse(readFileSync(site.file(site.inEdition("dati/processi.json")), "utf8"));
  const [area, name] = await page.$$eval(".tavola-processi tbody tr", (list) => {
    const one = list.find((row) => row.dataset.rischio === "alto" && !["", "*"].includes(row.dataset.area));
    return [one.dataset.area.split(" ")[0], one.querySelector("th span:not([class])").textContent];
  });
  return { area, word: /\p{L}{6,}/u.exec(name)[0].toLowerCase(), all };
}

/** On a phone and on a desk: the answer of the first row is in view without scrolling sideways, a row opens, the result stays in view. */
async function atAGlance(report, browser, address) {
  for (const [width, height] of [[320, 640], [1280, 900]]) {
    const page = await open(browser, report, { viewport: { width, height } });
    await page.goto(address);
    const [right, top] = await page.$eval(".tavola-processi tbody td.risposta .gettone", (chip) => [chip.getBoundingClientRect().right, chip.getBoundingClientRect().top]);
    report.expect(right <= width, `${width} px: the answer ends at ${right}`);
    if (width > 1000) report.expect(top < height, `the first row begins at ${top} of ${height} px`);
    const heading = await page.$eval(".tavola-processi tbody th[scope=row]", (head) => head.textContent.trim());
    report.expect(/^\S+\s+\p{L}/u.test(heading), `a row is called «${heading}»`);
    const cell = page.locator(".tavola-processi tbody tr:first-child td.resto").first();
    report.expect(!(await cell.isVisible()), `${width} px: the rest of a row is shown unasked`);
    await page.click(".tavola-processi tbody tr:first-child summary");
    report.expect(await cell.isVisible(), `${width} px: a row does not open`);
    await page.click("label:has([name=smartabilita][value=no])");
    await page.evaluate(() => scrollTo(0, document.querySelector(".tavola-processi").getBoundingClientRect().top + scrollY + 600));
    const state = await page.$eval("#filtri_stato", (element) => element.getBoundingClientRect().top);
    report.expect(state >= 0 && state < height, `${width} px: the result is at ${state}`);
    await page.evaluate(() => scrollTo(0, 0));
    if (width < 700) {
      await page.click("#filtri_cassetto summary");
      const told = /^[\d.]+/.exec(await page.textContent("#filtri_stato"))[0];
      report.expect((await page.textContent("#filtri_mostra")).startsWith(`Mostra ${told} `), await page.textContent("#filtri_mostra"));
      await page.click("#filtri_mostra");
      report.expect(await page.$eval(".tavola-processi", (table) => Math.abs(table.parentElement.getBoundingClientRect().top) < 200), "the rows are not shown");
    }
    await page.check(".scelta-colonne input");
    report.expect(await page.locator(".tavola-processi tbody tr:not([hidden]) td.resto").last().isVisible(), `${width} px: not all the columns are shown`);
    const stays = await page.$eval(".a-righe", (frame) => {
      frame.scrollLeft = 200;
      return Math.abs(frame.querySelector("tbody tr:not([hidden]) th").getBoundingClientRect().left - frame.getBoundingClientRect().left);
    });
    report.expect(stays < 3, `${width} px: the name scrolls away by ${stays}`);
    await page.context().close();
  }
}

/** The filtered table on paper: landscape sheets, and headings with all their words on each that has rows. */
async function onPaper(report, browser, address) {
  const page = await open(browser, report);
  await page.goto(address);
  const headings = await page.$$eval(".tavola-processi thead th:not(.apri)", (all) => all.map((one) => one.textContent.trim().split(/\s+/)[0]));
  const folder = mkdtempSync(join(tmpdir(), "piao-tavola-"));
  const pdf = join(folder, "tavola.pdf");
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(spawnSync("pdfinfo", [pdf], { encoding: "utf8" }).stdout);
  report.expect(Number(size?.[1]) > Number(size?.[2]), `sheets of ${size?.[1]} x ${size?.[2]}`);
  const sheets = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout.split("\f");
  const withRows = sheets.filter((text) => /\b[A-Z0-9]+-\d+-[BMA]\b/.test(text));
  report.expect(withRows.length > 1, `${withRows.length} sheets with rows`);
  for (const text of withRows) report.expect(headings.every((heading) => text.includes(heading)), `a sheet lacks one of ${headings.join(", ")}`);
  rmSync(folder, { recursive: true });
  await page.context().close();
}

export async function table(report, site, browser, { looks }) {
  const address = site.url(site.inEdition("processi/index.html"));
  const page = await open(browser, report, { acceptDownloads: true });
  const query = () => page.evaluate(() => decodeURIComponent(location.search));
  await page.goto(address);
  if (await page.$("#pagine")) {
    await page.context().close();
    return parts(report, site, browser, looks);
  }
  const { area, word, all } = await question(page, site);
  const counters = await page.$$eval(".contatore .conto", (all) => all.map((one) => Number(one.textContent.replaceAll(".", ""))));
  const answers = ["si", "in parte", "no"].map((answer) => all.filter((process) => process.smartabilita === answer).length);
  report.expect(counters.join() === answers.join(), `the counters say ${counters}, the data ${answers}`);
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
  const count = async (selector) => number(await page.textContent(`${selector} .conto`));
  await page.click("#filtri_cassetto summary");
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
  const kept = await page.$$eval(".tavola-processi tbody tr", (list, area) => list.filter((row) => row.offsetParent).every((row) => row.dataset.rischio === "alto" && [area, "*"].some((one) => row.dataset.area.split(" ").includes(one))), area);
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
      const expected = number(/\([^()]*\)$/.exec(text)[0]);
      const given = await page.$$eval(".tavola-processi tbody tr:not([hidden])", (list) => list.length);
      report.expect(given === expected, `${key} ${choice}: ${given} rows, announced ${expected}`);
      choices += 1;
    }
    await page.selectOption(`[name="${key}"]`, "");
  }
  await page.context().close();

  await atAGlance(report, browser, address);
  if (!site.like) await onPaper(report, browser, `${address}?smartabilita=in-parte`);

  await lanes(screensFor(site), async (screen) => {
    const page = await open(browser, report, { viewport: screen.viewport });
    for (const [what, search] of [["filtered table", `?rischio=alto&q=${word}&ordine=rischio`], ["empty table", "?q=xyzzy"]]) {
      await page.goto(address + search);
      await faultsInSchemes(page, screen.schemes, async (found, scheme) => {
        report.expect(found.length === 0, `${what} (${formName(screen, scheme)}): ${found.join("; ")}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        report.expect(wide <= 0, `${what} (${formName(screen, scheme)}): ${wide} px too wide`);
      }, looks);
    }
    await page.context().close();
  });
  report.measured(`${choices} choices with their counts; risk, area, text, order, address, CSV of ${ordered.length} rows; axe-core filtered and empty in ${formsFor(site)} forms`);
}
