use super::Summary;
use super::finding_group::{FindingGroup, Selection};
use super::sanitized::{sanitized, stilled};
use crate::diagnostic::{Finding, Label, Safety, Severity};
use crate::source::{Sources, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// The findings with the lines that they point at, then the count; with colours, which `anstream` strips if the output is not a terminal.
///
/// Findings with the same message are drawn once, and of very many only the first, with the number of the others.
pub fn text(sources: &Sources, findings: &[Finding]) -> String {
    format!("{}{}\n", self::findings(sources, findings), Summary::of(findings).sentence())
}

/// The same without the count.
pub fn findings(sources: &Sources, findings: &[Finding]) -> String {
    draw(sources, &Selection::readable(findings))
}

/// The same with every finding drawn, however many they are.
pub fn full_text(sources: &Sources, findings: &[Finding]) -> String {
    format!("{}{}\n", draw(sources, &Selection::everything(findings)), Summary::of(findings).sentence())
}

fn draw(sources: &Sources, selection: &Selection<'_>) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Unicode).term_width(120);
    let mut text = String::new();
    for finding_group in &selection.drawn {
        text.push_str(&renderer.render(&[group(sources, finding_group)]));
        text.push_str("\n\n");
    }
    if let Some(rest) = selection.rest() {
        text.push_str(&rest);
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(sources: &'a Sources, finding_group: &FindingGroup<'a>) -> Group<'a> {
    let finding = finding_group.first;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title =
        level.with_name(finding.severity.italian()).primary_title(sanitized(&finding.message)).id(finding.rule.code);
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
        group = group.element(level.message(sanitized(help) + by_itself(finding)));
    }
    if let Some(places) = finding_group.elsewhere(sources) {
        group = group.element(Level::NOTE.no_name().message(sanitized(&places)));
    }
    group
}

/// The lines of a span, and only they: a snippet of a long file would be walked from its first line.
fn snippet<'a>(
    sources: &'a Sources,
    span: Span,
    label: &str,
    kind: AnnotationKind,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = sources.get(span.source);
    let range = span.range();
    let (first, last) = (file.position(range.start).line, file.position(range.end).line);
    let start = file.line_start(first);
    let end = file.line_start(last) + file.line(last).len();
    let shown = file.slice(start..end.max(range.end));
    let mut annotation = kind.span(range.start - start..range.end - start);
    if !label.is_empty() {
        annotation = annotation.label(sanitized(label));
    }
    Snippet::source(stilled(shown)).line_start(first).path(file.path()).annotation(annotation)
}

/// The note that the program can make the correction by itself.
fn by_itself(finding: &Finding) -> &'static str {
    match finding.fix.as_ref().map(|fix| fix.safety) {
        Some(Safety::Certain) => " (con `piao check --fix` lo fa il programma)",
        Some(Safety::Guess) => " (con `piao check --unsafe-fixes` lo fa il programma)",
        None => "",
    }
}
