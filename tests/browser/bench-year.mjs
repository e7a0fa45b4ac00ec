// The year's work at the workbench, by the keyboard alone: node bench-year.mjs PROGRAM FOLDER [PICTURES]
//
// PROGRAM is the command `piao`, FOLDER that of the repository, whose annex is copied. A foreign spreadsheet is handed in, one of its columns
// corrected, and what it says written and undone; next year's edition is made, changed and compared; workbooks are taken away; the edition is
// sealed and opened again; the site and the package are made, and one making is stopped.

import { existsSync, writeFileSync } from "node:fs";
import { AtTheBench } from "./at-the-bench.mjs";
import { Report } from "./report.mjs";

const [EDITION, NEXT] = ["2025-2027", "2026-2028"];
const SOFTWARE = `data/${EDITION}/software.yaml`;
const [program, repository, pictures] = process.argv.slice(2);

const report = new Report("bench-year");
const bench = await AtTheBench.open(report, program, repository, {
  pictures,
  prepare: (it) => writeFileSync(it.at("programmi.csv"), "Nome;Scopo;Chi lo dà\r\nProgramma di prova;Una prova;Fornitore di prova\r\n"),
});
const { page } = bench;
const says = async (words, what) => report.expect((await page.textContent("main")).includes(words), `${page.url()}: ${what}`);

/** Waits until what is being made is made, with the page that follows it by itself. */
const made = () => page.waitForSelector(".banco-fatto, main [role=alert]", { timeout: 120000 });

await bench.carry(async () => {
  await page.goto(bench.address);

  // A sheet that comes in.
  await bench.enter(".banco-menu a", "Fogli di calcolo");
  await bench.look("fogli");
  const workbook = await bench.take("main a", "per Excel");
  report.expect(workbook.name === `piao-${EDITION}.xlsx` && workbook.bytes.subarray(0, 2).toString() === "PK", "a workbook is taken away");
  const each = await bench.take("main a", "uno per");
  report.expect(each.name?.endsWith(".zip") && each.bytes.subarray(0, 2).toString() === "PK", "an archive of workbooks is taken away");
  const before = bench.read(SOFTWARE);
  await bench.tabTo("#file");
  // What the system's own window would do.
  await page.setInputFiles("#file", bench.at("programmi.csv"));
  await bench.enter("main button", "Leggi i fogli");
  await bench.look("importa");
  await says("non riconosciuta", "a column is not known");
  await bench.choose("select[name*='Chi lo dà']", "Fornitore");
  await bench.enter("main button", "Rileggi");
  await says("Risposte già date: 1", "the answer is kept");
  report.expect(bench.read(SOFTWARE) === before, "nothing is written before it is asked for");
  await bench.enter("main button", "Scrivi nei dati");
  await says("Importato programmi.csv: 1 voce", "what was written is told");
  report.expect(bench.read(SOFTWARE).includes("Fornitore di prova"), "the corrected column is written");
  if (await bench.tabTo(".banco-azioni button", "Annulla")) await bench.key("Enter");
  await page.waitForFunction(() => document.getElementById("ora").textContent.startsWith("Annullato: "));
  report.expect(bench.read(SOFTWARE) === before, "one step gives the bytes back");

  // Next year's edition.
  await bench.enter(".banco-menu a", "Edizioni");
  await bench.look("edizioni");
  report.expect((await page.inputValue("#nome")) === NEXT, "the next edition is proposed");
  await bench.enter("main button", "Prepara l'edizione");
  await says("preparata. Da qui in poi", "the new edition is told");
  await bench.look("edizione");
  report.expect(existsSync(bench.at(`data/${NEXT}/edizione.yaml`)), "the new edition is there");
  await says("Decisioni da prendere", "its decisions are listed");
  await bench.process("500-1-B");
  await bench.keep({ motivazione: "Le udienze si tengono in presenza." });
  report.expect(bench.read(`data/${NEXT}/processi.yaml`).includes("Le udienze si tengono"), "it is the new edition that is changed");
  report.expect(!bench.read(`data/${EDITION}/processi.yaml`).includes("Le udienze si tengono"), "and not the one before");

  // What is different.
  await bench.enter(".banco-menu a", "Confronto");
  await bench.look("confronto");
  await says("Le udienze si tengono in presenza.", "the change is shown");
  const document = await bench.take("main a", "documento (DOCX)");
  report.expect(document.name === `confronto-${EDITION}-${NEXT}.docx`, "the comparison is taken away");

  // The seal.
  await bench.enter(".banco-menu a", "Edizioni");
  await bench.enter("main a", `Sigilla… ${EDITION}`);
  await bench.look("sigillo");
  await bench.enter("main button", "Sigilla");
  report.expect(existsSync(bench.at(`data/${EDITION}/sigillo.yaml`)), "the edition is sealed");
  await bench.type("#motivo", "Un refuso.");
  await bench.enter("main button", "Riapri");
  report.expect(bench.read(`data/${EDITION}/sigillo.yaml`).includes("motivo: \"Un refuso.\""), "it is opened with its reason");

  // What is published.
  await bench.enter(".banco-menu a", "Pubblica");
  await bench.look("pubblica");
  await bench.enter("main button", "Genera il sito");
  if (await page.locator("#passo").isVisible()) await bench.look("lavoro");
  await made();
  await bench.look("lavoro-fatto");
  await says("Fatto: ", "the site is made");
  report.expect(existsSync(bench.at("public/index.html")), "the site lies in its folder");
  await bench.enter("main a", "Torna a");
  await bench.enter("main button", "Prepara il pacchetto");
  if (await bench.tabTo("main button", "Ferma")) await bench.key("Enter");
  await made();
  const stopped = await page.locator("main [role=alert]").count();
  report.expect(stopped === 1, "a making is stopped by its button");
  await bench.enter("main a", "Torna a");
  await bench.enter("main button", "Prepara il pacchetto");
  await made();
  await says("Impronta SHA-256", "the package is made");
  const archive = await bench.take("main a", "Scarica il pacchetto");
  report.expect(archive.name?.endsWith(".zip"), "the package is taken away");

  await bench.enter(".banco-azioni button", "Chiudi il banco");
  report.expect((await bench.ended) === 0, "the program ends well");
});
