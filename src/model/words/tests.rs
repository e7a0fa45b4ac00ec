use super::*;

/// Every phrase form that the sentences use, with every word of ours in it.
const PHRASES: &[(&str, [&str; 3])] = &[
    // In our words; of feminine words with `la`; of masculine ones with `l'`; of feminine ones with `l'`.
    ("L'area", ["La Direzione", "L'Ufficio", "L'Unità"]),
    ("dell'area", ["della Direzione", "dell'Ufficio", "dell'Unità"]),
    ("nelle aree", ["nelle Direzioni", "negli Uffici", "nelle Unità"]),
    ("un'area", ["una Direzione", "un Ufficio", "un'Unità"]),
    ("quest'area", ["questa Direzione", "quest'Ufficio", "quest'Unità"]),
    ("Nessun'area", ["Nessuna Direzione", "Nessun Ufficio", "Nessun'Unità"]),
    ("ciascuna area", ["ciascuna Direzione", "ciascun Ufficio", "ciascun'Unità"]),
    ("ogni area", ["ogni Direzione", "ogni Ufficio", "ogni Unità"]),
    ("aree diverse", ["Direzioni diverse", "Uffici diversi", "Unità diverse"]),
    ("di tutta l'area", ["di tutta la Direzione", "di tutto l'Ufficio", "di tutta l'Unità"]),
    ("un'altra|area", ["un'altra", "un altro", "un'altra"]),
    ("contata|area", ["contata", "contato", "contata"]),
    ("Area", ["Direzione", "Ufficio", "Unità"]),
    ("Aree", ["Direzioni", "Uffici", "Unità"]),
    ("più aree", ["più Direzioni", "più Uffici", "più Unità"]),
];

fn words(one: &str, many: &str, concept: Concept) -> Words {
    let mut words = Words::default();
    words.set(concept, Noun::read(one, Some(many)).expect("a word"));
    words
}

#[test]
fn a_phrase_takes_articles_number_and_gender_of_the_word() {
    let all = [("la Direzione", "le Direzioni"), ("l'Ufficio", "gli Uffici"), ("l'Unità", "le Unità")];
    for (number, (one, many)) in all.into_iter().enumerate() {
        let words = words(one, many, Concept::Area);
        for (phrase, expected) in PHRASES {
            assert_eq!(phrase::said(phrase, &words), expected[number], "{phrase}");
        }
    }
    let team = words("il gruppo di lavoro", "i gruppi di lavoro", Concept::Team);
    for (phrase, expected) in [
        ("lo smart team", "il gruppo di lavoro"),
        ("degli smart team", "dei gruppi di lavoro"),
        ("tutti gli smart team", "tutti i gruppi di lavoro"),
        ("Uno smart team", "Un gruppo di lavoro"),
        ("Smart team", "Gruppo di lavoro"),
        ("+Smart team", "Gruppi di lavoro"),
        ("più smart team", "più gruppi di lavoro"),
        ("+smart team propri", "gruppi di lavoro propri"),
    ] {
        assert_eq!(phrase::said(phrase, &team), expected, "{phrase}");
    }
    let process = words("l'attività", "le attività", Concept::Process);
    for (phrase, expected) in [
        ("I processi", "Le attività"),
        ("Nessun processo", "Nessun'attività"),
        ("processi propri", "attività proprie"),
        ("Un altro processo", "Un'altra attività"),
        ("Processo proprio", "Attività propria"),
        ("tutti i processi", "tutte le attività"),
        ("dei loro processi", "delle loro attività"),
        ("processi diversi!processo", ""),
        ("altre@processo", "altre"),
    ] {
        assert_eq!(phrase::said(phrase, &process), expected, "{phrase}");
    }
}

#[test]
fn our_words_are_said_as_they_are_written() {
    let words = Words::default();
    for (phrase, _) in PHRASES.iter().filter(|(phrase, _)| !phrase.contains('|')) {
        assert_eq!(phrase::said(phrase, &words), *phrase);
    }
    assert_eq!(words.say("[L'area] [degli smart team], [un'altra|area]"), "L'area degli smart team, un'altra");
    assert_eq!(words.say("a[ (b)!smart team][c@smart team]"), "a (b)");
    assert_eq!(words.fill("{} [servizi] su {}", &[&2, &"[area] {}"]), "2 servizi su [area] {}");
    assert_eq!(
        (words.count(1, Concept::Process), words.count(0, Concept::Team)),
        ("1 processo".into(), "0 smart team".into())
    );
}

#[test]
fn our_words_agree_as_the_phrases_write_them() {
    // The same through the grammar, as if they were the administration's own.
    let mut words = Words::default();
    for concept in Concept::ALL {
        let (one, many) = concept.usual();
        words.set(concept, Noun::read(one, many).expect("a word"));
    }
    let without = ["ciascuna area"];
    for (phrase, _) in PHRASES.iter().filter(|(phrase, _)| !phrase.contains('|') && !without.contains(phrase)) {
        assert_eq!(phrase::said(phrase, &words), *phrase);
    }
    for phrase in ["lo smart team", "Il rischio corruttivo", "la smartabilità", "Nessuno smart team", "uno smart team"]
    {
        assert_eq!(phrase::said(phrase, &words), phrase);
    }
}

#[test]
fn a_gender_is_read_and_never_guessed() {
    let gender = |one, many| Noun::read(one, many).ok().and_then(|noun| noun.gender(Number::One));
    assert_eq!(gender("l'idoneità", None), None);
    assert_eq!(gender("l'idoneità", Some("le idoneità")), Some(Gender::Feminine));
    assert_eq!(gender("l'uovo", Some("le uova")), Some(Gender::Masculine));
    assert_eq!(gender("lo Staff", None), Some(Gender::Masculine));
    let mut words = Words::default();
    words.set(Concept::Smartability, Noun::read("l’idoneità", None).expect("a word"));
    let said = words.say("[Smartabilità], [la smartabilità], [della smartabilità], [la loro smartabilità]");
    assert_eq!(said, "Idoneità, l'idoneità, dell'idoneità, l'idoneità");
}

#[test]
fn what_is_no_word_with_its_article_is_told() {
    let fault = |text, number| NounForm::read(text, number).err();
    assert_eq!(fault("Direzione", Number::One), Some(NounFault::NoArticle));
    assert_eq!(fault("la", Number::One), Some(NounFault::NoWord));
    assert_eq!(fault("l' ", Number::One), Some(NounFault::NoWord));
    assert_eq!(fault("le Direzioni", Number::One), Some(NounFault::OtherNumber));
    assert_eq!(fault("la Direzione", Number::Many), Some(NounFault::OtherNumber));
    let fits = |text, number| NounForm::read(text, number).map(|form| form.article_fits());
    for good in ["lo Staff", "l'Ufficio", "la Direzione", "il Settore", "l'hub", "lo gnomo", "la UO", "l'UO", "l'SPI"] {
        assert_eq!(fits(good, Number::One), Ok(true), "{good}");
    }
    for wrong in ["il Ufficio", "la Unità", "l'Settore", "il Staff", "lo Settore"] {
        assert_eq!(fits(wrong, Number::One), Ok(false), "{wrong}");
    }
    assert_eq!((fits("gli Settori", Number::Many), fits("i Uffici", Number::Many)), (Ok(false), Ok(false)));
}
