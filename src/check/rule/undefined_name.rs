use crate::check::half_expression::{HalfExpression, half_expressions};
use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::{TypedChapter, typed_chapters};
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Safety, Severity, nearest};
use crate::tables::TABLES;

pub(super) static RULE: Rule = Rule {
    code: "LA208",
    name: "espressione-errata",
    severity: Severity::Error,
    summary: "Un'espressione di un capitolo nomina un dato che non esiste, o non è scritta bene.",
    why: "Al suo posto, sulla pagina, non comparirebbe nulla.",
    remedy: "Correggere il nome fra le doppie parentesi graffe; i nomi disponibili sono elencati nel messaggio o nella guida.",
    basis: "I capitoli prendono cifre e tabelle dai dati, senza riscriverle.",
    failing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/02-stato-di-attuazione.md",
            "{{ totali.agili }}",
            "{{ totali.agilli }}",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/02-stato-di-attuazione.md",
            "{{ tabella(\"attuazione\") }}",
            "{{ tabella(\"attuazioni\") }}",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/02-stato-di-attuazione.md",
            "{{ totali.agili }}",
            "{{ totali.agili | }}",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/02-stato-di-attuazione.md",
            "{{ totali.agili }}",
            "{ totali.agili }",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "/content/2026-2028/02-stato-di-attuazione.md",
        "{{ totali.agili }}",
        "{{ totali.processi_si }}",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for (chapter, expanded) in context.edition.chapters.iter().zip(context.chapters) {
        for mistake in expanded.mistakes.iter().filter(|mistake| !mistake.is_excess) {
            let span = chapter.body.span.part(mistake.range.start, mistake.range.end);
            if may_be_unread(context, context.sources.slice(span)) {
                continue;
            }
            let finding = Finding::new(&RULE, span, &mistake.message).label("questa espressione non si può sostituire");
            let near = mistake.name.as_deref().and_then(|name| nearest(name, mistake.known.iter().map(String::as_str)));
            findings.push(match near {
                Some(near) => {
                    let wrong = mistake.name.as_deref().unwrap_or_default();
                    let fix = Fix::piece(context.sources.get(span.source), span, wrong, near).map(Fix::guess);
                    finding.help(format!("forse si intendeva `{near}`")).fix(fix)
                }
                None if mistake.known.is_empty() => {
                    let mended = mistake.mended.as_ref();
                    let fix = mended.map(|mended| Fix { span, replacement: mended.clone(), safety: Safety::Certain });
                    match &mistake.help {
                        Some(help) => finding.help(help).fix(fix),
                        None => finding.remedy(),
                    }
                }
                None => finding.help(format!("i nomi possibili sono: {}", mistake.known.join(", "))),
            });
        }
    }
    typed_chapters(context).for_each(|chapter| half(&chapter, findings));
}

/// Expressions that lack some of their braces.
fn half(chapter: &TypedChapter<'_>, findings: &mut Findings) {
    for HalfExpression { range, whole } in half_expressions(chapter) {
        let span = chapter.span(&range);
        findings.push(match whole {
            Some(whole) => {
                let message = "l'espressione non ha le sue doppie parentesi graffe: si legge così com'è";
                let fix = chapter.fix(&range, whole.clone(), Safety::Certain);
                Finding::new(&RULE, span, message)
                    .label("si legge così com'è")
                    .help(format!("scrivere `{whole}`"))
                    .fix(Some(fix))
            }
            None => Finding::new(
                &RULE,
                span,
                format!("«{}» chiude un'espressione che non si è aperta", chapter.slice(range)),
            )
            .label("si legge così com'è")
            .help("aprire l'espressione con `{{`, o togliere la graffa di troppo"),
        });
    }
}

/// Whether an expression speaks of a file that could not be read whole, which has a finding of its own.
fn may_be_unread(context: &RuleContext<'_>, expression: &str) -> bool {
    let mut words = expression.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
    words.any(|word| match word.split_once('.').map_or(word, |(root, _)| root) {
        "ente" => context.is_unread("ente"),
        "edizione" | "riferimenti" => context.is_unread_here("edizione"),
        "aree" => context.is_unread_here("servizi"),
        table if TABLES.iter().any(|known| known.name == table) => context.is_unread_here(table),
        _ => false,
    })
}
