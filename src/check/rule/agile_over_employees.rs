use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{AdoptionRow, GenderCounts, Headcount, People, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA305",
    name: "agili-oltre-i-dipendenti",
    severity: Severity::Warning,
    summary: "In una riga le lavoratrici e i lavoratori agili sono più dei dipendenti, in tutto, fra le donne o fra gli uomini.",
    why: "È impossibile: una delle due cifre è sbagliata, o è finita nella colonna dell'altra.",
    remedy: "Correggere la cifra sbagliata.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new("attuazione.yaml", "    agili: 7", "    agili: 17")]),
        Example {
            caption: "Fra le donne",
            edits: &[Edit::new(
                "attuazione.yaml",
                "    agili: 7\n",
                "    agili: 7\n    donne: { dipendenti: 4, agili: 5 }\n",
            )],
        },
        Example {
            caption: "Fra gli uomini, che non sono scritti: resterebbero 5 agili e 2 dipendenti",
            edits: &[Edit::new(
                "attuazione.yaml",
                "    agili: 7\n",
                "    agili: 7\n    donne: { dipendenti: 10, agili: 2 }\n",
            )],
        },
    ],
    passing: &[Example::new(&[
        Edit::new("attuazione.yaml", "    agili: 7", "    agili: 12"),
        Edit::new("attuazione.yaml", "agili: 11", "agili: 16"),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let adoption = &context.edition.adoption;
    let rows = adoption.rows.rows.iter().map(|row| (row.name(), Some(&row.employees), Some(&row.agile)));
    let total = adoption.declared.iter();
    let total = total.map(|total| (total.label.value.as_str(), total.employees.as_ref(), total.agile.as_ref()));
    for (name, employees, agile) in rows.chain(total) {
        findings.extend(impossible(context, name, "", employees, agile));
    }
    for row in &adoption.rows.rows {
        let (women, men) = (row.women.as_ref(), row.men.as_ref());
        for (who, rest, own, others) in
            [("fra le donne ", "degli uomini", women, men), ("fra gli uomini ", "delle donne", men, women)]
        {
            let Some(own) = own else { continue };
            let found = impossible(context, row.name(), who, own.employees.as_ref(), own.agile.as_ref());
            let is_sound = found.is_none();
            findings.extend(found);
            if others.is_none() && is_sound {
                findings.extend(impossible_rest(row, rest, own));
            }
        }
    }
}

/// More agile workers than employees, of all the people of a row, or of those that `who` says, `fra le donne `.
fn impossible(
    context: &RuleContext<'_>,
    name: &str,
    who: &str,
    employees: Option<&Spanned<Headcount>>,
    agile: Option<&Spanned<Headcount>>,
) -> Option<Finding> {
    let (employees, agile) = (employees?, agile?);
    let is_more = People::from(agile.value).least > People::from(employees.value).most;
    // A figure that could not be read stands at the head of its row, and has a finding of its own.
    let is_read = Headcount::parse(context.sources.slice(employees.span).trim_matches(['"', '\''])).is_some();
    (is_more && is_read).then(|| {
        let message = format!("in «{name}» {who}gli agili sono {}, i dipendenti {}", agile.value, employees.value);
        Finding::new(&RULE, agile.span, message)
            .label("più dei dipendenti")
            .related(employees.span, "i dipendenti sono qui")
            .remedy()
    })
}

/// Those who are left in a row when its women, or its men, are taken away, where so few employees cannot have so many agile workers.
fn impossible_rest(row: &AdoptionRow, rest: &str, own: &GenderCounts) -> Option<Finding> {
    let (employees, agile) = (own.employees.as_ref()?, own.agile.as_ref()?);
    let left = |whole: &Spanned<Headcount>, part: &Spanned<Headcount>| {
        let (whole, part) = (People::from(whole.value), People::from(part.value));
        // Where they are more than all, another rule says so.
        (part.least <= whole.most).then(|| whole.without(part))
    };
    let (employees_left, agile_left) = (left(&row.employees, employees)?, left(&row.agile, agile)?);
    (agile_left.least > employees_left.most).then(|| {
        let message = format!(
            "in «{}» restano i numeri {rest}: dipendenti {}, agili {}",
            row.name(),
            employees_left.against(agile_left),
            agile_left.against(employees_left)
        );
        Finding::new(&RULE, agile.span, message)
            .label("ne restano più dei dipendenti")
            .related(row.agile.span, "gli agili della riga sono qui")
            .remedy()
    })
}
