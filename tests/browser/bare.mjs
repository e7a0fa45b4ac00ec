// Pages on a narrow screen without scripts: nothing is asked of another host, nothing goes wrong, nothing scrolls sideways,
// and the ways that a script would shorten are there on foot.

import { open } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";

/** Looks at a list page after page, as its links lead. */
async function through(page, address, look) {
  for (let next = address; next; next = await page.$$eval("link[rel=next]", ([link]) => link?.href)) {
    await page.goto(next);
    await look();
  }
}

export async function bare(report, site, browser) {
  const pages = site.sample(400);
  await lanes([0, 1], async (lane) => {
    const page = await open(browser, report, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    const session = await page.context().newCDPSession(page);
    for (const name of pages.filter((_, number) => number % 2 === lane)) {
      await page.goto(site.url(name));
      const { cssContentSize } = await session.send("Page.getLayoutMetrics");
      report.expect(cssContentSize.width <= 320, `${name}: ${cssContentSize.width} px wide on a screen of 320`);
      // The heading leaves the screen to the content.
      const heading = await page.evaluate(() => document.querySelector("body > .testata")?.getBoundingClientRect().height ?? 0);
      report.expect(heading <= 180, `${name}: the heading takes ${heading} px of a small screen`);
    }
    // There a way to the search stands in the place of its field.
    await page.goto(site.url(site.inEdition("processi/index.html")));
    report.expect(!(await page.isVisible("#casella_q")), "the field of the heading takes the room of the content");
    await page.click(".cerca-breve");
    await page.waitForURL(/cerca\/index\.html/);
    await page.context().close();
  });
  report.measured(`${pages.length} of ${site.pages.length} pages at 320 px without scripts`);

  const page = await open(browser, report, { javaScriptEnabled: false });
  await page.goto(site.url(site.inEdition("processi/index.html")));
  report.expect(!(await page.isVisible("#filtri")), "filters that do nothing are shown");
  let codes = 0;
  await through(page, site.url(site.inEdition("processi/index.html")), async () => {
    codes += await page.$$eval(".tavola-processi tbody tr", (rows) => rows.filter((row) => row.getClientRects().length).length);
  });
  report.expect(codes === site.processes().length, `${codes} rows shown of ${site.processes().length} processes`);
  // From the table a list of each area, team, degree and risk is a step or two away.
  const links = async (from) => {
    const found = [];
    await through(page, site.url(site.inEdition(from)), async () => found.push(...(await page.$$eval("main a[href]", (all) => all.map((link) => link.href)))));
    return found;
  };
  const near = await links("processi/index.html");
  for (const [folder, index] of [["aree", "aree/index.html"], ["smart-team", "smart-team/index.html"], ["servizi", "servizi/index.html"]]) {
    report.expect(near.includes(site.url(site.inEdition(index))), `no way from the table to ${index}`);
    const single = site.pages.filter((name) => name.startsWith(site.inEdition(`${folder}/`)) && name.split("/").length === 4);
    const listed = new Set(await links(index));
    for (const name of single) report.expect(listed.has(site.url(name)), `${name} is not listed in ${index}`);
  }
  for (const name of site.pages.filter((name) => /\/processi\/per-[^/]+\/[^/]+\/index/.test(name))) report.expect(near.includes(site.url(name)), `no way from the table to ${name}`);
  await page.goto(site.url(site.inEdition("processi/index.html")));
  await page.fill("#casella_q", "biblioteca");
  await page.click(".casella button");
  await page.waitForURL(/cerca\/index\.html/);
  report.expect(await page.isVisible(".senza-script"), "nothing says that the search needs scripts");
  report.expect(await page.isVisible("a[href$='processi/index.html']"), "the search page has no list to go on from");
  report.measured(`the whole table: ${codes} rows, and ready lists`);
  await page.context().close();
}
