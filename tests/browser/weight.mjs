// What a first visit loads, compressed, as a server sends it; and what a first search loads.

import { open } from "./chromium.mjs";
import { Server } from "./server.mjs";

const KB = 1024;
const WORDS = ["mobilità", "gestione", "gestione delle banche dati", "contratti", "co", "carta d'identità", "servizio", "500-1-b", "verifica dei requisiti", "pubblicazione"];

export async function weight(report, site, browser, limits) {
  const server = await new Server(site.folder).start();
  const inAll = () => server.sent.reduce((sum, one) => sum + one.bytes, 0);
  const visit = async (name) => {
    const page = await open(browser, report);
    server.sent = [];
    await page.goto(server.url(name), { waitUntil: "networkidle" });
    return page;
  };
  const size = (name) => server.body(site.file(name)).length;
  const heaviest = (names) => names.reduce((one, other) => (size(other) > size(one) ? other : one));

  // The heaviest page of each kind, as a browser loads it.
  const figures = [];
  for (const [kind, names] of site.kinds()) {
    const page = await visit(heaviest(names));
    figures.push([kind, inAll()]);
    await page.context().close();
  }
  const of = (kind) => figures.find(([name]) => name === kind)[1];
  const text = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  report.expect(of("processi/*") <= 30 * KB, `a process page loads ${text(of("processi/*"))}`);
  if (limits.table) report.expect(of("./processi") <= limits.table, `the table page loads ${text(of("./processi"))}`);
  report.measured(`first visit: ${figures.sort((one, other) => other[1] - one[1]).map(([kind, bytes]) => `${kind} ${text(bytes)}`).join(", ")}`);

  // A first search: everything that the page asks for from the first letter to the results.
  let most = 0;
  let slowest = 0;
  for (const word of WORDS) {
    const page = await visit(site.inEdition("cerca/index.html"));
    // The page asks for the index as soon as its field has the focus: that belongs to the first search too.
    server.sent = server.sent.filter((one) => one.path.includes("/cerca/") && one.path.endsWith(".js"));
    for (let end = 1; end <= word.length; end += 1) await page.fill("#ricerca_q", word.slice(0, end));
    await page.waitForFunction((word) => document.querySelector("#ricerca_stato").textContent.includes(`«${word}»`), word);
    most = Math.max(most, inAll());
    const time = await page.evaluate((word) => {
      const field = document.querySelector("#ricerca_q");
      const times = [];
      for (let round = 0; round < 9; round += 1) {
        field.value = word;
        const start = performance.now();
        field.dispatchEvent(new Event("input"));
        times.push(performance.now() - start);
      }
      return times.sort((one, other) => one - other)[4];
    }, word);
    slowest = Math.max(slowest, time);
    report.measured(`first search «${word}»: ${text(inAll())} in ${server.sent.length} files, then ${time.toFixed(1)} ms`);
    await page.context().close();
  }
  report.expect(most <= limits.search, `a first search loads ${text(most)}`);
  report.measured(`first search: at most ${text(most)} of ${text(limits.search)}; an answer after that: ${slowest.toFixed(1)} ms at most`);
  server.stop();
}
