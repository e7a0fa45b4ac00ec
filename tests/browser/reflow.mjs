// Every kind of page at 400 % zoom (1280 by 1024 become 320 by 256): nothing scrolls sideways, the answers of a table are in view, and what
// stays in place leaves room to read; words are whole there, and on a tablet.

import { open } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";

/** The words of headings and codes that stand on two lines, though no hyphen says so. */
export function brokenWords() {
  const found = new Set();
  for (const element of document.querySelectorAll("h1, h2, h3, th, summary, .codice, .gettone")) {
    if (!element.checkVisibility({ contentVisibilityAuto: true })) continue;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!texts.currentNode.parentElement.checkVisibility()) continue;
      for (const word of texts.currentNode.data.matchAll(/[\p{L}\p{N}]{4,}/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
        if (lines.size > 1) found.add(word[0]);
      }
    }
  }
  return [...found];
}

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
      const cut = await page.$$eval(".scroll:has(> .a-schede), .a-righe", (tables) => tables.filter((table) => table.scrollWidth > table.clientWidth).map((table) => table.getAttribute("aria-labelledby")));
      report.expect(cut.length === 0, `${name}: answers are out of view in ${cut.join(", ")}`);
      const broken = await page.evaluate(brokenWords);
      report.expect(broken.length === 0, `${name}: words in the middle of which a line ends: ${broken.join(", ")}`);
      report.expect(fixed < 128, `${name}: ${fixed} px of 256 are taken by what does not scroll`);
    }
    await page.context().close();
  });
  // Between a phone and a desk tables neither become cards nor have all their room: no column may be crushed.
  const page = await open(browser, report, { viewport: { width: 700, height: 900 } });
  for (const name of examples) {
    await page.goto(site.url(name));
    const broken = await page.evaluate(brokenWords);
    report.expect(broken.length === 0, `${name}, 700 px: words in the middle of which a line ends: ${broken.join(", ")}`);
  }
  await page.context().close();
  report.measured(`${examples.length} pages at 400 %, and 700 px wide`);
}
