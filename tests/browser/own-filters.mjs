// The filters by own columns, in every table of a small body and in one that stands on several pages: node own-filters.mjs PROGRAM FOLDER

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { faults } from "./axe.mjs";
import { formName, launch, open } from "./chromium.mjs";
import { brokenWords } from "./reflow.mjs";
import { Report } from "./report.mjs";

const [program, repository] = process.argv.slice(2);
const EDITION = "2025-2027";
/** The page of a table, a value of its column, how many rows have it, how many there are, and what a row is called then. */
const TABLES = [
  ["aree", "colonna-polo=nord", 1, 2, "1 Dipartimento su 2"], ["servizi", "colonna-sedi=palazzina-b", 2, 3, "2 Unità operative su 3"],
  ["smart-team", "colonna-turni=si", 1, 3, "1 smart team su 3"], ["software", "colonna-licenze=35", 2, 3, "2 programmi su 3"],
  ["formazione", "colonna-ore=2-5", 1, 3, "1 modulo su 3"], ["attuazione", "colonna-rilevata=30-giugno-2024", 1, 3, "1 riga su 3"],
  ["valutazione", "colonna-contratto=comparto", 1, 2, "1 ruolo su 2"],
  ["indicatori", "colonna-presidio=uoc-archivio-dei-referti", 1, 4, "1 indicatore su 4"],
  ["esclusioni", "colonna-presenza=no", 1, 3, "1 esclusione su 3"], ["riferimenti", "colonna-livello=statale", 1, 2, "1 riferimento su 2"],
];
const FORMS = [{ colorScheme: "light", viewport: { width: 1280, height: 900 } }, { colorScheme: "dark", viewport: { width: 320, height: 640 } }];

const report = new Report("own filters");
const folder = mkdtempSync(join(tmpdir(), "piao-filtri-"));
const built = (name, prepare = () => {}) => {
  const root = join(folder, name);
  cpSync(join(repository, "tests/administrations/azienda-ospedaliera-con-colonne"), root, { recursive: true });
  prepare(root);
  const run = spawnSync(program, ["build", "--root", root, "--out", join(folder, `${name}-sito`), "--today", "2026-01-15"], { encoding: "utf8" });
  report.expect(run.status === 0, run.stderr);
  return (path) => pathToFileURL(join(folder, `${name}-sito`, EDITION, path, "index.html")).href;
};
/** How many rows of a table are in view, the names of groups left out. */
const inView = (page) => page.$$eval("main tr[class=''], main tbody tr:not([class])", (rows) => rows.filter((row) => row.getClientRects().length).length);

const browser = await launch();
const small = built("piccola");
for (const form of FORMS) {
  const page = await open(browser, report, form);
  for (const [path, query, some, all, told] of TABLES) {
    const where = `${path} (${formName(form)})`;
    await page.goto(small(path));
    report.expect((await inView(page)) === all, `${where}: ${await inView(page)} rows of ${all}`);
    const [key, value] = query.split("=");
    await page.selectOption(`[name=${key}]`, value);
    report.expect((await inView(page)) === some, `${where}: ${await inView(page)} rows of ${some}`);
    report.expect((await page.textContent("#filtri_stato")).startsWith(told), `${where}: ${await page.textContent("#filtri_stato")}`);
    report.expect(page.url().endsWith(`?${query}`), `${where}: ${page.url()}`);
    const groups = await page.$$eval("main tbody:has(> .fascia)", (bodies) => bodies.filter((body) => body.getClientRects().length && ![...body.querySelectorAll("tr:not(.fascia)")].some((row) => row.getClientRects().length)).length);
    report.expect(groups === 0, `${where}: ${groups} groups without rows`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    report.expect(wide <= 0, `${where}: ${wide} px too wide`);
    const broken = await page.evaluate(brokenWords);
    report.expect(broken.length === 0, `${where}: words in the middle of which a line ends: ${broken.join(", ")}`);
    // Of the words inside a drawing the contrast cannot be measured.
    const wrong = (await faults(page)).filter((fault) => !/^contrast not measured, imgNode: (svg|text\[)/.test(fault));
    report.expect(wrong.length === 0, `${where}: ${wrong.join("; ")}`);
    await page.emulateMedia({ media: "print" });
    report.expect((await inView(page)) === some && (await page.isVisible("main thead")), `${where}: paper has other rows, or no headings`);
    await page.emulateMedia({ media: "screen" });
    await page.fill("#filtro_q", "xyzzy");
    await page.press("#filtro_q", "Enter");
    report.expect(await page.isVisible("#filtri_vuoto"), `${where}: nothing says that nothing is found`);
    await page.click("#filtri_ricomincia");
    report.expect((await inView(page)) === all, `${where}: ${await inView(page)} rows once nothing is chosen`);
  }
  await page.context().close();
}
const bare = await open(browser, report, { javaScriptEnabled: false });
for (const [path, , , all] of TABLES) {
  await bare.goto(small(path));
  report.expect((await inView(bare)) === all && !(await bare.isVisible("#filtri")), `${path}: without scripts a filter is shown, or rows are not`);
}
await bare.context().close();

// Addresses that no line holds: of a mailbox at the foot of each page, of a page in a column of one's own.
const change = (root, file, from, to) => {
  const path = join(root, "data", file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no «${from}»`);
  writeFileSync(path, text.replace(from, to));
};
const addressed = built("indirizzi", (root) => {
  change(root, "ente.yaml", "comparto:", "contatti: { pec: azienda.ospedaliera.di.esempio.protocollo.generale@pec.azienda-ospedaliera.example }\ncomparto:");
  change(root, `${EDITION}/modello.yaml`, "      volume:", "      scheda: { titolo: Scheda, tipo: indirizzo }\n      volume:");
  change(root, `${EDITION}/processi.yaml`, "volume: \"> 10\" }", `volume: "> 10", scheda: "https://www.example.org/procedimenti/${"gestione-delle-presenze-".repeat(4)}2026" }`);
});
const narrow = await open(browser, report, { viewport: { width: 320, height: 640 } });
for (const path of ["..", "", "processi", "processi/gestione-delle-presenze"]) {
  await narrow.goto(addressed(path));
  const wide = await narrow.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  report.expect(wide <= 0, `long addresses, ${path}: ${wide} px too wide`);
  report.expect((await narrow.textContent("footer")).includes("@pec."), `${path}: the mailbox is not at the foot`);
}
report.expect(await narrow.isVisible("main a[href^='https://www.example.org/procedimenti/']"), "the address of the column is not there");
await narrow.context().close();

// Many columns of one's own: those beside them keep room for their words, and the table scrolls.
const KEYS = ["sala", "piano", "orario", "apparecchi"];
const described = KEYS.map((key) => `      ${key}: { titolo: Quale ${key} adoperano, tipo: testo }\n`).join("");
const many = built("colonne", (root) => {
  const model = readFileSync(join(root, "data", EDITION, "modello.yaml"), "utf8");
  writeFileSync(join(root, "data", EDITION, "modello.yaml"), model.replaceAll("    colonne:\n", `    colonne:\n${described}`));
  for (const [file, key] of [["attuazione", "rilevata"], ["software", "licenze"], ["smart-team", "turni"], ["servizi", "sedi"]]) {
    const path = join(root, "data", EDITION, `${file}.yaml`);
    const filled = KEYS.map((key) => `${key}: Riorganizzazione,`).join(" ");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(new RegExp(`\\b${key}:`, "g"), `${filled} ${key}:`));
  }
});
const screen = await open(browser, report);
for (const path of ["attuazione", "software", "smart-team", "servizi"]) {
  await screen.goto(many(path));
  report.expect((await screen.textContent("main thead")).includes("Quale orario adoperano"), `${path}: the columns are not there`);
  const broken = await screen.evaluate(brokenWords);
  report.expect(broken.length === 0, `${path}, many columns: words in the middle of which a line ends: ${broken.join(", ")}`);
  const wide = await screen.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  report.expect(wide <= 0, `${path}, many columns: ${wide} px too wide`);
}
// A count above a thousand has a point, and its place is that of the number.
await screen.goto(many(""));
const counts = ".matrice-uffici tbody tr:not(.fascia):has(.quota) td:nth-last-child(4) strong";
await screen.$$eval(counts, (cells) => cells.forEach((cell, row) => { cell.textContent = ["900", "1.250", "31"][row % 3]; }));
await screen.click(".matrice-uffici th:nth-last-child(4) .ordina");
const ordered = await screen.$$eval(counts, (cells) => cells.map((cell) => Number(cell.textContent.replaceAll(".", ""))));
report.expect(ordered.length > 2 && ordered.join() === [...ordered].sort((one, other) => one - other).join(), `in order of number: ${ordered}`);
await screen.context().close();

// A body without smart teams has fewer columns: they fit on a screen of 1000 pixels.
const fewer = built("senza-colonne", (root) => {
  rmSync(root, { recursive: true });
  spawnSync(program, ["init", root, "--kind", "universita"]);
});
const desk = await open(browser, report, { viewport: { width: 1000, height: 800 } });
for (const path of ["", "servizi"]) {
  await desk.goto(fewer(path).replace(EDITION, "2026-2028"));
  const hidden = await desk.$$eval("main .scroll", (regions) => regions.map((region) => region.scrollWidth - region.clientWidth));
  report.expect(hidden.length > 0 && hidden.every((pixels) => pixels <= 0), `without smart teams, ${path}: ${hidden} px out of sight`);
}
await desk.context().close();

// A table that is narrower than its columns could be leaves no gap beside it.
const usual = built("comune", (root) => {
  rmSync(root, { recursive: true });
  spawnSync(program, ["init", root, "--kind", "comune"]);
  // Where a row names no smart team, the table has the columns that it has, one by one.
  const path = join(root, "data", "2026-2028", "attuazione.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace(/^ *smart_team: .*\n/m, ""));
});
const middle = await open(browser, report, { viewport: { width: 1100, height: 800 } });
for (const path of ["attuazione", "processi", "smart-team", "software"]) {
  await middle.goto(usual(path).replace(EDITION, "2026-2028"));
  const gaps = await middle.$$eval("main .scroll > table", (tables) => tables.map((table) => table.parentElement.clientWidth - table.offsetWidth));
  report.expect(gaps.length > 0 && gaps.every((pixels) => pixels <= 1), `${path}: ${gaps} px of a gap beside the table`);
}
await middle.context().close();

const large = built("grande", (root) => {
  const rows = Array.from({ length: 250 }, (_, row) => `  - { nome: Programma ${row}, scopo: Scopo ${row}, licenze: ${row % 10} }`);
  writeFileSync(join(root, "data", EDITION, "software.yaml"), ["software:", ...rows, ""].join("\n"));
});
const page = await open(browser, report);
await page.goto(large("software"));
await page.selectOption("[name=colonna-licenze]", "7");
await page.waitForSelector("#filtri_righe:not([hidden])", { state: "attached" });
report.expect((await inView(page)) === 25, `${await inView(page)} rows of 25 on all the pages`);
report.expect((await page.textContent("#filtri_stato")).startsWith("25 programmi su 250"), await page.textContent("#filtri_stato"));
const wrong = await faults(page);
report.expect(wrong.length === 0, `rows of all the pages: ${wrong.join("; ")}`);
await page.locator("#filtri_righe tbody tr:not([hidden]) a").last().click();
await page.waitForURL(/pagina\/2\/index\.html#tavola_software_248$/);
await browser.close();
rmSync(folder, { recursive: true });
console.log(`${report.passed} passed, ${report.failed} failed`);
process.exit(report.failed === 0 ? 0 : 1);
