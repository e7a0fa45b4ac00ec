// The printable pages as the browser prints them: right sheets, headings on every sheet that has rows.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "./chromium.mjs";

export async function sheets(report, site, browser) {
  const page = await open(browser, report);
  const folder = mkdtempSync(join(tmpdir(), "piao-stampa-"));
  // Of a grown site the sheets of the processes alone have become more.
  const pages = site.pages.filter((name) => name.split("/")[1] === "stampa" && (!site.like || name.includes("stampa/processi/")));
  report.expect(pages.length > 0, "there is nothing to print");
  let all = 0;
  for (const name of pages) {
    await page.goto(site.url(name));
    const headings = await page.$$eval("table", (tables) => tables.map((table) => [...table.querySelectorAll("thead tr:last-child th")].at(-1)?.textContent.trim().split(/\s+/)[0] ?? ""));
    const pdf = join(folder, "stampa.pdf");
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const info = spawnSync("pdfinfo", [pdf], { encoding: "utf8" }).stdout;
    const count = Number(/Pages:\s+(\d+)/.exec(info)?.[1] ?? 0);
    const [width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)?.slice(1).map(Number) ?? [0, 0];
    report.expect(count > 0, `${name}: it does not print`);
    all += count;
    const landscape = name.includes("stampa/processi/");
    const sides = [Math.round(width), Math.round(height)].sort((one, other) => one - other).join("x");
    report.expect(["595x842", "594x842", "595x841"].includes(sides) && (name.includes("allegato") || width > height === landscape), `${name}: sheets of ${width} x ${height}`);
    if (landscape) {
      report.expect(count > 1, `${name}: ${count} sheet`);
      const texts = spawnSync("pdftotext", [pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout.split("\f");
      texts.forEach((text, sheet) => {
        const rows = /\b[A-Z0-9]+-\d+-[BMA]\b/.test(text);
        report.expect(!rows || text.toLowerCase().includes(headings[0].toLowerCase()), `${name}: sheet ${sheet + 1} has rows without headings («${headings[0]}»)`);
      });
    }
  }
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 990 });
  for (const name of ["index.html", site.inEdition("index.html")]) {
    await page.goto(site.url(name));
    const alone = await page.$$eval("main h2", (headings) => headings.filter((heading) => {
      const others = [...heading.parentElement.children].filter((element) => element !== heading);
      return heading.checkVisibility() && others.length > 0 && !others.some((element) => element.checkVisibility());
    }).map((heading) => heading.textContent));
    report.expect(alone.length === 0, `${name}: on paper nothing stands below ${alone.join(", ")}`);
    report.expect(!(await page.isVisible(".cerca-breve >> nth=0")), `${name}: paper has a way to the search`);
    // What stands above ends with a line: the first words are not written on it.
    const gap = await page.evaluate(() => {
      const words = document.querySelector("main :is(h1, p)").getBoundingClientRect();
      const above = [...document.querySelectorAll("body > *")].filter((element) => !element.matches("main, script") && element.checkVisibility());
      const ends = above.map((element) => element.getBoundingClientRect().bottom).filter((bottom) => bottom <= words.top + 2);
      return words.top - Math.max(0, ...ends);
    });
    report.expect(gap > 8, `${name}: on paper ${gap} px between what stands above and the first words`);
    const larger = await page.$$eval("main :is(td, th) .blocco, main .regole p", (texts) => texts.filter((text) => parseFloat(getComputedStyle(text).fontSize) > 14).length);
    report.expect(larger === 0, `${name}: ${larger} texts larger on paper than the others`);
  }
  // A sheet of A4 between margins of 15 mm does not scroll: what stands beyond its edge is lost.
  await page.setViewportSize({ width: 680, height: 1000 });
  for (const name of site.sample(60).filter((name) => !name.includes("stampa/processi/"))) {
    await page.goto(site.url(name));
    const beyond = await page.$$eval("table", (tables) => tables.filter((table) => table.checkVisibility() && table.getBoundingClientRect().right > innerWidth + 1).map((table) => table.className));
    report.expect(beyond.length === 0, `${name}: on paper a table is cut: ${beyond.join(", ")}`);
  }
  rmSync(folder, { recursive: true });
  report.measured(`${pages.length} printable pages, ${all} sheets`);
  await page.context().close();
}
