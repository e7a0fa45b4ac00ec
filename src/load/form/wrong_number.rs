use super::other_word::{call_help, called};
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::Text;
use crate::source::Sources;

/// A text that is no number of the kind that is asked for.
pub(crate) static RULE: Rule = Rule {
    code: "LA012",
    name: "numero-errato",
    severity: Severity::Error,
    summary: "Il valore non è un numero del genere richiesto.",
    why: "Con un testo al posto di un numero non si possono fare né somme né confronti.",
    remedy: "Scrivere il numero in cifre, senza unità di misura.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("attuazione.yaml", "    dipendenti: 12", "    dipendenti: dodici")]),
        Example::new(&[Edit::new("attuazione.yaml", "    agili: 4", "    agili: -4")]),
        Example::new(&[Edit::new("attuazione.yaml", "giorni_settimana: \"0,5-1\"", "giorni_settimana: spesso")]),
    ],
    passing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "giorni_settimana: \"0,5-1\"",
        "giorni_settimana: non smartabile",
    )])],
};

/// `text` is the value of `key`, which wants `expected`.
pub(in crate::load) fn finding(sources: &Sources, text: &Text, key: &str, expected: &str) -> Finding {
    let message = format!("`{}` non è un valore possibile per `{key}`: ci vuole {expected}", text.value);
    let finding = Finding::new(&RULE, text.span, message).label(format!("qui ci vuole {expected}"));
    if let Some((bare, call)) = called(text).filter(|(bare, _)| !bare.ends_with(char::is_whitespace)) {
        return finding.help(call_help(bare, call));
    }
    match digits(text) {
        Some(number) if number != text.value => {
            let fix = Fix::scalar(sources.get(text.span.source), text.span, text, &number);
            finding.help(format!("se si intendeva {number}, scrivere {number} e nient'altro")).fix(fix.map(Fix::guess))
        }
        _ if text.starts_with(['-', '−']) => finding.help("scrivere un numero da zero in su, senza il segno meno"),
        _ => finding.help(format!("scrivere {expected}, in cifre e senza altre parole")),
    }
}

/// `text`, the value of `key`, is no number of days in a period.
pub(in crate::load) fn without_period(text: &Text, key: &str, expected: &str) -> Finding {
    let message = format!("`{}` non è un valore possibile per `{key}`: ci vuole {expected}", text.value);
    Finding::new(&RULE, text.span, message).label("qui ci vogliono un numero e un periodo").help(
        "scrivere il numero e poi alla settimana, al mese, al trimestre o all'anno; una quota come 40% del trimestre",
    )
}

/// `text` stands where `key` wants a year.
pub(in crate::load) fn no_year(text: &Text, key: &str) -> Finding {
    Finding::new(
        &RULE,
        text.span,
        format!("`{}` non è un anno: sotto `{key}` ogni valore sta accanto al suo", text.value),
    )
    .label("qui ci vuole un anno")
    .help("scrivere l'anno in quattro cifre, per esempio 2026")
}

/// `text`, the value of `key`, is a number with the sign of a percentage.
pub(in crate::load) fn percentage(sources: &Sources, text: &Text, key: &str, number: &str) -> Finding {
    let fix = Fix::scalar(sources.get(text.span.source), text.span, text, number);
    Finding::new(
        &RULE,
        text.span,
        format!("`{}`: il valore di `{key}` si scrive senza il segno di percento", text.value),
    )
    .label("il segno è di troppo")
    .help(format!("scrivere {number}"))
    .fix(fix)
}

/// The only number of a text, where words, thousands or a footnote stand around it.
fn digits(text: &str) -> Option<String> {
    let thousands = |text: &str| {
        let mut groups = text.split(['.', ' ', '\'', '\u{a0}', '\u{202f}']);
        let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
        first && groups.all(|group| group.len() == 3)
    };
    let plain =
        |text: &str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' ' | '\'' | '\u{a0}' | '\u{202f}'));
    if text.contains(|c: char| c.is_ascii_digit()) && plain(text) && thousands(text) {
        return Some(text.chars().filter(char::is_ascii_digit).collect());
    }
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let number = numbers.next().filter(|_| numbers.next().is_none())?;
    let around = text.replacen(number, "", 1);
    (around.chars().any(char::is_alphabetic) && !around.contains(['-', '−', '<', '>', '≤', '≥', '%']))
        .then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn the_only_number_of_a_text_is_offered() {
        assert_eq!(digits("12 persone").as_deref(), Some("12"));
        assert_eq!(digits("1.200").as_deref(), Some("1200"));
        assert_eq!(digits("1 200").as_deref(), Some("1200"));
        for text in ["dodici", "-4", "4,5", "da 2 a 3", "< 3 unità", "1.20"] {
            assert_eq!(digits(text), None, "{text}");
        }
    }
}
