// A January at the workbench, by the keyboard alone: node bench.mjs PROGRAM FOLDER
//
// PROGRAM is the command `piao`, FOLDER that of the repository, whose annex is copied. Three faults are mended by their buttons, a record is
// edited, a team is added and two processes are given to it, a cell is changed in its table, a list put in another order, five rows are pasted,
// who publishes is filled in, a finding is accepted, a chapter is written in; at the end the files differ in those lines and no others. Every
// kind of page is looked at by axe on the way.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { faults } from "./axe.mjs";
import { launch, open } from "./chromium.mjs";
import { Report } from "./report.mjs";

const EDITION = "2025-2027";
const FILES = ["processi", "smart-team", "accettazioni"].map((name) => `data/${EDITION}/${name}.yaml`);
FILES.push("data/ente.yaml", `data/${EDITION}/software.yaml`);
const CHAPTER = `content/${EDITION}/01-premessa.md`;
const [program, repository, pictures] = process.argv.slice(2);

const report = new Report("bench");
const root = mkdtempSync(join(tmpdir(), "piao-banco-"));
const at = (path) => join(root, path);
const read = (path) => readFileSync(at(path), "utf8");
for (const folder of ["data", "content", "themes"]) cpSync(join(repository, folder), at(folder), { recursive: true });

/** Puts a fault into a file. */
function plant(path, right, wrong) {
  const text = read(path);
  if (!text.includes(right)) throw new Error(`${path} does not say «${right}»`);
  writeFileSync(at(path), text.replace(right, wrong));
}
plant(FILES[0], "rischio: basso\n    processo: Rappresentanza", "rischio: BASSO\n    processo: Rappresentanza");
plant(FILES[0], "smartabilita: in parte", "smartabilita: In  Parte");
plant(FILES[0], "smart_team: [avvocatura-civica]", "smart_team: [avocatura-civica]");
const before = Object.fromEntries([...FILES, CHAPTER].map((path) => [path, read(path)]));

const child = spawn(program, ["serve", "--root", root, "--port", "0", "--no-browser", "--today", "2026-01-15"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
const ended = new Promise((resolve) => child.once("exit", resolve));

const browser = await launch();
const page = await open(browser, report);
const key = (name) => page.keyboard.press(name);

/** Presses Tab until the focus is on what the selector finds, and has the words. */
async function tabTo(selector, words = "") {
  for (let step = 0; step < 400; step += 1) {
    const there = await page.evaluate(([selector, words]) => {
      const element = document.activeElement;
      const text = `${element?.textContent} ${element?.getAttribute("aria-label") ?? ""}`;
      return Boolean(element?.matches(selector) && text.includes(words));
    }, [selector, words]);
    if (there) return true;
    await key("Tab");
  }
  report.fail(`${page.url()}: Tab does not come to ${selector} «${words}»`);
  return false;
}

/** Presses Enter on what the selector finds, and waits for the page that comes. */
async function enter(selector, words) {
  if (!(await tabTo(selector, words))) return;
  await Promise.all([page.waitForNavigation(), key("Enter")]);
}

/** Types into a field, in the place of what stands there. */
async function type(selector, text) {
  if (!(await tabTo(selector))) return;
  await key("Control+a");
  await page.keyboard.insertText(text);
}

/** Chooses an option of a list by its first letters. */
async function choose(selector, label) {
  if (!(await tabTo(selector))) return;
  await page.keyboard.type(label);
}

/** The headings of the name and of the purpose, as the table of programs has them. */
const headings = () => page.evaluate(async () => {
  const answer = await fetch("/banco/software/");
  const table = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("table[data-modifica]");
  const cells = [...table.tBodies[0].rows[0].cells];
  const heading = (key) => table.tHead.rows[0].cells[cells.findIndex((cell) => cell.dataset.campo === key)].textContent.trim();
  return `${heading("nome")}\t${heading("scopo")}`;
});

let looked = 0;
const FORMS = [["light", 1280], ["dark", 1280], ["light", 360], ["dark", 360]];

/** What axe finds on the page as it is, on each screen; a picture of each where pictures are asked for. */
async function look(name) {
  for (const [colorScheme, width] of FORMS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const found = await faults(page);
    report.expect(found.length === 0, `${name}, ${colorScheme}, ${width} px: ${found.join("; ")}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    report.expect(!wide, `${name}, ${width} px: the page is wider than the screen`);
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${colorScheme}-${width}.png`), fullPage: false });
    }
    looked += 1;
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}

try {
  await page.goto(address);
  report.expect(!page.url().includes("chiave"), "the key leaves the address");
  await look("oggi");
  for (let fault = 0; fault < 3; fault += 1) {
    await enter(".banco-rilievi form button", "Correggi");
    report.expect(await page.locator(".banco-fatto").isVisible(), `what was mended is told at ${page.url()}`);
  }
  report.expect(read(FILES[0]).includes("smart_team: [avvocatura-civica]\n    smartabilita: in parte"), "the three faults are mended");

  await enter(".banco-menu a", "Tavole");
  await look("tavole");
  await enter("main a", "Mappatura dei processi");
  await look("tavola");
  await enter("tbody th a", "500-1-B");
  await look("voce");
  await type("#campo-motivazione", "Le udienze si tengono in presenza.");
  await enter("form#modulo button.bottone");
  report.expect((await page.textContent(".banco-fatto")).includes("Motivazione"), "the change is told");

  await enter(".banco-menu a", "Tavole");
  await enter("main a", "Smart");
  await enter("main a", "Aggiungi");
  await look("nuova");
  await type("#campo-id", "contenzioso");
  await type("#campo-nome", "Contenzioso");
  await choose("#campo-servizio", "Avvocatura");
  await choose("#campo-smartabilita", "parzialmente");
  await enter("form#modulo button.bottone");
  for (const code of ["500-1-B", "500-2-B"]) {
    await enter(".banco-menu a", "Tavole");
    await enter("main a", "Mappatura dei processi");
    await enter("tbody th a", code);
    await choose("#campo-smart_team", "Contenzioso");
    await enter("form#modulo button.bottone");
  }

  // What is typed is checked before it is kept.
  await enter(".banco-menu a", "Tavole");
  await enter("main a", "Mappatura dei processi");
  await enter("tbody th a", "500-2-B");
  await type("#campo-codice", "500-1-B");
  const found = await page.waitForSelector("[data-campo=codice] .banco-rilievo.errore", { timeout: 20000 }).catch(() => null);
  report.expect(found, "a code that is there twice is told while it is typed");
  report.expect((await page.textContent("#stato")).includes("1 errore"), "and counted above");
  await look("voce-provata");
  await type("#campo-codice", "500-2-B");
  // An item of a list goes up by its button, or by Alt and the arrow.
  await tabTo("#campo-input textarea");
  const items = () => page.$$eval("#campo-input textarea", (fields) => fields.map((field) => field.value));
  const first = await items();
  if (first.length > 1) {
    await key("Alt+ArrowDown");
    report.expect((await items())[1] === first[0], "an item moves by the keyboard");
    await key("Alt+ArrowUp");
    report.expect(String(await items()) === String(first), "and back");
  }
  await page.goto(new URL("/banco/software/", address).href);
  await look("tavola-caselle");

  // A cell, then a block of five rows: the last of them are new.
  await tabTo("tbody th[data-campo]");
  await key("End");
  const column = await page.evaluate(() => document.activeElement.dataset.campo);
  await key("Home");
  report.expect(column && (await page.evaluate(() => document.activeElement.tagName)) === "TH", "arrows and their like move in the table");
  const programs = await page.$$eval("tbody tr", (rows) => rows.length);
  await page.evaluate(() => {
    const last = [...document.querySelectorAll("tbody tr")].at(-1);
    last.querySelector("[data-campo=scopo]").focus();
  });
  await key("Enter");
  await key("Control+a");
  await page.keyboard.insertText("Scopo scritto nella casella");
  await key("Enter");
  await page.waitForFunction(() => document.getElementById("detto").textContent.includes("Scopo scritto"), null, { timeout: 20000 });
  report.expect(read(FILES[4]).includes("scopo: Scopo scritto nella casella"), "a cell is kept by Enter");
  report.expect(await page.evaluate(() => document.activeElement.dataset.campo === "scopo"), "and the focus stays in the table");
  await page.goto(new URL("/banco/software/incolla/", address).href);
  await look("incolla");
  await tabTo("#testo");
  await page.keyboard.insertText("Nome\tScopo\nProva uno\tScopo 1\nProva due\tScopo 2\nProva tre\tScopo 3\nProva quattro\tScopo 4\nProva cinque\tScopo 5\n".replace("Nome\tScopo", await headings()));
  await enter("form#incolla button", "Mostra");
  await look("letto");
  report.expect((await page.textContent("main > form p[role=status]")).includes("5 voci sono nuove"), "the block is shown before it is kept");
  report.expect(!read(FILES[4]).includes("Prova uno"), "and not written before");
  await enter("form#incolla button", "Salva tutto");
  report.expect((await page.$$("tbody tr")).length === programs + 5, "five rows are new");

  await page.goto(new URL("/banco/ente/", address).href);
  await look("ente");
  await type("#campo-privacy", "https://www.esempio.it/privacy");
  await enter("form#modulo button.bottone");
  await page.goto(new URL("/banco/edizione/", address).href);
  await look("edizione");

  await enter(".banco-menu a", "Oggi");
  await enter(".banco-rilievo a", "Accetta… da verificare: La cella");
  await look("accetta");
  await type("#motivo", "Così nel testo pubblicato.");
  await enter("form.banco-modulo button.bottone");

  await enter(".banco-menu a", "Capitoli");
  await look("capitoli");
  await enter("main a");
  await look("capitolo");
  await tabTo("#testo");
  await key("Control+End");
  await page.keyboard.insertText("\nUna riga scritta al banco.\n");
  await enter("form.banco-modulo button.bottone");

  // The same page in another window hears of a change, and a form in which something was typed is left alone.
  const other = await open(browser, report);
  await other.goto(new URL(`/${EDITION}/`, address).href);
  plant(`data/${EDITION}/edizione.yaml`, "titolo: ", "titolo: Nuova ");
  const follows = await other.waitForFunction(() => document.title.includes("Nuova "), null, { timeout: 20000 }).catch(() => null);
  report.expect(follows, "an open page follows the files");

  /** The lines of a text that another does not have. */
  const only = (one, two) => {
    const left = two.split("\n");
    return one.split("\n").filter((line) => {
      const found = left.indexOf(line);
      if (found >= 0) left.splice(found, 1);
      return found < 0;
    });
  };
  const gone = FILES.concat(CHAPTER).flatMap((path) => only(before[path], read(path)).map((line) => line.trim()));
  const added = FILES.concat(CHAPTER).flatMap((path) => only(read(path), before[path]).map((line) => line.trim()));
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
  await enter(".banco-azioni button", "Chiudi il banco");
  report.expect((await page.textContent("h1")) === "Il banco è chiuso", "it says good-bye");
  report.expect((await ended) === 0, "the program ends well");
} catch (error) {
  report.fail(`${page.url()}: ${error.stack ?? String(error)}\n${(await page.textContent("main")).slice(0, 600)}`);
} finally {
  child.kill();
  await browser.close();
  rmSync(root, { recursive: true, force: true });
}
report.measured(`${looked} screens looked at, ${report.passed} passed, ${report.failed} failed`);
process.exit(report.failed === 0 ? 0 : 1);
