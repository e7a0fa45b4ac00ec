use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::typed_chapters;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Safety, Severity, nearest};

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const PLACE: &str = "{{ tabella(\"smart-team\") }}";

pub(super) static MISSING: Rule = Rule {
    code: "LA411",
    name: "nota-che-non-esiste",
    severity: Severity::Error,
    summary: "In un capitolo una nota a piè di pagina è richiamata, ma il suo testo non è scritto da nessuna parte.",
    why: "Chi legge vede il richiamo con le sue parentesi, e non trova la nota.",
    remedy: "Scrivere la nota in una riga a parte, `[^1]: testo della nota`, o togliere il richiamo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza di ciò che si pubblica.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "Gli uffici[^1].")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "Gli uffici[^1].\n\n[^1] Tutti.")]),
    ],
    passing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "Gli uffici[^1].\n\n[^1]: Tutti.")])],
};

pub(super) static UNCALLED: Rule = Rule {
    code: "LA412",
    name: "nota-mai-richiamata",
    severity: Severity::Warning,
    summary: "In un capitolo una nota a piè di pagina non è richiamata da nessuna parte.",
    why: "Una nota che nessuno richiama non si pubblica.",
    remedy: "Scrivere il richiamo nel punto a cui la nota si riferisce, per esempio `[^1]`, o togliere la nota.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza di ciò che si pubblica.",
    failing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "Gli uffici.\n\n[^1]: Tutti.")])],
    passing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "Gli uffici[^1].\n\n[^1]: Tutti.")])],
};

/// Calls of footnotes that are not there.
pub(super) fn check_missing(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        let notes = &chapter.typed.notes;
        // What was meant for a note, but has no colon: its calls are not said again.
        let mut meant: Vec<&str> = Vec::new();
        let mut calls = Vec::new();
        for (paragraph, range, literal) in chapter.paragraphs() {
            let starts: Vec<usize> = paragraph.lines.iter().map(|line| line.range.start - range.start).collect();
            for (at, _) in literal.match_indices("[^") {
                let Some(end) = literal[at..].find(']').map(|end| at + end + 1) else { continue };
                let name = &literal[at + 2..end - 1];
                if name.is_empty() || name.contains(char::is_whitespace) {
                    continue;
                }
                let place = range.start + at..range.start + end;
                let is_note =
                    starts.contains(&at) && literal[end..].starts_with(' ') && !literal[end..].trim().is_empty();
                if is_note && !paragraph.in_cell {
                    meant.push(name);
                    let safety = if at == 0 { Safety::Certain } else { Safety::Guess };
                    let fix = chapter.fix(&(place.end..place.end), ":", safety);
                    let message = format!("alla nota `[^{name}]` mancano i due punti: si legge come un capoverso");
                    findings.push(
                        Finding::new(&MISSING, chapter.span(&place), message)
                            .label("mancano i due punti")
                            .help(format!("scrivere `[^{name}]: ` prima del testo della nota"))
                            .fix(Some(fix)),
                    );
                } else {
                    calls.push((name, place));
                }
            }
        }
        for (name, place) in calls.into_iter().filter(|(name, _)| !meant.contains(name)) {
            let near = nearest(name, notes.iter().map(|(note, _)| note.as_str()));
            let help = near.map_or_else(
                || {
                    format!(
                        "aggiungere in fondo al capitolo la riga `[^{name}]: testo della nota`, o togliere il richiamo"
                    )
                },
                |near| format!("forse si intendeva `[^{near}]`"),
            );
            let finding = Finding::new(&MISSING, chapter.span(&place), format!("la nota `[^{name}]` non esiste"));
            findings.push(finding.label("richiamo senza nota").help(help));
        }
    }
}

/// Footnotes that nothing calls.
pub(super) fn check_uncalled(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        for (name, range) in chapter.typed.notes.iter().filter(|(name, _)| !chapter.typed.calls.contains(name)) {
            let place = range.start..range.start + chapter.slice(range.clone()).find("]:").map_or(0, |at| at + 2);
            let message = format!("la nota `[^{name}]` non è richiamata da nessuna parte: non si pubblica");
            findings.push(
                Finding::new(&UNCALLED, chapter.span(&place), message)
                    .label("mai richiamata")
                    .help(format!("scrivere `[^{name}]` nel punto a cui la nota si riferisce, o togliere la nota")),
            );
        }
    }
}
