use crate::comparison::{ChangeKind, Comparison, Records, Side};
use crate::model::{Administration, Annex, Edition};
use crate::routes::Part;

/// What is different between an edition and the one before it; `None` for the first.
fn compared(annex: &Annex, administration: &Administration, number: usize) -> Option<Comparison> {
    let (earlier, later) = (annex.editions.get(number.checked_sub(1)?)?, annex.editions.get(number)?);
    let side = |edition| Side { administration: Some(administration), edition };
    Some(Comparison::between(side(earlier), side(later)))
}

/// For each edition, how long the longest list of its page of what changed is; nothing where no table is long enough for it to be asked.
pub fn changed_rows(annex: &Annex, administration: &Administration) -> Vec<usize> {
    let rows = |number: usize| {
        let is_long = annex.editions[number.saturating_sub(1)..=number].iter().any(has_long_table);
        let comparison = if is_long { compared(annex, administration, number) } else { None };
        comparison.map_or(0, |comparison| longest(&comparison))
    };
    (0..annex.editions.len()).map(rows).collect()
}

fn has_long_table(edition: &Edition) -> bool {
    let modules = edition.training.groups.rows.iter().map(|group| group.modules.len()).sum();
    let rows = [
        edition.processes.rows.len(),
        edition.teams.rows.len(),
        edition.services.rows.len(),
        edition.areas.rows.len(),
        edition.software.rows.len(),
        edition.adoption.rows.rows.len(),
        edition.indicators.rows.len(),
        edition.exclusions.rows.len(),
        edition.references.len(),
        modules,
    ];
    rows.into_iter().any(|rows| rows > Part::ROWS)
}

/// How many items the longest list of changes has.
fn longest(comparison: &Comparison) -> usize {
    let lists = |records: &Records| [records.added.len(), records.removed.len(), records.changed.len()];
    let records = [&comparison.areas, &comparison.services, &comparison.teams, &comparison.processes];
    let own = records.into_iter().flat_map(lists);
    let others = comparison.tables.iter().flat_map(|table| {
        let kinds = ChangeKind::ALL.into_iter();
        let told = kinds.map(|kind| table.changes.iter().filter(|change| change.kind == kind).count());
        told.chain([table.changes.iter().filter(|change| !change.fields.is_empty()).count()])
    });
    own.chain(others).max().unwrap_or_default()
}
