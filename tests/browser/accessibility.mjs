// Every kind of page, light and dark, narrow and wide: nothing that axe-core can find, every contrast measured.

import { faultsInSchemes } from "./axe.mjs";
import { formName, formsFor, open, screensFor } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";

export async function accessibility(report, site, browser, { looks }) {
  const structures = site.structures();
  const screens = screensFor(site);
  // Where nothing stands that does not stand elsewhere, what is left to find is how it follows on the page: one form shows it.
  const others = site.like ? [] : site.examples().filter((example) => !structures.includes(example));
  const once = [{ ...screens.at(-1), schemes: ["light"] }];
  const pages = [];
  const jobs = [...structures.map((example) => ({ example, forms: screens })), ...others.map((example) => ({ example, forms: once }))];
  await lanes(jobs, async ({ example, forms }, lane) => {
    const page = (pages[lane] ??= await open(browser, report));
    // No script of the theme asks how wide the screen is: one visit serves for all screens.
    await page.goto(site.url(example));
    for (const screen of forms) {
      await page.setViewportSize(screen.viewport);
      await faultsInSchemes(page, screen.schemes, (found, scheme) => report.expect(found.length === 0, `${example} (${formName(screen, scheme)}): ${found.join("; ")}`), looks);
    }
  });
  for (const page of pages) await page.context().close();
  report.measured(`${structures.length} pages of ${site.kinds().size} kinds in ${formsFor(site)} forms, ${others.length} like them in one`);
}
