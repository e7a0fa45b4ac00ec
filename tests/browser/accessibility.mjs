// Every kind of page, light and dark, narrow and wide: nothing that axe-core can find, every contrast measured.

import { faultsInSchemes } from "./axe.mjs";
import { formName, formsFor, open, screensFor } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";

export async function accessibility(report, site, browser) {
  const examples = site.examples();
  await lanes(screensFor(site), async (screen) => {
    const page = await open(browser, report, { viewport: screen.viewport });
    for (const example of examples) {
      await page.emulateMedia({ colorScheme: screen.schemes[0] });
      await page.goto(site.url(example));
      await faultsInSchemes(page, screen.schemes, (found, scheme) => report.expect(found.length === 0, `${example} (${formName(screen, scheme)}): ${found.join("; ")}`));
    }
    await page.context().close();
  });
  report.measured(`${examples.length} pages of ${site.kinds().size} kinds in ${formsFor(site)} forms`);
}
