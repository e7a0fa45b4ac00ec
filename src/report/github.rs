use super::sanitized::sanitized;
use crate::diagnostic::{Finding, Severity};
use crate::source::{Sources, Span};
use std::fmt::Write;

/// One workflow command a finding, so that GitHub draws it on the changed lines; findings under a waiver left out.
pub fn github(sources: &Sources, findings: &[Finding]) -> String {
    let mut commands = String::new();
    for finding in findings.iter().filter(|finding| finding.is_open()) {
        let kind = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let title = property(&format!("{} {}", finding.rule.code, finding.rule.name));
        let mut message = finding.message.clone();
        for related in &finding.related {
            let file = sources.get(related.span.source);
            let place = file.position(related.span.range().start);
            let _ = write!(message, "\n{}:{}:{}: {}", file.path(), place.line, place.column, related.message);
        }
        if let Some(help) = &finding.help {
            let _ = write!(message, "\naiuto: {help}");
        }
        // Writing to a String cannot fail.
        let _ = writeln!(commands, "::{kind} {},title={title}::{}", place(sources, finding.span), data(&message));
    }
    commands
}

/// File and place; GitHub takes columns only if the place is on one line.
fn place(sources: &Sources, span: Span) -> String {
    let file = sources.get(span.source);
    let (start, end) = (file.position(span.range().start), file.position(span.range().end));
    let path = property(file.path());
    if start.line == end.line {
        format!("file={path},line={},col={},endLine={},endColumn={}", start.line, start.column, end.line, end.column)
    } else {
        format!("file={path},line={},endLine={}", start.line, end.line)
    }
}

fn data(text: &str) -> String {
    sanitized(text).replace('%', "%25").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("100 %\r\n::error::x\u{9b}2J"), "100 %25<U+000D>%0A::error::x<U+009B>2J");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }
}
