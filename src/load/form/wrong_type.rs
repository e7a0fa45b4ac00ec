use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Safety, Severity};
use crate::load::node::{Node, NodeKind};
use crate::source::{Sources, Span};

/// A value of another kind.
pub(crate) static RULE: Rule = Rule {
    code: "LA006",
    name: "tipo-errato",
    severity: Severity::Error,
    summary: "Il valore è di un altro genere: per esempio un testo dove ci vuole un elenco.",
    why: "Il programma non può indovinare che cosa si intendeva.",
    remedy: "Scrivere il genere di valore che il messaggio chiede, come nelle altre voci del file.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: [Tributi]")]),
        Example::new(&[Edit::new("edizione.yaml", "limiti:\n  giorni_settimana_max: 1", "limiti: uno")]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: tributi")])],
};

/// At `node`, the value of `key` should be `expected`.
pub(in crate::load) fn finding(node: &Node, expected: &str, key: &str) -> Finding {
    // A record is named with its article, a key or a file as it is written.
    let what = if key.contains([' ', '\'']) { key.to_owned() } else { format!("`{key}`") };
    Finding::new(&RULE, node.span(), format!("per {what} ci vuole {expected}, ma c'è {}", node.noun()))
        .label(format!("qui ci vuole {expected}"))
        .help(help(node, expected))
}

/// The list at `node` stands without the line `key:` that should be above it.
pub(in crate::load) fn without_key(sources: &Sources, node: &Node, key: &str) -> Finding {
    let span = node.span();
    let file = sources.get(span.source);
    let before = file.slice(0..span.range().start);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let ending = if file.text().contains("\r\n") { "\r\n" } else { "\n" };
    let fix = before[start..].trim().is_empty().then(|| Fix {
        span: Span::new(span.source, start, start),
        replacement: format!("{key}:{ending}"),
        safety: Safety::Certain,
    });
    let first = Span::new(span.source, span.range().start, span.range().start + 1);
    Finding::new(&RULE, first, format!("manca la riga `{key}:` con cui comincia l'elenco"))
        .label("l'elenco comincia qui")
        .help(format!("scrivere `{key}:` nella riga sopra"))
        .fix(fix)
}

fn help(node: &Node, expected: &str) -> &'static str {
    match (expected, &node.kind) {
        ("un testo", NodeKind::List(_)) => "scrivere un testo solo, senza trattini e senza parentesi quadre",
        ("un testo", NodeKind::Mapping(_)) => {
            "scrivere un testo solo; se contiene i due punti o parentesi graffe, metterlo fra virgolette"
        }
        ("un elenco", _) => "scrivere una voce per riga, ciascuna con un trattino e uno spazio davanti",
        ("il nome di una chiave", _) => "scrivere una parola seguita dai due punti, senza parentesi",
        (_, NodeKind::Empty) => {
            "scrivere sotto questa riga, più a destra, una riga `chiave: valore` per ogni dato, o toglierla"
        }
        _ => "scrivere una riga `chiave: valore` per ogni dato, come nelle altre voci del file",
    }
}
