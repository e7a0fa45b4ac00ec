use crate::model::{Administration, Callout, Edition, Indicator, OwnKind, Text};
use crate::tables::{self, Described};

/// Every text that readers will see, chapters left out: those of the administration, if one is given, and those of an edition.
/// Identifiers, codes and the marks of the matrix are no texts.
pub(super) fn all<'a>(administration: Option<&'a Administration>, edition: &'a Edition) -> Vec<&'a Text> {
    let mut texts = Vec::new();
    if let Some(administration) = administration {
        let contacts = &administration.contacts;
        let own = [
            &administration.notice,
            &administration.union,
            &administration.address,
            &administration.publication_officer,
            &administration.placement,
            &contacts.office,
        ];
        texts.extend(own.into_iter().flatten());
        texts.extend([&administration.name, &administration.licence]);
    }
    each(edition, &mut |text| texts.push(text));
    texts
}

fn each<'a>(edition: &'a Edition, take: &mut impl FnMut(&'a Text)) {
    [&edition.title, &edition.annex, &edition.plan, &edition.section].into_iter().for_each(&mut *take);
    for act in edition.acts() {
        [&act.body, &act.act, &act.number].into_iter().flatten().for_each(&mut *take);
    }
    edition.shared_prefixes.iter().flatten().for_each(|shared| take(&shared.meaning));
    edition.limits.by_category.iter().filter_map(|limit| limit.people.as_ref()).for_each(&mut *take);
    for row in tables::rows(edition) {
        let own = row.annotations.into_iter().flat_map(|annotations| &annotations.own);
        own.flat_map(|entry| entry.value.prose()).for_each(&mut *take);
        let annotations = row.annotations.into_iter().flat_map(Described::values);
        for (column, value) in row.values.into_iter().chain(annotations) {
            if column.kind.is_prose() {
                value.texts().iter().for_each(&mut *take);
            }
        }
    }
    // A value that is a number has no words to be looked at.
    let measures = edition.indicators.rows.iter().flat_map(Indicator::measures);
    measures.filter(|measure| measure.amount.is_none()).for_each(|measure| take(&measure.text));
    for entry in &edition.training.legend {
        take(&entry.mark);
        entry.meaning.iter().for_each(&mut *take);
    }
    let adoption = &edition.adoption;
    adoption.premise.iter().for_each(&mut *take);
    adoption.declared.iter().for_each(|total| take(&total.label));
    let waivers = edition.waivers.rows.iter();
    let told = waivers.filter(|waiver| waiver.is_public.as_ref().is_none_or(|public| public.value));
    told.for_each(|waiver| take(&waiver.reason));
    each_mark(edition).for_each(|note| note.text.iter().for_each(&mut *take));
    edition.model.titles.iter().for_each(|title| take(&title.title));
    for column in &edition.model.columns {
        take(&column.title);
        column.explanation.iter().for_each(&mut *take);
        if let OwnKind::Choice(words) = &column.kind {
            words.iter().for_each(&mut *take);
        }
    }
}

/// The marks that the files of an edition declare; areas and services share one file, and so their marks.
pub(super) fn each_mark(edition: &Edition) -> impl Iterator<Item = &Callout> {
    let tables = [
        &edition.areas.marks,
        &edition.teams.marks,
        &edition.processes.marks,
        &edition.software.marks,
        &edition.training.groups.marks,
        &edition.adoption.rows.marks,
        &edition.expected_behaviours.marks,
        &edition.indicators.marks,
        &edition.exclusions.marks,
        &edition.definitions.marks,
        &edition.waivers.marks,
        &edition.reference_marks,
    ];
    tables.into_iter().flatten()
}
