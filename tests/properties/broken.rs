//! One record is broken in one of the ways in which people break YAML: every other record is read, at its place, and one
//! finding says so, in the record.

use crate::dice::Dice;
use crate::{cases, checked};
use piao::diagnostic::{Finding, Severity};
use piao::load::{Loaded, Overlay};
use std::collections::BTreeSet;
use std::path::Path;

/// What is done to a line; nothing where it cannot be done to this one.
type Damage = (&'static str, fn(&str) -> Option<String>);

fn is_key(line: &str) -> bool {
    line.starts_with("    ") && !line.starts_with("     ") && line.contains(": ")
}

fn is_head(line: &str) -> bool {
    line.starts_with("  - ")
}

fn is_item(line: &str) -> bool {
    line.starts_with("      - ") && !line.contains(": ")
}

/// A value without quotes, brackets and marks of its own.
fn valued(line: &str, change: impl Fn(&str, &str) -> String) -> Option<String> {
    let (key, value) = line.split_once(": ")?;
    let plain = value.split(' ').count() >= 2 && !value.contains(['"', '\'', '[', '{', '#', '>', '|', ':']);
    (plain && (is_key(line) || is_head(line))).then(|| change(key, value))
}

const DAMAGES: &[Damage] = &[
    ("one space more", |line| (is_key(line) || is_head(line)).then(|| format!(" {line}"))),
    // An only item may stand there.
    ("one space less", |line| (is_key(line) || is_head(line)).then(|| line[1..].to_owned())),
    ("a key at the dash", |line| is_key(line).then(|| line[2..].to_owned())),
    ("a line at the margin", |line| {
        (is_key(line) || is_head(line) || is_item(line)).then(|| line.trim_start().to_owned())
    }),
    ("a tabulation", |line| {
        (is_key(line) || is_head(line) || is_item(line)).then(|| format!("\t{}", line.trim_start()))
    }),
    ("spaces that do not break", |line| {
        (is_key(line) || is_head(line)).then(|| line.replacen("  ", "\u{a0}\u{a0}", 1))
    }),
    ("no dash", |line| is_head(line).then(|| line.replacen("- ", "", 1))),
    ("no dash, but its space", |line| is_head(line).then(|| line.replacen('-', " ", 1))),
    ("no space after the dash", |line| is_head(line).then(|| line.replacen("- ", "-", 1))),
    ("a bullet", |line| is_head(line).then(|| line.replacen('-', "•", 1))),
    ("an asterisk", |line| is_head(line).then(|| line.replacen('-', "*", 1))),
    ("an open quote", |line| valued(line, |key, value| format!("{key}: \"{value}"))),
    ("an open single quote", |line| valued(line, |key, value| format!("{key}: '{value}"))),
    ("an apostrophe in single quotes", |line| valued(line, |key, value| format!("{key}: 'l'{value}'"))),
    ("quotes in quotes", |line| valued(line, |key, value| format!("{key}: \"a \"b\" {value}\""))),
    ("an open bracket", |line| line.ends_with(']').then(|| line.trim_end_matches(']').to_owned())),
    ("a bracket at the beginning", |line| valued(line, |key, value| format!("{key}: [Nuovo] {value}"))),
    ("a sign at the beginning", |line| valued(line, |key, value| format!("{key}: @{value}"))),
    ("an asterisk at the beginning", |line| valued(line, |key, value| format!("{key}: *{value}"))),
    ("a colon in a text", |line| valued(line, |key, value| format!("{key}: Nota: {value}"))),
    ("no space after the colon", |line| valued(line, |key, value| format!("{key}:{value}"))),
    ("no colon", |line| valued(line, |key, value| format!("{key} {value}"))),
    ("an equals sign", |line| valued(line, |key, value| format!("{key} = {value}"))),
    ("a wide colon", |line| valued(line, |key, value| format!("{key}：{value}"))),
    ("a text after a bar", |line| valued(line, |key, value| format!("{key}: | {value}"))),
    ("a list on the line of its key", |line| valued(line, |key, value| format!("{key}: - {value}"))),
    ("a character of commands", |line| {
        valued(line, |key, value| format!("{key}: {}", value.replacen(' ', " \u{1b}", 1)))
    }),
    ("a conflict", |line| is_key(line).then(|| format!("<<<<<<< HEAD\n{line}\n=======\n{line} nuovo\n>>>>>>> ramo"))),
];

/// Where the codes stand: each with its place from the end of the file if it comes after the damage.
fn places(loaded: &Loaded, damage: usize, length: usize) -> BTreeSet<(String, usize)> {
    let rows = &loaded.annex.editions[0].processes.rows;
    let place = |start: u32| {
        let start = start as usize;
        if start < damage { start } else { usize::MAX - (length - start) }
    };
    rows.iter().map(|row| (row.label().to_owned(), place(row.label_span().start))).collect()
}

fn open(findings: Vec<Finding>) -> Vec<Finding> {
    findings.into_iter().filter(|finding| finding.is_open() && finding.severity != Severity::Note).collect()
}

/// The lines of the record that holds a line, in bytes.
fn record(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text[..at].rfind("\n  - ").map_or(0, |start| start + 1);
    let end = text[at..].find("\n  - ").map_or(text.len(), |end| at + end + 1);
    start..end
}

#[test]
fn a_broken_record_is_one_finding_and_hides_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = "data/2025-2027/processi.yaml";
    let text = std::fs::read_to_string(root.join(path)).expect("the processes");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut dice = Dice::new(29);
    let mut made = 0;
    let (before, _) = checked(root, &Overlay::new());
    while made < cases(28) {
        let (name, damage) = DAMAGES[made as usize % DAMAGES.len()];
        let at = dice.roll(lines.len());
        let line = lines[at].trim_end();
        let Some(damaged) = damage(line) else { continue };
        made += 1;
        let start: usize = lines[..at].iter().map(|line| line.len()).sum();
        let broken = format!("{}{damaged}{}", &text[..start], &text[start + line.len()..]);
        // A head on the line of the damage belongs to the record that begins there.
        let lost = record(&text, start + usize::from(is_head(line)) * 4);
        let told = format!("{name}: «{damaged}» at line {}", at + 1);

        let (after, findings) = checked(root, &Overlay::from([(path.to_owned(), broken.clone())]));
        let own: String = text[lost.start..].lines().next().unwrap_or_default().replace("  - codice: ", "");
        let (mut was, mut is) = (places(&before, start, text.len()), places(&after, start, broken.len()));
        was.retain(|(code, _)| *code != own);
        is.retain(|(code, _)| *code != own);
        assert_eq!(was, is, "{told}");

        let open = open(findings);
        let messages: Vec<_> = open.iter().map(|finding| (finding.rule.code, &finding.message)).collect();
        assert_eq!(open.len(), 1, "{told}: {messages:#?}");
        let place = open[0].span.start as usize;
        let ends = lost.end + broken.len() - text.len();
        assert!((lost.start..ends).contains(&place), "{told}: {messages:#?}");
    }
}
