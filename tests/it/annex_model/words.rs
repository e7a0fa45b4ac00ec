//! `parole`: the words of an administration, and the mistakes in them.

use super::starter;
use crate::found::findings;

#[test]
fn mistakes_in_the_words_are_told_at_their_place() {
    for (words, code, said) in [
        ("area: { singolare: Direzione, plurale: le Direzioni }", "LA025", "non comincia con il suo articolo"),
        ("area: { singolare: la, plurale: le Direzioni }", "LA025", "non ha la parola"),
        ("area: { singolare: le Direzioni, plurale: le Direzioni }", "LA025", "non è del singolare"),
        ("area: { singolare: la Direzione, plurale: la Direzione }", "LA025", "non è del plurale"),
        ("area: { singolare: la <b>Direzione, plurale: le Direzioni }", "LA025", "il segno «<»"),
        ("area: { singolare: la Direzione }", "LA008", "`plurale`"),
        ("area: { plurale: le Direzioni }", "LA008", "`singolare`"),
        ("area: la Direzione", "LA006", "gruppo di chiavi"),
        ("direzione: { singolare: la Direzione, plurale: le Direzioni }", "LA007", "`direzione`"),
        ("area: { singolare: la Direzione, plurali: le Direzioni, plurale: le Direzioni }", "LA007", "`plurali`"),
        ("area: { singolare: il Ufficio, plurale: gli Uffici }", "LA026", "non sta davanti a «Ufficio»"),
        ("area: { singolare: l'Ufficio, plurale: i Uffici }", "LA026", "non sta davanti a «Uffici»"),
        ("area: { singolare: la Direzione, plurale: le Direzione }", "LA026", "la stessa parola del singolare"),
        ("area: { singolare: la Direzione, plurale: i Direzioni }", "LA026", "di genere diverso"),
        ("area: { singolare: la DIREZIONE, plurale: le Direzioni }", "LA026", "tutta in maiuscole"),
        (
            "area: { singolare: l'Ufficio, plurale: gli Uffici }, servizio: { singolare: l'ufficio, plurale: gli uffici }",
            "LA026",
            "sia per `area` sia per `servizio`",
        ),
    ] {
        let found = findings(starter(&format!("parole: {{ {words} }}\n"), "").root());
        let [found] = found.as_slice() else { panic!("{words}: {found:#?}") };
        assert_eq!((found.code, found.line), (code, 1), "{words}");
        assert!(found.message.contains(said) && found.file.ends_with("modello.yaml"), "{found:#?}");
    }
}

#[test]
fn right_words_are_silent() {
    for words in [
        "area: { singolare: la Direzione, plurale: le Direzioni }, servizio: { singolare: l’Ufficio, plurale: gli Uffici }",
        "smart_team: { singolare: l'Unità, plurale: le Unità }, processo: { singolare: l'attività, plurale: le attività }",
        "smartabilita: { singolare: la remotizzabilità }, rischio: { singolare: l'esposizione }",
        "area: { singolare: la U.O.C., plurale: le U.O.C. }, servizio: { singolare: lo Staff, plurale: gli Staff }",
        "smart_team: { singolare: il gruppo di lavoro, plurale: i gruppi di lavoro }",
    ] {
        let found = findings(starter(&format!("parole: {{ {words} }}\n"), "").root());
        assert_eq!(found.len(), 0, "{words}: {found:#?}");
    }
}
