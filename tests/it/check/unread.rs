//! What could not be read is not known: no rule draws conclusions from it.

use crate::folder::Folder;
use crate::found::{Found, findings};
use piao::diagnostic::Edit;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const TEXT: &str = "---\ntitolo: Premessa\nordine: 1\n---\n\n## I numeri\n\n{{ ente.denominazione }}, {{ edizione.titolo }}, \
                    {{ edizione.ultimo_aggiornamento | data }}, [qui](#i-numeri), [là](02-stato-di-attuazione.md#altro).\n\n\
                    {% if ente.denominazione %}Sta in unione.{% endif %}\n";

/// A folder in which many things rest on the administration and on the settings of the edition.
fn folder() -> Folder {
    let folder = Folder::starter();
    folder.edit("processi.yaml", "codice: 100-1-B", "codice: DIR-1-B");
    folder.edit(
        "edizione.yaml",
        "limiti:",
        "ultimo_aggiornamento: 2026-01-10\nprefissi_comuni: { DIR: processi comuni }\nlimiti:",
    );
    folder.write(
        CHAPTER,
        TEXT.replace("#altro", "").replace("{% if ente.denominazione %}Sta in unione.{% endif %}\n", ""),
    );
    folder
}

/// The findings of some rules.
fn of(codes: &[&str], found: &[Found]) -> Vec<String> {
    let found = found.iter().filter(|found| codes.contains(&found.code));
    found.map(|found| format!("{} {}:{} {}", found.code, found.file, found.line, found.message)).collect()
}

#[test]
fn a_file_that_cannot_be_read_raises_nothing_but_itself() {
    for (file, broken) in [
        ("/data/ente.yaml", ""),
        ("/data/ente.yaml", "denominazione: [\n"),
        ("/data/ente.yaml", "- uno\n"),
        ("edizione.yaml", ""),
        ("edizione.yaml", "titolo: [\n"),
        ("edizione.yaml", "- uno\n"),
    ] {
        let folder = folder();
        let before = of(&["LA208", "LA302", "LA401"], &findings(folder.root()));
        assert_eq!(before, Vec::<String>::new(), "with every file in order");
        folder.edit(file, "", broken);
        // Links and loops of a chapter that cannot be expanded raise nothing either.
        folder.write(CHAPTER, TEXT.replace("#altro", ""));
        let found = findings(folder.root());
        assert!(found.iter().any(|found| file.ends_with(found.file.rsplit('/').next().unwrap_or("?"))), "{found:?}");
        assert_eq!(of(&["LA208", "LA302", "LA401"], &found), Vec::<String>::new(), "{file}: {broken}");
    }
}

#[test]
fn what_is_wrong_beside_an_unread_file_is_still_found() {
    let folder = folder();
    folder.edit("/data/ente.yaml", "", "denominazione: [\n");
    folder.write(CHAPTER, TEXT.replace("[qui]", "{{ totali.procesi }} [qui]").replace("in unione.", "in  unione."));
    let found = findings(folder.root());
    assert_eq!(
        of(&["LA208", "LA501"], &found),
        [
            "LA208 content/2026-2028/01-premessa.md:8 il nome `totali.procesi` non è definito",
            "LA501 content/2026-2028/01-premessa.md:10 dopo «in» ci sono 2 spazi"
        ]
    );
    // The other chapter is whole: its headings are known.
    assert_eq!(of(&["LA401"], &found).len(), 1, "{found:?}");
}

#[test]
fn a_process_without_a_code_is_named_by_its_name_or_its_row() {
    let reversed = Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    percentuale: 20");
    let no_code = Edit::new("processi.yaml", "  - codice: 100-1-B\n    rischio: basso", "  - rischio: basso");
    let no_name = Edit::new("processi.yaml", "    processo: Pubblicazione degli atti\n", "");
    let message = |edits: &[Edit]| of(&["LA311"], &findings(Folder::with(edits).root()));
    let named = message(&[no_code, reversed]);
    assert_eq!(
        named,
        [
            "LA311 data/2026-2028/processi.yaml:12 il processo «Pubblicazione degli atti» è smartabile «si», ma la percentuale è 20"
        ]
    );
    let no_code = Edit::new("processi.yaml", "  - codice: 100-1-B\n    rischio: basso", "  - rischio: basso");
    let reversed = Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    percentuale: 20");
    let unnamed = message(&[no_code, no_name, reversed]);
    assert_eq!(
        unnamed,
        ["LA311 data/2026-2028/processi.yaml:11 il processo della riga 4 è smartabile «si», ma la percentuale è 20"]
    );
}

#[test]
fn rows_of_last_year_may_be_called_like_teams_whose_names_are_missing() {
    let found = findings(
        Folder::with(&[
            Edit::new("smart-team.yaml", "    nome: Segreteria\n", ""),
            Edit::new("smart-team.yaml", "    nome: Tributi\n", ""),
        ])
        .root(),
    );
    assert_eq!(of(&["LA310"], &found), Vec::<String>::new());
    assert_eq!(of(&["LA008"], &found).len(), 2, "{found:?}");
}

#[test]
fn a_team_whose_service_or_area_is_unresolved_is_not_said_to_be_elsewhere() {
    for (file, right, wrong) in [
        ("smart-team.yaml", "servizio: segreteria", "servizio: nessuno"),
        ("servizi.yaml", "area: affari-generali", "area: nessuna"),
    ] {
        let folder = Folder::starter();
        folder.edit(file, right, wrong);
        let found = findings(folder.root());
        assert!(found.iter().any(|found| found.file.ends_with(file)), "{file}: {wrong} is told");
        assert_eq!(of(&["LA310"], &found), Vec::<String>::new(), "{file}");
    }
}
