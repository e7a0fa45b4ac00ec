use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Acronym, capitals};
use crate::source::SourceId;
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    code: "LA520",
    name: "sigla-non-spiegata",
    severity: Severity::Note,
    summary: "Una sigla non è spiegata né nel testo né nel glossario.",
    why: "Chi legge da fuori non sa che cosa vuol dire, e non la trova nel glossario del sito.",
    remedy: "Scriverla per esteso la prima volta, con la sigla tra parentesi, o aggiungerla a glossario.yaml.",
    correction: None,
    basis: "Linee guida di design per i siti della PA: linguaggio semplice, sigle e acronimi; WCAG 2.1, criterio 3.1.4.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: Accertamento dei tributi con il sistema QWZ",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Questo allegato del QWZ descrive",
        )]),
    ],
    passing: &[
        Example {
            caption: "La sigla sta tra parentesi dopo le parole che abbrevia",
            edits: &[Edit::new(
                "processi.yaml",
                "processo: Accertamento dei tributi",
                "processo: Accertamento dei tributi con il quadro weberiano zonale (QWZ)",
            )],
        },
        Example {
            caption: "Il glossario del programma la conosce",
            edits: &[Edit::new(
                "processi.yaml",
                "processo: Accertamento dei tributi",
                "processo: Accertamento dell'IMU e della TARI",
            )],
        },
        Example {
            caption: "La spiega il glossario dell'ente",
            edits: &[
                Edit::new(
                    "processi.yaml",
                    "processo: Accertamento dei tributi",
                    "processo: Accertamento dei tributi con il sistema QWZ",
                ),
                Edit::new("glossario.yaml", "", "glossario:\n  - termine: QWZ\n    definizione: Il quadro zonale.\n"),
            ],
        },
    ],
};

/// What everybody reads without an explanation: formats, numbers, the words of every form.
const COMMON: [&str; 48] = [
    "PDF", "CSV", "XML", "HTML", "XLS", "XLSX", "JSON", "ODS", "SMS", "USB", "VPN", "PIN", "POS", "WIFI", "HTTP",
    "HTTPS", "URL", "ISO", "CAP", "IVA", "IBAN", "INPS", "INAIL", "RAI", "USA", "ONU", "COVID", "PIAO", "SPA", "SRL",
    "ASL", "AUSL", "CEE", "NON", "OPPURE", "TEST", "FAQ", "CD", "DVD", "TV", "PEO", "SI", "NO", "EQ", "UNI", "SARS",
    "BMI", "TBC",
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let mut explained = explained(context);
    each_written(context, &mut |written| {
        // The list of programs holds names.
        if !written.signs.meets(Signs::CAPITALS)
            || written.value_span().is_some_and(|span| is_program(context, span.source))
            || is_shouted(written.text)
        {
            return;
        }
        for (at, letters) in capitals(written.text) {
            if is_candidate(letters, written.text, at) && explained.insert(letters.to_owned()) {
                let span = written.span(context, at..at + letters.len());
                let message = format!("la sigla «{letters}» non è spiegata, né qui né nel glossario");
                findings.push(Finding::new(&RULE, span, message).label("che cosa vuol dire?").remedy());
            }
        }
    });
}

/// The letters that need no explanation in this edition: those that it explains, and the names of its programs and codes.
fn explained(context: &RuleContext<'_>) -> HashSet<String> {
    let edition = context.edition;
    let mut known: HashSet<String> = COMMON.iter().map(|letters| (*letters).to_owned()).collect();
    let mut add = |text: &str| known.extend(capitals(text).map(|(_, letters)| letters.to_owned()));
    for definition in &edition.definitions.rows {
        [&definition.term]
            .into_iter()
            .chain(&definition.forms)
            .chain(&definition.synonyms)
            .for_each(|text| add(&text.value.to_uppercase()));
    }
    for program in &edition.software.rows {
        add(&program.name.value.to_uppercase());
    }
    for service in &edition.services.rows {
        service.prefix.iter().for_each(|prefix| add(&prefix.value));
    }
    for prefix in edition.shared_prefixes.iter().flatten() {
        add(&prefix.prefix.value);
    }
    each_written(context, &mut |written| {
        if !written.signs.meets(Signs::CAPITALS) {
            return;
        }
        for (at, letters) in capitals(written.text) {
            let (before, after) = (&written.text[..at], &written.text[at + letters.len()..]);
            // `il piano (PSC)`, `PSC (il piano)`.
            if before.ends_with('(') && before.len() > 1 || after.trim_start().starts_with('(') {
                known.insert(letters.to_owned());
            }
        }
    });
    known
}

/// Whether capitals are an acronym that may need an explanation.
fn is_candidate(letters: &str, text: &str, at: usize) -> bool {
    let is_roman = letters.chars().all(|c| "IVXLCDM".contains(c));
    // Beside a number or a hyphen with a number it is a code: `DIR-1-M`, `A4`.
    let after = &text[at + letters.len()..];
    let is_code = after.trim_start().trim_start_matches(['-', '–', ' ']).starts_with(|c: char| c.is_ascii_digit());
    // Before a Greek letter it is a symbol: `TNF-α`.
    let is_symbol = after.trim_start_matches('-').starts_with(|c| matches!(c, '\u{370}'..='\u{3ff}'));
    // In an address or a file name it is part of that.
    let is_part = text[..at].ends_with(['/', '.', '@', '_', '\'']) && !text[..at].ends_with("l'")
        || after.starts_with(['/', '@', '_']);
    (3..=6).contains(&letters.len())
        && !is_roman
        && !is_code
        && !is_symbol
        && !is_part
        && Acronym::named(letters).is_none()
}

/// Whether a text is written in capitals as a whole, so that nothing in it can be told to be an acronym.
fn is_shouted(text: &str) -> bool {
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    let large = text.chars().filter(|c| c.is_uppercase()).count();
    large > small
}

fn is_program(context: &RuleContext<'_>, source: SourceId) -> bool {
    context.sources.get(source).path().ends_with("/software.yaml")
}
