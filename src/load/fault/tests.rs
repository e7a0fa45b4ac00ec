use crate::load::recover::blank_broken_parts;

/// Two records; the second has a list of texts, and its sound lines are replaced by broken ones.
const TEXT: &str = "# prova\nrighe:\n  - codice: A\n    nome: Anagrafe e protocollo\n    nota: n\n    fasi:\n      - Una fase\n      - Altra fase\n    area: [a, b]\n  - codice: B\n    nome: Ufficio Tributi\n    fasi:\n      - Istruttoria\n      - Redazione\n      - Invio\n    area: [a, b]\n  - codice: C\n    nome: Terzo\n    area: [c]\n";

/// A line of the second record, how it is broken, what is pointed at, words of the message, and the line as it is mended
/// (empty where no correction is offered).
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

const NOME: &str = "    nome: Ufficio Tributi\n";
const HEAD: &str = "  - codice: B\n";
const ITEM: &str = "      - Redazione\n";
const AREA: &str = "    area: [a, b]\n";

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Margins and dashes.
    (NOME, "     nome: Ufficio Tributi\n", "nome", "ci sono 5 spazi: ne vanno 4", NOME),
    (NOME, "   nome: Ufficio Tributi\n", "nome", "ci sono 3 spazi: ne vanno 4", NOME),
    (NOME, "  nome: Ufficio Tributi\n", "nome", "ci sono 2 spazi: ne vanno 4", NOME),
    (NOME, "nome: Ufficio Tributi\n", "nome", "mancano gli spazi: ne vanno 4", NOME),
    (NOME, "\tnome: Ufficio Tributi\n", "\t", "il tasto di tabulazione", NOME),
    (NOME, "  \tnome: Ufficio Tributi\n", "\t", "il tasto di tabulazione", NOME),
    (NOME, "\u{a0}\u{a0}\u{a0}\u{a0}nome: Ufficio Tributi\n", "\u{a0}", "non è quello comune (U+00A0)", NOME),
    (NOME, "\u{3000}nome: Ufficio Tributi\n", "\u{3000}", "non è quello comune (U+3000)", NOME),
    (HEAD, "   - codice: B\n", "-", "prima del trattino ci sono 3 spazi: ne vanno 2", HEAD),
    (HEAD, " - codice: B\n", "-", "prima del trattino c'è uno spazio: ne vanno 2", HEAD),
    (HEAD, "- codice: B\n", "-", "prima del trattino mancano gli spazi: ne vanno 2", HEAD),
    (HEAD, "  codice: B\n", "codice", "manca il trattino con cui comincia una nuova voce", HEAD),
    (HEAD, "  -codice: B\n", "-", "manca lo spazio dopo il trattino", HEAD),
    (HEAD, "  • codice: B\n", "•", "comincia con «•»", HEAD),
    (HEAD, "  * codice: B\n", "*", "comincia con «*»", HEAD),
    (HEAD, "\t- codice: B\n", "\t", "il tasto di tabulazione", HEAD),
    (ITEM, "     - Redazione\n", "-", "ci sono 5 spazi: ne vanno 6", ITEM),
    (ITEM, "  - Redazione\n", "-", "ci sono 2 spazi: ne vanno 6", ITEM),
    (ITEM, "- Redazione\n", "-", "mancano gli spazi: ne vanno 6", ITEM),
    (ITEM, "      • Redazione\n", "•", "comincia con «•»", ITEM),
    (ITEM, "\t\t- Redazione\n", "\t", "il tasto di tabulazione", ITEM),
    // Texts that go on below.
    (NOME, "    nome: Ufficio\n    Tributi\n", "Tributi", "continuare il testo che comincia con «Ufficio»", "    nome: Ufficio\n      Tributi\n"),
    (NOME, "    nome: Ufficio\n  Tributi\n    e altro\n", "Tributi", "continuare il testo", "    nome: Ufficio\n      Tributi\n      e altro\n"),
    (ITEM, "      - Redazione\n    del testo\n", "del testo", "continuare il testo", "      - Redazione\n        del testo\n"),
    // Colons.
    (NOME, "    nome:Ufficio Tributi\n", ":", "manca lo spazio dopo i due punti di `nome`", NOME),
    (NOME, "    nome Ufficio Tributi\n", "nome", "mancano i due punti dopo `nome`", NOME),
    (NOME, "    nome = Ufficio Tributi\n", "=", "c'è «=» invece dei due punti", NOME),
    (NOME, "    nome=Ufficio Tributi\n", "=", "c'è «=» invece dei due punti", NOME),
    (NOME, "    nome：Ufficio Tributi\n", "：", "invece dei due punti comuni", NOME),
    (NOME, "    nome; Ufficio Tributi\n", ";", "invece dei due punti comuni", NOME),
    (NOME, "    nome: Ufficio: Tributi\n", ":", "i due punti dentro un testo", "    nome: \"Ufficio: Tributi\"\n"),
    (NOME, "    nome: Ufficio Tributi:\n", ":", "i due punti dentro un testo", "    nome: \"Ufficio Tributi:\"\n"),
    (NOME, "    nome: Ufficio nota: b\n", "nota", "due chiavi, `nome` e `nota`", "    nome: Ufficio\n    nota: b\n"),
    (NOME, "    nome: - Ufficio Tributi\n", "-", "sulla riga della chiave", "    nome:\n      - Ufficio Tributi\n"),
    (HEAD, "  - codice=B\n", "=", "c'è «=» invece dei due punti", HEAD),
    // Quotes.
    (NOME, "    nome: \"Ufficio Tributi\n", "\"", "non sono mai chiuse", "    nome: \"Ufficio Tributi\"\n"),
    (NOME, "    nome: 'Ufficio Tributi\n", "'", "non sono mai chiuse", "    nome: 'Ufficio Tributi'\n"),
    (NOME, "    nome: 'l'ufficio'\n", "'", "l'apostrofo chiude", "    nome: \"l'ufficio\"\n"),
    (NOME, "    nome: \"Ufficio \"Tributi\" e altro\"\n", "\"", "dentro il testo", "    nome: \"Ufficio \\\"Tributi\\\" e altro\"\n"),
    (NOME, "    nome: \"Ufficio\" Tributi\n", "\"", "c'è altro testo", "    nome: \"\\\"Ufficio\\\" Tributi\"\n"),
    (NOME, "    nome: \"C:\\Utenti\"\n", "\\", "la barra rovesciata", "    nome: \"C:\\\\Utenti\"\n"),
    // Signs at the beginning.
    (NOME, "    nome: [Nuovo] Ufficio\n", "[", "comincia con «[»", "    nome: \"[Nuovo] Ufficio\"\n"),
    (NOME, "    nome: {bozza} Ufficio\n", "{", "comincia con «{»", "    nome: \"{bozza} Ufficio\"\n"),
    (NOME, "    nome: @ufficio\n", "@", "non può cominciare con «@»", "    nome: \"@ufficio\"\n"),
    (NOME, "    nome: `ufficio\n", "`", "non può cominciare con «`»", "    nome: \"`ufficio\"\n"),
    (NOME, "    nome: %ufficio\n", "%", "non può cominciare con «%»", "    nome: \"%ufficio\"\n"),
    (NOME, "    nome: *ufficio\n", "*", "non può cominciare con «*»", "    nome: \"*ufficio\"\n"),
    (NOME, "    nome: & ufficio\n", "&", "non può cominciare con «&»", "    nome: \"& ufficio\"\n"),
    (NOME, "    nome: | Ufficio\n", "|", "va scritto sulle righe sotto", "    nome: \"Ufficio\"\n"),
    (NOME, "    nome: > Ufficio\n", ">", "va scritto sulle righe sotto", "    nome: \"Ufficio\"\n"),
    // Brackets.
    (AREA, "    area: [a, b\n", "[", "«[» aperta qui non è mai chiusa", "    area: [a, b]\n"),
    (AREA, "    area: [a, b]]\n", "]", "«]» non ne chiude nessuna", "    area: [a, b]\n"),
    // Characters and lines that do not belong there.
    (NOME, "    nome: Ufficio\u{b}Tributi\n", "\u{b}", "un a capo nascosto (U+000B)", ""),
    (NOME, "    nome: Ufficio\u{1b} Tributi\n", "\u{1b}", "(U+001B)", ""),
    (NOME, "    nome: l\u{92}ufficio\n", "\u{92}", "testo di Windows (U+0092)", ""),
    (NOME, "    nome: Ufficio\u{0}\n", "\u{0}", "(U+0000)", ""),
    (NOME, "<<<<<<< HEAD\n    nome: Uno\n=======\n    nome: Due\n>>>>>>> ramo\n", "<<<<<<< HEAD", "due versioni diverse", ""),
];

#[test]
fn each_mistake_is_told_at_its_place_and_mended() {
    for (sound, broken, sign, words, mended) in CASES {
        let at = TEXT.find(HEAD).expect("the second record");
        let at = at + TEXT[at..].find(sound).expect("its line");
        let text = format!("{}{broken}{}", &TEXT[..at], &TEXT[at + sound.len()..]);
        let found = blank_broken_parts(&text);
        let [fault] = found.faults.as_slice() else { panic!("{broken}: {} faults", found.faults.len()) };
        assert_eq!(&&text[fault.range.clone()], sign, "{broken}");
        assert!((at..at + broken.len()).contains(&fault.range.start), "{broken}");
        assert!(fault.message.contains(words), "{broken}: {}", fault.message);
        let corrected = fault.fix.as_ref().map_or(String::new(), |(range, replacement, _)| {
            format!("{}{replacement}{}", &text[..range.start], &text[range.end..])
        });
        let right = if mended.is_empty() {
            String::new()
        } else {
            format!("{}{mended}{}", &TEXT[..at], &TEXT[at + sound.len()..])
        };
        assert_eq!(corrected, right, "{broken}");
        // Everything else is left, byte for byte.
        assert_eq!(found.text.len(), text.len());
        let (before, after) = (&TEXT[..TEXT.find(HEAD).expect("")], &TEXT[TEXT.find("  - codice: C").expect("")..]);
        assert!(found.text.starts_with(before) && found.text.ends_with(after), "{broken}:\n{}", found.text);
        assert!(!found.text.contains("Invio"), "{broken}:\n{}", found.text);
    }
}

#[test]
fn the_names_of_a_lost_record_are_kept() {
    for (broken, names) in [
        ("- id: Ufficio Tributi\n  nome: [x\n", vec!["ufficio-tributi"]),
        ("- id = tributi\n  nome: Tributi\n", vec!["tributi", "Tributi"]),
        ("- { id: tributi, nome: [x }\n", vec!["tributi"]),
        ("- voce: \"x\n", vec![]),
    ] {
        let found = blank_broken_parts(&format!("- id: a\n{broken}- id: b\n"));
        assert_eq!(found.faults.len(), 1, "{broken}");
        assert!(names.iter().all(|name| found.unread.contains(&(*name).to_owned())), "{broken}: {:?}", found.unread);
        assert_eq!(found.unread.is_empty(), names.is_empty(), "{broken}: {:?}", found.unread);
    }
}

#[test]
fn a_key_that_is_lost_leaves_a_hole_in_its_mapping() {
    let text = "titolo: \"Disciplina\nallegato: 2A\ncontatti:\n  ufficio: Personale\n   pec: x@y.it\n  email: a@b.it\nlimiti: [1\n";
    let found = blank_broken_parts(text);
    assert_eq!(found.holes, [vec![], vec!["contatti".to_owned()], vec![]]);
    assert_eq!(found.faults.len(), 3);
    let left: Vec<&str> = found.text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    assert_eq!(left, ["allegato: 2A", "contatti:", "  ufficio: Personale", "  email: a@b.it"]);
}

#[test]
fn the_broken_record_of_a_nested_list_alone_is_lost() {
    let text = "gruppi:\n  - nome: Uno\n    moduli:\n      - nome: A\n        ore: 1\n      - nome: \"B\n        ore: 2\n      - nome: C\n        ore: 3\n  - nome: Due\n";
    let found = blank_broken_parts(text);
    assert_eq!(found.faults.len(), 1);
    assert!(found.text.contains("nome: A") && found.text.contains("nome: C") && !found.text.contains("nome: \"B"));
}

#[test]
fn a_conflict_over_several_records_is_one_fault() {
    let text = "- id: a\n<<<<<<< HEAD\n- id: b\n- id: c\n=======\n- id: d\n>>>>>>> ramo\n- id: e\n";
    let found = blank_broken_parts(text);
    assert_eq!(found.faults.len(), 1);
    assert!(found.text.starts_with("- id: a\n") && found.text.ends_with("- id: e\n"), "{}", found.text);
}

#[test]
fn the_only_item_of_a_list_belongs_below_its_key() {
    for item in ["  - Istanza", "- Istanza", "   - Istanza"] {
        let text = format!("r:\n  - a: 1\n    b:\n{item}\n    c: 2\n  - a: 2\n    c: 3\n");
        let found = blank_broken_parts(&text);
        let [fault] = found.faults.as_slice() else { panic!("{item}: {} faults", found.faults.len()) };
        assert!(fault.message.ends_with("ne vanno 6"), "{item}: {}", fault.message);
        assert!(fault.fix.is_some() && &text[fault.range.clone()] == "-", "{item}");
    }
}
