// What is typed at the workbench and not saved: node bench-drafts.mjs PROGRAM FOLDER
//
// PROGRAM is the command `piao`, FOLDER that of the repository, whose annex is copied. What was typed in a cell, in a chapter that another
// window saves, in one that could not be saved, and in a record that somebody removes is there again, and is lost only when it is written or
// given up. A cell that is refused says why.

import { writeFileSync } from "node:fs";
import { AtTheBench } from "./at-the-bench.mjs";
import { Report } from "./report.mjs";

const EDITION = "2025-2027";
const SOFTWARE = `data/${EDITION}/software.yaml`;
const CHAPTER = `content/${EDITION}/01-premessa.md`;
const [program, repository, pictures] = process.argv.slice(2);

const report = new Report("bench-drafts");
const bench = await AtTheBench.open(report, program, repository, { pictures });
const { page } = bench;
const to = (path, window = page) => window.goto(new URL(path, bench.address).href);
const kept = () => page.evaluate(() => Object.keys(localStorage).length);
const cell = "td.aperta :is(input, textarea)";

/** Types something into the purpose of the first program, and leaves it there. */
async function typeInCell(words) {
  await to("/banco/software/");
  await page.evaluate(() => document.querySelector("tbody tr [data-campo=scopo]").focus());
  await bench.key("Enter");
  await bench.key("Control+a");
  await page.keyboard.insertText(words);
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
}

await bench.carry(async () => {
  await page.goto(bench.address);

  const before = bench.read(SOFTWARE);
  await typeInCell("Scopo a metà");
  await page.reload();
  report.expect((await page.inputValue(cell)) === "Scopo a metà", "what was typed in a cell is there again");
  report.expect((await page.textContent("#detto")).includes("Ripreso"), "and it is told");
  await bench.look("bozza-casella");
  await bench.key("Escape");
  report.expect((await kept()) === 0 && bench.read(SOFTWARE) === before, "it is given up by Esc");
  await typeInCell("Scopo ripreso");
  await page.reload();
  await page.locator(cell).press("Enter");
  await page.waitForFunction(() => document.getElementById("detto").textContent.includes("Scopo ripreso"));
  report.expect(bench.read(SOFTWARE).includes("scopo: Scopo ripreso") && (await kept()) === 0, "and kept by Enter");

  // What was only checked is still to be saved.
  await to("/banco/processi/500-1-b/");
  await bench.type("#campo-motivazione", "Soltanto provata");
  await Promise.all([page.waitForNavigation(), page.click("form#modulo button[value=prova]")]);
  await to("/banco/");
  await to("/banco/processi/500-1-b/");
  report.expect((await page.inputValue("#campo-motivazione")) === "Soltanto provata", "what was checked and not saved is there again");
  await bench.tabTo("form#modulo .banco-avviso button", "Lascia perdere");
  await Promise.all([page.waitForNavigation(), bench.key("Enter")]);

  // What could not be written is no less a draft once something else is: only what was written is forgotten.
  const isSaving = (request) => request.method() === "POST" && !request.postData().includes("_azione=prova");
  await to("/banco/capitoli/01-premessa/");
  await page.fill("#testo", `${bench.read(CHAPTER).trimEnd()}\n\nDi un banco chiuso.\n`);
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
  const closed = (route) => (isSaving(route.request()) ? route.fulfill({ status: 404, contentType: "text/html", body: "<title>Chiuso</title>" }) : route.continue());
  await page.route("**/banco/capitoli/01-premessa/", closed);
  report.awaits("status of 404");
  await Promise.all([page.waitForNavigation(), page.click("form#modulo button.bottone")]);
  report.expect((await page.title()) === "Chiuso", "the text is sent, and not written");
  await page.unroute("**/banco/capitoli/01-premessa/", closed);
  await to("/banco/processi/500-1-b/");
  await bench.keep({ motivazione: "Di un'altra voce" });
  report.expect((await kept()) === 1, "what was written is forgotten, what was not is kept");
  await to("/banco/processi/500-1-b/");
  report.expect((await page.locator("form#modulo .banco-avviso").count()) === 0, "nothing is taken up of what was written");
  await to("/banco/capitoli/01-premessa/");
  report.expect((await page.inputValue("#testo")).includes("Di un banco chiuso."), "what was not written is there again");
  await bench.tabTo("form#modulo .banco-avviso button", "Lascia perdere");
  await Promise.all([page.waitForNavigation(), bench.key("Enter")]);

  // A cell that is refused says why, and what was typed in one whose record was removed is shown.
  await to("/banco/smart-team/");
  await page.evaluate(() => document.querySelector("tbody tr [data-campo=id]").focus());
  const ids = await page.$$eval("tbody tr", (rows) => rows.map((row) => row.dataset.id));
  await bench.key("Enter");
  await bench.key("Control+a");
  await page.keyboard.insertText(ids[1]);
  report.awaits("status of 422");
  await bench.key("Enter");
  await page.waitForFunction(() => document.getElementById("detto").textContent !== "");
  const why = await page.textContent("#detto");
  report.expect(why.includes("Non è stato scritto nulla:") && why.includes(ids[1]), `a refused cell says why: «${why}»`);
  const TEAMS = `data/${EDITION}/smart-team.yaml`;
  const teams = bench.read(TEAMS);
  await page.goto("about:blank");
  writeFileSync(bench.at(TEAMS), teams.replace(`id: ${ids[0]}\n`, "id: un-altro-nome\n"));
  while ((await page.request.get(new URL(`/banco/smart-team/${ids[0]}/`, bench.address).href)).status() !== 404) await page.waitForTimeout(50);
  await to("/banco/smart-team/");
  const lost = await page.textContent("main");
  report.expect(lost.includes("In una casella che qui non c'è"), "what was typed in a cell of a record that is gone is told");
  report.expect(lost.includes(`non salvato: «${ids[1]}»`), "with its text");
  await bench.look("bozza-smarrita");
  await bench.tabTo("main .banco-avviso button", "Lascia perdere");
  await bench.key("Enter");
  report.expect((await kept()) === 0, "and is given up by its button");
  writeFileSync(bench.at(TEAMS), teams);

  // Two windows of one browser at a chapter: neither loses what the other saves.
  const other = await page.context().newPage();
  await to("/banco/capitoli/01-premessa/");
  await to("/banco/capitoli/01-premessa/", other);
  const text = bench.read(CHAPTER);
  const [last] = text.trimEnd().split("\n").slice(-1);
  await page.fill("#testo", `${text.trimEnd()}\n\nDi una finestra.\n`);
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
  await other.fill("#testo", text.replace(last, `Dell'altra. ${last}`).replace(/^titolo: .*$/mu, "titolo: Un altro titolo"));
  await Promise.all([other.waitForNavigation(), other.click("form#modulo button.bottone")]);
  report.expect(!(await other.inputValue("#testo")).includes("Di una finestra."), "who saves sees what she saved");
  await page.reload();
  report.expect((await page.inputValue("#testo")).includes("Di una finestra."), "what one window typed outlives what the other saves");
  // A browser tells in its console of an answer that is no success.
  report.awaits("status of 409");
  await Promise.all([page.waitForNavigation(), page.click("form#modulo button.bottone")]);
  report.expect((await page.textContent("main")).includes("nelle stesse righe"), "lines that both changed are told");
  await to("/banco/capitoli/01-premessa/");
  report.expect((await page.inputValue("#testo")).includes("Di una finestra."), "and what was typed is still there");
  await page.fill("#testo", bench.read(CHAPTER));
  await Promise.all([page.waitForNavigation(), page.click("form#modulo button.bottone")]);
  await other.close();

  // A line of a file.
  await to(`/banco/testo/${SOFTWARE}?riga=5`);
  const chosen = await page.evaluate(() => {
    const field = document.getElementById("testo");
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  report.expect(chosen === bench.read(SOFTWARE).split("\n")[4], `the line that the address asks for is chosen: «${chosen}»`);

  // What was typed of a record that somebody removed can be added anew.
  await to("/banco/software/nuova/");
  await bench.keep({ nome: "Programma di passaggio", scopo: "Una prova" });
  const record = page.url().split("?")[0];
  const without = before.replace(/^ {4}scopo: .*$/mu, "    scopo: Scopo ripreso");
  await bench.type("#campo-scopo", "Scritto e non salvato");
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
  await page.goto("about:blank");
  writeFileSync(bench.at(SOFTWARE), without);
  while ((await page.request.get(record)).status() !== 404) await page.waitForTimeout(50);
  report.awaits("status of 404");
  await page.goto(record);
  report.expect((await page.textContent("main")).includes("qualcuno l'ha tolta"), "it is told that the record is gone");
  report.expect((await page.inputValue("#campo-scopo")) === "Scritto e non salvato", "what was typed of it is there");
  await bench.look("bozza-tolta");
  await bench.type("#campo-nome", "Programma tornato");
  await Promise.all([page.waitForNavigation(), page.click("form#modulo button.bottone")]);
  report.expect(bench.read(SOFTWARE).includes("Scritto e non salvato") && (await kept()) === 0, "and can be added");

  // What was typed of a new record is not put into a copy.
  await to("/banco/software/nuova/");
  await bench.type("#campo-scopo", "Di una voce nuova");
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
  await to("/banco/software/nuova/?da=programma-tornato");
  report.expect((await page.inputValue("#campo-scopo")) === "Scritto e non salvato", "a copy is a copy");
});
