use super::column::Column;
use super::description::{RecordDescription, columns, described};
use super::field::{column, special};
use super::kind::Kind;
use super::table::{AddedColumn, DataWords, TableDescription};
use super::value::Value;
use crate::model::{Audience, Edition, Module, ModuleGroup};
use std::borrow::Cow;

/// The training plan; its other columns are the audiences.
pub static TRAINING: TableDescription = TableDescription {
    name: "formazione",
    title: "Piano formativo",
    caption: Some("Piano formativo: moduli e destinatari"),
    data: Some(DataWords {
        title: None,
        listed: None,
        description: |_, _| {
            Cow::Borrowed(
                "I moduli del piano formativo e, per ciascun gruppo di destinatari, il segno pubblicato nella tabella.",
            )
        },
        sense: |_, _| Cow::Borrowed("i moduli del piano formativo e a chi sono destinati"),
    }),
    note_in_data: false,
    beside: &[],
    columns: published,
    added: audiences,
};

/// The columns of the groups, then those of their modules.
fn published() -> Vec<&'static Column> {
    columns::<ModuleGroup>().into_iter().chain(columns::<Module>()).collect()
}

/// One column for each audience; the heading above several is repeated in each, because a data file has one header row.
fn audiences(edition: &Edition) -> Vec<AddedColumn<'_>> {
    let heading = |audience: &Audience| {
        let group = audience.group.as_ref().map(|group| format!("{} – ", group.value)).unwrap_or_default();
        format!("{group}{}", audience.name.value)
    };
    edition
        .training
        .audiences
        .iter()
        .map(|audience| {
            let heading = heading(audience);
            let dictionary = format!("destinatari: {heading}");
            AddedColumn { key: audience.id.value.as_str().into(), heading, dictionary }
        })
        .collect()
}

static AUDIENCE: RecordDescription<Audience> = RecordDescription {
    what: "il gruppo di destinatari",
    meaning: None,
    choice: None,
    fields: &[
        column!(
            Audience.id,
            "id",
            "Identificativo",
            "Il nome con cui i moduli la indicano: minuscole senza accenti, unite da trattini."
        )
        .kind(Kind::Id),
        column!(Audience.group, "gruppo", "Gruppo", "L'intestazione che la unisce ad altre colonne."),
        column!(Audience.name, "nome", "Nome", "L'intestazione della colonna."),
    ],
};

static GROUP: RecordDescription<ModuleGroup> = RecordDescription {
    what: "il gruppo di moduli",
    meaning: None,
    choice: None,
    fields: &[
        column!(ModuleGroup.name, "nome", "Gruppo", "Il nome del gruppo di moduli.")
            .published("gruppo")
            .dictionary("gruppo di moduli")
            .drawn(),
        special!(ModuleGroup, Kind::Modules, "moduli", "Moduli", "I moduli.", |_| Value::Absent).not_in_data().unseen(),
    ],
};

static MODULE: RecordDescription<Module> = RecordDescription {
    what: "il modulo",
    meaning: None,
    choice: None,
    fields: &[
        column!(Module.name, "nome", "Modulo", "Il nome, unico nel suo gruppo.")
            .published("modulo")
            .dictionary("nome del modulo")
            .drawn()
            .not_searched(),
        special!(
            Module,
            Kind::Marks,
            "destinatari",
            "Destinatari",
            "Per ogni gruppo di destinatari interessato, il segno della casella.",
            |_| Value::Absent
        )
        .not_in_data()
        .unseen(),
    ],
};

described!(Audience, AUDIENCE);
described!(ModuleGroup, GROUP);
described!(Module, MODULE in TRAINING);
