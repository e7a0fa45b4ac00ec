use crate::diagnostic::{Example, Rule};
use std::fmt::Write;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, fill};

/// The page of one rule, for a terminal.
pub fn explanation(rule: &Rule) -> String {
    let mut page = format!("{} {} ({})\n\n{}\n", rule.code, rule.name, rule.severity.italian(), wrapped(rule.summary));
    let mut section = |title: &str, text: &str| {
        if !text.is_empty() {
            // Writing to a String cannot fail.
            let _ = write!(page, "\n{title}\n{}\n", wrapped(text));
        }
    };
    section("Perché", rule.why);
    section("Come rimediare", &rule.advice());
    section("Su che cosa si basa", rule.basis);
    section("Esempi in cui c'è un rilievo", &examples(rule.failing));
    section("Esempi in cui non c'è", &examples(rule.passing));
    page
}

/// One line a rule.
pub fn list(rules: &[&Rule]) -> String {
    let mut list = String::new();
    for rule in rules {
        let _ = writeln!(list, "{}  {:<7} {:<38} {}", rule.code, rule.severity.italian(), rule.name, rule.summary);
    }
    list
}

/// The changes of some examples, file by file.
pub(super) fn examples(examples: &[Example]) -> String {
    let mut text = String::new();
    for example in examples {
        if !example.caption.is_empty() {
            let _ = writeln!(text, "  {}:", example.caption);
        }
        for edit in example.edits {
            if edit.replace.is_empty() && edit.with.is_empty() {
                let _ = writeln!(text, "  {} manca", edit.file);
                continue;
            }
            let _ = writeln!(text, "  {}", edit.file.trim_start_matches('/'));
            if edit.with.is_empty() {
                for line in edit.replace.trim_matches('\n').lines() {
                    let _ = writeln!(text, "    (manca) {}", line.trim());
                }
            }
            for line in edit.with.trim_end().lines() {
                let _ = writeln!(text, "    {line}");
            }
        }
        text.push('\n');
    }
    text.trim_end().to_owned()
}

/// Long sentences broken at 100 characters, between words; lines that are already broken stay.
fn wrapped(text: &str) -> String {
    let options = Options::new(100)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let lines = text.lines().map(|line| if line.starts_with(' ') { line.to_owned() } else { fill(line, &options) });
    lines.collect::<Vec<_>>().join("\n")
}
