use super::description::{RecordDescription, columns, described};
use super::field::column;
use super::kind::{Kind, Target};
use super::table::{DataWords, Heading, TableDescription, nothing};
use crate::model::AdoptionRow;

/// The state of adoption.
pub static ADOPTION: TableDescription = TableDescription {
    name: "attuazione",
    title: "Stato di attuazione",
    caption: Some("Stato di attuazione del lavoro agile"),
    data: Some(DataWords {
        title: None,
        listed: None,
        description: "Dipendenti e lavoratrici e lavoratori agili di ciascuno smart team, con i nomi di quell'anno.",
        sense: "dipendenti e lavoratrici e lavoratori agili di ogni smart team",
    }),
    note_in_data: true,
    beside: &[Heading { key: "macro_organizzazione", usual: "Macro organizzazione" }],
    columns: columns::<AdoptionRow>,
    added: nothing,
};

static ROW: RecordDescription<AdoptionRow> = RecordDescription {
    what: "la riga",
    meaning: None,
    one_of: &[],
    fields: &[
        column!(AdoptionRow.area, "area", "Area", "L'area, con il nome di allora.")
            .dictionary("area, con il nome di quell'anno")
            .drawn(),
        column!(AdoptionRow.service, "servizio", "Servizio", "Il servizio, con il nome di allora.")
            .dictionary("servizio, con il nome di quell'anno")
            .drawn(),
        column!(AdoptionRow.team, "smart_team", "Smart team", "Lo smart team, con il nome di allora.")
            .dictionary("smart team, con il nome di quell'anno")
            .drawn(),
        column!(
            AdoptionRow.continues_in,
            "continua_in",
            "Continua in",
            "Gli smart team di questa edizione che lo continuano; se manca, si riconosce dal nome."
        )
        .kind(Kind::References(Target::Team))
        .dictionary("identificativi degli smart team che lo continuano")
        .drawn(),
        column!(
            AdoptionRow.days,
            "giorni_settimana",
            "Giorni alla settimana",
            "I giorni alla settimana: un numero, un intervallo come \"0,5-1\", o il grado di smartabilità."
        )
        .dictionary("giorni di lavoro agile alla settimana")
        .drawn(),
        column!(AdoptionRow.employees, "dipendenti", "Dipendenti", "I dipendenti.").drawn(),
        column!(
            AdoptionRow.agile,
            "agili",
            "Lavoratrici e lavoratori agili",
            "Quanti di loro lavorano in modalità agile."
        )
        .drawn(),
    ],
};

described!(AdoptionRow, ROW);
