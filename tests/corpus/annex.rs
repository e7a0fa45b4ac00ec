//! The real annex as texts in memory, and what the program finds in a changed copy of it.

use piao::chapters::expand;
use piao::check::{Settings, check, errors};
use piao::diagnostic::{Finding, Severity};
use piao::load::load_with;
use piao::model::Date;
use std::collections::BTreeMap;
use std::path::Path;

/// Paths and texts.
pub type Files = BTreeMap<String, String>;

/// A finding as the corpus looks at it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    pub rule: &'static str,
    pub severity: Severity,
    pub path: String,
    pub line: usize,
    /// Files and lines at which the finding points besides.
    pub related: Vec<(String, usize)>,
    pub message: String,
    /// What to do; empty where nothing is said of it.
    pub help: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The data and the chapters of the real annex.
pub fn files() -> Files {
    let mut files = Files::new();
    for folder in ["data", "content"] {
        for entry in walkdir::WalkDir::new(root().join(folder)) {
            let entry = entry.expect("an entry");
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root()).expect("below").to_string_lossy().replace('\\', "/");
                files.insert(path, std::fs::read_to_string(entry.path()).expect("a text"));
            }
        }
    }
    files
}

/// The path of a data file of the edition, or of `ente`.
pub fn data(name: &str) -> String {
    match name {
        "ente" => "data/ente.yaml".to_owned(),
        _ => format!("data/2025-2027/{name}.yaml"),
    }
}

/// The open findings of the real annex in which some files say something else.
pub fn findings(changed: &Files) -> Vec<Found> {
    let overlay = changed.iter().map(|(path, text)| (path.clone(), text.clone())).collect();
    findings_in(root(), &overlay)
}

/// The open findings of a folder.
pub fn findings_in(root: &Path, overlay: &piao::load::Overlay) -> Vec<Found> {
    let loaded = load_with(root, overlay).expect("the folder can be read");
    let today = Date::parse("2026-01-15").expect("a day");
    let (chapters, settings) = (expand(&loaded.annex), Settings { today, waivers: true });
    let findings = check(&loaded, &chapters, settings);
    let told = |finding: &Finding| (finding.rule.code, finding.span, finding.message.clone());
    let stops = findings.iter().filter(|finding| finding.severity == Severity::Error).map(told);
    assert!(
        errors(&loaded, &chapters, settings).iter().map(told).eq(stops),
        "what stops a build is known without the rest"
    );
    let open = findings.iter().filter(|finding| finding.is_open());
    let read = |finding: &Finding| {
        let place = |span: piao::source::Span| {
            let source = loaded.sources.get(span.source);
            (source.path().to_owned(), source.position(span.start as usize).line)
        };
        let (path, line) = place(finding.span);
        Found {
            rule: finding.rule.code,
            severity: finding.severity,
            path,
            line,
            related: finding.related.iter().map(|label| place(label.span)).collect(),
            message: finding.message.clone(),
            help: finding.help.clone().unwrap_or_default(),
        }
    };
    open.map(read).collect()
}
