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
  await other.waitForFunction(() => !document.querySelector("table").textContent.includes("Programma dell'altra finestra"));
  await other.context().close();
});
