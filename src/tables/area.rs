use super::column::Place;
use super::description::{RecordDescription, columns, described};
use super::field::column;
use super::kind::Kind;
use super::table::{DataWords, TableDescription, nothing};
use crate::model::Area;
use std::borrow::Cow;

/// The table of the areas.
pub static AREAS: TableDescription = TableDescription {
    name: "aree",
    title: "[Aree]",
    caption: None,
    data: Some(DataWords {
        title: None,
        listed: None,
        description: |words, _| {
            Cow::Borrowed(words.say("[Le aree] dell'organizzazione, con l'indicazione di [quelle cessate|aree]."))
        },
        sense: |words, _| Cow::Borrowed(words.say("[le aree] dell'organizzazione")),
    }),
    note_in_data: false,
    beside: &[],
    columns: columns::<Area>,
    added: nothing,
};

static AREA: RecordDescription<Area> = RecordDescription {
    what: "l'area",
    meaning: None,
    choice: None,
    fields: &[
        column!(
            Area.id,
            "id",
            "Identificativo",
            "Un nome breve che non cambia di anno in anno: minuscole senza accenti, unite da trattini."
        )
        .kind(Kind::Id)
        .unseen()
        .comparison(Place::Nowhere),
        column!(Area.name, "nome", "Nome", "Il nome come è pubblicato.").drawn().not_searched(),
        column!(
            Area.ceased,
            "cessata",
            "[Cessata|area]",
            "`si`: è nominata in righe pubblicate, ma non fa più parte dell'organizzazione."
        )
        .dictionary("«si» se [l'area] non c'è più")
        .absent("no")
        .unseen()
        .comparison(Place::Nowhere),
        column!(
            Area.aliases,
            "alias",
            "Altri nomi",
            "Gli altri nomi con cui compare in fogli di calcolo o negli anni passati."
        )
        .not_in_data()
        .unseen()
        .comparison(Place::Nowhere),
    ],
};

described!(Area, AREA in AREAS);
