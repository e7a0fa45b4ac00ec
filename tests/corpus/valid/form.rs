//! The same annex, or a smaller one, written in another way: one for each thing that a file may have or lack.

use super::body::starter;
use crate::annex::Files;

const EDITION: &str = "data/2026-2028";
const PREMISE: &str = "content/2026-2028/01-premessa.md";

/// What is done to the annex of `piao init`.
pub type Form = (&'static str, fn(&mut Files));

fn data(name: &str) -> String {
    if name == "ente" || name == "controlli" { format!("data/{name}.yaml") } else { format!("{EDITION}/{name}.yaml") }
}

fn edit(files: &mut Files, name: &str, change: impl FnOnce(&str) -> String) {
    let text = files.get_mut(&data(name)).expect("a file of the starter");
    *text = change(text);
}

fn more(files: &mut Files, name: &str, text: &str) {
    edit(files, name, |before| format!("{}\n{text}\n", before.trim_end()));
}

fn remove(files: &mut Files, names: &[&str]) {
    for name in names {
        files.remove(&data(name));
    }
}

fn every(files: &mut Files, change: impl Fn(&str) -> String) {
    files.values_mut().for_each(|text| *text = change(text));
}

/// A file of data as a folder of files, one record each.
fn folder(files: &mut Files, name: &str, start: &str) {
    let text = files.remove(&data(name)).expect("a file of the starter");
    let (head, rest) = text.split_once(start).expect("a record");
    for (number, record) in rest.split(start).enumerate() {
        files.insert(format!("{EDITION}/{name}/{number:02}.yaml"), format!("{head}{start}{record}"));
    }
}

/// A chapter more.
fn chapter(files: &mut Files, name: &str, body: &str) {
    let text = format!("---\ntitolo: Altre regole\nordine: 30\n---\n\n{body}\n");
    files.insert(format!("content/2026-2028/{name}.md"), text);
}

/// The annex of `piao init` in this form.
pub fn files(form: &Form) -> Files {
    let mut files = starter();
    (form.1)(&mut files);
    files
}

pub const FORMS: &[Form] = &[
    ("com'è", |_| {}),
    ("con indicatori", |files| {
        let path = data("indicatori");
        let rows = "  - { id: a, dimensione: Salute digitale, indicatore: Portatili, unita: n., base: { valore: 1.250, al: 2025-12-31 }, obiettivi: { 2026: 1400, 2027: \"≥ 1500\" }, consuntivo: { 2025: 1250 }, smart_team: [tributi] }\n  - { dimensione: Costi, indicatore: Spesa, unita: \"€\", obiettivi: { 2026: \"≤ 500\", 2028: \"≤ 400\" } }\n";
        files.insert(path, format!("indicatori:\n{rows}"));
    }),
    ("senza programmi", |files| remove(files, &["software"])),
    ("senza formazione", |files| remove(files, &["formazione"])),
    ("senza stato di attuazione", |files| remove(files, &["attuazione"])),
    ("senza valutazione né esclusioni", |files| remove(files, &["valutazione", "esclusioni"])),
    ("senza nessuna tabella facoltativa", |files| {
        remove(files, &["software", "formazione", "attuazione", "valutazione", "esclusioni"]);
    }),
    ("file con soli commenti", |files| {
        remove(files, &["software"]);
        files.insert(data("software"), "# Da scrivere.\n# software:\n#   - nome: …\n".to_owned());
        files.insert(data("accettazioni"), "# Nessuna.\n".to_owned());
        files.insert(data("controlli"), "# Come di solito.\n\n".to_owned());
    }),
    ("fine riga di Windows", |files| every(files, |text| text.replace('\n', "\r\n"))),
    ("segno di codifica in testa", |files| every(files, |text| format!("\u{feff}{text}"))),
    ("fine riga di Windows e segno di codifica", |files| {
        every(files, |text| format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }),
    ("senza l'ultimo a capo", |files| every(files, |text| text.trim_end().to_owned())),
    ("righe vuote in coda", |files| every(files, |text| format!("{text}\n\n\n"))),
    ("segni di inizio e di fine documento", |files| {
        for name in ["processi", "servizi", "ente"] {
            edit(files, name, |text| format!("---\n{text}...\n"));
        }
    }),
    ("virgolette semplici e apostrofi raddoppiati", |files| {
        edit(files, "processi", |text| {
            text.replace(
                "fasi: [Verifica dell'atto, Pubblicazione all'albo]",
                "fasi: ['Verifica dell''atto', 'Pubblicazione all''albo']",
            )
        });
    }),
    ("testi su più righe", |files| {
        edit(files, "processi", |text| {
            text.replace(
                "finalita: Pubblicare gli atti nei tempi previsti",
                "finalita: >-\n      Pubblicare gli atti\n      nei tempi previsti\n\n      - anche in estate",
            )
            .replace(
                "finalita: Recuperare i tributi non versati",
                "finalita: |\n      Recuperare i tributi\n      non versati\n",
            )
            .replace("processo: Accertamento dei tributi", "processo:\n      Accertamento\n      dei tributi")
        });
    }),
    ("testi fra virgolette su più righe", |files| {
        edit(files, "processi", |text| {
            text.replace(
                "finalita: Recuperare i tributi non versati",
                "finalita: \"Recuperare i tributi\n      non versati: IMU,\n      TARI # e altri\"",
            )
        });
    }),
    ("commenti dappertutto", |files| {
        for name in ["processi", "servizi", "smart-team", "attuazione", "edizione"] {
            edit(files, name, |text| {
                text.lines()
                    .map(|line| match line.trim_start() {
                        "" => "\n".to_owned(),
                        written if written.starts_with('#') => format!("{line}\n"),
                        _ => format!("      # nota: [x] {{y}} \"z\n{line}  # fatto il 3/2\n"),
                    })
                    .collect()
            });
        }
    }),
    ("tabulazioni dopo i due punti", |files| {
        edit(files, "processi", |text| text.replace("processo: ", "processo:\t").replace("rischio: ", "rischio: \t"));
    }),
    ("elenchi senza rientro", |files| {
        edit(files, "valutazione", |text| {
            text.replace("    voci: [Orientamento all'utenza,", "    voci:\n    - Orientamento all'utenza\n    -")
                .replace("rispetto degli impegni]", "rispetto degli impegni")
        });
    }),
    ("tutto fra graffe", |files| {
        files.insert(
            data("smart-team"),
            "{ smart_team: [ { id: segreteria, nome: Segreteria, servizio: segreteria, smartabilita: smartabile },\n  { id: tributi, nome: \"Tributi\", servizio: tributi, smartabilita: parzialmente smartabile } ] }\n".to_owned(),
        );
    }),
    ("processi in una cartella", |files| folder(files, "processi", "  - codice")),
    ("smart team in una cartella", |files| folder(files, "smart-team", "  - id")),
    ("programmi in una cartella con nomi accentati", |files| {
        let text = files.remove(&data("software")).expect("the programs");
        files.insert(format!("{EDITION}/software/Però & così (1).yaml"), text);
    }),
    ("proposta", |files| edit(files, "edizione", |text| text.replace("stato: bozza", "stato: proposta"))),
    ("approvata", |files| {
        edit(files, "edizione", |text| {
            text.replace(
                "stato: bozza",
                "stato: approvata\napprovazione: { organo: Giunta comunale, atto: Deliberazione, numero: 7, data: 2026-01-12 }\npubblicato_il: 2026-01-14\nultimo_aggiornamento: 2026-01-14",
            )
        });
    }),
    ("senza stato", |files| edit(files, "edizione", |text| text.replace("stato: bozza\n", ""))),
    ("più edizioni", |files| {
        let older: Vec<(String, String)> = files
            .iter()
            .filter(|(path, _)| path.contains("2026-2028"))
            .map(|(path, text)| {
                (
                    path.replace("2026-2028", "2025-2027"),
                    text.replace("2026-2028", "2025-2027").replace("2025-12-31", "2024-12-31"),
                )
            })
            .collect();
        files.extend(older);
    }),
    ("recapiti e indirizzi", |files| {
        more(
            files,
            "ente",
            "base_url: https://www.comune.esempio.it/piao/\ncodice_ipa: c_e000\ncodice_istat: \"001001\"\nindirizzo: Piazza XX Settembre, 1 - 00100 Esempio (ES)\nsito: https://www.comune.esempio.it\nprivacy: https://www.comune.esempio.it/privacy?l=it&v=2#uso\ncontatti:\n  ufficio: Ufficio relazioni con il pubblico (U.R.P.)\n  email: urp@comune.esempio.it\n  pec: protocollo@pec.comune.esempio.it\n  telefono: +39 0123 456789 int. 4",
        );
    }),
    ("nomi lunghi", |files| {
        let long = "Servizio per la programmazione, il coordinamento, il monitoraggio e la valutazione delle politiche pubbliche e delle relazioni con gli enti e gli organismi del territorio";
        edit(files, "servizi", |text| {
            text.replace("nome: Servizio Segreteria", &format!("nome: {long}\n    alias: [Servizio Segreteria]"))
        });
    }),
    ("molti smart team di un servizio", |files| {
        let team = |number: usize| {
            format!(
                "  - {{ id: squadra-{number}, nome: Squadra {number}, servizio: segreteria, smartabilita: smartabile }}\n"
            )
        };
        let process = |number: usize| {
            format!(
                "  - codice: 100-{number}-B\n    rischio: basso\n    processo: Attività della squadra {number}\n    finalita: Svolgere il compito {number}\n    input: [Turno {number}]\n    fasi: [Avvio {number}, Chiusura {number}]\n    output: [Rapporto {number}]\n    smart_team: [squadra-{number}]\n    smartabilita: si\n"
            )
        };
        let (teams, processes): (String, String) = ((2..=41).map(team).collect(), (2..=41).map(process).collect());
        more(files, "smart-team", teams.trim_end());
        more(files, "processi", processes.trim_end());
    }),
    ("processi di un servizio, di tutti e di più smart team", |files| {
        more(
            files,
            "processi",
            "  - codice: 100-2-B\n    rischio: basso\n    processo: Protocollazione\n    finalita: Registrare i documenti\n    input: [Documento]\n    fasi: [Registrazione]\n    output: [Numero di protocollo]\n    servizio: segreteria\n    smartabilita: si\n  - codice: 200-2-B\n    rischio: basso\n    processo: Rimborsi\n    finalita: Restituire quanto non era dovuto\n    input: [Istanza]\n    fasi: [Verifica]\n    output: [Mandato]\n    smart_team: [tributi, segreteria]\n    smartabilita: no\n    motivazione: Serve la presenza allo sportello",
        );
    }),
    ("prefissi comuni a più servizi", |files| {
        more(files, "edizione", "prefissi_comuni: { DIR: processi comuni }");
        more(
            files,
            "processi",
            "  - codice: DIR-1-B\n    rischio: basso\n    processo: Gestione delle ferie\n    finalita: Programmare le assenze\n    input: [Richiesta]\n    fasi: [Valutazione]\n    output: [Autorizzazione]\n    smart_team: tutti\n    smartabilita: si",
        );
    }),
    ("note, richiami spiegati e dubbi", |files| {
        edit(files, "attuazione", |text| {
            text.replace("righe:\n", "note:\n  \"*\": Con il dirigente\nrighe:\n").replacen(
                "    agili: 7\n",
                "    agili: 7\n    richiami: [\"*\"]\n    nota: \"Dato provvisorio; v. nota\"\n",
                1,
            )
        });
        more(files, "software", "    nota: In uso dal 1º gennaio\n    fornitore: Società in-house S.c.p.A.");
    }),
    ("altri nomi", |files| {
        edit(files, "servizi", |text| {
            text.replace(
                "alias: [Servizio Entrate]",
                "alias: [\"Servizio Entrate\", 'Ufficio \"Tributi\"', Settore II - Entrate]",
            )
        });
    }),
    ("glossario", |files| {
        files.insert(
            data("glossario"),
            "glossario:\n  - termine: smart team\n    definizione: Il gruppo di lavoro che si organizza da sé\n"
                .to_owned(),
        );
    }),
    ("controlli propri", |files| {
        files.insert(
            data("controlli"),
            "gravita: { LA315: spento, LA501: avviso }\nsoglie: { celle_piccole: 5 }\n".to_owned(),
        );
    }),
    ("capitolo con ogni segno di Markdown", |files| {
        chapter(
            files,
            "30-altre-regole",
            "## Regole **importanti**\n\nUn *testo* con `codice`, ~~tolto~~, un [collegamento](https://www.normattiva.it/), una nota[^1] e un a capo\\\nvoluto.\n\n> Una citazione.\n\n1. primo\n2. secondo\n   - dentro\n\n| A | B |\n|:--|--:|\n| 1 | 2 |\n\n[^1]: La nota.",
        );
    }),
    ("capitolo con cicli e filtri", |files| {
        chapter(
            files,
            "30-altre-regole",
            "{% for processo in processi %}\n- {{ processo.processo }}\n{% endfor %}\n\n{# una nota per chi scrive #}\n\nI processi sono {{ totali.processi | parola }}; al {{ attuazione.data | data }}.",
        );
    }),
    ("capitolo senza testo e capitolo con il nome accentato", |files| {
        chapter(files, "30-perché-così", "Testo.");
    }),
    ("immagini dei capitoli e copie di un programma di scrittura", |files| {
        chapter(files, "30-altre-regole", "![La sede del Comune](immagini/sede.svg)");
        files.insert(
            "content/2026-2028/immagini/sede.svg".to_owned(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n".to_owned(),
        );
        files.insert(format!("{EDITION}/processi.yaml~"), "processi: []\n".to_owned());
        files.insert(format!("{EDITION}/.processi.yaml.swp"), "x".to_owned());
        files.insert("data/Thumbs.db".to_owned(), "x".to_owned());
    }),
    ("titolo e indice del capitolo fra virgolette", |files| {
        let text = files.get_mut(PREMISE).expect("the first chapter");
        *text = text
            .replace("titolo: Premessa", "titolo: \"Premessa: perché, e come\"")
            .replace("ordine: 1", "ordine: \"1\"");
    }),
    ("parole fra virgolette, maiuscole di YAML 1.1 e numeri come testi", |files| {
        edit(files, "processi", |text| {
            text.replace("smartabilita: si", "smartabilita: \"si\"")
                .replace("supporti_cartacei: si", "supporti_cartacei: 'no'")
        });
        edit(files, "attuazione", |text| text.replace("dipendenti: 12", "dipendenti: \"12\""));
    }),
];
