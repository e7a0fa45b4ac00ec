// Every kind of page at 400 % zoom (1280 by 1024 become 320 by 256): nothing scrolls sideways, and what stays in place leaves room to read.

import { open } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";

export async function reflow(report, site, browser) {
  const examples = site.examples();
  await lanes([0, 1], async (lane) => {
    const page = await open(browser, report, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    for (const name of examples.filter((_, number) => number % 2 === lane)) {
      await page.goto(site.url(name));
      const [wide, fixed] = await page.evaluate(() => {
        const root = document.documentElement;
        const still = [...document.body.querySelectorAll("*")].filter((element) => getComputedStyle(element).position === "fixed");
        return [root.scrollWidth - root.clientWidth, still.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0)];
      });
      report.expect(wide <= 0, `${name}: ${wide} px too wide`);
      report.expect(fixed < 128, `${name}: ${fixed} px of 256 are taken by what does not scroll`);
    }
    await page.context().close();
  });
  report.measured(`${examples.length} pages at 400 %`);
}
