// Looks for things in the built site as people do: node find.mjs FOLDER [--times]
//
// The search: spellings, singular and plural, codes, keyboard, address, nothing found. The filters of the process table: counts,
// order, address, download, way out, paper. axe-core before and after, light and dark, narrow and wide. Everything without scripts.
// With --times, a large site is only measured.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const site = process.argv[2];
const timing = process.argv.includes("--times");
let passed = 0;
const failures = [];

function expect(good, what) {
  if (good) passed += 1;
  else failures.push(what);
}

const edition = readdirSync(site).filter((name) => existsSync(join(site, name, "cerca", "index.html"))).at(-1);
const address = (path) => pathToFileURL(join(site, edition, path)).href;
const search = address("cerca/index.html");
const table = address("processi/index.html");
const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => statSync(path, { throwIfNoEntry: false }));
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    expect(/^(file|data|blob):/.test(url), `it asks for ${url}`);
  });
  page.on("pageerror", (error) => expect(false, `${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) expect(false, `${page.url()}: ${message.text()}`);
  });
  return page;
}

const status = (page) => page.textContent("#ricerca_stato");
const shown = (page) => page.$$eval("#ricerca_risultati a", (links) => links.map((link) => link.textContent));
const rows = (page) => page.$$eval(".tavola-processi tbody tr", (list) => list.filter((row) => row.offsetParent).map((row) => row.cells[0].querySelector("a").textContent));

/** Types a question and waits until its results are announced. */
async function ask(page, question) {
  await page.fill("#ricerca_q", question);
  await page.waitForFunction((text) => document.querySelector("#ricerca_stato").textContent.includes(`«${text}»`), question);
}

async function accessible(page, what) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
  const found = result.violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
  expect(found.length === 0, `${what}: ${found.join("; ")}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide <= 0, `${what}: ${wide} px too wide`);
}

/** The records of a CSV, fields taken apart. */
function csv(text) {
  const records = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted && c === '"' && text[at + 1] === '"') { records.at(-1)[records.at(-1).length - 1] += c; at += 1; }
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ",") records.at(-1).push("");
    else if (!quoted && c === "\n") records.push([""]);
    else if (quoted || c !== "\r") records.at(-1)[records.at(-1).length - 1] += c;
  }
  return records.filter((record) => record.length > 1);
}

if (timing) {
  const page = await open();
  let bytes = 0;
  page.on("request", (request) => { if (request.url().startsWith("file:")) { const path = new URL(request.url()).pathname; bytes += path.endsWith(".js") ? statSync(path).size : 0; } });
  await page.goto(search);
  for (const question of ["mobilità", "gestione delle banche dati", "ge", "co", "500-1-b", "carta d'identità"]) {
    const before = bytes;
    await ask(page, question);
    await ask(page, `${question} `.trimEnd() + "x");
    const time = await page.evaluate((text) => {
      const field = document.querySelector("#ricerca_q");
      const times = [];
      for (let round = 0; round < 5; round += 1) {
        field.value = text;
        const start = performance.now();
        field.dispatchEvent(new Event("input"));
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[2].toFixed(1);
    }, question);
    console.log(`search «${question}»: ${bytes - before} bytes of scripts, then ${time} ms`);
  }
  const start = Date.now();
  await page.goto(table);
  await page.waitForSelector(".filtri.attivi");
  console.log(`table: ready after ${Date.now() - start} ms, ${await page.$$eval(".tavola-processi tbody tr", (list) => list.length)} rows`);
  for (const [what, change] of [
    ["risk", () => { document.querySelector("[name=rischio]").click(); }],
    ["area", () => { const list = document.querySelector("[name=area]"); list.selectedIndex = 1; list.dispatchEvent(new Event("change", { bubbles: true })); }],
    ["text", () => { const field = document.querySelector("#filtro_q"); field.value = "mobilita"; field.form.requestSubmit(); }],
    ["text again", () => { const field = document.querySelector("#filtro_q"); field.value = "gestione"; field.form.requestSubmit(); }],
    ["clear", () => { document.querySelector("#filtri_azzera").click(); }],
    ["order by code", () => { document.querySelector(".ordina").click(); }],
  ]) {
    const [script, layout] = await page.evaluate((text) => {
      const begin = performance.now();
      (0, eval)(`(${text})()`);
      const middle = performance.now();
      document.body.getBoundingClientRect();
      return [middle - begin, performance.now() - middle];
    }, change.toString());
    console.log(`table, ${what}: ${script.toFixed(0)} ms, layout ${layout.toFixed(0)} ms`);
  }
  await browser.close();
  process.exit(failures.length === 0 ? 0 : 1);
}

// What people write.
{
  const page = await open();
  await page.goto(search);
  await ask(page, "mobilita");
  const expected = await shown(page);
  expect(expected.length > 0 && expected.some((name) => name.includes("Mobilità")), `«mobilita» finds ${expected}`);
  for (const spelling of ["MOBILITA'", "Mobilità", "MOBILITÀ", "mobilità’"]) {
    await ask(page, spelling);
    expect((await shown(page)).join() === expected.join(), `«${spelling}» finds something else than «mobilita»`);
  }
  expect(await page.$$eval("#ricerca_risultati li", (list) => list.every((item) => item.querySelector("mark") && item.querySelector(".genere").textContent)), "a result without its kind or its mark");
  await ask(page, "mobilit");
  expect((await shown(page)).length >= expected.length, "the beginning of a word finds less than the word");
  for (const spelling of ["carta d'identità", "carte d’identità", "CARTA IDENTITA"]) {
    await ask(page, spelling);
    expect(/carte? d.identit/i.test((await shown(page))[0] ?? ""), `«${spelling}» finds first ${(await shown(page))[0]}`);
  }
  for (const [one, many] of [["biblioteca", "biblioteche"], ["contratto", "contratti"], ["servizio", "servizi"]]) {
    await ask(page, one);
    const first = await status(page);
    await ask(page, many);
    expect(/^\d/.test(first) && /^\d/.test(await status(page)), `${one}: ${first} ${many}: ${await status(page)}`);
  }
  for (const spelling of ["500-1-B", "500 1 b", "500 - 1 - B"]) {
    await ask(page, spelling);
    expect((await shown(page))[0]?.startsWith("500-1-B"), `«${spelling}» finds first ${(await shown(page))[0]}`);
  }
  await ask(page, "anagrafe");
  expect((await shown(page)).length > 0, "«anagrafe» is not found after an apostrophe");
  await ask(page, "xyzzy");
  expect((await status(page)).startsWith("Nessun risultato"), await status(page));
  await ask(page, "gestione xyzzy");
  expect((await status(page)).includes("con alcune"), await status(page));
  await page.context().close();
}

// With the keyboard alone, from another page.
{
  const page = await open();
  await page.goto(address("processi/500-1-b/index.html"));
  await page.focus("#casella_q");
  await page.keyboard.type("biblioteca");
  await page.keyboard.press("Enter");
  await page.waitForURL(/cerca\/index\.html\?q=biblioteca/);
  await page.waitForSelector("#ricerca_risultati a");
  const first = await page.textContent("#ricerca_risultati a");
  await page.focus("#ricerca_q");
  await page.keyboard.press("ArrowDown");
  expect((await page.evaluate(() => document.activeElement.textContent)) === first, "the arrow does not reach the first result");
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement === document.querySelectorAll("#ricerca_risultati a")[1]), "the arrow does not reach the second result");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement.id === "ricerca_q"), "Escape does not go back to the field");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.href.includes("/cerca/"));
  expect((await page.textContent("h1")).length > 0, "a result leads nowhere");
  await page.goBack();
  await page.waitForSelector("#ricerca_risultati a");
  expect((await page.inputValue("#ricerca_q")) === "biblioteca", "the question is lost on the way back");
  const kind = page.locator(".generi button").nth(1);
  await kind.focus();
  await page.keyboard.press("Enter");
  expect(page.url().includes("genere="), "the kind is not in the address");
  expect(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed") === "true"), "the focus leaves the chosen kind");
  await page.focus("#ricerca_q");
  await page.keyboard.press("Escape");
  expect((await page.inputValue("#ricerca_q")) === "" && !page.url().includes("?"), "Escape does not clear the search");
  await page.context().close();
}

// The table.
{
  const page = await open({ acceptDownloads: true });
  await page.goto(table);
  const all = await rows(page);
  expect(all.length > 50, `${all.length} rows`);
  const count = async (selector) => Number(/\((\d+)\)/.exec(await page.textContent(selector))[1]);
  const high = await count("label:has([name=rischio][value=alto])");
  await page.focus("[name=rischio][value=alto]");
  await page.keyboard.press("Space");
  expect((await rows(page)).length === high, `${(await rows(page)).length} rows of high risk, announced ${high}`);
  expect((await page.textContent("#filtri_stato")).startsWith(`${high} processi su ${all.length}.`), await page.textContent("#filtri_stato"));
  const both = await count("label:has([name=smartabilita][value=no])");
  await page.check("[name=smartabilita][value=no]");
  expect((await rows(page)).length === both, "the counts do not follow the other filters");
  await page.uncheck("[name=smartabilita][value=no]");
  const area = await page.$eval("[name=area]", (list) => list.options[1].value);
  await page.selectOption("[name=area]", area);
  await page.fill("#filtro_q", "contratti");
  await page.press("#filtro_q", "Enter");
  const chosen = await rows(page);
  const kept = await page.$$eval(".tavola-processi tbody tr", (list, area) => list.filter((row) => row.offsetParent).every((row) => row.dataset.rischio === "alto" && row.dataset.area.split(" ").includes(area)), area);
  expect(chosen.length > 0 && chosen.length < high && kept, `area, risk and text give ${chosen}`);
  await page.locator(".ordina[data-chiave=codice]").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect((await page.getAttribute("th:has([data-chiave=codice])", "aria-sort")) === "descending", "the order is not told");
  const ordered = await rows(page);
  const shared = page.url();
  for (const part of ["rischio=alto", `area=${area}`, "q=contratti", "ordine=-codice"]) expect(shared.includes(part), `${part} is not in ${shared}`);

  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#filtri_scarica")]);
  const records = csv(readFileSync(await download.path(), "utf8"));
  expect(records.slice(1).map((record) => record[0]).join() === ordered.join(), `the file has ${records.length - 1} rows, the page ${ordered.length}`);
  const whole = csv(readFileSync(join(site, edition, "dati", "processi.csv"), "utf8"));
  const same = (record) => whole.some((other) => JSON.stringify(other) === JSON.stringify(record));
  expect(records.every(same), "a row of the file is not one of processi.csv");

  const other = await open();
  await other.goto(shared);
  expect((await rows(other)).join() === ordered.join(), "the address does not give the same rows");
  expect((await other.inputValue("#filtro_q")) === "contratti", "the text is not restored");
  await other.emulateMedia({ media: "print" });
  expect((await rows(other)).length === ordered.length, "the paper does not have the chosen rows");
  await other.context().close();

  await page.fill("#filtro_q", "xyzzy");
  await page.press("#filtro_q", "Enter");
  expect((await rows(page)).length === 0 && (await page.isVisible("#filtri_vuoto")), "nothing says that there is nothing");
  await page.click("#filtri_ricomincia");
  expect((await rows(page)).length === all.length && !page.url().includes("q="), "there is no way out");
  for (const key of ["servizio", "smart-team", "area"]) {
    const choices = await page.$$eval(`[name="${key}"] option`, (list) => list.slice(1).map((option) => [option.value, Number(/\((\d+)\)$/.exec(option.textContent)[1])]));
    for (const [choice, expected] of choices) {
      await page.selectOption(`[name="${key}"]`, choice);
      expect((await rows(page)).length === expected, `${key} ${choice}: ${(await rows(page)).length} rows, announced ${expected}`);
    }
    await page.selectOption(`[name="${key}"]`, "");
  }
  await page.context().close();
}

// Faults that axe-core can find, before and after.
for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    const page = await open({ colorScheme, viewport: { width, height: 900 } });
    const how = `(${colorScheme}, ${width} px)`;
    await page.goto(search);
    await accessible(page, `search ${how}`);
    await ask(page, "gestione");
    await accessible(page, `search with results ${how}`);
    await ask(page, "xyzzy");
    await accessible(page, `search with nothing ${how}`);
    await page.goto(table);
    await accessible(page, `table ${how}`);
    await page.goto(`${table}?rischio=alto&q=contratti&ordine=rischio`);
    await accessible(page, `filtered table ${how}`);
    await page.goto(`${table}?q=xyzzy`);
    await accessible(page, `empty table ${how}`);
    await page.context().close();
  }
}

// Without scripts.
{
  const page = await open({ javaScriptEnabled: false });
  await page.goto(table);
  const count = await page.$$eval(".tavola-processi tbody tr", (list) => list.length).catch(() => 0);
  expect(!(await page.isVisible("#filtri")), "filters that do nothing are shown");
  expect(await page.isVisible(".tavola-processi tbody tr:last-child"), `the table is not whole (${count})`);
  for (const link of ["per-rischio/alto", "per-smartabilita/in-parte"]) expect((await page.locator(`a[href$="${link}/index.html"]`).count()) > 0, `no way to ${link}`);
  await page.fill("#casella_q", "biblioteca");
  await page.click(".casella button");
  await page.waitForURL(/cerca\/index\.html/);
  expect(await page.isVisible(".senza-script") && await page.isVisible("a[href$='processi/index.html']"), "nothing says how to find without scripts");
  await page.context().close();
}

await browser.close();
for (const failure of new Set(failures)) console.error(`- ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
