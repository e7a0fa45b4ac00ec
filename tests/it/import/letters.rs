//! Texts whose letters and quotation marks have to be guessed.

use crate::folder::Folder;

#[test]
fn a_text_of_an_old_mac_is_read_as_one() {
    let starter = Folder::starter();
    starter.write("/mac.csv", b"Nome;Scopo\nAlfa;Attivit\x88 e citt\x88\n");
    let ran = starter.piao(["import", "mac.csv", "--yes"]).any_status().run();
    assert!(ran.out.contains("mac.csv (testo macintosh)"), "{}", ran.out);
    assert!(starter.read("software.yaml").contains("Attività e città"));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_a_doubt_and_swallows_no_row() {
    let starter = Folder::starter();
    starter.write("/a.csv", "Nome;Scopo\n\"Alfa; uno\";s\n\"Beta;t\nGamma;u\n");
    let ran = starter.piao(["import", "a.csv", "--yes"]).any_status().run();
    assert!(ran.out.contains("riga 3, colonna A: «Beta»"), "{}", ran.out);
    let written = starter.read("software.yaml");
    assert!(written.contains("nome: Alfa; uno") || written.contains("nome: \"Alfa; uno\""), "{written}");
    assert!(written.contains("nome: Beta") && written.contains("nome: Gamma"), "{written}");
    assert!(written.contains("una virgoletta si apre") || written.contains("Una virgoletta si apre"), "{written}");
}
