use super::description::{RecordDescription, described};
use super::field::column;
use crate::model::Definition;

static DEFINITION: RecordDescription<Definition> = RecordDescription {
    what: "il termine",
    meaning: None,
    choice: None,
    fields: &[
        column!(
            Definition.term,
            "termine",
            "Termine",
            "Il termine; se il programma lo conosce già, la definizione prende il posto della sua."
        ),
        column!(Definition.meaning, "definizione", "Definizione", "Che cosa vuol dire."),
        column!(Definition.forms, "forme", "Forme", "Come altro lo scrivono i testi, per esempio al plurale."),
        column!(
            Definition.synonyms,
            "sinonimi",
            "Sinonimi",
            "Come altro lo chiama chi lo cerca, anche se i testi non lo scrivono: la ricerca intende il termine."
        ),
        column!(Definition.basis, "fonte", "Fonte", "La norma o l'atto che lo dice."),
    ],
};

described!(Definition, DEFINITION);
