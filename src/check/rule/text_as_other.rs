use crate::chapters::TypedParagraph;
use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::{TypedChapter, typed_chapters};
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Safety, Severity};

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const PLACE: &str = "{{ tabella(\"smart-team\") }}";

pub(super) static RULE: Rule = Rule {
    code: "LA518",
    name: "testo-preso-per-altro",
    severity: Severity::Warning,
    summary: "In un capitolo un testo rientrato si legge come codice, o una riga di trattini fa di un capoverso un titolo.",
    why: "Chi legge trova un capoverso in caratteri da macchina per scrivere, o un titolo lungo quanto un capoverso, che entra anche nell'indice.",
    remedy: "Cominciare i capoversi al margine; prima di una riga di trattini lasciare una riga vuota.",
    correction: None,
    basis: "WCAG 2.1, criteri 1.3.1 e 2.4.6.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "    I gruppi sono due.")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "I gruppi sono due.\n---\nAltro.")]),
    ],
    passing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "I gruppi sono due.\n\n---\n\nAltro.")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "I gruppi\n---\n\nSono due.")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "- I gruppi:\n\n    sono due.\n\n```\ncodice\n```")]),
    ],
};

/// Letters of the longest title.
const TITLE: usize = 120;

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        for code in &chapter.typed.indented {
            findings.push(
                Finding::new(
                    &RULE,
                    chapter.span(code),
                    "quattro spazi prima del testo ne fanno codice, in caratteri da macchina per scrivere",
                )
                .label("testo rientrato")
                .help("cominciare il capoverso al margine; nella voce di un elenco, sotto la prima parola della voce"),
            );
        }
        findings.extend(chapter.typed.paragraphs.iter().filter_map(|paragraph| underlined(&chapter, paragraph)));
    }
}

/// A paragraph that a line of hyphens below it makes a title.
fn underlined(chapter: &TypedChapter<'_>, paragraph: &TypedParagraph) -> Option<Finding> {
    let range = paragraph.range();
    let before = chapter.slice(0..range.start);
    let margin = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
    let below = chapter.slice(range.end..chapter.text.len());
    let rest = below
        .trim_start_matches(' ')
        .strip_prefix("\r\n")
        .or_else(|| below.trim_start_matches(' ').strip_prefix('\n'))?;
    let line = rest.split(['\n', '\r']).next()?;
    let hyphens = line.trim();
    let drawn = !hyphens.is_empty() && hyphens.bytes().all(|byte| byte == b'-');
    let text = chapter.slice(range.clone());
    let long = paragraph.lines.len() > 1 || text.chars().count() > TITLE || text.ends_with(['.', ';', ':', ',']);
    if paragraph.in_cell || margin > 3 || !before[before.len() - margin..].trim().is_empty() || !drawn || !long {
        return None;
    }
    let at = chapter.text.len() - rest.len();
    let end = range.end..at;
    let drawing = at..at + line.trim_end().len();
    let finding = Finding::new(
        &RULE,
        chapter.span(&range),
        "la riga di trattini sotto questo capoverso ne fa un titolo",
    )
    .label("si legge come titolo")
    .related(chapter.span(&drawing), "la riga di trattini")
    .help("lasciare una riga vuota prima dei trattini; se è un titolo, scrivere `## ` e le parole, senza trattini");
    let ending = chapter.slice(end.clone());
    Some(finding.fix(Some(chapter.fix(&end, ending.repeat(2), Safety::Guess))))
}
