// A January at the workbench, by the keyboard alone: node bench.mjs PROGRAM FOLDER
//
// PROGRAM is the command `piao`, FOLDER that of the repository, whose annex is copied. Three faults are mended by their buttons, a record is
// edited, a team is added and two processes are given to it, a cell is changed in its table, a list put in another order, five rows are pasted,
// who publishes is filled in, a finding is accepted, a chapter is written in; at the end the files differ in those lines and no others. Every
// kind of page is looked at by axe on the way.

import { writeFileSync } from "node:fs";
import { AtTheBench } from "./at-the-bench.mjs";
import { open } from "./chromium.mjs";
import { onlyIn } from "./lines.mjs";
import { Report } from "./report.mjs";

const EDITION = "2025-2027";
const FILES = ["processi", "smart-team", "accettazioni"].map((name) => `data/${EDITION}/${name}.yaml`);
FILES.push("data/ente.yaml", `data/${EDITION}/software.yaml`);
const CHAPTER = `content/${EDITION}/01-premessa.md`;
const [program, repository, pictures] = process.argv.slice(2);

/** Puts a fault into a file. */
function plant(it, path, right, wrong) {
  const text = it.read(path);
  if (!text.includes(right)) throw new Error(`${path} does not say «${right}»`);
  writeFileSync(it.at(path), text.replace(right, wrong));
}

/** Three faults, and what the files say with them. */
function prepare(it) {
  plant(it, FILES[0], "rischio: basso\n    processo: Rappresentanza", "rischio: BASSO\n    processo: Rappresentanza");
  plant(it, FILES[0], "smartabilita: in parte", "smartabilita: In  Parte");
  plant(it, FILES[0], "smart_team: [avvocatura-civica]", "smart_team: [avocatura-civica]");
  before = Object.fromEntries([...FILES, CHAPTER].map((path) => [path, it.read(path)]));
}

const report = new Report("bench");
let before;
const bench = await AtTheBench.open(report, program, repository, { pictures, prepare });
const { page, address } = bench;

/** The headings of the name and of the purpose, as the table of programs has them. */
const headings = () => page.evaluate(async () => {
  const answer = await fetch("/banco/software/");
  const table = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("table[data-modifica]");
  const cells = [...table.tBodies[0].rows[0].cells];
  const heading = (key) => table.tHead.rows[0].cells[cells.findIndex((cell) => cell.dataset.campo === key)].textContent.trim();
  return `${heading("nome")}\t${heading("scopo")}`;
});

/** Cells of several choices are opened and left as they are: nothing is written, be it in another order or without what is not there. */
async function onlyOpened() {
  await page.goto(new URL("/banco/processi/", address).href);
  for (const [column, isWanted] of [["smart_team", (value) => value === "avocatura-civica"], ["area", (value) => value.includes("\n")]]) {
    const cells = page.locator(`td[data-campo=${column}]`);
    const values = await cells.evaluateAll((all) => all.map((cell) => cell.dataset.valore));
    const wanted = values.flatMap((value, row) => (isWanted(value) ? [row] : [])).slice(0, 3);
    report.expect(wanted.length > 0, `no cell of ${column} is to be opened`);
    for (const row of wanted) {
      await cells.nth(row).focus();
      await bench.key("Enter");
      await cells.nth(row).locator("select").waitFor();
      await bench.key("Tab");
      await cells.locator("select").waitFor({ state: "detached" });
      report.expect(bench.read(FILES[0]) === before[FILES[0]], `a cell that is only opened changes its file: ${values[row]}`);
    }
  }
}

await bench.carry(async () => {
  await page.goto(address);
  report.expect(!page.url().includes("chiave"), "the key leaves the address");
  await bench.look("oggi");
  await onlyOpened();
  await page.goto(address);
  for (let fault = 0; fault < 3; fault += 1) {
    await bench.enter(".banco-rilievi form button", "Correggi");
    report.expect(await page.locator(".banco-fatto").isVisible(), `what was mended is told at ${page.url()}`);
  }
  report.expect(bench.read(FILES[0]).includes("smart_team: [avvocatura-civica]\n    smartabilita: in parte"), "the three faults are mended");

  await bench.enter(".banco-menu a", "Tavole");
  await bench.look("tavole");
  await bench.enter("main a", "Mappatura dei processi");
  await bench.look("tavola");
  await bench.enter("tbody th a", "500-1-B");
  await bench.look("voce");
  await bench.keep({ motivazione: "Le udienze si tengono in presenza." });
  report.expect((await page.textContent(".banco-fatto")).includes("Motivazione"), "the change is told");

  await bench.enter(".banco-menu a", "Tavole");
  await bench.enter("main a", "Smart");
  await bench.enter("main a", "Aggiungi");
  await bench.look("nuova");
  await bench.keep({ id: "contenzioso", nome: "Contenzioso", servizio: "Avvocatura", smartabilita: "parzialmente" });
  for (const code of ["500-1-B", "500-2-B"]) {
    await bench.process(code);
    await bench.keep({ smart_team: "Contenzioso" });
  }

  // What is typed is checked before it is kept.
  await bench.process("500-2-B");
  await bench.type("#campo-codice", "500-1-B");
  const found = await page.waitForSelector("[data-campo=codice] .banco-rilievo.errore").catch(() => null);
  report.expect(found, "a code that is there twice is told while it is typed");
  report.expect((await page.textContent("#stato")).includes("1 errore"), "and counted above");
  await bench.look("voce-provata");
  await bench.type("#campo-codice", "500-2-B");
  // An item of a list goes up by its button, or by Alt and the arrow.
  await bench.tabTo("#campo-input textarea");
  const items = () => page.$$eval("#campo-input textarea", (fields) => fields.map((field) => field.value));
  const first = await items();
  if (first.length > 1) {
    await bench.key("Alt+ArrowDown");
    report.expect((await items())[1] === first[0], "an item moves by the keyboard");
    await bench.key("Alt+ArrowUp");
    report.expect(String(await items()) === String(first), "and back");
  }
  // Lines that are pasted in an item are items of their own.
  await bench.key("Control+End");
  await page.keyboard.insertText("\nuna riga\n\nun'altra\n");
  const pasted = [first[0], "una riga", "un'altra", ...first.slice(1)];
  report.expect(String(await items()) === String(pasted), `lines that are pasted become ${await items()}`);
  report.expect((await page.inputValue("textarea[name=input]")) === pasted.join("\n"), "and are sent so");
  report.expect((await page.evaluate(() => document.activeElement.value)) === "un'altra", "the cursor is in the last of them");
  await page.goto(new URL("/banco/software/", address).href);
  await bench.look("tavola-caselle");

  // A cell, then a block of five rows: the last of them are new.
  await bench.tabTo("tbody th[data-campo]");
  await bench.key("End");
  const column = await page.evaluate(() => document.activeElement.dataset.campo);
  await bench.key("Home");
  report.expect(column && (await page.evaluate(() => document.activeElement.tagName)) === "TH", "arrows and their like move in the table");
  const programs = await page.$$eval("tbody tr", (rows) => rows.length);
  await page.evaluate(() => {
    const last = [...document.querySelectorAll("tbody tr")].at(-1);
    last.querySelector("[data-campo=scopo]").focus();
  });
  await bench.key("Enter");
  await bench.key("Control+a");
  await page.keyboard.insertText("Scopo scritto nella casella");
  await bench.key("Enter");
  await page.waitForFunction(() => document.getElementById("detto").textContent.includes("Scopo scritto"));
  report.expect(bench.read(FILES[4]).includes("scopo: Scopo scritto nella casella"), "a cell is kept by Enter");
  report.expect(await page.evaluate(() => document.activeElement.dataset.campo === "scopo"), "and the focus stays in the table");
  await page.goto(new URL("/banco/software/incolla/", address).href);
  await bench.look("incolla");
  await bench.tabTo("#testo");
  await page.keyboard.insertText("Nome\tScopo\nProva uno\tScopo 1\nProva due\tScopo 2\nProva tre\tScopo 3\nProva quattro\tScopo 4\nProva cinque\tScopo 5\n".replace("Nome\tScopo", await headings()));
  await bench.enter("form#incolla button", "Mostra");
  await bench.look("letto");
  report.expect((await page.textContent("main > form p[role=status]")).includes("5 voci sono nuove"), "the block is shown before it is kept");
  report.expect(!bench.read(FILES[4]).includes("Prova uno"), "and not written before");
  await bench.enter("form#incolla button", "Salva tutto");
  report.expect((await page.$$("tbody tr")).length === programs + 5, "five rows are new");

  await page.goto(new URL("/banco/ente/", address).href);
  await bench.look("ente");
  await bench.keep({ privacy: "https://www.esempio.it/privacy" });
  // Forms of settings, a table without rows, and a search that finds nothing.
  for (const [name, path] of [
    ["edizione", "edizione/"], ["colonne", "colonne/processi/"], ["controlli", "controlli/"], ["tavola-vuota", "indicatori/"],
    ["tavola-senza-trovati", "processi/?q=zzzz"],
  ]) {
    await page.goto(new URL(`/banco/${path}`, address).href);
    await bench.look(name);
  }

  await bench.enter(".banco-menu a", "Oggi");
  await bench.enter(".banco-rilievo a", "Accetta… da verificare: La cella");
  await bench.look("accetta");
  await bench.type("#motivo", "Così nel testo pubblicato.");
  await bench.enter("form.banco-modulo button.bottone");

  await bench.enter(".banco-menu a", "Capitoli");
  await bench.look("capitoli");
  await bench.enter("main a");
  await bench.look("capitolo");
  await bench.tabTo("#testo");
  await bench.key("Control+End");
  await page.keyboard.insertText("\nUna riga scritta al banco.\n");
  await bench.enter("form.banco-modulo button.bottone");

  // The same page in another window hears of a change, and a form in which something was typed is left alone.
  const other = await open(bench.browser, report);
  // It has the key, as every window of who works at the bench: without it the site is what a build writes.
  await other.goto(address);
  await other.goto(new URL(`/${EDITION}/`, address).href);
  plant(bench, `data/${EDITION}/edizione.yaml`, "titolo: ", "titolo: Nuova ");
  const follows = await other.waitForFunction(() => document.title.includes("Nuova ")).catch(() => null);
  report.expect(follows, "an open page follows the files");
  // It would ask for itself again when the bench is closed.
  await other.context().close();

  const gone = FILES.concat(CHAPTER).flatMap((path) => onlyIn(before[path], bench.read(path)));
  const added = FILES.concat(CHAPTER).flatMap((path) => onlyIn(bench.read(path), before[path]));
  const expected = {
    gone: ["rischio: BASSO", "smart_team: [avocatura-civica]", "smartabilita: In  Parte", "smart_team: [avvocatura-civica]", "scopo: Sw per l'organizzazione del lavoro"],
    added: [
      "rischio: basso", "smartabilita: in parte", "motivazione: Le udienze si tengono in presenza.", "smart_team: [contenzioso]", "smart_team: [contenzioso]",
      "- id: contenzioso", "nome: Contenzioso", "servizio: avvocatura-civica", "smartabilita: parzialmente smartabile", "motivo: Così nel testo pubblicato.",
      "Una riga scritta al banco.", "scopo: Scopo scritto nella casella", "privacy: https://www.esempio.it/privacy",
      ...["uno", "due", "tre", "quattro", "cinque"].flatMap((word, at) => [`- nome: Prova ${word}`, `scopo: Scopo ${at + 1}`]),
    ],
  };
  const acceptance = /^(- controllo: LA\d{3}|dove: .+|)$/;
  const stray = (lines, right) => lines.filter((line) => !acceptance.test(line) && !right.includes(line));
  report.expect(stray(gone, expected.gone).length === 0, `other lines went: ${stray(gone, expected.gone).join(" | ")}`);
  report.expect(stray(added, expected.added).length === 0, `other lines came: ${stray(added, expected.added).join(" | ")}`);
  report.expect(expected.added.every((line) => added.includes(line)), `lines are missing of ${added.join(" | ")}`);

  await page.goto(new URL("/banco/", address).href);
  await bench.enter(".banco-azioni button", "Chiudi il banco");
  report.expect((await page.textContent("h1")) === "Il banco è chiuso", "it says good-bye");
  report.expect((await bench.ended) === 0, "the program ends well");
});
