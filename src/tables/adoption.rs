use super::column::{Need, Place};
use super::description::{RecordDescription, columns, described};
use super::field::{column, special};
use super::gender;
use super::kind::{Kind, Target};
use super::table::{DataWords, Heading, TableDescription};
use super::value::Value;
use crate::model::AdoptionRow;
use std::borrow::Cow;

/// The state of adoption.
pub static ADOPTION: TableDescription = TableDescription {
    name: "attuazione",
    title: "Stato di attuazione",
    caption: Some("Stato di attuazione del lavoro agile"),
    data: Some(DataWords {
        title: None,
        listed: None,
        description: |words, present| {
            let is_team = present.shows(&ADOPTION, "smart_team");
            Cow::Borrowed(words.say(if is_team {
                "Dipendenti e lavoratrici e lavoratori agili di [ciascuno smart team], con i nomi di quell'anno."
            } else {
                "Dipendenti e lavoratrici e lavoratori agili di ciascun ufficio, con i nomi di quell'anno."
            }))
        },
        sense: |words, present| {
            Cow::Borrowed(words.say(if present.shows(&ADOPTION, "smart_team") {
                "dipendenti e lavoratrici e lavoratori agili di [ogni smart team]"
            } else {
                "dipendenti e lavoratrici e lavoratori agili di ogni ufficio"
            }))
        },
    }),
    note_in_data: true,
    beside: &[Heading { key: "macro_organizzazione", usual: "Macro organizzazione" }],
    columns: columns::<AdoptionRow>,
    added: gender::added,
};

static ROW: RecordDescription<AdoptionRow> = RecordDescription {
    what: "la riga",
    meaning: None,
    choice: None,
    fields: &[
        column!(AdoptionRow.area, "area", "[Area]", "[L'area], con il nome di allora.")
            .need(Need::Usual)
            .dictionary("[area], con il nome di quell'anno")
            .drawn(),
        column!(AdoptionRow.service, "servizio", "[Servizio]", "[Il servizio], con il nome di allora.")
            .need(Need::Usual)
            .dictionary("[servizio], con il nome di quell'anno")
            .drawn(),
        column!(AdoptionRow.team, "smart_team", "[Smart team]", "[Lo smart team], con il nome di allora.")
            .dictionary("[smart team], con il nome di quell'anno")
            .drawn(),
        column!(
            AdoptionRow.continues_in,
            "continua_in",
            "Continua in",
            "[Gli smart team] di questa edizione in cui continua; se manca, si riconosce dal nome."
        )
        .kind(Kind::References(Target::Team))
        .dictionary("identificativi [degli smart team] che [lo|smart team] continuano")
        .drawn(),
        column!(
            AdoptionRow.days,
            "giorni_settimana",
            "Giorni alla settimana",
            "I giorni alla settimana: un numero, un intervallo come \"0,5-1\", o [la smartabilità]."
        )
        .dictionary("giorni di lavoro agile alla settimana")
        .drawn(),
        column!(
            AdoptionRow.period_days,
            "giorni",
            "Giorni di lavoro agile",
            "I giorni in un altro periodo, al posto di `giorni_settimana`: per esempio `8 al mese`, `92 all'anno`, `40% del trimestre`."
        )
        .dictionary("giorni di lavoro agile, con il loro periodo")
        .drawn(),
        column!(AdoptionRow.employees, "dipendenti", "Dipendenti", "I dipendenti.").drawn(),
        column!(
            AdoptionRow.agile,
            "agili",
            "Lavoratrici e lavoratori agili",
            "Quanti di loro lavorano in modalità agile."
        )
        .drawn(),
        special!(
            AdoptionRow,
            Kind::Genders,
            "donne",
            "Donne",
            "Le donne fra i dipendenti e fra chi lavora in modalità agile.",
            |_| Value::Absent
        )
        .not_in_data()
        .unseen()
        .comparison(Place::Nowhere),
        special!(
            AdoptionRow,
            Kind::Genders,
            "uomini",
            "Uomini",
            "Gli uomini fra i dipendenti e fra chi lavora in modalità agile.",
            |_| Value::Absent
        )
        .not_in_data()
        .unseen()
        .comparison(Place::Nowhere),
    ],
};

described!(AdoptionRow, ROW in ADOPTION);
