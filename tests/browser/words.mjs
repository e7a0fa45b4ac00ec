// The words of a question are those of the index: parole.js against the table that the tests of the program read too (words.tsv).

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";

export function words(report, site) {
  const scope = { document: { addEventListener() {} } };
  const script = readFileSync(join(site.folder, "risorse", "parole.js"), "utf8");
  const { folded: foldedWords } = runInNewContext(`${script}; piaoParole`, scope);
  const table = readFileSync(new URL("words.tsv", import.meta.url), "utf8").trim().split("\n").filter((line) => !line.startsWith("#"));
  for (const line of table) {
    const [text, folded] = line.split("\t");
    const found = foldedWords(text).join(" ");
    report.expect(found === folded, `«${text}» is «${found}», not «${folded}»`);
  }
  report.measured(`${table.length} texts`);
}
