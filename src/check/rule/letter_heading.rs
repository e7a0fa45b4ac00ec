use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Text, capital};

pub(super) static RULE: Rule = Rule {
    code: "LA521",
    name: "intestazione-di-una-lettera",
    severity: Severity::Note,
    summary: "L'intestazione di una colonna è una lettera sola.",
    why: "Nel foglio di un ufficio «D» sta per donne, o per dirigenti, o per la categoria D: chi legge da fuori non lo sa.",
    remedy: "Scrivere l'intestazione per intero.",
    correction: None,
    basis: "Linee guida di design per i siti della PA: linguaggio semplice; WCAG 2.1, criterio 2.4.6.",
    failing: &[
        Example {
            caption: "I destinatari di una colonna del piano formativo",
            edits: &[Edit::new("formazione.yaml", "nome: Tutti i dipendenti", "nome: D")],
        },
        Example {
            caption: "Una colonna propria",
            edits: &[
                Edit::new("modello.yaml", "", "tavole: { processi: { colonne: { donne: { titolo: D. } } } }\n"),
                Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    donne: Tre"),
            ],
        },
        Example {
            caption: "Un'intestazione cambiata",
            edits: &[Edit::new("edizione.yaml", "limiti:", "colonne: { processi: { rischio: R } }\nlimiti:")],
        },
    ],
    passing: &[
        Example {
            caption: "Il gruppo dice di che cosa è la lettera",
            edits: &[Edit::new("formazione.yaml", "nome: Tutti i dipendenti", "nome: D\n    gruppo: Categoria")],
        },
        Example {
            caption: "Una colonna che non si pubblica",
            edits: &[
                Edit::new(
                    "modello.yaml",
                    "",
                    "tavole: { processi: { colonne: { donne: { titolo: D, pubblica: no } } } }\n",
                ),
                Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    donne: Tre"),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let audiences = edition.training.audiences.iter().filter(|audience| audience.group.is_none());
    let own = edition.model.columns.iter().filter(|column| column.is_published());
    let headings = audiences
        .map(|audience| (&audience.name, audience.id.value.as_str()))
        .chain(own.map(|column| (&column.title, column.key.value.as_str())))
        .chain(edition.columns.iter().map(|label| (&label.heading, label.column.value.as_str())));
    findings.extend(headings.filter(|(heading, _)| is_letter(heading)).map(|(heading, key)| finding(heading, key)));
}

fn is_letter(heading: &Text) -> bool {
    let mut signs = heading.value.chars().filter(|sign| sign.is_alphanumeric());
    signs.next().is_some_and(char::is_alphabetic) && signs.next().is_none()
}

fn finding(heading: &Text, key: &str) -> Finding {
    let message = format!("«{}» è l'intestazione di una colonna: una lettera sola non si capisce", heading.value);
    let finding = Finding::new(&RULE, heading.span, message).label("intestazione");
    // The name by which the data call the column often is the word that the letter begins.
    let begins = heading
        .value
        .to_lowercase()
        .chars()
        .find(|sign| sign.is_alphabetic())
        .is_some_and(|sign| key.starts_with(sign));
    if begins && key.chars().count() > 2 {
        let whole = capital(&key.replace(['-', '_'], " "));
        return finding.help(format!("scriverla per intero, per esempio «{whole}»"));
    }
    finding.remedy()
}
