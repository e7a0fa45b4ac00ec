use super::other_word::other_word;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity, Suggestion, nearest};
use crate::model::{Text, Words, signs, slug};
use crate::source::Sources;
use crate::tables::TableDescription;

/// A word that is not on the list.
pub(crate) static RULE: Rule = Rule {
    code: "LA101",
    name: "valore-fuori-elenco",
    severity: Severity::Error,
    summary: "Il valore non è uno di quelli ammessi.",
    why: "Filtri, conteggi e grafici si basano su pochi valori uguali per tutti.",
    remedy: "Scrivere uno dei valori elencati nel messaggio.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "rischio: medio", "rischio: moderato")]),
        Example::new(&[Edit::new("processi.yaml", "smartabilita: in parte", "smartabilita: forse")]),
        Example::new(&[Edit::new(
            "smart-team.yaml",
            "smartabilita: parzialmente smartabile",
            "smartabilita: in parte",
        )]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smartabilita: in parte", "smartabilita: \"no\"")])],
};

/// An identifier with no letter in it.
pub(crate) static MALFORMED_ID: Rule = Rule {
    code: "LA103",
    name: "identificativo-malformato",
    severity: Severity::Error,
    summary: "Un identificativo non contiene né lettere né cifre, contiene segni che un identificativo non può avere, è già il nome di una colonna dei dati aperti o è la parola riservata `tutti`.",
    why: "L'identificativo diventa l'indirizzo di una pagina o il nome di una colonna, e deve restare lo stesso di anno in anno.",
    remedy: "Scrivere una o più parole minuscole senza accenti, unite da trattini; se il nome è già di una colonna o è una parola riservata, sceglierne un altro.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("smart-team.yaml", "- id: tributi", "- id: \"??\"")]),
        Example::new(&[Edit::new("servizi.yaml", "- id: affari-generali", "- id: affari/generali")]),
        Example {
            caption: "`smart_team: tutti` ha già un senso",
            edits: &[
                Edit::new("smart-team.yaml", "- id: tributi", "- id: tutti"),
                Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: tutti"),
            ],
        },
        Example {
            caption: "Nei dati aperti il piano formativo ha già una colonna con questo nome",
            edits: &[Edit::new(
                "formazione.yaml",
                "  - id: dipendenti",
                "  - { id: modulo, nome: Di ogni modulo }\n  - id: dipendenti",
            )],
        },
    ],
    passing: &[Example {
        caption: "Maiuscole e spazi sono soltanto grafia",
        edits: &[Edit::new("servizi.yaml", "- id: affari-generali", "- id: Affari Generali")],
    }],
};

/// `text` is the value of `key`, which allows only `allowed`.
pub(in crate::load) fn finding(sources: &Sources, text: &Text, key: &str, allowed: &[&str]) -> Finding {
    let finding = Finding::new(&RULE, text.span, format!("`{}` non è un valore ammesso per `{key}`", text.value))
        .label("valore fuori elenco");
    let list = allowed.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let list = format!("i valori ammessi sono {list}");
    if let Some(other) = other_word(text, allowed) {
        let fix = other.meant.and_then(|word| Fix::scalar(sources.get(text.span.source), text.span, text, word));
        return finding.help(format!("{}; {list}", other.help)).fix(fix.map(Fix::guess));
    }
    match nearest(text, allowed.iter().copied()) {
        Some(near) => {
            let suggestion = Suggestion::new(sources, text.span, text, near);
            finding.help(format!("{}; {list}", suggestion.help)).fix(suggestion.fix)
        }
        None => finding.help(list),
    }
}

/// The columns that the rows of `table` add to its open data are named by identifiers: `id` is the name of another column.
pub(in crate::load) fn column_id(id: &Text, table: &TableDescription) -> Finding {
    let message = format!("`{}` non può essere un identificativo (`id`)", id.value);
    Finding::new(&MALFORMED_ID, id.span, message).label("è già il nome di una colonna").help(format!(
        "nei dati aperti di `{}` la colonna `{}` c'è già: scegliere un altro identificativo",
        table.name, id.value
    ))
}

/// A team cannot have as its `id` the word by which a process concerns every team.
pub(in crate::load) fn reserved_id(id: &Text, words: &Words) -> Finding {
    let message = format!("`{}` non può essere un identificativo (`id`)", id.value);
    Finding::new(&MALFORMED_ID, id.span, message).label("parola riservata").help(words.fill(
        "[nei processi] `smart_team: {}` vuol dire [tutti gli smart team]: scegliere un altro identificativo",
        &[&id.value],
    ))
}

/// `text`, the value of `key`, has no letter and no digit, or signs that may mean something.
pub(in crate::load) fn malformed_id(sources: &Sources, text: &Text, key: &str) -> Finding {
    let message = format!("`{}` non può essere un identificativo (`{key}`)", text.value);
    let finding = Finding::new(&MALFORMED_ID, text.span, message);
    let right = slug(text);
    if right.is_empty() {
        return finding
            .label("né lettere né cifre")
            .help("scrivere una o più parole minuscole senza accenti, unite da trattini");
    }
    let signs = signs(text).chars().map(|sign| format!("«{sign}»")).collect::<Vec<_>>().join(" ");
    finding
        .label(format!("qui non può stare {signs}"))
        .help(format!("scrivere soltanto lettere, cifre e trattini, per esempio `{right}`"))
        .fix(Fix::scalar(sources.get(text.span.source), text.span, text, &right).map(Fix::guess))
}
