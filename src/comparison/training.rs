//! The training plan: its audiences, its groups of modules, and the modules.

use super::change::{Field, Records, Sides};
use super::lineage::Origins;
use super::matching::{Known, matched};
use super::record_change::{Called, Naming, TableChanges};
use crate::model::{Audience, Module, Training, fold};
use crate::tables::TRAINING;

/// A module with the number of its group.
type Placed<'t> = (usize, &'t Module);

pub(super) fn table(sides: Sides<'_>) -> TableChanges {
    let (old, new) = (&sides.earlier.edition.training, &sides.later.edition.training);
    let audiences = audience_origins(old, new);
    let groups = group_origins(old, new);
    let title = TRAINING.data_title(sides.later.edition).to_owned();
    let mut whole = TableChanges { table: TRAINING.name, title, changes: Vec::new(), unchanged: 0 };
    for part in
        [audience_changes(sides, &audiences), group_changes(sides, &groups), modules(sides, &audiences, &groups)]
    {
        whole.changes.extend(part.changes);
        whole.unchanged += part.unchanged;
    }
    whole
}

fn audience_origins(old: &Training, new: &Training) -> Origins {
    let known = |training: &Training| {
        let audiences = training.audiences.iter();
        audiences
            .map(|audience| Known::new([audience.id.value.clone(), fold(&heading(audience))], &heading(audience)))
            .collect::<Vec<_>>()
    };
    matched(&known(old), &known(new))
}

fn group_origins(old: &Training, new: &Training) -> Origins {
    let known = |training: &Training| {
        let groups = training.groups.rows.iter();
        groups
            .map(|group| {
                // A group that holds the same modules is the same.
                let modules = group.modules.iter().map(|module| fold(&module.name)).collect::<Vec<_>>().join("/");
                Known::new([fold(&group.name), modules], &group.name)
            })
            .collect::<Vec<_>>()
    };
    matched(&known(old), &known(new))
}

fn heading(audience: &Audience) -> String {
    let group = audience.group.as_ref().map(|group| format!("{} – ", group.value)).unwrap_or_default();
    format!("{group}{}", audience.name.value)
}

fn audience_changes(sides: Sides<'_>, origins: &Origins) -> TableChanges {
    let (old, new) = (&sides.earlier.edition.training.audiences, &sides.later.edition.training.audiences);
    let records = Records::sorted(0..old.len(), 0..new.len(), origins, |before, after| {
        // The identifier is told by the name of the record.
        let fields = Field::all(sides, &old[before], &new[after], |_| None);
        fields.into_iter().filter(|field| field.key != "id").collect()
    });
    let called = |audience: &Audience| Called { id: audience.id.value.clone(), name: heading(audience) };
    let naming = Naming {
        earlier: &|row| called(&old[row]),
        later: &|row| called(&new[row]),
        names: &["nome"],
        owners: &["gruppo"],
        id: Some("id"),
        same: &|_, _| false,
    };
    TableChanges::of(TRAINING.name, "", &records, &naming)
}

fn group_changes(sides: Sides<'_>, origins: &Origins) -> TableChanges {
    let (old, new) = (&sides.earlier.edition.training.groups.rows, &sides.later.edition.training.groups.rows);
    let records = Records::sorted(0..old.len(), 0..new.len(), origins, |before, after| {
        Field::all(sides, &old[before], &new[after], |_| None)
    });
    let called = |name: &str| Called { id: name.to_owned(), name: name.to_owned() };
    let naming = Naming {
        earlier: &|row| called(&old[row].name),
        later: &|row| called(&new[row].name),
        names: &["nome"],
        owners: &[],
        id: None,
        same: &|_, _| false,
    };
    TableChanges::of(TRAINING.name, "", &records, &naming)
}

fn placed(training: &Training) -> Vec<Placed<'_>> {
    let groups = training.groups.rows.iter().enumerate();
    groups.flat_map(|(number, group)| group.modules.iter().map(move |module| (number, module))).collect()
}

fn modules(sides: Sides<'_>, audiences: &Origins, groups: &Origins) -> TableChanges {
    let (old_plan, new_plan) = (&sides.earlier.edition.training, &sides.later.edition.training);
    let (old, new) = (placed(old_plan), placed(new_plan));
    let known = |modules: &[Placed<'_>], group: &dyn Fn(usize) -> String| {
        let known = modules.iter().map(|(number, module)| {
            Known::new([format!("{} {}", group(*number), fold(&module.name)), fold(&module.name)], &module.name)
        });
        known.collect::<Vec<_>>()
    };
    let origin = |group: usize| groups[group].map_or_else(|| format!("nuovo {group}"), |group| group.to_string());
    let origins = matched(&known(&old, &|group| group.to_string()), &known(&new, &origin));
    let group_name = |plan: &Training, number: usize| vec![plan.groups.rows[number].name.value.clone()];
    let records = Records::sorted(0..old.len(), 0..new.len(), &origins, |before, after| {
        let ((old_group, old_module), (new_group, new_module)) = (old[before], new[after]);
        let mut fields = Field::all(sides, old_module, new_module, |_| None);
        if groups[new_group] != Some(old_group) {
            let group = Field::of("gruppo", group_name(old_plan, old_group), group_name(new_plan, new_group));
            fields.extend(group.map(|field| field.labelled("Gruppo")));
        }
        fields.extend(marks((old_plan, old_module), (new_plan, new_module), audiences));
        fields
    });
    let called = |(_, module): &Placed<'_>| Called { id: module.name.value.clone(), name: module.name.value.clone() };
    let naming = Naming {
        earlier: &|row| called(&old[row]),
        later: &|row| called(&new[row]),
        names: &["nome"],
        owners: &["gruppo"],
        id: None,
        same: &|_, _| false,
    };
    TableChanges::of(TRAINING.name, "", &records, &naming)
}

/// The cells of a module that differ, one field for each audience.
fn marks(
    (old_plan, old): (&Training, &Module),
    (new_plan, new): (&Training, &Module),
    origins: &Origins,
) -> Vec<Field> {
    let mark = |module: &Module, audience: Option<&Audience>| {
        let cells = module.cells.iter();
        let cells = cells.filter(|cell| audience.is_some_and(|audience| audience.id.value == cell.audience.value));
        cells.map(|cell| cell.mark.value.clone()).collect::<Vec<_>>()
    };
    let here = new_plan
        .audiences
        .iter()
        .zip(origins)
        .map(|(audience, origin)| (audience, origin.map(|row| &old_plan.audiences[row]), Some(audience)));
    let gone = old_plan.audiences.iter().enumerate().filter(|(row, _)| !origins.contains(&Some(*row)));
    let gone = gone.map(|(_, audience)| (audience, Some(audience), None));
    let fields = here.chain(gone).map(|(named, before, after)| {
        let field = Field::of(named.id.value.clone(), mark(old, before), mark(new, after))?;
        Some(field.labelled(heading(named)))
    });
    fields.flatten().collect()
}
