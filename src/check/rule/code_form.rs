use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity};
use crate::model::{ProcessCode, Spanned, Text, latin};

pub(super) static RULE: Rule = Rule {
    code: "LA106",
    name: "codice-malformato",
    severity: Severity::Error,
    summary: "Il codice di un processo ha segni che un codice non può avere, oppure non ha la forma che hanno tutti gli altri: per esempio 500-1-B. O, dove i codici hanno tre parti, un prefisso ha qualcosa che non è una lettera o una cifra.",
    why: "Il codice è l'indirizzo della pagina; dove ha tre parti se ne leggono il servizio e il rischio.",
    remedy: "Usare soltanto lettere, cifre, spazi e i segni . - _ /. Un codice diverso da tutti gli altri, che hanno prefisso, numero e lettera del rischio, è un avviso: di solito è un errore di battitura; lo è anche un prefisso con altri segni, che non può cominciare nessun codice.",
    correction: None,
    basis: "Tavola 1 dell'allegato: colonna del codice.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-1;M")]),
        Example {
            caption: "La A è una lettera dell'alfabeto cirillico, anche dove i codici hanno un'altra forma",
            edits: &[Edit::new("processi.yaml", "codice: 200-1-M", "codice: АR1.MP2")],
        },
        Example {
            caption: "La B è una lettera dell'alfabeto cirillico",
            edits: &[Edit::new("processi.yaml", "codice: 100-1-B", "codice: 100-1-В")],
        },
        Example {
            caption: "Un prefisso con un trattino",
            edits: &[Edit::new("servizi.yaml", "prefisso: \"200\"", "prefisso: 200-1")],
        },
    ],
    passing: &[
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-12-M")]),
        Example {
            caption: "Codici di un'altra forma",
            edits: &[
                Edit::new("processi.yaml", "codice: 100-1-B", "codice: AR1.MP2.P3"),
                Edit::new("processi.yaml", "codice: 200-1-M", "codice: \"2\""),
            ],
        },
        Example {
            caption: "Tutti i processi avevano codici di un'altra forma",
            edits: &[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-1-M\n    codice_precedente: AR1.MP2")],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let in_parts = edition.has_codes_in_parts();
    let rows = &edition.processes.rows;
    // Codes of another form may have been given up all together.
    let were_in_parts = in_parts && rows.iter().flat_map(|row| &row.previous_code).any(|code| code.is_well_formed());
    for process in rows {
        findings.extend(process.code.as_ref().and_then(|code| finding(context, code, in_parts)));
        findings.extend(process.previous_code.as_ref().and_then(|code| finding(context, code, were_in_parts)));
    }
    if in_parts {
        let own = edition.services.rows.iter().flat_map(|service| &service.prefix);
        let shared = edition.shared_prefixes.iter().flatten().map(|shared| &shared.prefix);
        findings.extend(own.chain(shared).filter_map(prefix));
    }
}

/// What is wrong with a prefix: nothing but letters and digits can begin a code of three parts.
fn prefix(prefix: &Text) -> Option<Finding> {
    let sign = prefix.value.chars().find(|c| !c.is_alphanumeric())?;
    let sign = if sign.is_whitespace() { "uno spazio".to_owned() } else { format!("«{sign}»") };
    let mut finding = Finding::new(&RULE, prefix.span, format!("il prefisso `{}` contiene {sign}", prefix.value));
    finding.severity = Severity::Warning;
    let help = "scrivere soltanto la prima parte dei codici, fatta di lettere e cifre: per esempio 500";
    Some(finding.label("segni non ammessi").help(help))
}

/// What is wrong with a code; `in_parts` if those of the edition have three.
pub(super) fn finding(context: &RuleContext<'_>, code: &Spanned<ProcessCode>, in_parts: bool) -> Option<Finding> {
    let text = code.as_str();
    if text.is_empty() || code.is_well_formed() {
        return None;
    }
    let wrong = |message: String| Finding::new(&RULE, code.span, message);
    let not_a_code = || wrong(context.fill("`{}` non è un codice di [processo]", &[&text]));
    let mended = ProcessCode::parse(&latin(text));
    if mended.is_well_formed() {
        let fix = Fix::scalar(context.sources.get(code.span.source), code.span, text, mended.as_str());
        let help =
            format!("alcune lettere sono di un altro alfabeto: scrivere `{}` con lettere latine", mended.as_str());
        return Some(not_a_code().label("ci vuole prefisso-numero-lettera").help(help).fix(fix));
    }
    if mended.as_str() != text {
        let help =
            format!("alcune lettere sono di un altro alfabeto: scrivere `{}` con lettere latine", mended.as_str());
        let fix = Fix::scalar(context.sources.get(code.span.source), code.span, text, mended.as_str());
        return Some(not_a_code().label("lettere di un altro alfabeto").help(help).fix(fix));
    }
    if !code.is_admitted() {
        return Some(
            not_a_code().label("segni non ammessi").help("un codice ha lettere, cifre, spazi e i segni . - _ /"),
        );
    }
    in_parts.then(|| {
        let mut finding = wrong(format!("`{text}` non ha la forma degli altri codici"));
        finding.severity = Severity::Warning;
        let help = "la forma è, per esempio, 500-1-B: B sta per basso, M per medio, A per alto";
        finding.label("ci vuole prefisso-numero-lettera").help(help)
    })
}
