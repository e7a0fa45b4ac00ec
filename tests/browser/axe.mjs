// What axe-core finds on an open page, and every contrast measured.
//
// Most of its time axe-core spends on contrasts, one text after the other. A table of a thousand rows has no more looks than one of ten: texts
// with the same colours, backgrounds, letters and place among the same elements are one look, of which axe-core measures three. What looks
// otherwise in any way is another look, so that nothing is left out. A screen that differs from the one before in its colours alone, shown by
// the place and the state of every element, is asked again only for what depends on colours.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
/** The rules of those standards that depend on colours. */
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** The faults of a page as it is shown, each on a line. */
export async function faults(page) {
  await page.evaluate(script);
  return page.evaluate(look, STANDARDS);
}

/** The faults of a page, each on a line, in one colour scheme after the other: `see` is given those of each. */
export async function faultsInSchemes(page, schemes, see) {
  await page.evaluate(script);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const isSame = schemes.length > 1 && (await page.evaluate(isAsBefore, colorScheme === schemes[0]));
    await see(await page.evaluate(look, isSame ? COLOURS : STANDARDS), colorScheme);
  }
}

/** Runs in the page: whether all that it is but its colours is as it was when this was asked before. */
function isAsBefore(isFirst) {
  const state = [...document.querySelectorAll("*")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { visibility, opacity, display } = getComputedStyle(element);
    return [x, y, width, height, visibility, opacity, display].join();
  });
  const now = `${state.join(";")}${document.documentElement.outerHTML}`;
  const isSame = !isFirst && now === window.shapeBefore;
  window.shapeBefore = now;
  return isSame;
}

/** Runs in the page. */
async function look(runOnly) {
  // A few texts of each look carry a mark for the time of the measure.
  const MARK = "data-contrasto";
  const numbers = new Map();
  const number = (key) => {
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key);
  };
  const around = new Map();
  const looks = new Map();
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const own = [element.localName, element.getAttribute("class"), element.matches(":disabled, [aria-disabled]") || element.control?.disabled];
    const place = [style.position, style.inset, style.float, style.zIndex, style.overflow, style.transform];
    const behind = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, ...place];
    for (const pseudo of ["::before", "::after"]) {
      const { content, backgroundColor, backgroundImage, position } = getComputedStyle(element, pseudo);
      if (content !== "none") behind.push(pseudo, backgroundColor, backgroundImage, position);
    }
    around.set(element, number([around.get(element.parentElement), ...own, ...behind].join("|")));
    const box = element.getBoundingClientRect();
    const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0;
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const key = [around.get(element), isSeen, words, style.color, style.fontSize, style.fontWeight, style.textShadow, style.textIndent, style.clipPath].join("|");
    if (!looks.has(key)) looks.set(key, []);
    looks.get(key).push(element);
  }
  const marked = [...looks.values()].flatMap((alike) => [...new Set([alike[0], alike[alike.length >> 1], alike.at(-1)])]);
  for (const element of marked) element.setAttribute(MARK, "");
  window.axe.configure({ rules: [{ id: "color-contrast", selector: `[${MARK}]` }] });
  const result = await window.axe.run(document, { preload: false, elementRef: true, resultTypes: ["violations", "incomplete"], runOnly });
  for (const element of marked) element.removeAttribute(MARK);
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
  return found.length > 8 ? [...found.slice(0, 8), `${found.length - 8} more`] : found;
}
