//! The file of answers: what is no answer is refused, and the questions take nobody's place.

use crate::folder::Folder;

/// Programs, with a word that is no program's.
const SHEET: &str = "Processo;Ufficio;Smartabile\nProtocollo;Ragioneria;boh\n";

#[test]
fn what_no_answer_can_be_is_refused() {
    for (answers, told) in [
        ("uffici_nuovi: forse\n", "`uffici_nuovi` non può essere `forse`: è si oppure no"),
        ("fogli: { a: procesi }\n", "sotto `fogli` la tabella `procesi` non c'è, e non è `ignora`"),
        ("fogli: { a.csv: { a: { 2: altro } } }\n", "sotto `fogli` la tabella `altro` non c'è"),
    ] {
        let starter = Folder::starter();
        starter.write("/a.csv", SHEET);
        starter.write("/risposte.yaml", answers);
        let ran = starter.piao(["import", "a.csv", "--answers", "risposte.yaml"]).status(2).out("").run();
        assert!(ran.err.contains(told), "{answers}: {}", ran.err);
    }
    for answers in
        ["uffici_nuovi: No\n", "uffici_nuovi: sì\n", "uffici_nuovi:\n", "fogli: { a: processi, b: ignora }\n"]
    {
        let starter = Folder::starter();
        starter.write("/a.csv", SHEET);
        starter.write("/risposte.yaml", answers);
        let ran = starter.piao(["import", "a.csv", "--answers", "risposte.yaml"]).status(1).run();
        assert!(ran.out.contains("tavola `processi`, 1 riga letta"), "{answers}: {}", ran.out);
    }
}

#[test]
fn questions_are_written_where_nothing_is() {
    let starter = Folder::starter();
    starter.write("/a.csv", SHEET);
    starter.write("/risposte.yaml", "mie\n");
    let ran = starter.piao(["import", "a.csv", "--answers-out", "risposte.yaml"]).status(2).out("").run();
    assert!(ran.err.starts_with("errore: `risposte.yaml` c'è già: non è stato toccato\n"), "{}", ran.err);
    assert_eq!(starter.read("/risposte.yaml"), "mie\n");
}
