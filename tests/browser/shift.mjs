// Every kind of page while it loads over a slow line, scripts included, on a phone and on a desk: nothing moves that was already there.

import { open } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";
import { Server } from "./server.mjs";

export async function shift(report, site, browser) {
  const asked = ["cerca/index.html?q=gestione", "processi/index.html?rischio=alto&q=gestione&ordine=-codice"].map((path) => site.inEdition(path));
  const addresses = [...site.examples(), ...asked];
  const server = await new Server(site.folder, { drip: 60 }).start();
  let most = 0;
  await lanes([{ width: 390, height: 844 }, { width: 1280, height: 900 }], async (viewport) => {
    const page = await open(browser, report, { viewport });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => [entry.value, entry.sources.map(({ node }) => (node?.nodeType === 1 ? `${node.localName}.${node.className}#${node.id}` : `text in ${node?.parentElement?.className}`)).join(" ")])))
        .observe({ type: "layout-shift", buffered: true });
    });
    for (const address of addresses) {
      await page.goto(server.url(address));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((sum, [value]) => sum + value, 0);
      most = Math.max(most, sum);
      report.expect(sum === 0, `${address} (${viewport.width} px): ${sum.toFixed(4)}, ${[...new Set(shifts.map(([, what]) => what))].join("; ")}`);
    }
    await page.context().close();
  });
  server.stop();
  report.measured(`${addresses.length} addresses in 2 forms, at most ${most.toFixed(4)}`);
}
