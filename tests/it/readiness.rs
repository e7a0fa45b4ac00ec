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
    starter.edit("attuazione.yaml", "agili: 11", "agili: 10");
    let ran = starter.piao(["check", "--publication"]).status(1).run();
    assert!(ran.out.contains("\n✗ da fare    Avvisi: 1\n             - il totale dichiarato è 10"), "{}", ran.out);
}

/// The fingerprint of no file here.
const ANOTHER: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// The fingerprint of «abc» (FIPS 180-4).
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/// The starter with an approved document of a fingerprint, and the line that the screen has on it.
fn of_document(folder: &Folder, file: &str, fingerprint: &str) -> String {
    let statement = format!("stato: bozza\ndocumento_approvato: {{ file: {file}, sha256: {fingerprint} }}");
    folder.edit("edizione.yaml", "stato: bozza", &statement);
    // Where a build would stop at the document, so does the check: the status is then 2.
    let out = folder.piao(["check", "--publication"]).any_status().run().out;
    out.lines().find(|line| line.contains("Documento approvato:")).expect("the point").to_owned()
}

#[test]
fn an_approved_document_is_in_order_only_if_it_is_the_very_file() {
    let with = |text: &str| {
        let folder = Folder::starter();
        folder.write("/atti/allegato.pdf", text);
        folder
    };
    assert_eq!(
        of_document(&with("abc"), "atti/allegato.pdf", ABC),
        "✓ a posto    Documento approvato: atti/allegato.pdf, con l'impronta indicata nei dati"
    );
    let other = of_document(&with("abc"), "atti/allegato.pdf", ANOTHER);
    assert!(
        other.starts_with("✗ da fare    Documento approvato: `atti/allegato.pdf` non è il documento approvato"),
        "{other}"
    );
    let absent = "il file o la cartella non c'è";
    let a_folder = "è una cartella, non un file";
    for (folder, file, reason) in [(Folder::starter(), "atti/allegato.pdf", absent), (with("abc"), "atti", a_folder)] {
        let line = of_document(&folder, file, ABC);
        assert_eq!(
            line,
            format!(
                "✗ da fare    Documento approvato: impossibile leggere `{file}`: {reason}: controllare che il file ci sia e che si abbia il permesso di leggerlo"
            )
        );
    }
    let outside = of_document(&Folder::starter(), "../allegato.pdf", ABC);
    assert!(outside.contains("✗ da fare    Documento approvato: `../allegato.pdf` porta fuori"), "{outside}");
}

#[test]
fn the_screen_says_what_goes_where() {
    let starter = Folder::starter();
    let out = starter.piao(["check", "--publication"]).status(1).run().out;
    for line in [
        "– da sapere  Amministrazione Trasparente: sezione non indicata: in data/ente.yaml mancano `collocazione_at` e `amministrazione_trasparente`",
        "– da sapere  Portale PIAO: l'allegato 2A vi si pubblica con il piano di cui è parte, «Piano Integrato di Attività e Organizzazione 2026-2028» (D.M. 132/2022, art. 13); se è già stato fatto, i dati non lo dicono",
        "             - documento da caricare: quello approvato, che i dati non indicano",
    ] {
        assert!(out.lines().any(|own| own == line), "{line}: {out}");
    }
    starter.edit(
        "/data/ente.yaml",
        "licenza: CC BY 4.0",
        "licenza: CC BY 4.0\ncollocazione_at: Disposizioni generali\namministrazione_trasparente: https://www.comune.esempio.it/at",
    );
    let out = starter.piao(["check", "--publication"]).status(1).run().out;
    for line in [
        "✓ a posto    Amministrazione Trasparente: Disposizioni generali",
        "             - indirizzo: https://www.comune.esempio.it/at",
    ] {
        assert!(out.lines().any(|own| own == line), "{line}: {out}");
    }
}

#[test]
fn an_edition_whose_site_cannot_be_made_is_not_ready() {
    let folder = Folder::starter();
    folder.edit("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: stemma.png");
    folder.write("/stemma.png", "non è un'immagine");
    let out = folder.piao(["check", "--publication"]).any_status().run().out;
    assert!(out.starts_with("Pronto per la pubblicazione: no\n"), "{out}");
    assert!(
        out.lines().any(|line| line.starts_with("✗ da fare    Stemma e aspetto: ") && line.contains("stemma.png")),
        "{out}"
    );
}
