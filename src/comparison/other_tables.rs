//! The tables whose records no other record belongs to: programs, training, adoption, behaviours, indicators, exclusions, definitions, references.

use super::change::{Field, Records, Sides};
use super::lineage::Origins;
use super::matching::{Known, matched};
use super::record_change::{Called, Naming, TableChanges};
use crate::model::{
    AdoptionRow, Continuity, Definition, Exclusion, ExpectedBehaviour, GenderCounts, Indicator, LegalReference,
    OfficeKind, Software, Text, fold,
};
use crate::tables::{
    ADOPTION, Described, EXCLUSIONS, EXPECTED_BEHAVIOURS, INDICATORS, REFERENCES, RecordNames, SOFTWARE,
    TableDescription,
};

/// The name of the table of definitions.
pub(super) const DEFINITIONS: &str = "glossario";

/// A table whose records are compared by their columns alone.
struct Plain<'t, R> {
    table: &'static str,
    title: String,
    rows: (&'t [R], &'t [R]),
    names: &'t [&'t str],
    known: fn(&R) -> Known,
    called: fn(&R) -> Called,
    /// What differs besides the columns.
    beside: fn(&R, &R) -> Vec<Field>,
}

pub(super) fn tables(sides: Sides<'_>) -> Vec<TableChanges> {
    let (old, new) = (sides.earlier.edition, sides.later.edition);
    let title = |table: &TableDescription| table.data_title(new).to_owned();
    let software = Plain {
        table: SOFTWARE.name,
        title: title(&SOFTWARE),
        rows: (&old.software.rows, &new.software.rows),
        names: &["nome"],
        known: |program: &Software| Known::new([fold(&program.name)], &program.name),
        called: |program| called(program.id.as_ref(), &program.name),
        beside: nothing,
    };
    let adoption = Plain {
        table: ADOPTION.name,
        title: title(&ADOPTION),
        rows: (&old.adoption.rows.rows, &new.adoption.rows.rows),
        names: &["area", "servizio", "smart_team"],
        known: |row: &AdoptionRow| Known::new(row_keys(row), &row_name(row)),
        called: |row| Called { id: row.name().to_owned(), name: row_name_shown(row) },
        beside: genders,
    };
    let behaviours = Plain {
        table: EXPECTED_BEHAVIOURS.name,
        title: title(&EXPECTED_BEHAVIOURS),
        rows: (&old.expected_behaviours.rows, &new.expected_behaviours.rows),
        names: &["nome"],
        known: |role: &ExpectedBehaviour| Known::new([fold(&role.name)], &role.name),
        called: |role| called(None, &role.name),
        beside: nothing,
    };
    let indicators = Plain {
        table: INDICATORS.name,
        title: title(&INDICATORS),
        rows: (&old.indicators.rows, &new.indicators.rows),
        names: &["indicatore"],
        known: |row: &Indicator| {
            let id = row.id.as_ref().map(|id| format!("id {}", id.value)).unwrap_or_default();
            Known::new([id, format!("{} {}", fold(&row.dimension), fold(&row.name)), fold(&row.name)], &row.name)
        },
        called: |row| called(row.id.as_ref(), &row.name),
        beside: nothing,
    };
    let exclusions = Plain {
        table: EXCLUSIONS.name,
        title: title(&EXCLUSIONS),
        rows: (&old.exclusions.rows, &new.exclusions.rows),
        names: &["profili", "attivita"],
        known: |row: &Exclusion| {
            let items = items(row);
            let letter = row.letter.as_ref().map(|letter| fold(letter)).unwrap_or_default();
            Known::new([format!("{letter} {}", fold(&items)), fold(&items), letter], &items)
        },
        called: |row| called(row.letter.as_ref(), &items(row)),
        beside: nothing,
    };
    let definitions = Plain {
        table: DEFINITIONS,
        title: "Glossario".to_owned(),
        rows: (&old.definitions.rows, &new.definitions.rows),
        names: &["termine"],
        known: |row: &Definition| Known::new([fold(&row.term)], &row.term),
        called: |row| called(None, &row.term),
        beside: nothing,
    };
    let references = Plain {
        table: REFERENCES.name,
        title: title(&REFERENCES),
        rows: (&old.references, &new.references),
        names: &["atto"],
        known: |row: &LegalReference| {
            let subject = row.subject.as_ref().map(|subject| fold(subject)).unwrap_or_default();
            Known::new([format!("{} {subject}", fold(&row.act)), fold(&row.act)], &row.act)
        },
        called: |row| called(None, &row.act),
        beside: nothing,
    };
    let programs = compared(sides, &software, &sides.lineages.software);
    let rows = compared(sides, &adoption, &adoption_origins(sides));
    let rest =
        [plain(sides, &behaviours), plain(sides, &exclusions), plain(sides, &definitions), plain(sides, &references)];
    [programs, rows, plain(sides, &indicators)].into_iter().chain(rest).collect()
}

/// A row of the state of adoption continues the one of its names, else that of its office, whatever its name became.
fn adoption_origins(sides: Sides<'_>) -> Origins {
    let (earlier, later) = (sides.earlier, sides.later);
    let known = |names: RecordNames<'_>, origin: &dyn Fn(OfficeKind, usize) -> Option<usize>| -> Vec<Known> {
        let continuity = Continuity::of(names.edition, names.graph);
        let rows = names.edition.adoption.rows.rows.iter().enumerate();
        let known = rows.map(|(number, row)| {
            let offices = [
                (OfficeKind::Team, &continuity.teams[number]),
                (OfficeKind::Service, &continuity.services[number]),
                (OfficeKind::Area, &continuity.areas[number]),
            ];
            let only = match offices.map(|(kind, rows)| (kind, rows.as_slice())) {
                [(kind, [one]), (_, []), (_, [])]
                | [(_, []), (kind, [one]), (_, [])]
                | [(_, []), (_, []), (kind, [one])] => origin(kind, *one).map(|row| format!("{kind:?} {row}")),
                _ => None,
            };
            Known::new(row_keys(row).into_iter().chain(only), &row_name(row))
        });
        known.collect()
    };
    let of_later = |kind: OfficeKind, row: usize| match kind {
        OfficeKind::Area => sides.lineages.areas[row],
        OfficeKind::Service => sides.lineages.services[row],
        OfficeKind::Team => sides.lineages.teams[row],
    };
    matched(&known(earlier, &|_, row| Some(row)), &known(later, &of_later))
}

fn plain<R: Described>(sides: Sides<'_>, table: &Plain<'_, R>) -> TableChanges {
    let known = |rows: &[R]| rows.iter().map(table.known).collect::<Vec<_>>();
    compared(sides, table, &matched(&known(table.rows.0), &known(table.rows.1)))
}

fn compared<R: Described>(sides: Sides<'_>, table: &Plain<'_, R>, origins: &Origins) -> TableChanges {
    let (old, new) = table.rows;
    let records = Records::sorted(0..old.len(), 0..new.len(), origins, |before, after| {
        let mut fields = Field::all(sides, &old[before], &new[after], |_| None);
        fields.extend((table.beside)(&old[before], &new[after]));
        fields
    });
    let naming = Naming {
        earlier: &|row| (table.called)(&old[row]),
        later: &|row| (table.called)(&new[row]),
        names: table.names,
        owners: &[],
        id: None,
        same: &|_, _| false,
    };
    TableChanges::of(table.table, table.title.as_str(), &records, &naming)
}

fn nothing<R>(_: &R, _: &R) -> Vec<Field> {
    Vec::new()
}

fn called(id: Option<&Text>, name: &str) -> Called {
    Called { id: id.map_or_else(|| name.to_owned(), |id| id.value.clone()), name: name.to_owned() }
}

/// What an exclusion excludes, in one line.
fn items(row: &Exclusion) -> String {
    row.items().iter().map(|item| item.value.as_str()).collect::<Vec<_>>().join("; ")
}

/// The names that a row of the state of adoption gives, from the smallest office.
fn names(row: &AdoptionRow) -> impl Iterator<Item = &str> {
    [&row.team, &row.service, &row.area].into_iter().flatten().map(|name| name.value.as_str())
}

/// By what a row is known, the surest first.
fn row_keys(row: &AdoptionRow) -> [String; 2] {
    [row_name(row), fold(row.name())]
}

fn row_name(row: &AdoptionRow) -> String {
    names(row).map(fold).collect::<Vec<_>>().join(" / ")
}

fn row_name_shown(row: &AdoptionRow) -> String {
    let mut names: Vec<&str> = names(row).collect();
    // The team of a service often has its name.
    names.dedup();
    names.join(" – ")
}

/// What differs in the counts of women and men.
fn genders(before: &AdoptionRow, after: &AdoptionRow) -> Vec<Field> {
    let counts = |counts: &Option<GenderCounts>| {
        let counts = counts.as_ref();
        let said = |count: Option<&crate::model::Spanned<crate::model::Headcount>>| {
            count.map(|count| count.value.to_string()).into_iter().collect::<Vec<_>>()
        };
        let employees = said(counts.and_then(|counts| counts.employees.as_ref()));
        (employees, said(counts.and_then(|counts| counts.agile.as_ref())))
    };
    let pairs =
        [("donne", counts(&before.women), counts(&after.women)), ("uomini", counts(&before.men), counts(&after.men))];
    let fields = pairs.into_iter().flat_map(|(who, before, after)| {
        [
            Field::of(format!("{who}.dipendenti"), before.0, after.0)
                .map(|field| field.labelled(format!("Dipendenti: {who}"))),
            Field::of(format!("{who}.agili"), before.1, after.1)
                .map(|field| field.labelled(format!("Lavoratrici e lavoratori agili: {who}"))),
        ]
    });
    fields.flatten().collect()
}
