use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::{is_foreign_letter, latin};

pub(super) static RULE: Rule = Rule {
    code: "LA107",
    name: "lettere-di-altri-alfabeti",
    severity: Severity::Warning,
    summary: "In un testo ci sono lettere di un altro alfabeto, di solito uguali a vedersi a quelle latine.",
    why: "Chi cerca la parola non la trova e chi ascolta la pagina la sente storpiata: arrivano dal riconoscimento automatico dei testi.",
    remedy: "Riscrivere la parola con la tastiera; `piao check --fix` lo fa da sé dove è certo.",
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
    passing: &[Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi e città")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    each_written(context, &mut |written| {
        let text = written.text;
        let Some((at, letter)) = text.char_indices().find(|(_, c)| is_foreign_letter(*c)) else { return };
        let start = at - text[..at].rsplit(char::is_whitespace).next().map_or(0, str::len);
        let end = text[at..].find(char::is_whitespace).map_or(text.len(), |space| at + space);
        let word = &text[start..end];
        let finding = Finding::new(
            &RULE,
            written.span(context, start..end),
            format!("in `{word}` la lettera «{letter}» non è dell'alfabeto latino"),
        )
        .label(format!("U+{:04X}", u32::from(letter)));
        // A value of the data is mended whole, so that one correction is enough; of a passage only the word is known for sure.
        let scope = if written.is_narrative() { start..end } else { 0..text.len() };
        let mended = latin(&text[scope.clone()]);
        if mended.chars().any(is_foreign_letter) {
            findings.push(finding.help("riscrivere la parola con la tastiera"));
            return;
        }
        let piece = || {
            written.value_span().and_then(|span| Fix::piece(context.sources.get(span.source), span, word, &latin(word)))
        };
        let fix = written.fix(context, scope.clone(), &mended).or_else(piece);
        let certain = text[scope].split_whitespace().all(is_slip);
        let fix = fix.map(|fix| if certain { fix } else { fix.guess() });
        findings.push(finding.help("riscrivere la parola con lettere latine").fix(fix));
    });
}

/// Whether a word is plainly Latin but for letters drawn just like Latin ones; a whole word of another alphabet may be meant.
fn is_slip(word: &str) -> bool {
    let misread = |c: char| matches!(c, 'И' | 'и' | 'т');
    !word.chars().any(is_foreign_letter)
        || (word.chars().any(|c| c.is_ascii_alphabetic()) && !word.chars().any(misread))
}
