use super::Summary;
use crate::diagnostic::{Finding, Label, Severity};
use crate::source::{Sources, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// The findings over the lines that they speak of, then the count; with colours, which a stream that is no terminal strips.
pub fn text(sources: &Sources, findings: &[Finding]) -> String {
    format!("{}{}\n", self::findings(sources, findings), Summary::of(findings).sentence())
}

/// The open findings over the lines that they speak of.
pub fn findings(sources: &Sources, findings: &[Finding]) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Unicode).term_width(120);
    let mut text = String::new();
    for finding in findings.iter().filter(|finding| finding.is_open()) {
        text.push_str(&renderer.render(&[group(sources, finding)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(sources: &'a Sources, finding: &'a Finding) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.with_name(finding.severity.italian()).primary_title(visible(&finding.message)).id(finding.rule.code);
    let file = sources.get(finding.span.source);
    let mut group = Group::with_title(title);
    if file.text().is_empty() || finding.span == Span::whole(finding.span.source) {
        group = group.element(Origin::path(file.path()).line(1).char_column(1));
    } else {
        group = group.element(snippet(sources, finding.span, &finding.label, AnnotationKind::Primary));
    }
    for Label { message, span } in &finding.related {
        group = group.element(snippet(sources, *span, message, AnnotationKind::Context));
    }
    if let Some(help) = &finding.help {
        let level = Level::HELP.with_name("aiuto");
        group = group.element(level.message(visible(help)));
    }
    group
}

/// The lines of a span, and only they: a snippet of a long file would be walked from its first line.
fn snippet<'a>(sources: &'a Sources, span: Span, label: &str, kind: AnnotationKind) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = sources.get(span.source);
    let range = span.range();
    let (first, last) = (file.position(range.start).line, file.position(range.end).line);
    let start = file.line_start(first);
    let end = file.line_start(last) + file.line(last).len();
    let shown = file.slice(start..end.max(range.end));
    let mut annotation = kind.span(range.start - start..range.end - start);
    if !label.is_empty() {
        annotation = annotation.label(visible(label));
    }
    Snippet::source(shown).line_start(first).path(file.path()).annotation(annotation)
}

/// A text from the data with its invisible and commanding characters made visible, so that it cannot play with the terminal.
fn visible(text: &str) -> String {
    let commands = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().map(|c| if commands(c) { format!("<U+{:04X}>", u32::from(c)) } else { c.to_string() }).collect()
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn data_cannot_command_the_terminal() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c"), "a<U+001B>[31mb<U+202E>c");
    }
}
