use super::sanitized::sanitized;
use crate::diagnostic::Finding;
use crate::source::Sources;
use std::fmt::Write;

/// One line a finding, `file:line:column: severity[CODE] message`, findings under a waiver left out.
pub fn short(sources: &Sources, findings: &[Finding]) -> String {
    let mut lines = String::new();
    for finding in findings.iter().filter(|finding| finding.is_open()) {
        let file = sources.get(finding.span.source);
        let place = file.position(finding.span.range().start);
        let message = sanitized(&finding.message).replace('\n', " ");
        // Writing to a String cannot fail.
        let _ = writeln!(
            lines,
            "{}:{}:{}: {}[{}] {message}",
            sanitized(file.path()),
            place.line,
            place.column,
            finding.severity.italian(),
            finding.rule.code
        );
    }
    lines
}
