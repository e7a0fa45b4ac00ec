use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{GenderCounts, Headcount, People, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA325",
    name: "donne-e-uomini-discordi",
    severity: Severity::Warning,
    summary: "In una riga le donne e gli uomini, insieme, non sono le persone che la riga conta.",
    why: "Una delle cifre è sbagliata, o conta altre persone.",
    remedy: "Correggere la cifra sbagliata; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "    agili: 7\n",
        "    agili: 7\n    donne: { dipendenti: 8, agili: 5 }\n    uomini: { dipendenti: 4, agili: 3 }\n",
    )])],
    passing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "    agili: 7\n",
        "    agili: 7\n    donne: { dipendenti: 8, agili: 5 }\n    uomini: { dipendenti: 4, agili: 2 }\n",
    )])],
};

/// A count of a row, among its women or among its men.
type Part = fn(&GenderCounts) -> Option<&Spanned<Headcount>>;

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    if context.is_unread_here("attuazione") {
        return;
    }
    for row in &context.edition.adoption.rows.rows {
        let (Some(women), Some(men)) = (&row.women, &row.men) else { continue };
        let parts: [(&str, &Spanned<Headcount>, Part); 2] = [
            ("dipendenti", &row.employees, |counts| counts.employees.as_ref()),
            ("agili", &row.agile, |counts| counts.agile.as_ref()),
        ];
        for (what, whole, part) in parts {
            let (Some(women), Some(men)) = (part(women), part(men)) else { continue };
            let together: People = [women.value, men.value].into_iter().map(People::from).sum();
            let whole_people = People::from(whole.value);
            if together.least <= whole_people.most && whole_people.least <= together.most {
                continue;
            }
            let message = format!(
                "in «{}» le donne e gli uomini {what} sono {together} insieme, ma la riga ne conta {}",
                row.name(),
                whole.value
            );
            findings.push(
                Finding::new(&RULE, women.span, message)
                    .label("non torna con gli uomini")
                    .related(whole.span, "la riga ne conta tanti")
                    .remedy(),
            );
        }
    }
}
