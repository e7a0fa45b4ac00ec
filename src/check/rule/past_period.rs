use super::plan_years::{periods, span};
use crate::check::rule_context::RuleContext;
use crate::check::written::each_passage;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA404",
    name: "periodo-trascorso",
    severity: Severity::Note,
    summary: "Un capitolo parla di un periodo o di una scadenza che questa edizione ha già alle spalle.",
    why: "È il testo che invecchia quando l'edizione si rifà copiando la precedente. I contratti, le leggi e gli anni singoli non contano.",
    remedy: "Aggiornare il testo, o dire che si parla del passato.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: aggiornamento dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Lo dice il Piano Esecutivo di Gestione 2021/2023. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Gli accordi si firmano entro il 28 febbraio 2025. Questo allegato descrive",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Vale il contratto collettivo per il triennio 2019-2021. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Nel 2020 è cominciata l'analisi, entro il 2027 finirà; l'anno scolastico 2024/2025 è il primo. Questo allegato descrive",
        )]),
        Example {
            caption: "Il nome di un contratto, con i punti della sigla",
            edits: &[Edit::new(
                "/content/2026-2028/01-premessa.md",
                "Questo allegato descrive",
                "Si applica il C.C.N.L. 2019-2021 del comparto. Questo allegato descrive",
            )],
        },
        Example {
            caption: "Ciò che si racconta del passato",
            edits: &[Edit::new(
                "/content/2026-2028/01-premessa.md",
                "Questo allegato descrive",
                "Gli accordi sono stati firmati entro il 28 febbraio 2025, come il PEG 2021/2023 prevedeva. Questo allegato descrive",
            )],
        },
    ],
};

/// Words of a sentence whose years are the name of something: a contract, a law, an act, a programme of funds.
const NAMES: [&str; 17] = [
    "contratt",
    "ccnl",
    "ccnq",
    "ccdi",
    "ccni",
    "accordo quadro",
    "accordi quadro",
    "legge",
    "decreto",
    "dlgs",
    "direttiva",
    "delibera",
    "regolamento (ue)",
    "fondi europei",
    "fondo sociale europeo",
    "fondo europeo",
    "accordo di partenariato",
];

/// Words, or their beginnings, that say that a sentence speaks of the past.
const PAST: [&str; 18] = [
    "precedent",
    "scorso",
    "scorsa",
    "scorsi",
    "scorse",
    "passato",
    "passata",
    "trascors",
    "conclus",
    "scadut",
    "cessat",
    "abrogat",
    "consuntiv",
    "rendicont",
    "allora",
    "pandemi",
    "emergenz",
    "sperimentazion",
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some((first, _)) = span(context.edition.id.as_str()) else { return };
    each_passage(context, &mut |written| {
        let mut start = 0;
        for sentence in sentences(written.text) {
            let at = start;
            start += sentence.len();
            if is_name(sentence) || is_past(sentence) {
                continue;
            }
            let offset =
                |piece: &str| sentence.find(piece).map_or(at..start, |inside| at + inside..at + inside + piece.len());
            if let Some((_, _, piece)) = periods(sentence).into_iter().find(|(_, to, _)| *to < first - 1) {
                let message =
                    format!("il testo cita il periodo {piece}, finito da tempo quando comincia questa edizione");
                findings.push(
                    Finding::new(&RULE, written.span(context, offset(piece)), message)
                        .label("periodo trascorso")
                        .remedy(),
                );
            } else if let Some(piece) = deadline(sentence, first) {
                let message = format!("la scadenza «{piece}» è passata quando comincia questa edizione");
                findings.push(
                    Finding::new(&RULE, written.span(context, offset(piece)), message)
                        .label("scadenza trascorsa")
                        .remedy(),
                );
            }
        }
    });
}

/// The sentences of a text, joined again the text itself. The point of `C.C.N.L.`, `art.` or `n.` ends none.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, '.' | ';' | '!' | '?')) {
        let after = at + sign.len_utf8();
        // Asked first: of a very long word only its end is looked at.
        if !text[after..].starts_with(char::is_whitespace) {
            continue;
        }
        let word = text[start..at].rsplit([' ', '\u{a0}', '(', '\'', '’']).next().unwrap_or("");
        let abbreviation = sign == '.' && (word.contains('.') || word.chars().count() < 4);
        // A year or another number may end a sentence, however short.
        let abbreviation = abbreviation && !word.ends_with(|c: char| c.is_ascii_digit());
        if !abbreviation {
            found.push(&text[start..after]);
            start = after;
        }
    }
    found.push(&text[start..]);
    found
}

/// Whether the years of a sentence are part of a name, such as that of a contract, however it is abbreviated.
fn is_name(sentence: &str) -> bool {
    let lower = sentence.to_lowercase().replace(". ", ".").replace('.', "");
    NAMES.iter().any(|name| lower.contains(name))
}

/// Whether a sentence tells of the past: by a word that says so, or by the tense of a verb.
fn is_past(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let told = words.iter().any(|word| PAST.iter().any(|past| word.starts_with(past)) || is_past_tense(word));
    told || words.windows(2).any(|pair| is_perfect(pair[0], pair[1]))
}

/// `ha adottato`, `sono stati firmati`, `si è concluso`; `sono firmati` is of today.
fn is_perfect(auxiliary: &str, participle: &str) -> bool {
    let done = ["ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite", "tto", "so", "sto"];
    let been = ["stato", "stata", "stati", "state"];
    // Of these verbs the perfect is made with `essere`.
    let ended = ["cominciat", "iniziat", "terminat", "finit", "avvenut", "nat", "entrat", "partit", "rimast", "decors"];
    match auxiliary {
        "ha" | "hanno" | "abbiamo" => participle.len() > 3 && done.iter().any(|end| participle.ends_with(end)),
        "è" | "sono" => been.contains(&participle) || ended.iter().any(|verb| participle.starts_with(verb)),
        _ => false,
    }
}

/// `prevedeva`, `riguardavano`, `firmarono`, `era`, `fu`.
fn is_past_tense(word: &str) -> bool {
    let auxiliary = ["era", "erano", "fu", "furono", "aveva", "avevano", "ebbe", "ebbero"].contains(&word);
    let plural = ["avano", "evano", "ivano", "arono", "erono", "irono"].iter().any(|end| word.ends_with(end));
    // `rileva`, `preleva`, `solleva` and `aggrava` are of today.
    let singular = (word.ends_with("eva") && !word.ends_with("leva"))
        || (word.ends_with("ava") && !word.ends_with("grava") && !word.ends_with("cava"));
    auxiliary || (plural && word.len() > 6) || (singular && word.len() > 6)
}

/// `entro …` with a year before the first of the edition, at most five words later.
fn deadline(sentence: &str, first: i16) -> Option<&str> {
    let at = sentence.find("entro ").filter(|at| !sentence[..*at].ends_with(char::is_alphanumeric))?;
    let mut end = at;
    for word in sentence[at..].split(' ').take(6) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if let Ok(year) = bare.parse::<i16>()
            && (2000..first).contains(&year)
        {
            return Some(&sentence[at..end + bare.len()]);
        }
        end += word.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_past, sentences};

    #[test]
    fn the_points_of_abbreviations_end_no_sentence() {
        let text = "Il C.C.N.L. Funzioni Locali 2019-2021 vale. Lo dice l'art. 63, n. 2. Nel 2021. Poi";
        let parts = ["Il C.C.N.L. Funzioni Locali 2019-2021 vale.", " Lo dice l'art. 63, n. 2.", " Nel 2021.", " Poi"];
        assert_eq!(sentences(text), parts);
        assert_eq!(sentences("à. "), ["à. "]);
    }

    #[test]
    fn names_of_contracts_and_acts_are_known_however_abbreviated() {
        for text in [
            "il C.C.N.L. 2019-2021",
            "il CCNL 16.11.2022",
            "il C. C. N. L. 2016/2018",
            "D.Lgs. 2021/2022",
            "il C.C.D.I. 2019-2021",
        ] {
            assert!(is_name(text), "{text}");
        }
        assert!(!is_name("il Piano Esecutivo di Gestione 2021/2023"));
    }

    #[test]
    fn the_past_is_told_by_a_word_or_a_tense() {
        for text in [
            "Nel triennio 2019-2021 l'ente ha avviato il progetto",
            "Gli accordi sono stati firmati entro il 2024",
            "Il piano 2020-2022 prevedeva due giorni",
            "Nel periodo 2020-2022 furono coinvolti tutti",
            "I dati del precedente triennio 2019-2021",
            "La fase 2021/2022 si è conclusa",
        ] {
            assert!(is_past(text), "{text}");
        }
        for text in [
            "Gli accordi sono firmati entro il 28 febbraio 2025",
            "Lo dice il Piano Esecutivo di Gestione 2021/2023",
            "Ogni ufficio rileva i dati entro il 2023",
            "La normativa attiva e l'iniziativa 2021/2023 restano",
        ] {
            assert!(!is_past(text), "{text}");
        }
    }

    #[test]
    fn a_very_long_word_with_points_inside_ends_no_sentence() {
        let text = "obiettivi;dirigente.".repeat(50_000);
        assert_eq!(sentences(&text), [text.as_str()]);
    }
}
