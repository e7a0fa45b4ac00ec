use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity};
use crate::model::{is_foreign_letter, latin, twin};
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "LA107",
    name: "lettere-di-altri-alfabeti",
    severity: Severity::Warning,
    summary: "In un testo ci sono lettere di un altro alfabeto, di solito uguali a vedersi a quelle latine.",
    why: "Chi cerca la parola non la trova e chi ascolta la pagina la sente storpiata: arrivano dal riconoscimento automatico dei testi.",
    remedy: "Riscrivere la parola con la tastiera.",
    correction: Some("`piao check --fix` lo fa da sé dove è certo"),
    basis: "Unicode, UTS 39 (caratteri confondibili); WCAG 2.1, criterio 3.1.1.",
    failing: &[
        Example {
            caption: "La A è una lettera greca",
            edits: &[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Αnagrafe")],
        },
        Example {
            caption: "La C è una lettera cirillica",
            edits: &[Edit::new("software.yaml", "scopo: Registrazione", "scopo: Сonservazione")],
        },
        Example {
            caption: "Lo stesso in un capitolo",
            edits: &[Edit::new("/content/2026-2028/01-premessa.md", "cioè", "сioè")],
        },
    ],
    passing: &[
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi e città")]),
        Example {
            caption: "Lettere greche che sono simboli",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Registro della β-talassemia e delle polveri (50 μg/m³)",
            )],
        },
        Example {
            caption: "Una parola intera di un'altra lingua",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Registrazione dei documenti (Українська, 中文)",
            )],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(Signs::STRANGE) {
        return;
    }
    let text = written.text;
    let wrong = wrong_runs(text);
    let Some(first) = wrong.first() else { return };
    let Some(letter) = text[first.clone()].chars().find(|c| is_foreign_letter(*c)) else { return };
    let word = word_around(text, first);
    let finding = Finding::new(
        &RULE,
        written.span(context, word.clone()),
        format!("in `{}` la lettera «{letter}» non è dell'alfabeto latino", &text[word.clone()]),
    )
    .label(format!("U+{:04X}", u32::from(letter)));
    // A value of the data is mended whole, so that one correction is enough; of a passage only the word is known for sure.
    let scope = if written.is_narrative() { word.clone() } else { 0..text.len() };
    let wrong: Vec<_> = wrong.into_iter().filter(|run| scope.start <= run.start && run.end <= scope.end).collect();
    let mended = mended(text, &scope, &wrong);
    if wrong.iter().any(|run| latin(&text[run.clone()]).chars().any(is_foreign_letter)) {
        findings.push(finding.help("riscrivere la parola con la tastiera"));
        return;
    }
    let piece = || {
        let span = written.value_span()?;
        let runs: Vec<_> = wrong.iter().filter(|run| word.start <= run.start && run.end <= word.end).cloned().collect();
        Fix::piece(context.sources.get(span.source), span, &text[word.clone()], &self::mended(text, &word, &runs))
    };
    let fix = written.fix(context, scope, &mended).or_else(piece);
    let certain = wrong.iter().all(|run| is_slip(&text[run.clone()]));
    let fix = fix.map(|fix| if certain { fix } else { fix.guess() });
    findings.push(finding.help("riscrivere la parola con lettere latine").fix(fix));
}

/// The runs of letters in which letters of another alphabet stand for Latin ones.
fn wrong_runs(text: &str) -> Vec<Range<usize>> {
    let mut wrong = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_alphabetic()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                if is_wrong(&text[from..at], &text[..from], &text[at..]) {
                    wrong.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    wrong
}

/// Whether a run of letters holds letters of another alphabet that are not meant as such, given what stands around it.
fn is_wrong(run: &str, before: &str, after: &str) -> bool {
    let foreign = run.chars().filter(|c| is_foreign_letter(*c)).count();
    if foreign == 0 {
        return false;
    }
    let length = run.chars().count();
    let distinct = |c: char| is_foreign_letter(c) && twin(c).is_none();
    if foreign == length && length > 1 {
        // A whole word of another language has letters that no Latin one looks like.
        return !run.chars().any(distinct);
    }
    if length == 1 {
        // `β-talassemia`, `α1`, `Δ`: a symbol. Alone between words, a letter drawn like a Latin one is a slip.
        let joined = before.ends_with(is_joint) || after.starts_with(is_joint);
        return !run.chars().all(|c| is_greek(c) && (distinct(c) || (c.is_lowercase() && joined)));
    }
    // `μg`, `kΩ`, `ΔT`: a symbol and a unit of measure.
    let symbol = run.chars().all(|c| c.is_ascii_alphabetic() || (is_greek(c) && distinct(c)));
    !(symbol && foreign == 1 && length <= 4)
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}')
}

/// Whether a sign joins a Greek letter to what it is the symbol of.
fn is_joint(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '\u{2010}'..='\u{2013}')
}

/// The word between spaces that holds a run of letters.
fn word_around(text: &str, run: &Range<usize>) -> Range<usize> {
    let start = run.start - text[..run.start].rsplit(char::is_whitespace).next().map_or(0, str::len);
    let end = text[run.end..].find(char::is_whitespace).map_or(text.len(), |space| run.end + space);
    start..end
}

/// A part of a text with Latin letters in the wrong runs.
fn mended(text: &str, scope: &Range<usize>, wrong: &[Range<usize>]) -> String {
    let mut mended = String::new();
    let mut at = scope.start;
    for run in wrong {
        mended.push_str(&text[at..run.start]);
        mended.push_str(&latin(&text[run.clone()]));
        at = run.end;
    }
    mended + &text[at..scope.end]
}

/// Whether a word is plainly Latin but for letters drawn just like Latin ones; a whole word of another alphabet may be meant.
fn is_slip(word: &str) -> bool {
    let misread = |c: char| matches!(c, 'И' | 'и' | 'т');
    !word.chars().any(is_foreign_letter)
        || (word.chars().any(|c| c.is_ascii_alphabetic()) && !word.chars().any(misread))
}

#[cfg(test)]
mod tests {
    use super::{mended, wrong_runs};

    fn latin(text: &str) -> String {
        mended(text, &(0..text.len()), &wrong_runs(text))
    }

    #[test]
    fn greek_letters_used_as_such_and_foreign_words_are_right() {
        for text in [
            "β-talassemia",
            "α-talassemia e α1-antitripsina",
            "50 μg/m³, 2 μm, 5 kΩ, ΔT",
            "TNF-α",
            "γ-GT",
            "Σ",
            "Українська мова",
            "Ελληνικά",
            "中文, العربية",
            "µ",
        ] {
            assert!(wrong_runs(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn letters_that_stand_for_latin_ones_are_wrong_and_the_others_stay() {
        assert_eq!(latin("Αnagrafe"), "Anagrafe");
        assert_eq!(
            latin("Сonservazione della β-talassemia, α-talassemia"),
            "Conservazione della β-talassemia, α-talassemia"
        );
        assert_eq!(latin("ОИТРИТ"), "OUTPUT");
        assert_eq!(latin("fino α domani"), "fino a domani");
        assert_eq!(latin("220-1-В"), "220-1-B");
        assert_eq!(wrong_runs("parтe").len(), 1);
    }
}
