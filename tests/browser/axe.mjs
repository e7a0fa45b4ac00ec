// What axe-core finds on an open page, and every contrast measured.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The faults of a page, each on a line. */
export async function faults(page) {
  await page.evaluate(script);
  return page.evaluate(look);
}

/** Runs in the page. */
async function look() {
  const result = await window.axe.run(document, {
    preload: false,
    elementRef: true,
    resultTypes: ["violations", "incomplete"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
  });
  const list = (nodes) => `${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")} (${nodes.length})`;
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
    if (measured === null) found.push(`contrast not measured, ${why}: ${node.target.join(" ")}`);
    else if (measured < enough) found.push(`contrast ${measured.toFixed(2)}: ${node.target.join(" ")}`);
  }
  return found.length > 8 ? [...found.slice(0, 8), `${found.length - 8} more`] : found;
}
