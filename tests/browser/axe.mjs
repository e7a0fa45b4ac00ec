// What axe-core finds on an open page, and every contrast measured.
//
// Most of its time axe-core spends on contrasts, one text after the other. A table of a thousand rows has no more looks than one of ten, and
// fifty pages with one heading no more headings: texts with the same colours, backgrounds, letters and place among the same elements are one
// look, of which axe-core measures three, on whatever pages they are. What looks otherwise in any way is another look, so that nothing is
// left out. A screen that differs from the one before in its colours alone, shown by the place and the state of every element, is asked again
// only for what depends on colours.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
/** The rules of those standards that depend on colours. */
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** Defines in a page `shown()`: its elements that have a place, or hold some that have. The style of what is hidden is slow to be told, and nobody sees it. */
const defineShown = `window.shown = ${function shown() {
  const hasPlace = (element) => element.checkVisibility() || getComputedStyle(element).display === "contents";
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT, (element) => (hasPlace(element) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT));
  const elements = [];
  while (walker.nextNode()) elements.push(walker.currentNode);
  return elements;
}};`;

/** How often each look was measured, on each screen in each of its colour schemes. */
export class Looks {
  #screens = new Map();

  /** Those of a page as it is shown in a scheme, as far as they go: name and count. */
  of(page, colorScheme) {
    const screen = `${page.viewportSize().width} ${colorScheme}`;
    if (!this.#screens.has(screen)) this.#screens.set(screen, {});
    return this.#screens.get(screen);
  }
}

/** Brings along what is run in a page, once. */
async function prepare(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(script + defineShown);
}

/** The faults of a page as it is shown, each on a line. */
export async function faults(page) {
  await prepare(page);
  return (await page.evaluate(look, { runOnly: STANDARDS, counts: {} })).found;
}

/** The faults of a page, each on a line, in one colour scheme after the other: `see` is given those of each. */
export async function faultsInSchemes(page, schemes, see, looks) {
  await prepare(page);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const isSame = schemes.length > 1 && (await page.evaluate(isAsBefore, colorScheme === schemes[0]));
    const counts = looks.of(page, colorScheme);
    const { found, measured } = await page.evaluate(look, { runOnly: isSame ? COLOURS : STANDARDS, counts });
    for (const name of measured) counts[name] = (counts[name] ?? 0) + 1;
    await see(found, colorScheme);
  }
}

/** Runs in the page: whether all that it is but its colours is as it was when this was asked before. */
function isAsBefore(isFirst) {
  const state = window.shown().map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { visibility, opacity, display } = getComputedStyle(element);
    return [x, y, width, height, visibility, opacity, display].join();
  });
  const now = `${state.join(";")}${document.documentElement.outerHTML}`;
  const isSame = !isFirst && now === window.shapeBefore;
  window.shapeBefore = now;
  return isSame;
}

/** Runs in the page: its faults, and the names of the looks that were measured. */
async function look({ runOnly, counts }) {
  // A few texts of each look carry a mark for the time of the measure.
  const MARK = "data-contrasto";
  const ENOUGH = 3;
  /** A short name of a long key, the same on every page: 2 times 32 bits. */
  const short = (key) => {
    let [one, other] = [0x811c9dc5, 0x9e3779b9];
    for (let at = 0; at < key.length; at += 1) {
      one = Math.imul(one ^ key.charCodeAt(at), 0x01000193);
      other = Math.imul(other ^ key.charCodeAt(at), 0x85ebca6b) ^ (other >>> 13);
    }
    return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
  };
  const around = new Map();
  const looks = new Map();
  for (const element of window.shown()) {
    const style = getComputedStyle(element);
    const own = [element.localName, element.getAttribute("class"), element.matches(":disabled, [aria-disabled]") || element.control?.disabled];
    const place = [style.position, style.inset, style.float, style.zIndex, style.overflow, style.transform];
    const behind = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, ...place];
    for (const pseudo of ["::before", "::after"]) {
      const { content, backgroundColor, backgroundImage, position } = getComputedStyle(element, pseudo);
      if (content !== "none") behind.push(pseudo, backgroundColor, backgroundImage, position);
    }
    around.set(element, short([around.get(element.parentElement), ...own, ...behind].join("|")));
    const box = element.getBoundingClientRect();
    const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0;
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const key = short([around.get(element), isSeen, words, style.color, style.fontSize, style.fontWeight, style.textShadow, style.textIndent, style.clipPath].join("|"));
    if (!looks.has(key)) looks.set(key, []);
    looks.get(key).push(element);
  }
  const few = (alike) => [...new Set([alike[0], alike[alike.length >> 1], alike.at(-1)])];
  const chosen = [...looks].flatMap(([name, alike]) => few(alike).slice(0, Math.max(0, ENOUGH - (counts[name] ?? 0))).map((element) => ({ name, element })));
  const marked = chosen.map(({ element }) => element);
  /** Whether a link among other words is told from them by its colour, for all that can be seen here. */
  const isToldByColour = (link) => {
    if (getComputedStyle(link).textDecorationLine.includes("underline")) return false;
    let block = link.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest("a[href]")) return true;
    return false;
  };
  const isOnlyColours = !Array.isArray(runOnly);
  if (isOnlyColours && !marked.length && ![...document.querySelectorAll("a[href]")].some(isToldByColour)) return { found: [], measured: [] };
  for (const element of marked) element.setAttribute(MARK, "");
  // Of rows that are hidden axe-core asks the style, one element after the other, and looks at none of them.
  const hidden = [...document.querySelectorAll("tbody > tr")].filter((row) => !row.checkVisibility()).map((row) => ({ row, place: new Comment() }));
  for (const { row, place } of hidden) row.replaceWith(place);
  window.axe.configure({ rules: [{ id: "color-contrast", selector: `[${MARK}]` }] });
  const result = await window.axe.run(document, { preload: false, elementRef: true, resultTypes: ["violations", "incomplete"], runOnly });
  for (const element of marked) element.removeAttribute(MARK);
  for (const { row, place } of hidden) place.replaceWith(row);
  const name = (node) => node.target.join(" ").replace(/\[data-contrasto(="")?\]/g, "");
  const list = (nodes) => `${nodes.slice(0, 3).map(name).join(", ")} (${nodes.length})`;
  const found = result.violations.map((one) => `${one.id}: ${list(one.nodes)}`);

  // Where axe-core leaves a contrast open because of where things lie (cells scrolled out of sight, headings over two rows, shapes that
  // are no letters), the colours are compared here: the text against the first background behind it. Pictures and gradients stay faults.
  const GEOMETRY = ["elmPartiallyObscured", "elmPartiallyObscuring", "bgOverlap", "nonBmp", "shortTextContent", "outsideViewport", "emptyValue"];
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (color) => {
    if (!known.has(color)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(color, [r, g, b, a / 255]);
    }
    return known.get(color);
  };
  const over = (top, below) => top.slice(0, 3).map((value, index) => value * top[3] + below[index] * (1 - top[3]));
  const luminance = (color) => {
    const [r, g, b] = color.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none" || Number(style.opacity) < 1) return null;
      layers.push(rgba(style.backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    if (layers.at(-1)[3] < 1) layers.push(rgba("Canvas"));
    const behind = layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
    const text = over(rgba(getComputedStyle(element).color), behind);
    const [low, high] = [luminance(behind), luminance(text)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
  };
  for (const node of result.incomplete.filter((one) => one.id === "color-contrast").flatMap((one) => one.nodes)) {
    const why = node.any[0]?.data?.messageKey ?? node.any[0]?.message ?? "unknown";
    const measured = GEOMETRY.includes(why) ? ratio(node.element) : null;
    const style = getComputedStyle(node.element);
    const size = parseFloat(style.fontSize);
    const enough = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    if (measured === null) found.push(`contrast not measured, ${why}: ${name(node)}`);
    else if (measured < enough) found.push(`contrast ${measured.toFixed(2)}: ${name(node)}`);
  }
  const shown = found.length > 8 ? [...found.slice(0, 8), `${found.length - 8} more`] : found;
  return { found: shown, measured: chosen.map(({ name }) => name) };
}
