// A folder of data in the shape of another, with as many processes as wanted: node grown.mjs ROOT SITE OUT PROCESSES
//
// ROOT is an administration's folder and SITE the site built from it: the records come from its open data, so that whatever the annex
// has is there in the same proportions. The original rows stay as they are; to each round more of them belong new services and teams.
// Six texts in ten are varied, with words of other rows and with places. The same arguments give the same bytes.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MATTERS = [
  "Sport e comunità", "Polizia locale", "Protezione civile", "Politiche abitative", "Politiche giovanili", "Personale", "Gare e contratti",
  "Archivio e protocollo", "Verde pubblico", "Edilizia scolastica", "Illuminazione", "Cimiteri", "Commercio", "Turismo", "Pari opportunità",
  "Sistemi informativi", "Statistica", "Partecipazione", "Mensa scolastica", "Trasporto scolastico", "Manutenzioni", "Espropri", "Ambiente",
  "Rapporti con le associazioni", "Stato civile", "Elettorale", "Toponomastica", "Assicurazioni", "Economato", "Controllo di gestione",
];
const PLACES = [
  "Ceretolo", "San Biagio", "Croce", "Garibaldi", "Meridiana", "Marullina", "Tizzano", "Faianello", "Calzavecchio", "Canonica", "Bastia",
  "Riale", "Lido", "Belvedere", "Eremo", "Gesso", "Rivabella", "Ponte Ronca", "Lavino", "Oliveto", "Monteveglio", "Bazzano", "Savigno",
];
const ENDINGS = [
  "su istanza di parte", "per importi inferiori alla soglia", "ad efficacia immediata o differita", "nei confronti di soggetti terzi",
  "a seguito di avviso pubblico", "con risposta per posta elettronica", "e relativi aggiornamenti annuali", "in forma semplificata",
  "per conto dell'Unione", "nei termini del regolamento", "con pagamento in rate", "mediante appuntamento", "durante la stagione estiva",
  "per le famiglie con figli minori", "a favore delle persone anziane", "per le attività economiche", "nelle strutture comunali",
];

/** Numbers between 0 and 1, always the same ones (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes the folder. */
export function grow(root, site, out, processes) {
  const administration = readFileSync(join(root, "data", "ente.yaml"), "utf8");
  const edition = /^edizione_corrente:\s*"?([^\s"]+)/m.exec(administration)[1];
  const table = (name) => JSON.parse(readFileSync(join(site, edition, "dati", `${name}.json`), "utf8"));
  const next = chance(processes);
  const any = (list) => list[Math.floor(next() * list.length)];

  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "content"), { recursive: true });
  cpSync(join(root, "data"), join(out, "data"), { recursive: true });
  cpSync(join(root, "content", edition), join(out, "content", edition), { recursive: true });
  // A chapter with what takes room on a narrow screen: a picture among words, lists within lists.
  mkdirSync(join(out, "content", edition, "immagini"), { recursive: true });
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300"/></svg>\n';
  writeFileSync(join(out, "content", edition, "immagini", "larga.svg"), picture);
  const deep = Array.from({ length: 9 }, (_, level) => `${"  ".repeat(level)}- amministrazione\n`).join("");
  const among = "![Larga](immagini/larga.svg)";
  const chapter = `## Titolo con ${among}\n\n- Voce con ${among}\n\n| A ${among} | B |\n|---|---|\n| b | ${among} |\n\n${deep}`;
  writeFileSync(join(out, "content", edition, "90-largo.md"), `---\ntitolo: Ciò che è largo\nordine: 90\n---\n\n${chapter}`);
  const data = (name) => join(out, "data", edition, `${name}.yaml`);
  // What the office accepts are faults of the rows as they were published.
  rmSync(data("accettazioni"), { force: true });
  const write = (name, lists) => {
    const records = (list) => list.map((record) => `  - ${JSON.stringify(record)}\n`).join("");
    writeFileSync(data(name), Object.entries(lists).map(([key, list]) => `${key}:\n${records(list)}`).join(""));
  };

  const areas = table("aree").map(({ cessata, ...area }) => (cessata === "si" ? { ...area, cessata } : area));
  const standing = areas.filter((area) => !area.cessata);
  const services = table("servizi");
  const teams = table("smart-team");
  const rows = table("processi");
  const programs = table("software");
  const real = { services: services.length, teams: teams.length, rows: rows.length, programs: programs.length };
  const share = (count) => Math.max(count, Math.round((processes * count) / real.rows));

  let prefix = 1000;
  while (services.length < share(real.services)) {
    const number = services.length;
    const name = `${any(MATTERS)} ${any(PLACES)} ${number}`;
    services.push({ id: `servizio-${number}`, nome: `Servizio ${name}`, area: standing[number % standing.length].id, prefisso: `${(prefix += 1)}` });
  }
  const fresh = services.slice(real.services);
  while (teams.length < share(real.teams) && fresh.length) {
    const service = fresh[teams.length % fresh.length];
    const twin = teams.some((team) => team.servizio === service.id) ? ` – gruppo ${teams.length}` : "";
    const model = teams[teams.length % real.teams];
    teams.push({ id: `team-${teams.length}`, nome: `${service.nome.replace(/^Servizio /, "Smart team ")}${twin}`, servizio: service.id, smartabilita: model.smartabilita });
  }

  /** Six texts in ten become another: the beginning of one, the end of another, or with a word on where and for whom. */
  const varied = (text, others) => {
    if (next() >= 0.6) return text;
    const other = any(others).split(" ");
    const words = text.split(" ");
    const how = next();
    if (how < 0.4 && words.length > 3 && other.length > 3) return [...words.slice(0, Math.ceil(words.length / 2)), ...other.slice(Math.floor(other.length / 2))].join(" ");
    return how < 0.7 ? `${text} ${any(ENDINGS)}` : `${text} (zona ${any(PLACES)})`;
  };
  const pool = Object.fromEntries(["processo", "finalita", "input", "fasi", "output"].map((key) => [key, rows.flatMap((row) => row[key] ?? [])]));
  const free = teams.slice(real.teams);
  const numbers = new Map();
  while (rows.length < processes) {
    const model = rows[rows.length % real.rows];
    const team = free.length ? free[rows.length % free.length] : any(teams);
    const service = services.find((one) => one.id === team.servizio);
    const start = service.prefisso ?? "990";
    const number = (numbers.get(start) ?? 100) + 1;
    numbers.set(start, number);
    const list = (key) => [...new Set((model[key] ?? []).map((text) => varied(text, pool[key]).replaceAll(";", ",")))];
    const row = {
      codice: `${start}-${number}-${model.rischio[0].toUpperCase()}`,
      rischio: model.rischio,
      processo: varied(model.processo, pool.processo),
      finalita: varied(model.finalita, pool.finalita),
      input: list("input"),
      fasi: list("fasi"),
      output: list("output"),
    };
    const [scope, id] = model.servizio ? ["servizio", service.id] : ["smart_team", team.id];
    rows.push({ ...row, [scope]: [id], smartabilita: model.smartabilita, ...(model.supporti_cartacei ? { supporti_cartacei: model.supporti_cartacei } : {}) });
  }
  while (programs.length < share(real.programs)) {
    const model = programs[programs.length % real.programs];
    programs.push({ nome: `${model.nome} ${any(PLACES)} ${programs.length}`, scopo: varied(model.scopo, programs.slice(0, real.programs).map((one) => one.scopo)) });
  }

  write("servizi", { aree: areas, servizi: services });
  write("smart-team", { smart_team: teams });
  write("processi", { processi: rows });
  write("software", { software: programs });
}

if (process.argv[1]?.endsWith("grown.mjs")) {
  const [root, site, out, processes] = process.argv.slice(2);
  grow(root, site, out, Number(processes));
}
