// Ten things that people come for, done on a phone from the first page: how many taps each takes until its answer can be read.

import { open } from "./chromium.mjs";
import { Server } from "./server.mjs";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
/** A way: what is tapped, one after the other; what is written into a field that was tapped. */
const card = (words) => ({ tap: `main a:text("${words}")` });
const ask = (words) => [{ tap: "#ingresso_q", write: words }, { tap: "main .ricerca button" }];
/** What is wanted, the way to it, and what must then be in view, in an element of the page. */
export const TASKS = [
  ["how many days", [], "main", /Al massimo 1 giorno a settimana/],
  ["how many people", [], "main", /88 su 160 dipendenti/],
  ["the document", [], "main a[href$='allegato.pdf']", /Scarica il documento/],
  ["whether there are shifts", [], ".giornata", /non si fanno turni/],
  ["who is excluded", [card("Chi ne è di norma escluso?")], ".tavola-esclusioni", /\S/],
  ["Tavola 1 as CSV", [card("I dati si possono riusare?")], "a[href$='processi.csv']", /CSV/],
  ["the laws", [card("Riferimenti normativi")], ".tavola-riferimenti", /Legge 22 maggio 2017/],
  ["identity cards", ask("carta d'identità"), "#ricerca_risultati li:first-child", /220-7-B[^]*In parte/],
  ["nurseries", ask("asili nido"), "#ricerca_risultati li:first-child", /Nidi d'Infanzia[^]*Non smartabile/],
  ["taxes", ask("tasse"), "#ricerca_risultati", /Servizio Tributi[^]*martabile – [^]* alla settimana/],
];

export async function tasks(report, site, browser) {
  if (site.like) return;
  const server = await new Server(site.folder).start();
  const page = await open(browser, report, PHONE);
  for (const [name, way, place, answer] of TASKS) {
    await page.goto(server.url("index.html"));
    for (const { tap, write } of way) {
      await page.locator(tap).first().tap();
      if (write) await page.keyboard.type(write);
    }
    const found = page.locator(place).filter({ hasText: answer, visible: true }).first();
    const is = await found.waitFor({ timeout: 10000 }).then(() => true, () => false);
    report.expect(is, `${name}: after ${way.length} taps ${page.url()} does not say ${answer}, but «${(await page.locator(place).first().innerText().catch(() => "nothing")).slice(0, 200)}»`);
  }
  await page.context().close();
  server.stop();
  report.measured(`taps: ${TASKS.map(([name, way]) => `${name} ${way.length}`).join(", ")}`);
}
