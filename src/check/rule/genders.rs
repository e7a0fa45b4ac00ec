use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{AdoptionRow, GenderCounts, Headcount, People, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA325",
    name: "donne-e-uomini-discordi",
    severity: Severity::Warning,
    summary: "In una riga le donne e gli uomini, insieme, non sono le persone che la riga conta, o le une o gli altri sono di più.",
    why: "Una delle cifre è sbagliata, o conta altre persone.",
    remedy: "Correggere la cifra sbagliata; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "attuazione.yaml",
            "    agili: 7\n",
            "    agili: 7\n    donne: { dipendenti: 8, agili: 5 }\n    uomini: { dipendenti: 4, agili: 3 }\n",
        )]),
        Example {
            caption: "Sono scritte soltanto le donne, e sono più di tutti",
            edits: &[Edit::new(
                "attuazione.yaml",
                "    agili: 7\n",
                "    agili: 7\n    donne: { dipendenti: 13, agili: 2 }\n",
            )],
        },
    ],
    passing: &[
        Example::new(&[Edit::new(
            "attuazione.yaml",
            "    agili: 7\n",
            "    agili: 7\n    donne: { dipendenti: 8, agili: 5 }\n    uomini: { dipendenti: 4, agili: 2 }\n",
        )]),
        Example::new(&[Edit::new(
            "attuazione.yaml",
            "    agili: 7\n",
            "    agili: 7\n    uomini: { dipendenti: 12, agili: 7 }\n",
        )]),
    ],
};

/// A count of a row, among its women or among its men.
type Part = fn(&GenderCounts) -> Option<&Spanned<Headcount>>;

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    if context.is_unread_here("attuazione") {
        return;
    }
    for row in &context.edition.adoption.rows.rows {
        let parts: [(&str, &Spanned<Headcount>, Part); 2] = [
            ("dipendenti", &row.employees, |counts| counts.employees.as_ref()),
            ("agili", &row.agile, |counts| counts.agile.as_ref()),
        ];
        for (what, whole, part) in parts {
            let (women, men) = (row.women.as_ref().and_then(part), row.men.as_ref().and_then(part));
            let counted = match (women, men) {
                (Some(women), Some(men)) => together(row, what, whole, women, men),
                (Some(women), None) => alone(row, "le donne", what, whole, women),
                (None, Some(men)) => alone(row, "gli uomini", what, whole, men),
                (None, None) => None,
            };
            findings.extend(counted);
        }
    }
}

/// Women and men who are not the people of the row.
fn together(
    row: &AdoptionRow,
    what: &str,
    whole: &Spanned<Headcount>,
    women: &Spanned<Headcount>,
    men: &Spanned<Headcount>,
) -> Option<Finding> {
    let together: People = [women.value, men.value].into_iter().map(People::from).sum();
    let all = People::from(whole.value);
    let message = || {
        let together = together.against(all);
        let name = row.name();
        format!("in «{name}» le donne e gli uomini {what} sono {together} insieme, ma la riga ne conta {}", whole.value)
    };
    (!together.meets(all)).then(|| {
        Finding::new(&RULE, women.span, message())
            .label("non torna con gli uomini")
            .related(whole.span, "la riga ne conta tanti")
            .remedy()
    })
}

/// Those of one gender, where they are more than the people of the row; those of the other are not counted.
fn alone(
    row: &AdoptionRow,
    who: &str,
    what: &str,
    whole: &Spanned<Headcount>,
    part: &Spanned<Headcount>,
) -> Option<Finding> {
    let is_more = People::from(part.value).least > People::from(whole.value).most;
    is_more.then(|| {
        let message = format!(
            "in «{}» {who} {what} sono {}, ma la riga ne conta {} in tutto",
            row.name(),
            part.value,
            whole.value
        );
        Finding::new(&RULE, part.span, message)
            .label("più di tutte le persone della riga")
            .related(whole.span, "la riga ne conta tanti")
            .remedy()
    })
}
