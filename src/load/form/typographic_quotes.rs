use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Safety, Severity};
use crate::load::node::Node;
use crate::source::{SourceId, Span};
use std::ops::Range;

const DOUBLE: [char; 5] = ['“', '”', '„', '‟', '"'];
const SINGLE: [char; 3] = ['‘', '’', '‛'];

/// A whole value between quotes that are none for YAML.
pub(crate) static RULE: Rule = Rule {
    code: "LA021",
    name: "virgolette-tipografiche",
    severity: Severity::Warning,
    summary: "Un intero valore sta fra virgolette tipografiche, che per YAML non sono virgolette e restano nel testo.",
    why: "Le virgolette si pubblicano insieme al testo, e nomi uguali risultano diversi.",
    remedy: "Scrivere le virgolette dritte della tastiera, o nessuna virgoletta.",
    correction: Some("`piao check --fix` lo fa da sé"),
    basis: "YAML 1.2.2, §7.3.",
    failing: &[Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: “Tributi”")])],
    passing: &[
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: \"Tributi\"")]),
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi “locali”")]),
    ],
};

/// Items between square brackets that were one text between such quotes, divided by its commas.
pub(in crate::load) fn divided(text: &str, items: &[Node]) -> Vec<Finding> {
    let written = |item: &Node| text.get(item.span().range()).unwrap_or_default();
    let opens = |item: &str| item.starts_with(['“', '„']) && !item.contains('”');
    let closes = |item: &str| item.strip_suffix(['”', '“']).is_some_and(|before| !before.contains(['“', '„']));
    let mut found = Vec::new();
    for (at, first) in items.iter().enumerate().filter(|(_, item)| opens(written(item))) {
        let below = items[at + 1..].iter().take_while(|item| !opens(written(item)));
        let Some(last) = below.into_iter().find(|item| closes(written(item))) else { continue };
        let span = first.span().to(last.span());
        let whole = &text[span.range()];
        if whole.contains('\n') {
            continue;
        }
        let inside = whole.trim_start_matches(['“', '„']).trim_end_matches(['”', '“']);
        let fix = (!inside.contains(['"', '\\']) && inside.trim() == inside).then(|| Fix {
            span,
            replacement: format!("\"{inside}\""),
            safety: Safety::Certain,
        });
        found.push(
            Finding::new(
                &RULE,
                span,
                format!("{whole} è diviso dalle virgole: per YAML le sue virgolette non sono tali"),
            )
            .label("una voce sola?")
            .help("scrivere le virgolette dritte della tastiera all'inizio e alla fine della voce")
            .fix(fix),
        );
    }
    found
}

/// What stands between the quotes of a text that is quoted so.
pub(in crate::load) fn inside(written: &str) -> Option<&str> {
    [DOUBLE.as_slice(), SINGLE.as_slice()].into_iter().find_map(|quotes| {
        let inside = written.strip_prefix(quotes)?.strip_suffix(quotes)?;
        (!inside.is_empty() && !inside.contains(quotes)).then_some(inside)
    })
}

/// The plain text at `range`, where it is quoted so.
pub(in crate::load) fn finding(id: SourceId, text: &str, range: Range<usize>) -> Option<Finding> {
    let written = &text[range.clone()];
    let inside = inside(written)?;
    let span = Span::new(id, range.start, range.end);
    let finding = Finding::new(&RULE, span, format!("le virgolette di {written} restano nel testo"))
        .label("virgolette tipografiche");
    let plain = !inside.contains(['"', '\\', '\n', '\r', '\t']) && inside.trim() == inside;
    let fix = plain.then(|| Fix { span, replacement: format!("\"{inside}\""), safety: Safety::Certain });
    Some(finding.remedy().fix(fix))
}
