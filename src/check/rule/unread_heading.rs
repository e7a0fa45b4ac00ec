use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::typed_chapters;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Safety, Severity};

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";

pub(super) static RULE: Rule = Rule {
    code: "LA516",
    name: "titolo-non-riconosciuto",
    severity: Severity::Warning,
    summary: "In un capitolo una riga che comincia con `#` non si vede come titolo.",
    why: "Chi legge vede i cancelletti, e la sezione manca dall'indice della pagina.",
    remedy: "Lasciare uno spazio fra i cancelletti e le parole: `## Titolo`.",
    correction: None,
    basis: "WCAG 2.1, criteri 1.3.1 e 2.4.6.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, "## I numeri", "##I numeri")]),
        Example::new(&[Edit::new(CHAPTER, "## I numeri", "#I numeri")]),
    ],
    passing: &[
        Example::new(&[Edit::new(CHAPTER, "## I numeri", "##  I numeri")]),
        Example::new(&[Edit::new(CHAPTER, "## I numeri", "#88 è il numero della pratica.")]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        for paragraph in chapter.typed.paragraphs.iter().filter(|paragraph| !paragraph.in_cell) {
            for (number, line) in paragraph.lines.iter().enumerate() {
                let text = chapter.line(line);
                let signs = text.bytes().take_while(|byte| *byte == b'#').count();
                let written = chapter.slice(line.range.clone());
                let words = written.get(signs..).unwrap_or_default();
                let marks = line.range.start..line.range.start + signs;
                if signs > 6 {
                    findings.push(
                        Finding::new(
                            &RULE,
                            chapter.span(&marks),
                            "i titoli hanno al massimo sei cancelletti: questo si legge come testo",
                        )
                        .label("troppi cancelletti")
                        .help("scrivere `## ` per una sezione, `### ` per una parte di essa"),
                    );
                    continue;
                }
                // A space that is none of the keyboard's counts as a letter.
                let odd = words.chars().next().filter(|c| c.is_whitespace() && !matches!(c, ' ' | '\t'));
                let titled = match signs {
                    0 => false,
                    1 => odd.is_some() || (number == 0 && paragraph.lines.len() == 1 && is_title(words)),
                    _ => odd.is_some() || words.starts_with(|c: char| c.is_alphanumeric() || "«“\"*_`({[".contains(c)),
                };
                if titled {
                    let hashes = "#".repeat(signs);
                    let safety = if signs == 1 { Safety::Guess } else { Safety::Certain };
                    let space = marks.end..marks.end + odd.map_or(0, char::len_utf8);
                    findings.push(
                        Finding::new(
                            &RULE,
                            chapter.span(&marks),
                            format!(
                                "dopo `{hashes}` manca lo spazio: il titolo si legge come testo, con i cancelletti"
                            ),
                        )
                        .label("non è un titolo")
                        .help(format!("scrivere `{hashes} {}`", words.trim()))
                        .fix(Some(chapter.fix(&space, " ", safety))),
                    );
                }
            }
        }
    }
}

/// Whether a line after one `#` is a title: `#88` is a number, and `#PAdigitale` the keyword of a campaign.
fn is_title(words: &str) -> bool {
    let mut letters = words.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let first = words.split(' ').next().unwrap_or_default();
    let keyword = first.chars().skip(1).any(char::is_uppercase) && first.chars().any(char::is_lowercase);
    capital && !keyword && !words.trim_end().ends_with(['.', ';', ',']) && words.chars().count() < 100
}
