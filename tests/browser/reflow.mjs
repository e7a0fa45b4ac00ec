// Every kind of page as people set up their screens: at 400 % zoom (1280 by 1024 become 320 by 256) nothing scrolls sideways, the answers of a
// table are in view, and what stays in place leaves room to read; words are whole there, and on a tablet; letters twice as large, no motion,
// black and white paper. No script of the theme asks how wide the screen is: one visit serves for all.

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

/** Runs in the page: how much too wide it is. */
const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Runs in the page: something that moves by itself, if there is anything. */
function moving() {
  const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.01);
  const moves = (element) => {
    const style = getComputedStyle(element);
    return style.scrollBehavior === "smooth" || lasts(style.animationDuration) || lasts(style.transitionDuration);
  };
  return [...document.querySelectorAll("*")].find(moves)?.localName;
}

/** Runs in the page: texts that are not dark letters on nothing. */
function pale() {
  const lightness = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return a === 0 ? null : 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; (node = walker.nextNode()) && found.length < 3;) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".filigrana, script, style, svg, option, select")) continue;
    let behind = null;
    for (let at = element; at && behind === null; at = at.parentElement) behind = lightness(getComputedStyle(at).backgroundColor);
    if (lightness(getComputedStyle(element).color) > 110 || (behind ?? 255) < 200) found.push(`${element.localName}.${element.className} «${node.data.trim().slice(0, 20)}»`);
  }
  return found;
}

/** What a page does at 400 %. */
async function zoomed(report, page, name) {
  await page.setViewportSize({ width: 320, height: 256 });
  const wide = await page.evaluate(tooWide);
  report.expect(wide <= 0, `${name}: ${wide} px too wide`);
  const fixed = await page.evaluate(() => {
    const still = [...document.body.querySelectorAll("*")].filter((element) => getComputedStyle(element).position === "fixed");
    return still.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
  });
  report.expect(fixed < 128, `${name}: ${fixed} px of 256 are taken by what does not scroll`);
  const cut = await page.$$eval(".scroll:has(> .a-schede), .a-righe", (tables) => tables.filter((table) => table.scrollWidth > table.clientWidth).map((table) => table.getAttribute("aria-labelledby")));
  report.expect(cut.length === 0, `${name}: answers are out of view in ${cut.join(", ")}`);
  const broken = await page.evaluate(brokenWords);
  report.expect(broken.length === 0, `${name}: words in the middle of which a line ends: ${broken.join(", ")}`);
}

export async function reflow(report, site, browser) {
  // The pages of a grown site have more of the same words.
  const examples = site.like ? site.structures() : site.examples();
  await lanes([0, 1], async (lane) => {
    const page = await open(browser, report, { reducedMotion: "reduce" });
    for (const name of examples.filter((_, number) => number % 2 === lane)) {
      await page.goto(site.url(name));
      const moves = await page.evaluate(moving);
      report.expect(!moves, `${name}: ${moves} moves although no motion is wanted`);
      await zoomed(report, page, name);

      // Between a phone and a desk tables neither become cards nor have all their room: no column may be crushed.
      await page.setViewportSize({ width: 700, height: 900 });
      const broken = await page.evaluate(brokenWords);
      report.expect(broken.length === 0, `${name}, 700 px: words in the middle of which a line ends: ${broken.join(", ")}`);

      await page.setViewportSize({ width: 640, height: 800 });
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      const wide = await page.evaluate(tooWide);
      report.expect(wide <= 0, `${name}: ${wide} px too wide with letters twice as large`);

      // On paper, without colours: dark letters on nothing, and what a colour says has its word.
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const faint = await page.evaluate(pale);
      report.expect(faint.length === 0, `${name}: pale on paper: ${faint.join("; ")}`);
      await page.emulateMedia({ media: "screen", colorScheme: "light" });
    }
    await page.context().close();
  });
  report.measured(`${examples.length} pages at 400 %, 700 px wide, with letters of 200 %, without motion, on paper without colours`);
}
