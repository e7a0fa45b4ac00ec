use crate::model::{Annotations, Callout, Edition, Text};

/// Hands over every text of an edition that readers will see, chapters left out; identifiers, codes and the marks of the matrix are no texts.
pub(super) fn each<'a>(edition: &'a Edition, take: &mut impl FnMut(&'a Text)) {
    [&edition.title, &edition.annex, &edition.plan, &edition.section].into_iter().for_each(&mut *take);
    let approval = &edition.approval;
    [&approval.body, &approval.act, &approval.number].into_iter().flatten().for_each(&mut *take);
    for reference in &edition.references {
        take(&reference.act);
        reference.subject.iter().for_each(&mut *take);
        annotations(&reference.annotations, take);
    }
    for area in &edition.areas.rows {
        take(&area.name);
        area.aliases.iter().for_each(&mut *take);
        annotations(&area.annotations, take);
    }
    for service in &edition.services.rows {
        take(&service.name);
        service.prefix.iter().chain(&service.aliases).for_each(&mut *take);
        annotations(&service.annotations, take);
    }
    for team in &edition.teams.rows {
        take(&team.name);
        team.aliases.iter().for_each(&mut *take);
        annotations(&team.annotations, take);
    }
    for process in &edition.processes.rows {
        [&process.name, &process.purpose].into_iter().for_each(&mut *take);
        [&process.inputs.value, &process.phases.value, &process.outputs.value]
            .into_iter()
            .flatten()
            .for_each(&mut *take);
        process.reason.iter().for_each(&mut *take);
        annotations(&process.annotations, take);
    }
    for software in &edition.software.rows {
        [&software.name, &software.purpose].into_iter().for_each(&mut *take);
        software.supplier.iter().for_each(&mut *take);
        annotations(&software.annotations, take);
    }
    training(edition, take);
    adoption(edition, take);
    for role in &edition.expected_behaviours.rows {
        take(&role.name);
        role.kind.iter().chain(&role.entries).for_each(&mut *take);
        annotations(&role.annotations, take);
    }
    for exclusion in &edition.exclusions.rows {
        take(&exclusion.letter);
        exclusion.profiles.iter().chain(&exclusion.place).chain(&exclusion.exceptions).for_each(&mut *take);
        annotations(&exclusion.annotations, take);
    }
    for definition in &edition.definitions.rows {
        [&definition.term, &definition.meaning].into_iter().for_each(&mut *take);
        definition.forms.iter().chain(&definition.basis).for_each(&mut *take);
        annotations(&definition.annotations, take);
    }
    each_mark(edition).for_each(|note| note.text.iter().for_each(&mut *take));
}

fn training<'a>(edition: &'a Edition, take: &mut impl FnMut(&'a Text)) {
    for entry in &edition.training.legend {
        take(&entry.mark);
        entry.meaning.iter().for_each(&mut *take);
    }
    for audience in &edition.training.audiences {
        take(&audience.name);
        audience.group.iter().for_each(&mut *take);
        annotations(&audience.annotations, take);
    }
    for group in &edition.training.groups.rows {
        take(&group.name);
        annotations(&group.annotations, take);
        for module in &group.modules {
            take(&module.name);
            annotations(&module.annotations, take);
        }
    }
}

fn adoption<'a>(edition: &'a Edition, take: &mut impl FnMut(&'a Text)) {
    let adoption = &edition.adoption;
    adoption.premise.iter().for_each(&mut *take);
    for row in &adoption.rows.rows {
        [&row.area, &row.service, &row.team].into_iter().for_each(&mut *take);
        annotations(&row.annotations, take);
    }
    adoption.declared.iter().for_each(|total| take(&total.label));
}

fn annotations<'a>(annotations: &'a Annotations, take: &mut impl FnMut(&'a Text)) {
    annotations.note.iter().chain(&annotations.marks).chain(&annotations.to_verify).for_each(take);
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
        &edition.exclusions.marks,
        &edition.definitions.marks,
        &edition.waivers.marks,
    ];
    tables.into_iter().flatten()
}
