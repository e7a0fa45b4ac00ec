// A short January at the workbench of administrations of other shapes, by the keyboard alone: node bench-bodies.mjs PROGRAM FOLDER [PICTURES]
//
// PROGRAM is the command `piao`, FOLDER that of the repository. A municipality without teams and codes, whose records stand each on a line, and
// a university: a fault is mended by its button, a process is added, a chapter is written in, the site is made; the files differ in those lines.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AtTheBench } from "./at-the-bench.mjs";
import { onlyIn } from "./lines.mjs";
import { Report } from "./report.mjs";

const EDITION = "2026-2028";
const PROCESSES = `data/${EDITION}/processi.yaml`;
const CHAPTER = `content/${EDITION}/01-premessa.md`;
const WRITTEN = "Una riga scritta al banco.";
const [program, repository, pictures] = process.argv.slice(2);

const BODIES = {
  "comune-senza-team": {
    // The line in which the fault is, around it.
    faulty: ["- { processo: Parere di conformità urbanistica, servizio: pianificazione, smartabilita: ", ", motivazione: No sopralluogo }"],
    process: { processo: "Rilascio del contrassegno", servizio: "Staff capo", smartabilita: "s" },
    added: ["- { processo: Rilascio del contrassegno, servizio: staff, smartabilita: si }"],
  },
  ateneo: {
    faulty: ["smartabilita: ", ""],
    process: { codice: "AR4.MP1.P2", processo: "Rilascio delle certificazioni", servizio: "Segreterie studenti", smartabilita: "in parte" },
    added: ["- codice: AR4.MP1.P2", "processo: Rilascio delle certificazioni", "servizio: segreterie-studenti", "smartabilita: in parte"],
  },
};

/** The texts of all files below some folders, by their paths. */
function texts(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? texts(root, path) : [[path, readFileSync(join(root, path), "utf8")]];
  });
}

async function january(name, { faulty, process, added }) {
  const report = new Report(`bench-bodies, ${name}`);
  const prepare = (it) => writeFileSync(it.at(PROCESSES), it.read(PROCESSES).replace("smartabilita: in parte", "smartabilita: In  Parte"));
  const bench = await AtTheBench.open(report, program, join(repository, "tests/administrations", name), { pictures, prepare });
  const { page } = bench;
  const all = () => [...texts(bench.root, "data"), ...texts(bench.root, "content")];
  const before = new Map(all());
  const look = (screen) => bench.look(`${name}-${screen}`);

  await bench.work(async () => {
    await page.goto(bench.address);
    await bench.enter(".banco-rilievi form button", "Correggi");
    report.expect(await page.locator(".banco-fatto").isVisible(), "what was mended is told");

    await bench.enter(".banco-menu a", "Tavole");
    await bench.enter("main a", "Mappatura dei processi");
    await bench.enter("main a", "Aggiungi");
    await look("nuova");
    await bench.keep(process);
    report.expect((await page.textContent(".banco-fatto")).startsWith("Fatto. Aggiunt"), "the new process is told");
    report.expect((await page.textContent("h1")).includes(process.processo), "and its form bears its name");

    await bench.enter(".banco-menu a", "Capitoli");
    await bench.enter("main a", "Premessa");
    await bench.tabTo("#testo");
    await bench.key("Control+End");
    await page.keyboard.insertText(`\n${WRITTEN}\n`);
    await bench.enter("form.banco-modulo button.bottone", "Salva");

    const wanted = [`- ${faulty.join("In  Parte")}`, ...[faulty.join("in parte"), ...added, WRITTEN, ""].map((line) => `+ ${line}`)];
    const lines = all().flatMap(([path, text]) => {
      const was = before.get(path) ?? "";
      return [...onlyIn(was, text).map((line) => `- ${line}`), ...onlyIn(text, was).map((line) => `+ ${line}`)];
    });
    report.expect(String(lines.sort()) === String(wanted.sort()), `the files differ in ${JSON.stringify(lines)}`);

    await bench.enter(".banco-menu a", "Pubblica");
    await look("pubblica");
    await bench.enter("main button", "Genera il sito");
    await page.waitForSelector(".banco-fatto, main [role=alert]");
    report.expect(existsSync(bench.at("public/index.html")), "the site lies in its folder");
    report.expect(readFileSync(bench.at(`public/${EDITION}/processi/index.html`), "utf8").includes(process.processo), "with the new process");
  });
  return report.failed;
}

let failed = 0;
for (const [name, body] of Object.entries(BODIES)) failed += await january(name, body);
process.exit(failed === 0 ? 0 : 1);
