// Every kind of page, light and dark, narrow and wide: nothing that axe-core can find, every contrast measured.

import { faults } from "./axe.mjs";
import { formName, formsFor, open } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";

export async function accessibility(report, site, browser) {
  const examples = site.examples();
  const forms = formsFor(site);
  await lanes(forms, async (form) => {
    const page = await open(browser, report, form);
    for (const example of examples) {
      await page.goto(site.url(example));
      const found = await faults(page);
      report.expect(found.length === 0, `${example} (${formName(form)}): ${found.join("; ")}`);
    }
    await page.context().close();
  });
  report.measured(`${examples.length} pages of ${site.kinds().size} kinds in ${forms.length} forms`);
}
