//! Notes and links where a sheet repeats a text: in the index, in heads and bands of tables that go on, in a cell that many rows share.

use super::reading::{bookmarks, pages, parsed};
use super::{converter, documents_of};
use crate::folder::Folder;
use piao::pdf::typst::make;

/// The text of the PDF with this name, its words a space apart.
fn words(folder: &Folder, name: &str) -> String {
    let documents: Vec<_> =
        documents_of(folder.root(), None).into_iter().filter(|document| document.path.ends_with(name)).collect();
    let made = make(&converter(), &documents, None).unwrap().outputs.swap_remove(0);
    pages(&made.bytes).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_title_and_the_head_of_a_table_may_have_notes_and_links() {
    let rows: String = (1..90).map(|number| format!("| riga {number} | b |\n")).collect();
    let starter = Folder::starter();
    starter.write(
        "/content/2026-2028/01-premessa.md",
        format!(
            "---\ntitolo: Premessa\nordine: 1\n---\n\n## La [legge](https://www.esempio.it/legge)[^n]\n\nAncora[^n].\n\n\
             | [Capo](https://www.esempio.it/capo)[^n] | B |\n|---|---|\n{rows}\n[^n]: Una nota sola.\n"
        ),
    );
    let documents = documents_of(starter.root(), None);
    let made = make(&converter(), &documents[..1], None).unwrap().outputs.swap_remove(0);
    let text = pages(&made.bytes).join("\n");
    for once in ["Una nota sola.", "https://www.esempio.it/legge", "https://www.esempio.it/capo"] {
        assert_eq!(text.matches(once).count(), 1, "{once}: {text}");
    }
    assert!(text.contains("riga 89"), "{text}");
    assert!(bookmarks(&parsed(&made.bytes)).contains(&"La legge".to_owned()));
}

/// The band of a group stands again on each sheet that its rows go on to.
#[test]
fn what_is_doubtful_of_a_group_that_goes_on_is_read_below_the_table() {
    let modules: Vec<_> = (1..90)
        .map(|number| serde_json::json!({ "nome": format!("Modulo {number}"), "destinatari": { "tutti": "X" } }))
        .collect();
    let group =
        serde_json::json!({ "nome": "Dipendenti", "da_verificare": "Il gruppo si legge male.", "moduli": modules });
    let starter = Folder::starter();
    starter.write(
        "formazione.yaml",
        format!("legenda: {{ X: previsto }}\ndestinatari: [{{ id: tutti, nome: Tutti }}]\ngruppi: [{group}]\n"),
    );
    let text = words(&starter, "formazione.pdf");
    assert!(text.contains("Modulo 89") && text.contains("d1. Il gruppo si legge male."), "{text}");
    assert!(text.matches("Dipendenti").count() > 1, "{text}");

    let teams: String = (1..90)
        .map(|number| {
            format!("  - {{ id: t{number}, nome: Gruppo {number}, servizio: uno, smartabilita: smartabile }}\n")
        })
        .collect();
    starter.write("smart-team.yaml", format!("smart_team:\n{teams}"));
    starter.write(
        "servizi.yaml",
        "aree: [{ id: a, nome: Affari generali, da_verificare: Anche l'area. }]\n\
         servizi: [{ id: uno, nome: Segreteria, area: a, da_verificare: Pure il servizio. }]\n",
    );
    let text = words(&starter, "smart-team.pdf");
    assert!(text.contains("d1. Anche l’area."), "{text}");
    // The name of the service stands beside each of its teams, what is said of it beside the first.
    assert!(text.matches("Segreteria").count() > 80, "{text}");
    assert_eq!(text.matches("Pure il servizio.").count(), 1, "{text}");
}

#[test]
fn a_note_of_a_role_with_many_entries_is_read_once() {
    let entries: Vec<_> = (1..16).map(|number| format!("Voce {number}")).collect();
    let role = serde_json::json!({ "nome": "Dirigente", "voci": entries, "nota": "Vale per tutti.", "da_verificare": "Un dubbio." });
    let starter = Folder::starter();
    starter.write("valutazione.yaml", format!("ruoli: [{role}]\n"));
    let text = words(&starter, "valutazione.pdf");
    for once in ["Vale per tutti.", "Un dubbio."] {
        assert_eq!(text.matches(once).count(), 1, "{once}: {text}");
    }
    assert_eq!(text.matches("Dirigente").count(), 15, "{text}");
}

/// Who copies an address from paper reads it once, without what only programs need.
#[test]
fn an_address_that_the_words_say_has_no_note() {
    let starter = Folder::starter();
    starter.write(
        "/content/2026-2028/01-premessa.md",
        "---\ntitolo: Premessa\nordine: 1\n---\n\nSi veda <https://www.esempio.it/nuda>, [www.esempio.it](https://www.esempio.it/), \
         [la norma](https://www.esempio.it/norma) e [la posta](mailto:ufficio@esempio.it).\n",
    );
    let text = words(&starter, "allegato.pdf");
    for (said, times) in
        [("esempio.it/nuda", 1), ("www.esempio.it", 3), ("www.esempio.it/norma", 1), ("ufficio@esempio.it", 1)]
    {
        assert_eq!(text.matches(said).count(), times, "{said}: {text}");
    }
    assert!(!text.contains("mailto:"), "{text}");
}
