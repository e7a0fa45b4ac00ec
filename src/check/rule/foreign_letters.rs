use crate::check::view::View;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::{Text, is_foreign_letter, latin};

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
    ],
    passing: &[Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi e città")])],
};

pub(super) fn check(view: &View<'_>, findings: &mut Vec<Finding>) {
    crate::check::texts::each(view.edition, &mut |text: &Text| {
        let Some((start, letter)) = text.value.char_indices().find(|(_, c)| is_foreign_letter(*c)) else { return };
        let mended = latin(&text.value);
        let word = text.value[..start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let word = text.value[word..].split_whitespace().next().unwrap_or("");
        let finding = Finding::new(&RULE, view.sources.part(text.span, word), format!("in `{word}` la lettera «{letter}» non è dell'alfabeto latino"))
            .label(format!("U+{:04X}", u32::from(letter)));
        findings.push(if mended.chars().any(is_foreign_letter) {
            finding.help("riscrivere la parola con la tastiera")
        } else {
            let source = view.sources.get(text.span.source);
            let whole = Fix::scalar(source, text.span, &text.value, &mended);
            let fix = whole.or_else(|| Fix::piece(source, text.span, word, &latin(word)));
            let fix = fix.map(|fix| if text.value.split_whitespace().all(is_slip) { fix } else { fix.guess() });
            finding.help("riscrivere la parola con lettere latine").fix(fix)
        });
    });
}

/// Whether a word is plainly Latin but for letters drawn just like Latin ones; a whole word of another alphabet may be meant.
fn is_slip(word: &str) -> bool {
    let misread = |c: char| matches!(c, 'И' | 'и' | 'т');
    !word.chars().any(is_foreign_letter) || (word.chars().any(|c| c.is_ascii_alphabetic()) && !word.chars().any(misread))
}
