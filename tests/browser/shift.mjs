// What every page is made of while it loads over the slowest line there can be, on three widths: nothing moves that was already there.
//
// First its text, cut at every tag; then its scripts, each of which comes when everything before it has been shown.

import { readFileSync } from "node:fs";
import { movedByText } from "./arrival.mjs";
import { open } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";
import { SlowServer } from "./slow.mjs";

const VIEWPORTS = [{ width: 320, height: 640 }, { width: 768, height: 1024 }, { width: 1280, height: 900 }];
/** How many frames a page may need, once it is whole, to become what it is to be. */
const PATIENCE = 600;

/** Runs in the page before anything else: gathers what the browser says has moved. */
function watch() {
  // The scripts that a page names have run.
  document.addEventListener("DOMContentLoaded", () => {
    window.ran = true;
  });
  const moved = [];
  /** As many of the pieces that moved together the browser names at most. */
  const MOST_SOURCES = 5;
  const name = (node) => (node?.nodeType === Node.ELEMENT_NODE ? `${node.localName}${node.id ? `#${node.id}` : ""}.${node.className}` : `a text in ${node?.parentElement?.localName}`);
  /* A blank between two inline pieces has no place until the second comes: the browser says of it that it moves, and nobody sees it. */
  const isBlank = ({ node }) => node?.nodeType === Node.TEXT_NODE && !node.data.trim();
  const isSeen = ({ sources }) => !sources.length || sources.length === MOST_SOURCES || !sources.every(isBlank);
  const note = (entries) => moved.push(...entries.filter(isSeen).map(({ value, sources }) => ({ what: sources.map(({ node }) => name(node)).join(", "), by: value.toFixed(4) })));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  window.moved = () => {
    note(observer.takeRecords());
    return moved;
  };
}

/** Waits until the browser has shown what the page is now. */
const shown = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** What moves when the scripts of a page come late. `ready` runs in the page: whether they have done all they do. */
async function movedByScripts(page, server, ready) {
  for (let frame = 0; frame < PATIENCE; frame += 1) {
    await shown(page);
    if (!server.release() && (await page.evaluate(ready))) break;
  }
  await shown(page);
  if (!(await page.evaluate(ready))) return [{ what: "never ready", by: "?" }];
  return page.evaluate(() => window.moved());
}

/** A page that watches what moves in it. */
async function slowPage(browser, report) {
  const page = await open(browser, report);
  await page.addInitScript(watch);
  return page;
}

export async function shift(report, site, browser) {
  const complete = () => document.readyState === "complete";
  const asked = [
    [site.inEdition("cerca/index.html?q=gestione"), () => document.querySelector("#ricerca_stato").textContent.includes("«gestione»")],
    [site.inEdition("processi/index.html?rischio=alto&q=gestione&ordine=-codice"), () => document.querySelector("#filtri_stato").textContent.includes("«gestione»")],
  ];
  const beginnings = site.beginnings();
  const jobs = [...beginnings.map((address) => ({ address, isText: true })), ...asked.map(([address, ready]) => ({ address, ready }))];
  let texts = 0;
  const servers = [];
  const pages = [];
  await lanes(jobs, async ({ address, isText, ready }, lane) => {
    const server = (servers[lane] ??= await new SlowServer(site.folder).start());
    // To make a page costs more than to look at one: each lane has one, with which nothing goes from one address to the next.
    const page = (pages[lane] ??= await slowPage(browser, report));
    const html = readFileSync(server.file(address), "utf8");
    // A page that asks not to be shown before its script has run is never seen without it.
    server.holding = !html.includes('blocking="render"');
    const load = async () => {
      await page.goto(server.url(address), { waitUntil: "commit" });
      // Where scripts are not held back, they run before anything of the page is taken away from under them.
      await page.waitForFunction((held) => document.readyState !== "loading" && (held || window.ran) && [...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet), server.holding, { polling: 10 });
    };
    const tell = ({ width }, moved) => report.expect(moved.length === 0, `${address} (${width} px): ${moved.slice(0, 6).map(({ what, by, before }) => `${what} by ${by}${before ? ` when ${before} comes` : ""}`).join("; ")}${moved.length > 6 ? `; ${moved.length - 6} more` : ""}`);
    if (isText) {
      await load();
      for (const viewport of VIEWPORTS) {
        await page.setViewportSize(viewport);
        const text = await page.evaluate(movedByText);
        texts += text.beginnings;
        tell(viewport, text.moved);
      }
    }
    for (const viewport of /<script[^>]* src=/.test(html) ? VIEWPORTS : []) {
      await page.setViewportSize(viewport);
      await load();
      tell(viewport, await movedByScripts(page, server, ready ?? complete));
    }
  });
  for (const page of pages) await page.context().close();
  for (const server of servers) server.stop();
  report.measured(`${beginnings.length} pages and ${asked.length} with a question on ${VIEWPORTS.length} widths, ${texts} beginnings`);
}
