//! The screen before publishing: what is in order, what is to be done, and whether the edition is ready.

use crate::folder::Folder;

#[test]
fn a_draft_is_not_ready_and_the_screen_says_why() {
    let ran = Folder::starter().piao(["check", "--publication"]).status(1).err("").run();
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        &lines[..2],
        ["Pronto per la pubblicazione: no", "Edizione 2026-2028, Disciplina del Lavoro Agile (Comune di Esempio)"]
    );
    assert!(lines.contains(&"✗ da fare    Stato: bozza: la pubblicazione attende l'approvazione"), "{}", ran.out);
}

#[test]
fn a_complete_edition_is_ready() {
    let starter = Folder::starter();
    starter.edit(
        "edizione.yaml",
        "stato: bozza",
        "stato: approvata\napprovazione: { organo: Giunta, atto: deliberazione, numero: \"12\", data: 2026-01-10 }\nultimo_aggiornamento: 2026-01-12\npubblicato_il: 2026-01-14",
    );
    starter.edit(
        "/data/ente.yaml",
        "licenza: CC BY 4.0",
        "licenza: CC BY 4.0\nresponsabile_pubblicazione: Ufficio personale\ncontatti: { email: personale@comune.esempio.it }\nprivacy: https://www.comune.esempio.it/privacy\ndichiarazione_accessibilita: https://form.agid.gov.it/view/1",
    );
    let ran = starter.piao(["check", "--pubblicazione"]).run();
    assert!(ran.out.starts_with("Pronto per la pubblicazione: sì\n"), "{}", ran.out);
    for line in [
        "✓ a posto    Atto di approvazione: organo: Giunta; atto: deliberazione; numero: 12; data: 10 gennaio 2026",
        "✓ a posto    Pubblicazione: dal 14 gennaio 2026, in pubblicazione fino al 31 dicembre 2031",
    ] {
        assert!(ran.out.lines().any(|own| own == line), "{line}: {}", ran.out);
    }
    assert!(ran.out.ends_with("\nNon resta nulla da fare.\n"));
    // An error anywhere, or a warning of this edition, stops it.
    starter.edit("attuazione.yaml", "agili: 11 }", "agili: 10 }");
    let ran = starter.piao(["check", "--publication"]).status(1).run();
    assert!(ran.out.contains("\n✗ da fare    Avvisi: 1\n             - il totale dichiarato è 10"), "{}", ran.out);
}
