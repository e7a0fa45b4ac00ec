// Forced colours: a state that only a background tells is lost there, so that borders, marks and outlines must stay.

import { open } from "./chromium.mjs";

export async function modes(report, site, browser) {
  const page = await open(browser, report, { forcedColors: "active" });
  await page.goto(site.url(site.inEdition("cerca/index.html?q=gestione")));
  await page.waitForSelector("#ricerca_risultati mark");
  const mark = await page.$eval("#ricerca_risultati mark", (element) => [getComputedStyle(element).fontWeight, getComputedStyle(element).borderBottomStyle]);
  report.expect(Number(mark[0]) >= 600 || mark[1] !== "none", "with forced colours a found word is like the others");
  const pressed = await page.evaluate(() => {
    const look = (element) => { const style = getComputedStyle(element); return [style.fontWeight, style.borderStyle, style.borderWidth, style.textDecorationLine, style.backgroundColor, style.outlineStyle].join(); };
    return look(document.querySelector(".generi [aria-pressed=true]")) !== look(document.querySelector(".generi [aria-pressed=false]"));
  });
  report.expect(pressed, "with forced colours the chosen kind is like the others");
  await page.goto(site.url(site.inEdition("processi/index.html")));
  const chips = await page.$$eval(".tavola-processi .gettone", (all) => all.every((chip) => chip.textContent.trim().length > 2 && getComputedStyle(chip).borderStyle !== "none"));
  report.expect(chips, "with forced colours a chip is without a word or an edge");
  await page.focus("#filtro_q");
  report.expect(await page.$eval("#filtro_q", (element) => getComputedStyle(element).outlineStyle !== "none"), "with forced colours the focus is not shown");
  const current = await page.$eval(".menu [aria-current]", (element) => { const style = getComputedStyle(element); return Number(style.fontWeight) >= 600 || style.borderBottomStyle !== "none" || style.textDecorationLine !== "none"; });
  report.expect(current, "with forced colours the menu does not show where one is");
  await page.context().close();
  report.measured("forced colours: borders, marks and outlines stay");
}
