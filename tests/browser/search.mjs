// The search, as people use it: spellings, singular and plural, codes, nothing found; and axe-core before, with results and with none.

import { faultsInSchemes } from "./axe.mjs";
import { formName, formsFor, open, screensFor } from "./chromium.mjs";
import { lanes } from "./lanes.mjs";
import { QUERIES } from "./queries.mjs";

/** Types a question and waits until its results are announced. */
async function ask(page, question) {
  await page.fill("#ricerca_q", question);
  await page.waitForFunction((text) => document.querySelector("#ricerca_stato").textContent.includes(`«${text}»`), question);
}

export async function search(report, site, browser, { looks }) {
  const address = site.url(site.inEdition("cerca/index.html"));
  const page = await open(browser, report);
  const status = () => page.textContent("#ricerca_stato");
  const shown = () => page.$$eval("#ricerca_risultati a", (links) => links.map((link) => link.textContent));
  await page.goto(address);
  await ask(page, "mobilita");
  const expected = await shown();
  report.expect(expected.some((name) => name.includes("Mobilità")), `«mobilita» finds ${expected}`);
  for (const spelling of ["MOBILITA'", "Mobilità", "MOBILITÀ", "mobilità’"]) {
    await ask(page, spelling);
    report.expect((await shown()).join() === expected.join(), `«${spelling}» finds something else than «mobilita»`);
  }
  report.expect(await page.$$eval("#ricerca_risultati li", (list) => list.every((item) => item.querySelector("mark") && item.querySelector(".genere").textContent)), "a result without its kind or its mark");
  report.expect((await page.getAttribute("#ricerca_stato", "role")) === "status", "the results are not announced");
  await ask(page, "mobilit");
  report.expect((await shown()).length >= expected.length, "the beginning of a word finds less than the word");
  for (const spelling of ["carta d'identità", "carte d’identità", "CARTA IDENTITA"]) {
    await ask(page, spelling);
    report.expect(/carte? d.identit/i.test((await shown())[0] ?? ""), `«${spelling}» finds first ${(await shown())[0]}`);
  }
  for (const [one, many] of [["biblioteca", "biblioteche"], ["contratto", "contratti"], ["servizio", "servizi"]]) {
    await ask(page, one);
    const first = await status();
    await ask(page, many);
    report.expect(/^\d/.test(first) && /^\d/.test(await status()), `${one}: ${first} ${many}: ${await status()}`);
  }
  for (const spelling of ["500-1-B", "500 1 b", "500 - 1 - B"]) {
    await ask(page, spelling);
    report.expect((await shown())[0]?.startsWith("500-1-B"), `«${spelling}» finds first ${(await shown())[0]}`);
  }
  await ask(page, "anagrafe");
  report.expect((await shown()).length > 0, "«anagrafe» is not found after an apostrophe");
  await ask(page, "xyzzy");
  report.expect((await status()).startsWith("Nessun risultato"), await status());
  await ask(page, "gestione xyzzy");
  report.expect((await status()).includes("non parla di «xyzzy»") && (await shown()).length === 0, await status());
  await page.click("#ricerca_niente button");
  await page.waitForFunction(() => document.querySelector("#ricerca_stato").textContent.includes("per «gestione»."));
  report.expect((await shown()).length > 0 && (await page.inputValue("#ricerca_q")) === "gestione", "what else was asked for is not looked for");
  report.expect(await page.isHidden("#ricerca_niente"), "results, and still what to do without any");
  await ask(page, "bibliotecca");
  report.expect((await status()).startsWith("Forse si cercava «biblioteca»"), await status());
  if (!site.like) {
    await ask(page, "4.1");
    report.expect((await shown())[0]?.startsWith("4.1."), `«4.1» finds first ${(await shown())[0]}`);
    await ask(page, "9/9");
    report.expect((await status()).trim() === "Nessun risultato per «9/9».", await status());
    await ask(page, "maternità");
    report.expect((await status()).includes("non parla di «maternità»"), await status());
    await ask(page, "mensa urbanistica");
    report.expect((await status()).includes("con alcune"), await status());
  }
  await ask(page, "220-7-b");
  await page.press("#ricerca_q", "Enter");
  await page.waitForURL(/processi\/220-7-b\//);
  await page.context().close();

  // What people ask: of the grown site only that it answers, its texts are others.
  {
    const page = await open(browser, report);
    await page.goto(address);
    for (const [question, answer] of site.like ? [] : QUERIES) {
      await ask(page, question);
      const results = await page.$$eval("#ricerca_risultati li", (list) => list.map((item) => item.textContent));
      const first = results.slice(0, 3).join(" | ");
      if (answer === null) report.expect(results.length === 0 && (await page.textContent("#ricerca_stato")).includes("non parla di"), `«${question}» finds ${first}`);
      else if (answer.startsWith("=")) report.expect(results.length === 1 && first.includes(answer.slice(1)), `«${question}» finds ${results.length}: ${first}`);
      else report.expect(first.toLowerCase().includes(answer.toLowerCase()), `«${question}» finds ${first}`);
    }
    await ask(page, "avvocatura");
    const answers = await page.$$eval("#ricerca_risultati .risposta", (list) => list.map((answer) => answer.textContent));
    report.expect(answers.length > 0 && answers.every((answer) => /^(Sì|No|In parte|(Parzialmente |Non )?[Ss]martabile)/.test(answer)), `answers: ${answers.join(", ")}`);
    await page.context().close();
  }

  // Every kind of thing is found by its own name, and leads to a page that has it.
  {
    const page = await open(browser, report);
    await page.goto(address);
    await ask(page, "servizio");
    const kinds = await page.$$eval(".generi button", (buttons) => buttons.map((button) => button.textContent));
    report.expect(kinds.length > 4, `«servizio» finds only ${kinds.join(", ")}`);
    const links = await page.$$eval("#ricerca_risultati a", (all) => all.map((link) => link.href));
    for (const link of links.slice(0, 6)) {
      await page.goto(link);
      const target = await page.evaluate(() => !location.hash || Boolean(document.getElementById(decodeURIComponent(location.hash.slice(1)))));
      report.expect(target, `${link} leads to nothing`);
    }
    await page.context().close();
  }

  await lanes(screensFor(site), async (screen) => {
    const page = await open(browser, report, { viewport: screen.viewport });
    const look = (what) => faultsInSchemes(page, screen.schemes, async (found, scheme) => {
      report.expect(found.length === 0, `${what} (${formName(screen, scheme)}): ${found.join("; ")}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      report.expect(wide <= 0, `${what} (${formName(screen, scheme)}): ${wide} px too wide`);
    }, looks);
    await page.goto(address);
    await ask(page, "gestione");
    await look("search with results");
    await ask(page, "xyzzy");
    await look("search with nothing");
    await page.context().close();
  });
  report.measured(`spellings, plurals, codes, kinds; axe-core with results and with none in ${formsFor(site)} forms`);
}
