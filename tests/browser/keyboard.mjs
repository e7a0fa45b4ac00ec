// The keyboard alone: Tab, Enter, Space, arrows, Escape and letters. Every stop can be seen, none is a trap, and all tasks can be done.

import { readFileSync } from "node:fs";
import { csv } from "./csv.mjs";
import { open } from "./chromium.mjs";

/** Where the focus is, and whether one can see it. */
const here = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  // A link over two lines is looked at on its first.
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const [x, y] = [Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 1)];
  const top = document.elementFromPoint(x, y);
  window.stops ??= new Map();
  if (!window.stops.has(element)) window.stops.set(element, window.stops.size);
  return {
    number: window.stops.get(element),
    name: `${element.localName}${element.id ? `#${element.id}` : ""} «${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 30)}»`,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(element.contains(top) || top?.contains(element) || element.labels?.[0]?.contains(top)),
  };
});

/** Presses Tab until the focus leaves the page, at most so many times. */
async function walk(report, page, name, most) {
  const seen = new Set();
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await here(page);
    if (!stop) return seen.size;
    if (step > 0 && stop.number === 0) return seen.size;
    report.expect(!seen.has(stop.number), `${name}: Tab comes back to ${stop.name}`);
    if (seen.has(stop.number)) return seen.size;
    seen.add(stop.number);
    report.expect(stop.outlined, `${name}: no outline on ${stop.name}`);
    report.expect(stop.inView && !stop.covered, `${name}: ${stop.name} has the focus ${stop.inView ? "under something else" : "out of sight"}`);
  }
  return seen.size;
}

/** Presses Tab until the focus is on what the selector finds. */
async function tabTo(page, selector, most = 150) {
  for (let step = 0; step < most; step += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)) return true;
    await page.keyboard.press("Tab");
  }
  return false;
}

export async function keyboard(report, site, browser) {
  const page = await open(browser, report, { acceptDownloads: true });

  const query = () => page.evaluate(() => location.search);

  // Every page on which something stands that stands on no other, from its first stop to its last.
  let stops = 0;
  const structures = site.structures();
  for (const name of structures) {
    await page.goto(site.url(name));
    // The search page puts the focus in its field.
    await page.evaluate(() => document.activeElement?.blur());
    stops += await walk(report, page, name, 60);
  }
  report.measured(`${stops} stops on ${structures.length} pages, each visible`);

  // From a page to the content, to the search, to a result.
  await page.goto(site.url(site.processes()[0]));
  await page.keyboard.press("Tab");
  report.expect((await here(page))?.name.includes("Vai al contenuto"), "the first stop is not the way to the content");
  await page.keyboard.press("Enter");
  report.expect(await page.evaluate(() => document.activeElement.id === "contenuto"), "the way to the content does not lead there");
  await page.goto(site.url(site.processes()[0]));
  report.expect(await tabTo(page, "#casella_q"), "Tab does not reach the search of the heading");
  await page.keyboard.type("biblioteca");
  await page.keyboard.press("Enter");
  await page.waitForURL(/cerca\/index\.html\?q=biblioteca/);
  await page.waitForSelector("#ricerca_risultati a");
  report.expect(await tabTo(page, "#ricerca_risultati a"), "Tab does not reach the results");
  await page.keyboard.press("ArrowDown");
  report.expect((await here(page)).outlined, "the arrow leads to a result that cannot be seen");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.href.includes("/cerca/"));
  await page.goBack();
  await page.waitForSelector("#ricerca_risultati a");
  report.expect((await page.inputValue("#ricerca_q")) === "biblioteca", "the question is lost on the way back");

  // The arrows, Escape and the kinds of results.
  report.expect(await tabTo(page, "#ricerca_q"), "Tab does not reach the field of the search");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  report.expect(await page.evaluate(() => document.activeElement === document.querySelectorAll("#ricerca_risultati a")[1]), "the arrow does not reach the second result");
  await page.keyboard.press("Escape");
  report.expect(await page.evaluate(() => document.activeElement.id === "ricerca_q"), "Escape does not go back to the field");
  report.expect(await tabTo(page, ".generi button[aria-pressed='false']"), "Tab does not reach the kinds of results");
  await page.keyboard.press("Enter");
  report.expect((await query()).includes("genere="), "the kind is not in the address");
  report.expect(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed") === "true"), "the focus leaves the chosen kind");
  await page.keyboard.press("Shift+Tab");
  await tabTo(page, "#ricerca_q");
  await page.keyboard.press("Escape");
  report.expect((await page.inputValue("#ricerca_q")) === "" && (await query()) === "", "Escape does not clear the search");

  // The filters: choose, order, download, clear.
  // Of a long table only the first rows are shown: what counts is what is announced.
  const told = async () => Number(/^[\d.]+/.exec(await page.textContent("#filtri_stato"))[0].replaceAll(".", ""));
  await page.goto(site.url(site.inEdition("processi/index.html")));
  const all = await told();
  report.expect(await tabTo(page, "[name=smartabilita][value=no]"), "Tab does not reach the counters");
  report.expect((await here(page)).outlined, "a counter has the focus and does not show it");
  report.expect(await tabTo(page, "#filtri_cassetto summary"), "Tab does not reach the other filters");
  await page.keyboard.press("Enter");
  report.expect(await tabTo(page, "[name=rischio][value=alto]"), "Tab does not reach the filters");
  await page.keyboard.press("Space");
  const high = await told();
  report.expect(high > 0 && high < all, `the keyboard chooses ${high} rows of ${all}`);
  report.expect((await page.textContent("#filtri_stato")).includes("rischio corruttivo: Alto"), await page.textContent("#filtri_stato"));

  // The rows that were found in a table of several pages have one of their own, which is narrow.
  const isPaged = (await page.$("#filtri_righe")) !== null;
  if (!isPaged) await columns(report, page);
  report.expect(await tabTo(page, ".ordina[data-chiave=rischio]"), "Tab does not reach the order");
  await page.keyboard.press("Enter");
  report.expect((await page.getAttribute("th:has([data-chiave=rischio])", "aria-sort")) === "ascending", "the order is not told");
  report.expect(await page.evaluate(() => document.activeElement.matches(".ordina[data-chiave=rischio]")), "the focus is lost when the rows change order");
  if (!isPaged) await openRow(report, page);
  report.expect(await tabTo(page, "#filtri_scarica", 400), "Tab does not reach the download");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const records = csv(readFileSync(await download.path(), "utf8"));
  report.expect(records.length === high + 1, `the file has ${records.length - 1} rows of ${high}`);
  await page.goto(site.url(site.inEdition("processi/index.html?rischio=alto")));
  report.expect(await tabTo(page, "#filtri_azzera"), "Tab does not reach the way out of the filters");
  await page.keyboard.press("Space");
  report.expect(!(await query()).includes("rischio=alto"), "the keyboard does not clear the filters");
  if (isPaged) {
    await page.goto(site.url(site.inEdition("processi/index.html")));
    await columns(report, page);
    await openRow(report, page);
  }
  report.measured(`skip link, search, result, kinds, filters (${high} of ${all}), order, download, way out`);
  await page.context().close();
}

/** All columns of Tavola 1, and its region, which then scrolls with the arrows. */
async function columns(report, page) {
  report.expect(await tabTo(page, ".scelta-colonne input"), "Tab does not reach the choice of the columns");
  await page.keyboard.press("Space");
  report.expect(await tabTo(page, ".scroll"), "Tab does not reach the table");
  report.expect((await here(page)).outlined, "the table has the focus and does not show it");
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.activeElement.scrollLeft > 0).catch(() => report.fail("the arrows do not scroll the table"));
  report.expect(await page.evaluate(() => Boolean(document.getElementById(document.activeElement.getAttribute("aria-labelledby")))), "the table has no name");
}

/** Back to the rows that open one by one: one of them. */
async function openRow(report, page) {
  await page.evaluate(() => document.querySelector(".scelta-colonne input").click());
  report.expect(await tabTo(page, ".tavola-processi tbody summary"), "Tab does not reach what opens a row");
  await page.keyboard.press("Enter");
  report.expect(await page.evaluate(() => document.activeElement.closest("tr").querySelector(".resto").checkVisibility()), "the keyboard does not open a row");
}
