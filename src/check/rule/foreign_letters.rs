use crate::check::view::View;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
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
        Example { caption: "La A è una lettera greca", edits: &[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Αnagrafe")] },
        Example { caption: "La C è una lettera cirillica", edits: &[Edit::new("software.yaml", "scopo: Registrazione", "scopo: Сonservazione")] },
        Example { caption: "Lo stesso in un capitolo", edits: &[Edit::new("/content/2026-2028/01-premessa.md", "cioè", "сioè")] },
    ],
    passing: &[Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi e città")])],
};

pub(super) fn check(view: &View<'_>, findings: &mut Vec<Finding>) {
    each_written(view, &mut |written| {
        let text = written.text;
        let Some((at, letter)) = text.char_indices().find(|(_, c)| is_foreign_letter(*c)) else { return };
        let start = at - text[..at].rsplit(char::is_whitespace).next().map_or(0, str::len);
        let end = text[at..].find(char::is_whitespace).map_or(text.len(), |space| at + space);
        let word = &text[start..end];
        let finding = Finding::new(&RULE, written.span(view, start..end), format!("in `{word}` la lettera «{letter}» non è dell'alfabeto latino"))
            .label(format!("U+{:04X}", u32::from(letter)));
        // The whole text at once, so that one correction mends all of it.
        let mended = latin(text);
        let fix = if written.is_narrative() {
            written.fix(view, start..end, &latin(word)).filter(|fix| !fix.replacement.chars().any(is_foreign_letter))
        } else {
            let whole = written.fix(view, 0..text.len(), &mended).filter(|_| !mended.chars().any(is_foreign_letter));
            whole.or_else(|| written.fix(view, start..end, &latin(word)).filter(|fix| !fix.replacement.chars().any(is_foreign_letter)))
        };
        let fix = fix.map(|fix| if text.split_whitespace().all(is_slip) { fix } else { fix.guess() });
        let help = if fix.is_some() { "riscrivere la parola con lettere latine" } else { "riscrivere la parola con la tastiera" };
        findings.push(finding.help(help).fix(fix));
    });
}

/// Whether a word is plainly Latin but for letters drawn just like Latin ones; a whole word of another alphabet may be meant.
fn is_slip(word: &str) -> bool {
    let misread = |c: char| matches!(c, 'И' | 'и' | 'т');
    !word.chars().any(is_foreign_letter) || (word.chars().any(|c| c.is_ascii_alphabetic()) && !word.chars().any(misread))
}
