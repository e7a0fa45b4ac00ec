use crate::check::encoding::{garbled, meant};
use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    code: "LA508",
    name: "lettere-storpiate",
    severity: Severity::Warning,
    summary: "In un testo ci sono lettere accentate o virgolette storpiate, come «Ã©» al posto di «é».",
    why: "Il file è stato letto una volta con la codifica sbagliata: le parole non si leggono e non si trovano.",
    remedy: "Riscrivere la parola, o rifare la copia dal documento salvato in UTF-8.",
    correction: Some("`piao check --fix` lo fa da sé dove è certo"),
    basis: "Linee guida AgID sui dati aperti: codifica UTF-8.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti perchÃ© lo dice la legge",
        )]),
        Example::new(&[Edit::new("processi.yaml", "input: [Iniziativa d'ufficio]", "input: [Iniziativa dâ€™ufficio]")]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Perciò la qualit√† conta. Questo allegato descrive",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "finalita: Pubblicare gli atti nei tempi previsti",
        "finalita: Perché «così» è più bello d’estate, √2 e Âge d'Or compresi",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(Signs::BEYOND_ASCII) {
        return;
    }
    let text = written.text;
    let Some((piece, _)) = garbled(text) else { return };
    let start = text[..piece.start].rfind(char::is_whitespace).map_or(0, |at| at + space_length(text, at));
    let end = text[piece.end..].find(char::is_whitespace).map_or(text.len(), |at| piece.end + at);
    let word = start..end;
    let scope = if written.is_narrative() { word.clone() } else { 0..text.len() };
    let whole = meant(&text[scope.clone()]);
    let message = format!("in «{}» ci sono lettere storpiate", &text[word.clone()]);
    let finding = Finding::new(&RULE, written.span(context, word.clone()), message).label("codifica sbagliata");
    let right = meant(&text[word.clone()]);
    findings.push(match (whole, right) {
        (Some(whole), Some(right)) => {
            finding.help(format!("scrivere «{right}»")).fix(written.fix_encoding(context, scope, &whole))
        }
        _ => half_lost(context, written, finding, &text[word]),
    });
}

/// A letter of which half is not in the text: `à` at the end of a value, whose second half is a space that no value keeps, can be
/// read back from the file; elsewhere only its reader knows.
fn half_lost(context: &RuleContext<'_>, written: &Written<'_>, finding: Finding, word: &str) -> Finding {
    let at_end = written.value_span().filter(|_| written.text.ends_with(word) && word.ends_with('Ã'));
    if let Some((span, right)) = at_end.and_then(|span| with_its_end(context, span, written.text)) {
        let old = context.sources.slice(span);
        let fix = Fix::scalar(context.sources.get(span.source), span, old, &right);
        return finding.help(format!("scrivere «{right}»")).fix(fix);
    }
    match meant(&word.replace('Ã', "Ã\u{a0}")).filter(|_| word.contains('Ã')) {
        Some(right) => {
            finding.help(format!("riscrivere la parola, di cui è andata perduta mezza lettera: forse «{right}»"))
        }
        None => finding.help("riscrivere la parola: una lettera è andata perduta"),
    }
}

/// The place of a value together with the no-break space that follows it in its file, and what both say.
fn with_its_end(context: &RuleContext<'_>, span: Span, text: &str) -> Option<(Span, String)> {
    let file = context.sources.get(span.source);
    let range = span.range();
    let start = range.start + usize::from(file.slice(range.clone()).starts_with(['"', '\'']));
    let whole = format!("{text}\u{a0}");
    let end = start + whole.len();
    (file.slice(start..end) == whole)
        .then(|| meant(&whole))
        .flatten()
        .map(|right| (Span::new(span.source, start, end), right))
}

fn space_length(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}
