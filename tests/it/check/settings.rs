//! `controlli.yaml`: what the office turns up, down or off, and what it cannot.

use crate::folder::Folder;
use piao::diagnostic::{Edit, Severity};

/// The rules that find something in the starter folder with these changes.
fn findings(edits: &[Edit]) -> Vec<(&'static str, Severity)> {
    let found = crate::found::findings(Folder::with(edits).root());
    found.into_iter().map(|found| (found.code, found.severity)).collect()
}

const WRONG_RISK: Edit = Edit::new("processi.yaml", "rischio: medio", "rischio: alto");
const CONTROLS: &str = "/data/controlli.yaml";

#[test]
fn a_rule_is_turned_down_up_or_off() {
    assert_eq!(findings(&[WRONG_RISK]), [("LA301", Severity::Warning)]);
    assert_eq!(
        findings(&[WRONG_RISK, Edit::new(CONTROLS, "", "gravita: { LA301: nota }\n")]),
        [("LA301", Severity::Note)]
    );
    assert_eq!(
        findings(&[WRONG_RISK, Edit::new(CONTROLS, "", "gravita: { LA301: errore }\n")]),
        [("LA301", Severity::Error)]
    );
    assert_eq!(findings(&[WRONG_RISK, Edit::new(CONTROLS, "", "gravita: { LA301: spento }\n")]), []);
}

#[test]
fn an_error_stays_an_error() {
    let broken = Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: [cimiteri]");
    let found = findings(&[broken, Edit::new(CONTROLS, "", "gravita: { LA201: spento }\n")]);
    assert!(found.contains(&("LA201", Severity::Error)), "{found:?}");
    assert!(found.contains(&("LA802", Severity::Warning)), "{found:?}");
}

#[test]
fn a_single_error_of_a_milder_rule_stays_an_error_too() {
    let days = Edit::new("attuazione.yaml", "giorni_settimana: 1\n", "giorni_settimana: 15\n");
    let found = findings(&[days, Edit::new(CONTROLS, "", "gravita: { LA114: spento }\n")]);
    assert_eq!(found, [("LA114", Severity::Error)]);
}

#[test]
fn what_is_raised_to_an_error_cannot_be_accepted() {
    let waiver =
        Edit::new("accettazioni.yaml", "", "accettazioni:\n  - { controllo: LA301, dove: processi, motivo: Prova }\n");
    let raised = Edit::new(CONTROLS, "", "gravita: { LA301: errore }\n");
    let found = findings(&[WRONG_RISK, waiver, raised]);
    assert_eq!(found, [("LA905", Severity::Warning), ("LA301", Severity::Error)]);
}

#[test]
fn who_turns_off_a_rule_on_personal_data_is_told_where_it_is_written() {
    let text = "gravita:\n  LA301: spento\n  LA603: spento\n";
    let folder = Folder::with(&[Edit::new(CONTROLS, "", text)]);
    let found = crate::found::findings(folder.root());
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((found.code, found.severity, found.line), ("LA805", Severity::Warning, 3));
    assert_eq!(
        (&*found.file, &*found.message),
        ("data/controlli.yaml", "il controllo LA603, sui dati personali, è spento")
    );
    folder.piao(["check", "--strict"]).status(1).run();
}

#[test]
fn unknown_keys_and_words_are_found() {
    let codes = |text: &'static str| {
        findings(&[Edit::new(CONTROLS, "", text)]).into_iter().map(|(code, _)| code).collect::<Vec<_>>()
    };
    assert_eq!(codes("gravità: { LA301: nota }\n"), ["LA007"]);
    assert_eq!(codes("gravita: { LA301: basso }\n"), ["LA101"]);
    assert_eq!(codes("soglie: { celle: 3 }\n"), ["LA007"]);
    assert_eq!(codes("soglie: { celle_piccole: tre }\n"), ["LA012"]);
    assert_eq!(codes("{}\n"), Vec::<&str>::new());
}
