// How long an open page takes to show what was saved: node bench-times.mjs PROGRAM FOLDER [SAVES]
//
// PROGRAM is the command `piao` as it is released, FOLDER an annex, which is copied; it is measured by hand, on annexes of any size. A file is
// saved by an editor, then a form; what is told is the time from the save to the page that shows it, of the site and of the workbench.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { AtTheBench } from "./at-the-bench.mjs";
import { open } from "./chromium.mjs";
import { Report } from "./report.mjs";

const [program, folder, saves = "20"] = process.argv.slice(2);
const report = new Report("bench-times");
const bench = await AtTheBench.open(report, program, folder);
let heard = () => {};

/** A page that tells what it shows of the process as soon as it shows it. */
async function watched(address) {
  const page = await open(bench.browser, report);
  await page.exposeBinding("piaoShows", (_, words) => heard(page, words));
  await page.addInitScript(() => {
    const tell = () => window.piaoShows(`${document.querySelector("h1")?.textContent} ${document.getElementById("campo-processo")?.value}`);
    addEventListener("DOMContentLoaded", () => {
      tell();
      new MutationObserver(tell).observe(document.querySelector("main") ?? document.body, { childList: true, subtree: true });
    });
  });
  await page.goto(new URL(address, bench.address).href);
  return page;
}

/** The times that each of the pages takes to show some words, from now. */
function shown(pages, words) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const times = new Map();
    const timer = setTimeout(() => reject(new Error(`${words} is not shown`)), 60000);
    heard = (page, text) => {
      if (!text.includes(words) || times.has(page)) return;
      times.set(page, performance.now() - begun);
      if (pages.every((one) => times.has(one))) {
        clearTimeout(timer);
        resolve(pages.map((one) => times.get(one)));
      }
    };
  });
}

const told = (name, times) => {
  const sorted = times.toSorted((one, other) => one - other);
  report.measured(`${name}: median ${Math.round(sorted[sorted.length >> 1])} ms, worst ${Math.round(sorted.at(-1))} ms, of ${sorted.length}`);
};

try {
  const edition = /edizione_corrente: "?([\w-]+)/.exec(bench.read("data/ente.yaml"))[1];
  const path = readdirSync(bench.at(`data/${edition}`)).includes("processi.yaml") ? `data/${edition}/processi.yaml` : "";
  await bench.page.goto(bench.address);
  const lines = bench.read(path).split("\n");
  const rows = lines.flatMap((line, at) => (/^    processo: /.test(line) ? [at] : []));
  const row = rows[rows.length >> 1];
  const code = lines.slice(0, row).findLast((line) => line.includes("codice:")).split("codice:")[1].trim().replaceAll('"', "");
  const record = `/banco/processi/${code.toLowerCase()}/`;
  await bench.page.goto(new URL(record, bench.address).href);
  const preview = new URL(await bench.page.locator(".banco-accanto a").first().getAttribute("href"), bench.address).pathname;
  await bench.page.goto("about:blank");

  for (const [name, address] of [["the page of the site", preview], ["the page of the workbench", record]]) {
    const page = await watched(address);
    const times = [];
    for (let save = 0; save < Number(saves); save += 1) {
      const words = `Protocollo ${name.length}-${save}`;
      const text = readFileSync(bench.at(path), "utf8").split("\n");
      text[row] = `    processo: ${words}`;
      const waiting = shown([page], words);
      writeFileSync(bench.at(path), text.join("\n"));
      times.push(...(await waiting));
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    told(`a file saved, ${name}`, times);
    await page.context().close();
  }

  const site = await watched(preview);
  await bench.page.goto(bench.address);
  const form = await bench.page.context().newPage();
  await form.exposeBinding("piaoShows", (_, words) => heard(form, words));
  await form.addInitScript(() => addEventListener("DOMContentLoaded", () => window.piaoShows(document.querySelector(".banco-fatto")?.textContent ?? "")));
  await form.goto(new URL(record, bench.address).href);
  const times = [[], []];
  for (let save = 0; save < Number(saves); save += 1) {
    const words = `Protocollo del modulo ${save}.`;
    await form.fill("#campo-processo", words);
    const waiting = shown([form, site], words);
    await form.click("form#modulo button.bottone", { noWaitAfter: true });
    (await waiting).forEach((time, at) => times[at].push(time));
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  told("a form saved, the form that says so", times[0]);
  told("a form saved, the page of the site", times[1]);
} catch (error) {
  report.fail(error.stack ?? String(error));
} finally {
  await bench.close();
}
process.exit(report.failed === 0 ? 0 : 1);
