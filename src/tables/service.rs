use super::column::Place;
use super::description::{RecordDescription, columns, described};
use super::field::column;
use super::kind::{Kind, Target};
use super::table::{DataWords, TableDescription, nothing};
use crate::model::Service;

/// The table of the services.
pub static SERVICES: TableDescription = TableDescription {
    name: "servizi",
    title: "Servizi",
    caption: None,
    data: Some(DataWords {
        title: None,
        listed: None,
        description: "I servizi di ciascuna area, con la prima parte dei codici dei loro processi.",
        sense: "i servizi di ogni area",
    }),
    note_in_data: false,
    beside: &[],
    columns: columns::<Service>,
    added: nothing,
};

static SERVICE: RecordDescription<Service> = RecordDescription {
    what: "il servizio",
    meaning: None,
    one_of: &[],
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
        column!(Service.area, "area", "Area", "L'id della sua area.")
            .kind(Kind::Reference(Target::Area))
            .dictionary("identificativo dell'area")
            .drawn()
            .comparison(Place::Own),
        column!(
            Service.prefix,
            "prefisso",
            "Prefisso dei codici",
            "La prima parte dei codici dei suoi processi, fra virgolette."
        )
        .dictionary("prima parte dei codici dei processi")
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

described!(Service, SERVICE);
