use crate::chapters::{Block, Inline, plain};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

const CHAPTER: &str = "/content/2026-2028/03-il-piano-formativo.md";

pub(super) static RULE: Rule = Rule {
    code: "LA711",
    name: "capitolo-senza-testo",
    severity: Severity::Warning,
    summary: "Un capitolo ha l'intestazione, e sotto non c'è nulla che si legga.",
    why: "Nel sito e sulla carta ci sarebbe un titolo con una pagina vuota.",
    remedy: "Scrivere il testo del capitolo, o togliere il file.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, "", "---\ntitolo: Formazione\nordine: 3\n---\n")]),
        Example {
            caption: "C'è soltanto un appunto",
            edits: &[Edit::new(
                CHAPTER,
                "",
                "---\ntitolo: Formazione\nordine: 3\n---\n\n{# Testo atteso dal servizio #}\n",
            )],
        },
        Example {
            caption: "L'espressione non dà nulla",
            edits: &[Edit::new(
                CHAPTER,
                "",
                "---\ntitolo: Formazione\nordine: 3\n---\n\n{% if totali.processi > 9999 %}Molti processi.{% endif %}\n",
            )],
        },
    ],
    passing: &[Example {
        caption: "Soltanto una tabella",
        edits: &[Edit::new(CHAPTER, "", "---\ntitolo: Formazione\nordine: 3\n---\n\n{{ tabella(\"formazione\") }}\n")],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for (chapter, expanded) in context.edition.chapters.iter().zip(context.chapters) {
        // An expression that could not be replaced has a finding of its own.
        if expanded.tree().is_some_and(|tree| tree.blocks.iter().all(is_bare)) {
            let message = format!("sotto il titolo «{}» il capitolo non ha testo", chapter.title.value);
            findings.push(Finding::new(&RULE, chapter.title.span, message).label("capitolo senza testo").remedy());
        }
    }
}

/// Whether readers find nothing in a block. What a footnote says is found only where it is called.
fn is_bare(block: &Block) -> bool {
    match block {
        Block::Paragraph(line) | Block::Line(line) | Block::Heading(_, line) => is_bare_line(line),
        Block::List { items, .. } => items.iter().flatten().all(is_bare),
        Block::Quote(blocks) => blocks.iter().all(is_bare),
        Block::Code { text, .. } => text.trim().is_empty(),
        Block::Rule | Block::Note { .. } => true,
        Block::Grid(_) | Block::Data(_) => false,
    }
}

fn is_bare_line(line: &[Inline]) -> bool {
    let has_picture = line.iter().any(|piece| matches!(piece, Inline::Image { .. }));
    !has_picture && plain(line).trim().is_empty()
}
