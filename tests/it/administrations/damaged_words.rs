//! The annex with words of its own, damaged in every way: no finding speaks of its things in our words.

use super::folder;
use super::words::ours;
use piao::load::Overlay;
use std::collections::BTreeSet;
use std::fs;

/// Faults of every kind: the file of the edition, what stands in it, and what is put in its place.
const DAMAGES: &[(&str, &str, &str)] = &[
    ("processi", "smart_team: [topografi]", "smart_team: [topografi, topografi]"),
    ("processi", "smart_team: [topografi]", "smart_team: [topografo]"),
    ("processi", "smart_team: [topografi]", "smart_team: [campo]"),
    ("processi", "smart_team: [topografi]", "smart_team: [tutti, topografi]"),
    ("processi", "smart_team: [topografi]", "smart_team: [rilievi]"),
    ("processi", "    smart_team: [topografi]\n", ""),
    ("processi", "smart_team: [topografi]", "smart_team: [topografi]\n    servizio: campo"),
    ("processi", "servizio: [campo, mare]", "servizio: [campo, campo]"),
    ("processi", "servizio: [campo, mare]", "servizio: [campo, topografi]"),
    ("processi", "servizio: [campo, mare]", "servizio: [campo, marr]"),
    ("processi", "area: [archivi]", "area: [archivi, archivi]"),
    ("processi", "area: [archivi]", "area: [archivo]"),
    ("processi", "area: [archivi]", "area: [catasti]"),
    ("processi", "smart_team: [restauro]", "smart_team: [restauro, disegno]"),
    ("processi", "input: [Incarico]", "input: []"),
    ("processi", "fasi: [Disegno]", "fasi: []"),
    ("processi", "output: [Quote]", "output: []"),
    ("processi", "codice: 10-2-M", "codice: 10-1-B"),
    ("processi", "codice: 10-2-M", "codice: 10-01-B"),
    ("processi", "codice: 10-2-M", "codice: 10-9-M"),
    ("processi", "codice: 10-2-M", "codice: 99-2-M"),
    ("processi", "codice: 10-2-M", "codice: 20-2-M"),
    ("processi", "codice: 10-2-M", "codice: \"10?2\""),
    ("processi", "percentuale: 40", "percentuale: 140"),
    ("processi", "percentuale: 40", "percentuale: 100"),
    ("processi", "smartabilita: \"no\"", "smartabilita: si"),
    ("processi", "smartabilita: \"no\"", "smartabilita: forse"),
    ("processi", "rischio: alta", "rischio: altina"),
    ("processi", "    rischio: alta\n", ""),
    ("processi", "    processo: Turni in mare\n", ""),
    ("processi", "presidio: carte", "presidio: carta"),
    ("processi", "processo: Turni in mare", "processo: Relazioni In mare"),
    (
        "processi",
        "finalita: Coprire i turni",
        "finalita: &x Misurare con il teodolite antico le altitudini del promontorio settentrionale e delle isole",
    ),
    ("servizi", "area: archivi", "area: archivo"),
    ("servizi", "area: archivi", "area: catasti"),
    ("servizi", "parte_di: campo", "parte_di: mare"),
    ("servizi", "area: rilievi, prefisso: \"10\"", "parte_di: mare, prefisso: \"10\""),
    ("servizi", "prefisso: \"20\"", "prefisso: \"10\""),
    (
        "servizi",
        "  - { id: archivi, nome: Archivi }",
        "  - { id: archivi, nome: Archivi }\n  - { id: soli, nome: Soli }",
    ),
    ("servizi", "  - { id: archivi, nome: Archivi }", "  - { id: rilievi, nome: Archivi }"),
    ("servizi", "id: mare, nome: Rilievi di mare", "id: campo, nome: Ufficio di campi"),
    ("servizi", "nome: Rilievi di mare", "nome: Ufficio di campo"),
    ("servizi", "sede: Molo 4", "sede: Molo 4 }\n  - { id: vuoto, nome: Vuoto, area: archivi"),
    ("smart-team", "id: sondaggi, nome: Sondaggi", "id: disegno, nome: Sondaggi"),
    ("smart-team", "servizio: mare", "servizio: marr"),
    ("smart-team", "servizio: mare", "servizio: archivi"),
    ("smart-team", "nome: Sondaggi", "nome: Topografi"),
    (
        "smart-team",
        "nome: Unità Disegno, servizio: campo, smartabilita: smartabile",
        "nome: Unità Disegno, servizio: campo, smartabilita: non smartabile",
    ),
    ("smart-team", "note: {", "  - { id: soli, nome: Soli, servizio: mare, smartabilita: smartabile }\nnote: {"),
    ("attuazione", "smart_team: Restauro, dipendenti: 7", "smart_team: Restauri, dipendenti: 7"),
    ("attuazione", "servizio: Carte antiche, smart_team: Restauro", "servizio: Ufficio di campo, smart_team: Restauro"),
    ("attuazione", "area: Archivi, servizio: Carte antiche", "area: Archivio, servizio: Carte antike"),
    ("attuazione", "area: Archivi, servizio: Carte antiche, smart_team: Restauro, ", ""),
    ("attuazione", "continua_in: [disegno, sondaggi]", "continua_in: [disegno, disegno]"),
    ("attuazione", "continua_in: [disegno, sondaggi]", "continua_in: [disegni]"),
    (
        "attuazione",
        "smart_team: Topografi, giorni_settimana: 1",
        "smart_team: Topografi, giorni_settimana: non smartabile",
    ),
    ("attuazione", "smart_team: Topografi, giorni_settimana: 1", "smart_team: Topografi, giorni_settimana: boh"),
    ("attuazione", "smart_team: Legatoria, giorni", "smart_team: Restauro, giorni"),
    ("esclusioni", "smart_team: [sondaggi]", "smart_team: [sondaggi, sondaggi]"),
    ("esclusioni", "smart_team: [sondaggi]", "smart_team: [sondaggio]"),
    ("edizione", "\"30\": Comuni", "\"40\": Comuni"),
];

#[test]
fn no_finding_speaks_in_our_words() {
    let root = folder("ministero-con-parole");
    let mut rules = BTreeSet::new();
    let mut wrong = Vec::new();
    let mut messages = Vec::new();
    for (file, replace, with) in DAMAGES {
        let path = format!("data/2026-2028/{file}.yaml");
        let text = fs::read_to_string(root.join(&path)).expect("a file of the ministry");
        assert!(text.contains(replace), "{file}: no {replace}");
        let overlay = Overlay::from([(path, text.replacen(replace, with, 1))]);
        for finding in crate::found::checked(&root, &overlay).1 {
            rules.insert(finding.rule.code);
            let related = finding.related.iter().map(|label| label.message.as_str());
            let said = [finding.message.as_str(), &finding.label].into_iter().chain(finding.help.as_deref());
            // Keys stand between backticks, and files keep their names.
            let texts = said.chain(related).flat_map(|text| text.split('`').step_by(2));
            for text in texts {
                let text = text.replace("smart-team.yaml", "").replace("servizi.yaml", "");
                wrong.extend(ours(&text).map(|found| format!("{} of {with:?}: {found}", finding.rule.code)));
            }
            messages.push(finding.message);
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(rules.len() > 25, "{rules:?}");
    for said in [
        "l'Unità «topografi» è già in questo elenco",
        "l'attività non dice a chi compete: manca `smart_team`, `servizio` o `area`",
        "il codice `10-1-B` è già di un'altra attività",
        "l'identificativo `rilievi` è già di un altro Dipartimento",
        "la percentuale dell'attività `20-1-A` supera 100",
        "nessun'attività ha il prefisso comune `40`",
        "l'Ufficio «Rilievi di mare» è detto parte di sé stesso",
    ] {
        assert!(messages.iter().any(|message| message == said), "no «{said}» in {messages:#?}");
    }
}
