use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA405",
    name: "anni-del-piano-discordi",
    severity: Severity::Warning,
    summary: "Gli anni scritti nel titolo del piano non sono quelli della cartella dell'edizione.",
    why: "Succede quando si copia l'edizione dell'anno prima: tutte le pagine portano gli anni sbagliati.",
    remedy: "Correggere gli anni nel testo, o il nome della cartella.",
    correction: None,
    basis: "D.M. 132/2022: il Piano è triennale e si aggiorna ogni anno.",
    failing: &[Example::new(&[Edit::new("edizione.yaml", "Organizzazione 2026-2028", "Organizzazione 2025-2027")])],
    passing: &[
        Example::new(&[Edit::new("edizione.yaml", "Organizzazione 2026-2028", "Organizzazione 2026/2028")]),
        Example::new(&[Edit::new("edizione.yaml", "Organizzazione 2026-2028", "Organizzazione")]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let Some(right) = span(edition.id.as_str()) else { return };
    for text in [&edition.title, &edition.annex, &edition.plan, &edition.section] {
        let Some((from, to, piece)) = periods(text).into_iter().next() else { continue };
        if (from, to) != right {
            findings.push(
                Finding::new(
                    &RULE,
                    context.sources.part(text.span, piece),
                    format!("qui gli anni sono {piece}, ma l'edizione è `{}`", edition.id.as_str()),
                )
                .label("altri anni")
                .remedy(),
            );
        }
    }
}

/// The years of the first period in a text.
pub(super) fn span(text: &str) -> Option<(i16, i16)> {
    periods(text).first().map(|(from, to, _)| (*from, *to))
}

/// The periods of years in a text, such as `2025-2027` or `2025/27`, with the very letters.
pub(super) fn periods(text: &str) -> Vec<(i16, i16, &str)> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    for (at, _) in text.match_indices("20") {
        let alone = at == 0 || !is_digit(at - 1);
        if !(alone && is_digit(at + 2) && is_digit(at + 3)) {
            continue;
        }
        let rest = &text[at + 4..];
        let Some(mark) = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '–' | '\u{2010}' | '\u{2011}'))
        else {
            continue;
        };
        let after = at + 4 + mark.len_utf8();
        let digits = bytes[after..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = match digits {
            4 => text[after..after + 4].parse().ok(),
            2 => text[after..after + 2].parse::<i16>().ok().map(|year| 2000 + year),
            _ => None,
        };
        let start: Option<i16> = text[at..at + 4].parse().ok();
        // `2025-12-31` is a day, `2024/01` a number.
        let day = matches!(text[after + digits..].chars().next(), Some('-' | '/')) && digits == 2;
        if let (Some(start), Some(end)) = (start, end)
            && end > start
            && end - start < 10
            && !day
        {
            found.push((start, end, &text[at..after + digits]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::periods;

    #[test]
    fn periods_are_no_days_and_no_numbers() {
        let years = |text: &'static str| periods(text).into_iter().map(|(_, _, piece)| piece).collect::<Vec<_>>();
        assert_eq!(years("PEG 2021/2023 e PIAO 2025–2027, 2026/28"), ["2021/2023", "2025–2027", "2026/28"]);
        assert!(years("2025-12-31, 12025-2027, D.lgs. 36/2023, 2024-2020, 20").is_empty());
    }
}
