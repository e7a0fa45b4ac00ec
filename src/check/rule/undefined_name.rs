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
    correction: None,
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
            if may_be_unread(context, &chapter.body.value, context.sources.slice(span)) {
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

/// Whether an expression of a chapter speaks of a file that could not be read whole, which has a finding of its own.
fn may_be_unread(context: &RuleContext<'_>, chapter: &str, expression: &str) -> bool {
    let mut roots: Vec<&str> = roots(expression).collect();
    let mut at = 0;
    // The name of a loop stands for what it goes through, which may be the name of another loop.
    while let Some(root) = roots.get(at).copied() {
        let through: Vec<&str> = loops_of(chapter, root).flat_map(self::roots).collect();
        let new: Vec<&str> = through.into_iter().filter(|name| !roots.contains(name)).collect();
        roots.extend(new);
        at += 1;
    }
    roots.into_iter().any(|root| match root {
        "ente" => context.is_unread("ente"),
        "edizione" | "riferimenti" => context.is_unread_here("edizione"),
        "aree" => context.is_unread_here("servizi"),
        table if TABLES.iter().any(|known| known.name == table) => context.is_unread_here(table),
        _ => false,
    })
}

/// The names with which the paths of an expression begin: `p` of `p.smartabilita`.
fn roots(expression: &str) -> impl Iterator<Item = &str> {
    let words = expression.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
    words.map(|word| word.split_once('.').map_or(word, |(root, _)| root)).filter(|root| !root.is_empty())
}

/// What the loops of a chapter go through that give `name` to each item: `processi` of `{% for p in processi %}`.
fn loops_of<'c>(chapter: &'c str, name: &str) -> impl Iterator<Item = &'c str> {
    chapter.split("{%").skip(1).filter_map(move |tag| {
        let inner = tag.split_once("%}")?.0.trim().trim_matches('-').trim();
        let (own, through) = inner.strip_prefix("for ")?.split_once(" in ")?;
        own.split(',').any(|own| own.trim() == name).then_some(through)
    })
}
