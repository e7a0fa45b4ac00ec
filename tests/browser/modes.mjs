// The ways in which people set up their screens: forced colours, no motion, black and white paper, large letters.

import { open } from "./chromium.mjs";

export async function modes(report, site, browser) {
  // With forced colours a state that only a background tells is lost: borders, marks and outlines must stay.
  {
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
  }

  // Without motion nothing moves by itself. The same pages on paper, without colours: dark letters on nothing, and what a colour says has its word.
  {
    const page = await open(browser, report, { reducedMotion: "reduce" });
    const moving = [];
    const pale = new Set();
    for (const name of site.examples()) {
      await page.goto(site.url(name));
      moving.push(...await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
        const style = getComputedStyle(element);
        const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.01);
        return style.scrollBehavior === "smooth" || lasts(style.animationDuration) || lasts(style.transitionDuration);
      }).slice(0, 1).map((element) => element.localName)));
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const found = await page.evaluate(() => {
        const lightness = (color) => { const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number); return a === 0 ? null : 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const faults = [];
        for (let node; (node = walker.nextNode()) && faults.length < 3;) {
          const element = node.parentElement;
          if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".filigrana, script, style, svg, option, select")) continue;
          let behind = null;
          for (let at = element; at && behind === null; at = at.parentElement) behind = lightness(getComputedStyle(at).backgroundColor);
          if (lightness(getComputedStyle(element).color) > 110 || (behind ?? 255) < 200) faults.push(`${element.localName}.${element.className} «${node.data.trim().slice(0, 20)}»`);
        }
        return faults;
      });
      for (const fault of found) pale.add(`${name}: ${fault}`);
      await page.emulateMedia({ media: "screen", colorScheme: "light" });
    }
    report.expect(moving.length === 0, `moves although no motion is wanted: ${moving.slice(0, 3)}`);
    report.expect(pale.size === 0, `pale on paper: ${[...pale].slice(0, 4).join("; ")}`);
    await page.context().close();
  }

  // Letters twice as large as the browser's: nothing scrolls sideways.
  {
    const page = await open(browser, report, { viewport: { width: 640, height: 800 } });
    await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "200%"; }));
    for (const name of site.examples()) {
      await page.goto(site.url(name));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      report.expect(wide <= 0, `${name}: ${wide} px too wide with letters twice as large`);
    }
    await page.context().close();
  }
  report.measured("forced colours, no motion, paper without colours, letters of 200 %");
}
