use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Safety, Severity};
use crate::load::node::NodeKind;
use crate::load::syntax::parse;
use crate::model::{Definition, Waiver};
use crate::source::{SourceId, Span};
use crate::tables::{self, Kind, TABLES};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// The list that the heading of a chapter holds, which no table describes.
const OF_A_CHAPTER: &str = "regole";

/// The keys whose values are lists in some table.
static LISTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let columns = TABLES.iter().flat_map(|table| (table.columns)());
    let columns = columns.chain(tables::columns::<Definition>()).chain(tables::columns::<Waiver>());
    let lists = columns.filter(|column| matches!(column.kind, Kind::Texts | Kind::References(_)));
    lists.map(|column| column.key).chain([OF_A_CHAPTER]).collect()
});

/// Whether the value of a key is a list in some table.
fn is_list(key: &str) -> bool {
    LISTS.contains(key)
}

/// Items of a list that YAML joins into one text.
pub(crate) static RULE: Rule = Rule {
    code: "LA018",
    name: "voci-unite",
    severity: Severity::Error,
    summary: "Le voci di un elenco sono lette come un testo solo: manca il primo trattino, uno è più a destra degli altri, o i segni non sono trattini.",
    why: "Si pubblicherebbe una voce sola, con dentro i trattini, al posto di un elenco.",
    remedy: "Cominciare ogni voce con un trattino e uno spazio, tutti alla stessa distanza dal margine; se è davvero un testo, metterlo fra virgolette.",
    correction: None,
    basis: "YAML 1.2.2, §7.3.3.",
    failing: &[
        Example {
            caption: "Manca il primo trattino",
            edits: &[Edit::new("processi.yaml", "input: [Atto adottato]", "input:\n      Atto adottato\n      - Nota")],
        },
        Example {
            caption: "Un trattino è più a destra",
            edits: &[Edit::new(
                "processi.yaml",
                "input: [Atto adottato]",
                "input:\n      - Atto adottato\n       - Nota",
            )],
        },
        Example {
            caption: "Manca lo spazio dopo un trattino",
            edits: &[Edit::new("processi.yaml", "input: [Atto adottato]", "input:\n      Atto adottato\n      -Nota")],
        },
        Example {
            caption: "Una voce sola, con un altro segno",
            edits: &[Edit::new("processi.yaml", "input: [Atto adottato]", "input:\n      • Atto adottato")],
        },
        Example {
            caption: "Numeri al posto dei trattini",
            edits: &[Edit::new(
                "processi.yaml",
                "input: [Atto adottato]",
                "input:\n      1. Atto adottato\n      2. Nota",
            )],
        },
    ],
    passing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "input: [Atto adottato]",
            "input:\n      - Atto adottato\n      - Nota",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: >-\n      Pubblicare gli atti\n      - nei tempi previsti",
        )]),
    ],
};

/// The plain text at `range`, where a line of it begins like an item of a list; `key` is its key, or `None` for an item.
pub(in crate::load) fn finding(id: SourceId, text: &str, range: Range<usize>, key: Option<&str>) -> Option<Finding> {
    let written = &text[range.clone()];
    let mut offset = range.start;
    let mut lines = Vec::new();
    for line in written.split_inclusive('\n') {
        lines.push((offset + line.len() - line.trim_start().len(), line.trim()));
        offset += line.len();
    }
    let listed = key.is_none_or(is_list);
    let marked = |line: &str| mark(line, listed).is_some();
    let many = lines.iter().filter(|(_, line)| marked(line)).count() > 1;
    let sure = |line: &str| mark(line, listed).is_some_and(|(sure, _)| sure || many);
    // A dash that touches the first item stands before all that are joined to it.
    let first = lines.first().filter(|(_, line)| key.is_some() && listed && after_bare_dash(line).is_some());
    if let Some((at, line)) = first {
        let word = line.trim_start_matches('-').split_whitespace().next().unwrap_or_default();
        let finding = Finding::new(&RULE, Span::new(id, *at, at + 1), "manca lo spazio dopo il trattino")
            .label("il trattino resta nel testo")
            .help(format!("scrivere `- {word}`"));
        let lines: Vec<&str> = lines.iter().map(|(_, line)| *line).collect();
        return Some(finding.fix(list(id, text, range, key, &lines)));
    }
    let joined = lines.iter().skip(1).find(|(_, line)| sure(line));
    // A list of one, whose only item begins with another sign.
    let alone = || lines.first().filter(|(_, line)| key.is_some() && listed && begins_with_sign(line));
    let (at, line) = *joined.or_else(alone)?;
    let span = Span::new(id, at, at + line.len());
    let finding = if joined.is_some() {
        let message = "questa riga comincia come la voce di un elenco, ma continua il testo della riga precedente";
        Finding::new(&RULE, span, message).label("unita alla voce precedente")
    } else {
        let message = "questa riga comincia come la voce di un elenco, ma il suo segno non è un trattino";
        Finding::new(&RULE, span, message).label("il segno resta nel testo")
    };
    let lines: Vec<&str> = lines.into_iter().map(|(_, line)| line).collect();
    Some(finding.remedy().fix(list(id, text, range, key, &lines)))
}

/// Whether a line begins with a sign that stands for the dash of an item, or with a dash and no space.
fn begins_with_sign(line: &str) -> bool {
    line.starts_with(['•', '·', '–', '—']) || after_bare_dash(line).is_some()
}

/// The text after a dash that touches its first word.
fn after_bare_dash(line: &str) -> Option<&str> {
    line.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphabetic))
}

/// What follows the mark of an item, and whether nothing else can be meant by it; `listed` says that a list is expected.
fn mark(line: &str, listed: bool) -> Option<(bool, &str)> {
    if let Some(rest) = after_bare_dash(line).filter(|_| listed) {
        return Some((true, rest));
    }
    if let Some(rest) = ["- ", "* ", "•", "·"].iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some((true, rest.trim_start()));
    }
    let lettered = || {
        let mut letters = line.chars();
        let letter = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
        letters.as_str().strip_prefix(") ").filter(|_| letter)
    };
    let unsure = ["–", "—"].iter().find_map(|mark| line.strip_prefix(mark)).or_else(lettered).or_else(|| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let short = (1..=2).contains(&(line.len() - rest.len()));
        rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")).filter(|_| short)
    });
    unsure.map(|rest| (false, rest.trim_start()))
}

/// The list that was meant, where what would be written is read as just that.
fn list(id: SourceId, text: &str, range: Range<usize>, key: Option<&str>, lines: &[&str]) -> Option<Fix> {
    if key.is_some_and(|key| !is_list(key)) || lines.contains(&"") {
        return None;
    }
    let mut items: Vec<String> = Vec::new();
    let mut numbered = false;
    for (number, line) in lines.iter().enumerate() {
        let rest = mark(line, true).map(|(_, rest)| rest);
        numbered |= rest.is_some() && line.starts_with(|c: char| c.is_ascii_alphanumeric());
        match (rest, items.last_mut()) {
            (None, Some(item)) if number > 0 => *item = format!("{item} {line}"),
            _ => items.push(rest.unwrap_or(line).to_owned()),
        }
    }
    let head = text[..range.start].rsplit('\n').next().unwrap_or_default();
    let indent: String = head.chars().take_while(|c| *c == ' ').collect();
    let ending = if text[range.clone()].contains("\r\n") { "\r\n" } else { "\n" };
    let next = format!("{ending}{indent}- ");
    let (start, replacement) = match (key, head.trim()) {
        (None, "-") => (range.start, items.join(&next)),
        (Some(_), "") => (range.start, format!("- {}", items.join(&next))),
        (Some(key), name) if name.strip_suffix(':') == Some(key) => {
            let next = format!("{ending}{indent}  - ");
            (range.start - (head.len() - head.trim_end().len()), format!("{next}{}", items.join(&next)))
        }
        _ => return None,
    };
    let before = if head.trim().ends_with(':') { head.trim_end().to_owned() } else { format!("elenco:\n{head}") };
    let reread = parse(&format!("{before}{replacement}\n")).ok()?;
    let NodeKind::Mapping(entries) = &reread.kind else { return None };
    let [(_, value)] = entries.as_slice() else { return None };
    let NodeKind::List(found) = &value.kind else { return None };
    let same = found.len() == items.len() && found.iter().zip(&items).all(|(node, item)| node.text() == Some(item));
    let safety = if numbered { Safety::Guess } else { Safety::Certain };
    same.then(|| Fix { span: Span::new(id, start, range.end), replacement, safety })
}
