// Two windows at the workbench: node bench-windows.mjs PROGRAM FOLDER
//
// PROGRAM is the command `piao`, FOLDER that of the repository, whose annex is copied. One window changes the data by its forms, the files are
// changed by hand; the other hears of both. What it shows follows without being loaded again: what was typed, the focus, what is open and
// what is in sight stay. Nothing that was only checked makes a page change.

import { writeFileSync } from "node:fs";
import { AtTheBench } from "./at-the-bench.mjs";
import { open } from "./chromium.mjs";
import { Report } from "./report.mjs";

const EDITION = "2025-2027";
const PROCESSES = `data/${EDITION}/processi.yaml`;
const [program, repository, pictures] = process.argv.slice(2);

const report = new Report("bench-windows");
const bench = await AtTheBench.open(report, program, repository, { pictures });
const { page } = bench;
const to = (path) => page.goto(new URL(path, bench.address).href);

/** Changes a file as an editor does. */
function edit(path, right, wrong) {
  const text = bench.read(path);
  if (!text.includes(right)) throw new Error(`${path} does not say «${right}»`);
  writeFileSync(bench.at(path), text.replace(right, wrong));
}

/** Marks the page, so that one that is loaded again is known. */
const mark = () => page.evaluate(() => { window.isTheSame = true; });
const isTheSame = () => page.evaluate(() => window.isTheSame === true);
const until = (test) => page.waitForFunction(test);

await bench.carry(async () => {
  await page.goto(bench.address);

  // A page that is only looked at follows; the focus and what is open stay.
  await mark();
  await page.evaluate(() => { document.querySelector("main details summary").focus(); });
  await bench.key("Enter");
  edit(PROCESSES, "rischio: basso\n    processo: Rappresentanza", "rischio: BASSO\n    processo: Rappresentanza");
  await until(() => document.querySelector("main").textContent.includes("1 correzione certa"));
  report.expect(await isTheSame(), "the page is not loaded again");
  report.expect(await page.evaluate(() => document.activeElement.matches("summary") && document.activeElement.parentElement.open), "the focus and what is open stay");
  edit(PROCESSES, "rischio: BASSO\n    processo: Rappresentanza", "rischio: basso\n    processo: Rappresentanza");
  await until(() => !document.querySelector("main").textContent.includes("1 correzione certa"));
  report.expect(await isTheSame(), "nor when it is mended");

  // A form in which nothing is typed follows; one that is being written is left alone, and its findings with it.
  await bench.process("500-1-B");
  await mark();
  await page.evaluate(() => document.getElementById("campo-motivazione").focus());
  edit(PROCESSES, "processo: Rappresentanza", "processo: Nuova rappresentanza");
  await until(() => document.getElementById("campo-processo").value.startsWith("Nuova rappresentanza"));
  report.expect((await isTheSame()) && (await page.evaluate(() => document.activeElement.id)) === "campo-motivazione", "the focus stays in a form that follows");
  await page.keyboard.insertText("Scritto a metà");
  const place = () => page.evaluate(() => Math.round(document.activeElement.getBoundingClientRect().top));
  const before = await place();
  edit(PROCESSES, "processo: Nuova rappresentanza", "processo: Altra rappresentanza");
  await page.waitForSelector("#cambiata:not([hidden])");
  report.expect((await page.inputValue("#campo-motivazione")).includes("Scritto a metà"), "what is typed stays");
  report.expect((await page.inputValue("#campo-processo")).startsWith("Nuova"), "and so does the form around it");
  report.expect((await isTheSame()) && (await page.evaluate(() => document.activeElement.id)) === "campo-motivazione", "with the focus");
  report.expect(Math.abs((await place()) - before) < 2, `and it stays in sight, from ${before} to ${await place()}`);
  await bench.look("cambiata");

  // Both changes are kept, and those of the file are told first.
  const send = () => bench.enter("form#modulo button.bottone", "Salva");
  // A browser tells in its console of an answer that is no success.
  const collide = () => {
    report.awaits("status of 409");
    return send();
  };
  await collide();
  report.expect((await page.textContent("main > [role=alert]")).includes("restano l'uno e l'altro"), "a change by hand is told before anything is written");
  await send();
  const both = bench.read(PROCESSES);
  report.expect(both.includes("processo: Altra rappresentanza") && both.includes("motivazione: Scritto a metà"), "and both changes stay");

  // The same field in both: the other value is shown, and the choice is hers.
  await bench.type("#campo-motivazione", "Una motivazione");
  edit(PROCESSES, "motivazione: Scritto a metà", "motivazione: Scritto a mano");
  await page.waitForSelector("#cambiata:not([hidden])");
  await collide();
  await bench.look("conflitto");
  const notice = await page.textContent("[data-campo=motivazione] .banco-avviso");
  report.expect(notice.includes("«Scritto a mano»") && (await page.inputValue("#campo-motivazione")) === "Una motivazione", "both values are shown");
  report.expect(bench.read(PROCESSES).includes("motivazione: Scritto a mano"), "and nothing is written before she chooses");
  await bench.choose("#campo-motivazione-scelta", "ciò che dice");
  await send();
  report.expect(bench.read(PROCESSES).includes("motivazione: Scritto a mano"), "what the file says is kept where she chooses it");

  // What is typed outlives the page.
  await bench.type("#campo-motivazione", "Una bozza");
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
  await page.reload();
  report.expect((await page.inputValue("#campo-motivazione")) === "Una bozza", "what was typed is there again");
  await bench.look("bozza");
  await bench.tabTo("form#modulo .banco-avviso button", "Lascia perdere");
  await Promise.all([page.waitForNavigation(), bench.key("Enter")]);
  report.expect((await page.inputValue("#campo-motivazione")) === "Scritto a mano", "unless it is given up");
  report.expect((await page.locator("form#modulo .banco-avviso").count()) === 0, "and then nothing is said of it");

  // What the file says by now is not overwritten by what was typed before.
  await bench.type("#campo-motivazione", "Una bozza vecchia");
  await page.waitForFunction(() => Object.keys(localStorage).length > 0);
  const record = page.url();
  await page.goto("about:blank");
  edit(PROCESSES, "motivazione: Scritto a mano", "motivazione: Scritto più tardi");
  await page.goto(record);
  report.expect((await page.inputValue("#campo-motivazione")) === "Una bozza vecchia", "what was typed is there after the file was changed");
  await collide();
  report.expect((await page.textContent("[data-campo=motivazione] .banco-avviso")).includes("«Scritto più tardi»"), "and held against what the file says by now");
  await bench.choose("#campo-motivazione-scelta", "ciò che dice");
  await send();
  report.expect(await page.evaluate(() => Object.keys(localStorage).length === 0), "what was settled is no draft any more");
  report.expect((await page.inputValue("#campo-motivazione")) === "Scritto più tardi", "and the form shows what was chosen");

  const other = await open(bench.browser, report);
  await other.goto(bench.address);

  // A cell that is open stays open while another window changes the table.
  await to("/banco/software/");
  await mark();
  await page.evaluate(() => document.querySelector("tbody tr [data-campo=scopo]").focus());
  await bench.key("Enter");
  await bench.key("Control+a");
  await page.keyboard.insertText("Scopo a metà");
  await other.goto(new URL("/banco/software/nuova/", bench.address).href);
  await other.fill("#campo-nome", "Programma dell'altra finestra");
  await other.fill("#campo-scopo", "Una prova");
  await other.click("form#modulo button.bottone");
  await other.goto(new URL("/banco/software/", bench.address).href);
  await page.waitForSelector("#cambiata:not([hidden])");
  report.expect((await page.inputValue("td.aperta :is(input, textarea)")) === "Scopo a metà", "an open cell keeps what is typed");
  await bench.key("Escape");
  await until(() => document.querySelector("main").textContent.includes("Programma dell'altra finestra"));
  report.expect((await isTheSame()) && (await page.isHidden("#cambiata")), "when it is left, the table follows");
  report.expect(await page.evaluate(() => document.activeElement.dataset.campo === "scopo"), "and the focus is on the same cell");

  // What one window did, the other undoes.
  report.expect((await page.textContent("#annulla")).includes("Programma dell'altra finestra"), "both windows have one log");
  await bench.key("Control+z");
  await page.waitForFunction(() => document.getElementById("ora").textContent.startsWith("Annullato: "));
  report.expect(await isTheSame(), "undoing leaves her on her page");
  await other.waitForFunction(() => !document.querySelector("table").textContent.includes("Programma dell'altra finestra"));
  await other.context().close();
});
