use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::is_printable;

pub(super) static RULE: Rule = Rule {
    code: "LA519",
    name: "caratteri-fuori-stampa",
    severity: Severity::Warning,
    summary: "In un testo c'è un carattere che i caratteri di stampa dei PDF non hanno.",
    why: "Le pagine lo mostrano con i caratteri di chi le legge; nei PDF, che portano con sé i propri, al suo posto si legge il suo numero.",
    remedy: "Scriverlo con lettere latine, o dire a parole ciò che mostra.",
    correction: None,
    basis: "ISO 19005-2 (PDF/A-2): ogni segno ha il proprio carattere dentro il documento.",
    failing: &[
        Example {
            caption: "Un disegnino",
            edits: &[Edit::new("software.yaml", "scopo: Registrazione", "scopo: 📅 Registrazione")],
        },
        Example {
            caption: "Parole di una lingua scritta con altri segni, in un capitolo",
            edits: &[Edit::new("/content/2026-2028/01-premessa.md", "cioè", "cioè (即)")],
        },
    ],
    passing: &[Example {
        caption: "Segni che i caratteri di stampa hanno",
        edits: &[Edit::new("software.yaml", "scopo: Registrazione", "scopo: ✓ Registrazione → 50 μg/m³, ≥ 3 €")],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(Signs::STRANGE) {
        return;
    }
    let text = written.text;
    // Characters of private use are of no alphabet: another rule speaks of them.
    let missing = |c: &char| !is_printable(*c) && !matches!(*c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let Some(c) = text.chars().find(missing) else { return };
    let Some(at) = text.find(c) else { return };
    let number = format!("U+{:04X}", u32::from(c));
    let others = text.chars().filter(missing).count() - 1;
    let more = match others {
        0 => String::new(),
        1 => ", e così per un altro".to_owned(),
        others => format!(", e così per altri {others}"),
    };
    let message =
        format!("i caratteri di stampa non hanno «{c}» ({number}): nei PDF al suo posto si legge [{number}]{more}");
    let finding = Finding::new(&RULE, written.span(context, at..at + c.len_utf8()), message)
        .help("scriverlo con lettere latine, o dire a parole ciò che mostra");
    findings.push(finding);
}
