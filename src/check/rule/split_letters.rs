use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use unicode_normalization::char::compose;

pub(super) static RULE: Rule = Rule {
    code: "LA511",
    name: "lettere-fuse-o-spezzate",
    severity: Severity::Warning,
    summary: "Due lettere sono fuse in una, come «ﬁ», oppure un accento è staccato dalla sua lettera.",
    why: "Arrivano dalla copia di un PDF: a vedersi sembrano giuste, ma chi cerca la parola non la trova.",
    remedy: "Riscrivere la parola con la tastiera.",
    correction: Some("`piao check --fix` lo fa da sé"),
    basis: "Unicode, UAX 15 (forme normali); WCAG 2.1, criterio 1.3.1.",
    failing: &[
        Example {
            caption: "La f e la i sono un carattere solo",
            edits: &[Edit::new("processi.yaml", "input: [Iniziativa d'ufficio]", "input: [Iniziativa d'ufﬁcio]")],
        },
        Example {
            caption: "L'accento segue la sua lettera",
            edits: &[Edit::new("/content/2026-2028/01-premessa.md", "cioè", "cioe\u{300}")],
        },
    ],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "input: [Iniziativa d'ufficio]",
        "input: [Iniziativa d'ufficio, œuvre e città]",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(Signs::STRANGE) {
        return;
    }
    let text = written.text;
    if text.is_ascii() {
        return;
    }
    let Some((at, c)) = text.char_indices().find(|(at, c)| fused(*c).is_some() || is_apart(&text[..*at], *c)) else {
        return;
    };
    let start = text[..at].char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |space| at + space);
    let word = mended(&text[start..end]);
    let what =
        if fused(c).is_some() { "due lettere sono fuse in una" } else { "un accento è staccato dalla sua lettera" };
    let scope = if written.is_narrative() { start..end } else { 0..text.len() };
    let fix = written.fix(context, scope.clone(), &mended(&text[scope]));
    findings.push(
        Finding::new(&RULE, written.span(context, start..end), format!("in «{word}» {what}"))
            .label(format!("U+{:04X}", u32::from(c)))
            .help(format!("scrivere «{word}»"))
            .fix(fix),
    );
}

/// The letters that a printer's ligature joins.
fn fused(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Whether an accent follows a letter with which it could be one.
fn is_apart(before: &str, accent: char) -> bool {
    matches!(accent, '\u{300}'..='\u{36f}') && before.chars().next_back().is_some_and(|c| compose(c, accent).is_some())
}

/// The text with two letters for each ligature, and accents on their letters.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some(letters) = fused(c) {
            mended.push_str(letters);
            continue;
        }
        match mended.pop() {
            Some(last) if is_apart(last.encode_utf8(&mut [0; 4]), c) => mended.extend(compose(last, c)),
            last => mended.extend(last.into_iter().chain([c])),
        }
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn ligatures_part_and_accents_join() {
        assert_eq!(mended("l'ufﬁcio afﬂuisce, eﬃcace"), "l'ufficio affluisce, efficace");
        assert_eq!(mended("citta\u{300} e perche\u{301}"), "città e perché");
        assert_eq!(mended("œuvre, città, \u{301}a"), "œuvre, città, \u{301}a");
    }
}
