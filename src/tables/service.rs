use super::column::Place;
use super::description::{RecordDescription, columns, described};
use super::field::column;
use super::kind::{Kind, Target};
use super::table::{DataWords, TableDescription, listed, nothing};
use crate::model::Service;
use std::borrow::Cow;

/// The table of the services.
pub static SERVICES: TableDescription = TableDescription {
    name: "servizi",
    title: "[Servizi]",
    caption: None,
    data: Some(DataWords {
        title: None,
        listed: None,
        description: |words, present| {
            let of_areas = if present.shows(&SERVICES, "area") { " di [ciascuna area]" } else { "" };
            let columns = [
                ("parte_di", "[quello|servizio] di cui fanno parte"),
                ("prefisso", "la prima parte dei codici [dei loro processi]"),
            ];
            let with = match listed(words, present, &SERVICES, &columns) {
                nothing if nothing.is_empty() => nothing,
                some => format!(", con {some}"),
            };
            Cow::Owned(words.fill("[I servizi]{}{}.", &[&words.say(of_areas), &with]))
        },
        sense: |words, present| {
            Cow::Borrowed(words.say(if present.shows(&SERVICES, "area") {
                "[i servizi] di [ogni area]"
            } else {
                "[i servizi] dell'ente"
            }))
        },
    }),
    note_in_data: false,
    beside: &[],
    columns: columns::<Service>,
    added: nothing,
};

static SERVICE: RecordDescription<Service> = RecordDescription {
    what: "il servizio",
    meaning: None,
    choice: None,
    fields: &[
        column!(
            Service.id,
            "id",
            "Identificativo",
            "Un nome breve che non cambia di anno in anno: minuscole senza accenti, unite da trattini."
        )
        .kind(Kind::Id)
        .unseen()
        .comparison(Place::Nowhere),
        column!(Service.name, "nome", "Nome", "Il nome come è pubblicato.").drawn().not_searched(),
        column!(Service.area, "area", "[Area]", "L'id [dell'area].")
            .kind(Kind::Reference(Target::Area))
            .dictionary("identificativo [dell'area]")
            .drawn()
            .comparison(Place::Own),
        column!(
            Service.parent,
            "parte_di",
            "Parte di",
            "L'id [del servizio] di cui fa parte; da lì viene [l'area], se qui non si scrive."
        )
        .kind(Kind::Reference(Target::Service))
        .dictionary("identificativo [del servizio] di cui fa parte")
        .drawn()
        .comparison(Place::Own),
        column!(
            Service.prefix,
            "prefisso",
            "Prefisso dei codici",
            "La prima parte dei codici [dei processi], fra virgolette."
        )
        .dictionary("prima parte dei codici [dei processi]")
        .drawn()
        .not_searched(),
        column!(
            Service.aliases,
            "alias",
            "Altri nomi",
            "Gli altri nomi con cui compare in fogli di calcolo o negli anni passati."
        )
        .not_in_data()
        .unseen()
        .comparison(Place::Nowhere),
    ],
};

described!(Service, SERVICE in SERVICES);
