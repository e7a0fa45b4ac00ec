//! Acceptances of which nothing is left to accept.

use super::folder;
use crate::folder::Folder;
use piao::diagnostic::Edit;

#[test]
fn a_useless_acceptance_says_the_place_that_would_be_right() {
    let wrong = Edit::new("attuazione.yaml", "agili: 11", "agili: 10");
    for (place, words) in [
        ("attuazione/totale_dichiarato/agile", "forse si intendeva `attuazione/totale_dichiarato/agili`"),
        ("attuazione/totale/agili", "il rilievo LA304 di questa edizione è in `attuazione/totale_dichiarato/agili`"),
        ("attuazione/totale_dichiarato/dipendenti", "forse si intendeva `attuazione/totale_dichiarato/agili`"),
        ("atuazione", "forse si intendeva la tabella `attuazione`"),
        ("software", "il rilievo LA304 di questa edizione è in `attuazione/totale_dichiarato/agili`"),
    ] {
        let folder = folder(&[wrong], &format!("  - {{ controllo: LA304, dove: {place}, motivo: Prova }}\n"));
        let ran = folder.piao(["check"]).run();
        assert!(ran.err.contains("avviso[LA904]") && ran.err.contains(words), "{place}: {}", ran.err);
    }
    let folder = folder(&[], "  - { controllo: LA304, dove: attuazione, motivo: Prova }\n");
    assert!(
        folder
            .piao(["check"])
            .run()
            .err
            .contains("togliere l'accettazione, perché in questa edizione non c'è alcun rilievo LA304")
    );
}

#[test]
fn a_place_that_is_no_longer_needed_goes_alone() {
    let folder = Folder::real();
    let help = || folder.piao(["check"]).any_status().run().err;
    folder.edit(
        "/data/2025-2027/processi.yaml",
        "codice: 400-1-M\n    rischio: basso\n",
        "codice: 400-1-M\n    rischio: medio\n",
    );
    let only =
        "togliere da `dove` soltanto `processi/400-1-M/rischio`, perché negli altri posti l'accettazione serve ancora";
    assert!(help().contains(only), "{}", help());
    let places = "dove: [processi/400-1-M/rischio, processi/DIR-8-A/rischio]\n";
    let reason = "    motivo: Prova\n  - controllo: LA301\n    dove: processi/DIR-8-A/rischio\n";
    folder.edit("/data/2025-2027/accettazioni.yaml", places, &format!("dove: processi/400-1-M/rischio\n{reason}"));
    let elsewhere = "toglierla da qui, perché ogni rilievo LA301 di questa edizione è già accettato da un'altra";
    assert!(help().contains(elsewhere), "{}", help());
}
