//! Columns that are called alike, or fill the same key.

use crate::folder::Folder;

#[test]
fn answers_name_a_column_by_its_cell_where_headings_are_alike() {
    let starter = Folder::starter();
    starter.write("/a.csv", "Nome;Scopo;Xyz;Xyz\nAlfa;s;uno;due\n");
    starter.piao(["import", "a.csv", "--answers-out", "domande.yaml"]).any_status().run();
    let questions = starter.read("/domande.yaml");
    assert!(questions.contains("\"Xyz (C1)\":") && questions.contains("\"Xyz (D1)\":"), "{questions}");
    let answers =
        questions.replace("\"Xyz (C1)\":", "\"Xyz (C1)\": ignora").replace("\"Xyz (D1)\":", "\"Xyz (D1)\": fornitore");
    starter.write("/risposte.yaml", answers);
    let ran = starter.piao(["import", "a.csv", "--answers", "risposte.yaml", "--yes"]).run();
    let written = starter.read("software.yaml");
    assert!(written.contains("fornitore: due") && !written.contains("uno"), "{}{written}", ran.err);
}

#[test]
fn answers_may_stand_under_a_sheet_or_under_its_file() {
    for answers in [
        "colonne: { Xyz: fornitore }",
        "colonne: { A: { Xyz: fornitore } }",
        "colonne: { a.csv: { a: { Xyz: fornitore } } }",
    ] {
        let starter = Folder::starter();
        starter.write("/a.csv", "Nome;Scopo;Xyz\nAlfa;s;uno\n");
        starter.write("/risposte.yaml", answers);
        starter.piao(["import", "a.csv", "--answers", "risposte.yaml", "--yes"]).run();
        assert!(starter.read("software.yaml").contains("fornitore: uno"), "{answers}");
    }
    let starter = Folder::starter();
    starter.write("/a.csv", "Nome;Scopo;Xyz\nAlfa;s;uno\n");
    starter.write("/risposte.yaml", "colonne: { b.csv: { a: { Xyz: fornitore } } }");
    let ran = starter.piao(["import", "a.csv", "--answers", "risposte.yaml"]).any_status().run();
    assert!(ran.out.contains("non riconosciuta"), "of another file: {}", ran.out);
}

#[test]
fn a_value_for_a_key_that_has_another_is_a_doubt() {
    let starter = Folder::starter();
    starter.write("/a.csv", "Nome;Scopo;Ditta;Casa\nAlfa;s;uno;due\nBeta;s;tre;tre\n");
    starter.write("/risposte.yaml", "colonne: { Ditta: fornitore, Casa: fornitore }");
    let ran = starter.piao(["import", "a.csv", "--answers", "risposte.yaml", "--yes"]).any_status().run();
    let doubt = "riga 2, colonna D: «due» letto come «uno»: un'altra colonna dice già «uno»";
    assert!(ran.out.contains(doubt) && !ran.out.contains("riga 3, colonna D"), "{}", ran.out);
    let written = starter.read("software.yaml");
    assert!(written.contains("fornitore: uno") && written.contains("Nel foglio: «due»"), "{written}");
}
