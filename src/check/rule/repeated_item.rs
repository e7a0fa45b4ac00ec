use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Date, Edition, LegalReference, OwnValue, ReferenceTarget, Scope, Text, fold, law_address};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub(super) static RULE: Rule = Rule {
    code: "LA121",
    name: "voce-ripetuta-in-un-elenco",
    severity: Severity::Warning,
    summary: "Nello stesso elenco la stessa voce è scritta due volte: un identificativo, una fase, un profilo, un altro nome, un gruppo di persone dei limiti, un atto dei riferimenti.",
    why: "Sulla pagina si legge «gli smart team X e X», e di solito al posto della seconda ce ne voleva un'altra.",
    remedy: "Togliere la voce di troppo, o scrivere quella che si intendeva.",
    correction: None,
    basis: "Linee guida AgID sui dati aperti: unicità dei valori.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: [tributi, tributi]")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "fasi: [Verifica dell'atto, Pubblicazione all'albo]",
            "fasi: [Verifica dell'atto, Pubblicazione all'albo, Verifica dell'atto]",
        )]),
        Example::new(&[Edit::new(
            "esclusioni.yaml",
            "profili: [Operatori di sportello]",
            "profili: [Operatori di sportello, Operatori di Sportello]",
        )]),
        Example::new(&[Edit::new(
            "edizione.yaml",
            "limiti:\n  giorni_settimana_max: 1\n",
            "limiti:\n  - { per: Genitori, giorni: 8 al mese }\n  - { per: genitori, giorni: 1 alla settimana }\n",
        )]),
        Example::new(&[Edit::new(
            "edizione.yaml",
            "riferimenti:\n",
            "riferimenti:\n  - atto: L. 22 maggio 2017, n. 81\n    materia: lavoro agile\n",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "fasi: [Verifica dell'atto, Pubblicazione all'albo]",
            "fasi: [Verifica dell'atto, Pubblicazione all'albo, Seconda verifica dell'atto]",
        )]),
        Example {
            caption: "Lo stesso atto, per un'altra materia",
            edits: &[Edit::new(
                "edizione.yaml",
                "riferimenti:\n",
                "riferimenti:\n  - atto: Legge 22 maggio 2017 n. 81\n    materia: tutela del lavoro autonomo\n",
            )],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    each_list(context.edition, &mut |what, items| repeated(context, what, items.iter(), findings));
    let people = context.edition.limits.by_category.iter().filter_map(|limit| limit.people.as_ref());
    repeated(context, "il gruppo di persone", people, findings);
    repeated_acts(context, findings);
}

/// The acts of the references that stand among them before: for the same matter, or where one of them says none.
fn repeated_acts(context: &RuleContext<'_>, findings: &mut Findings) {
    let mut seen: HashMap<(String, String), Vec<&LegalReference>> = HashMap::new();
    for reference in context.edition.references.iter().filter(|reference| !reference.act.value.is_empty()) {
        let same = seen.entry(act_key(reference)).or_default();
        if let Some(first) = same.iter().find(|first| is_same_matter(first, reference)) {
            findings.push(second(context, "il riferimento", &reference.act, &first.act));
        }
        same.push(reference);
    }
}

/// What two references to one act have in common: the law, however it is cited, or the words; and the article.
fn act_key(reference: &LegalReference) -> (String, String) {
    let act = fold(&reference.act);
    let date = reference.date.as_ref().map(|date| date.value);
    match law_address(&reference.act, date) {
        Some(address) => {
            let article = act.split_once(" art").map_or("", |(_, article)| article.trim_start_matches("icolo").trim());
            (address, article.to_owned())
        }
        None => (act, date.map(Date::iso).unwrap_or_default()),
    }
}

fn is_same_matter(one: &LegalReference, other: &LegalReference) -> bool {
    let matters = one.subject.as_ref().zip(other.subject.as_ref());
    matters.is_none_or(|(one, other)| fold(one) == fold(other))
}

/// The items of a list that stand there before.
fn repeated<'t>(
    context: &RuleContext<'_>,
    what: &'static str,
    items: impl Iterator<Item = &'t Text>,
    findings: &mut Findings,
) {
    let items: Vec<&Text> = items.filter(|item| !item.value.is_empty()).collect();
    // Most lists have one item.
    if items.len() < 2 {
        return;
    }
    let mut firsts: HashMap<String, &Text> = HashMap::with_capacity(items.len());
    for item in items {
        let first = match firsts.entry(key(item)) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(place) => {
                place.insert(item);
                continue;
            }
        };
        findings.push(second(context, what, item, first));
    }
}

/// `item` stands in its list for the second time.
fn second(context: &RuleContext<'_>, what: &'static str, item: &Text, first: &Text) -> Finding {
    let message = context.fill("{} «{}» è già in questo elenco", &[&context.say(what), &item.value]);
    Finding::new(&RULE, item.span, message).label("seconda volta").related(first.span, "la prima volta è qui").remedy()
}

/// What two items have in common when they are the same; signs such as `*` have nothing but themselves.
fn key(item: &Text) -> String {
    let folded = fold(item);
    if folded.is_empty() { item.value.clone() } else { folded }
}

/// Hands over every list of an edition whose items must differ, with what each item is.
fn each_list<'a>(edition: &'a Edition, take: &mut impl FnMut(&'static str, &'a [Text])) {
    for process in &edition.processes.rows {
        process.inputs.iter().for_each(|inputs| take("la voce", &inputs.value));
        process.phases.iter().for_each(|phases| take("la fase", &phases.value));
        process.outputs.iter().for_each(|outputs| take("la voce", &outputs.value));
        take("[l'area]", &process.areas);
        take("il programma", &process.software);
        match &process.scope {
            Some(Scope::Teams(teams)) => take("[lo smart team]", teams),
            Some(Scope::Services(services)) => take("[il servizio]", services),
            Some(Scope::Areas | Scope::Everyone(_)) | None => {}
        }
    }
    for row in &edition.adoption.rows.rows {
        take("[lo smart team]", &row.continues_in);
    }
    for exclusion in &edition.exclusions.rows {
        take("il profilo", &exclusion.profiles);
        take("l'attività", &exclusion.activities);
        take("[lo smart team]", &exclusion.teams);
    }
    for role in &edition.expected_behaviours.rows {
        take("la voce", &role.entries);
    }
    let areas = edition.areas.rows.iter().map(|row| &row.aliases);
    let services = edition.services.rows.iter().map(|row| &row.aliases);
    let teams = edition.teams.rows.iter().map(|row| &row.aliases);
    areas.chain(services).chain(teams).for_each(|aliases| take("l'altro nome", aliases));
    edition.definitions.rows.iter().for_each(|definition| take("la forma", &definition.forms));
    edition.chapters.iter().for_each(|chapter| take("la parte", &chapter.covers));
    edition.each_annotation(&mut |annotations, _| {
        take("il richiamo", &annotations.marks);
        for entry in &annotations.own {
            match &entry.value {
                OwnValue::Texts(items) => take("la voce", items),
                OwnValue::References(target, ids) => take(named(*target), ids),
                _ => {}
            }
        }
    });
}

/// What a record is to which a column refers.
fn named(target: ReferenceTarget) -> &'static str {
    match target {
        ReferenceTarget::Area => "[l'area]",
        ReferenceTarget::Service => "[il servizio]",
        ReferenceTarget::Team => "[lo smart team]",
        ReferenceTarget::Software => "il programma",
    }
}
