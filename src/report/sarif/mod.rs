//! The findings in SARIF 2.1.0, the exchange format of code analysers.

mod log;
mod message;

use crate::diagnostic::{Finding, Fix, Rule, Severity};
use crate::source::{Sources, Span};
use log::{
    ArtifactChange, ArtifactContent, ArtifactLocation, BaseIds, Configuration, Correction, Driver, Invocation,
    Location, Log, PhysicalLocation, Region, Replacement, ReportingDescriptor, Run, RunResult, Suppression, Tool,
};
use message::{Message, uri};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run with every rule of the program and every finding; findings under a waiver are suppressed, with its reason.
pub fn sarif(sources: &Sources, findings: &[Finding], rules: &[&Rule]) -> String {
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "piao",
                version: env!("CARGO_PKG_VERSION"),
                language: "it",
                rules: rules.iter().map(|rule| descriptor(rule)).collect(),
            },
        },
        language: "it",
        column_kind: "unicodeCodePoints",
        newline_sequences: ["\r\n", "\n", "\r"],
        original_uri_base_ids: BaseIds::new("La cartella dell'ente, quella che contiene data e content"),
        invocations: [Invocation { execution_successful: true }],
        results: findings.iter().map(|finding| result(sources, finding, rules)).collect(),
    };
    // The log holds only texts and numbers, which always serialise.
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    let mut text = super::sanitized::sanitized_json(&serde_json::to_string_pretty(&log).unwrap_or_default());
    text.push('\n');
    text
}

fn level(severity: Severity) -> &'static str {
    // SARIF has the same three words.
    severity.key()
}

fn descriptor(rule: &Rule) -> ReportingDescriptor<'_> {
    let help = format!("{}\n\nPerché: {}\n\nSu che cosa si basa: {}", rule.advice(), rule.why, rule.basis);
    ReportingDescriptor {
        id: rule.code,
        name: rule.name,
        short_description: Message::new(rule.summary),
        full_description: Message::new(&format!("{} {}", rule.summary, rule.why)),
        help: Message::new(&help),
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

fn result<'a>(sources: &'a Sources, finding: &'a Finding, rules: &[&Rule]) -> RunResult<'a> {
    let text = match &finding.help {
        Some(help) => format!("{}\nAiuto: {help}", finding.message),
        None => finding.message.clone(),
    };
    let mut place = location(sources, finding.span);
    if !finding.label.is_empty() {
        place.message = Some(Message::new(&finding.label));
    }
    let related = finding.related.iter().enumerate().map(|(index, label)| Location {
        id: Some(index + 1),
        message: Some(Message::new(&label.message)),
        ..location(sources, label.span)
    });
    let suppressed = finding.waived.as_deref();
    RunResult {
        rule_id: finding.rule.code,
        rule_index: rules.iter().position(|rule| rule.code == finding.rule.code),
        level: level(finding.severity),
        message: Message::new(&text),
        locations: [place],
        related_locations: related.collect(),
        fixes: finding.fix.iter().map(|fix| correction(sources, fix)).collect(),
        suppressions: suppressed
            .iter()
            .map(|reason| Suppression { kind: "external", status: "accepted", justification: reason })
            .collect(),
    }
}

fn location(sources: &Sources, span: Span) -> Location {
    Location {
        id: None,
        physical_location: PhysicalLocation {
            artifact_location: artifact(sources, span),
            // A finding on a whole file has no region.
            region: (span != Span::whole(span.source)).then(|| region(sources, span)),
        },
        message: None,
    }
}

fn artifact(sources: &Sources, span: Span) -> ArtifactLocation {
    ArtifactLocation { uri: uri(sources.get(span.source).path()), uri_base_id: log::BASE }
}

fn region(sources: &Sources, span: Span) -> Region {
    let file = sources.get(span.source);
    let (start, end) = (file.position(span.range().start), file.position(span.range().end));
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

fn correction<'a>(sources: &Sources, fix: &'a Fix) -> Correction<'a> {
    let description = if fix.is_certain() { "Correzione" } else { "Correzione incerta" };
    Correction {
        description: Message::new(description),
        artifact_changes: [ArtifactChange {
            artifact_location: artifact(sources, fix.span),
            replacements: [Replacement {
                deleted_region: region(sources, fix.span),
                inserted_content: ArtifactContent { text: &fix.replacement },
            }],
        }],
    }
}
