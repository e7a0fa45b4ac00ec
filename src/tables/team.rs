use super::column::{Need, Place};
use super::description::{RecordDescription, columns, described};
use super::field::column;
use super::kind::{Kind, Target};
use super::table::{DataWords, Heading, TableDescription, nothing};
use crate::model::SmartTeam;
use std::borrow::Cow;

/// The table of the smart teams.
pub static TEAMS: TableDescription = TableDescription {
    name: "smart-team",
    title: "[+Smart team][ (gruppi di lavoro)!smart team]",
    caption: None,
    data: Some(DataWords {
        title: Some("[+Smart team]"),
        listed: None,
        description: |words, present| {
            Cow::Borrowed(words.say(if present.shows(&TEAMS, "smartabilita") {
                "[Gli smart team][ (gruppi di lavoro)!smart team] di [ciascun servizio], con [la loro smartabilità]."
            } else {
                "[Gli smart team][ (gruppi di lavoro)!smart team] di [ciascun servizio]."
            }))
        },
        sense: |words, present| {
            Cow::Borrowed(words.say(if present.shows(&TEAMS, "smartabilita") {
                "[gli smart team][ (gruppi di lavoro)!smart team] di [ogni servizio], con [la loro smartabilità]"
            } else {
                "[gli smart team][ (gruppi di lavoro)!smart team] di [ogni servizio]"
            }))
        },
    }),
    note_in_data: true,
    beside: &[Heading { key: "area", usual: "[Area]" }],
    columns: columns::<SmartTeam>,
    added: nothing,
};

static TEAM: RecordDescription<SmartTeam> = RecordDescription {
    what: "lo smart team",
    meaning: None,
    choice: None,
    fields: &[
        column!(
            SmartTeam.id,
            "id",
            "Identificativo",
            "Un nome breve che non cambia di anno in anno: minuscole senza accenti, unite da trattini."
        )
        .kind(Kind::Id)
        .unseen()
        .comparison(Place::Nowhere),
        column!(SmartTeam.name, "nome", "[Smart team]", "Il nome come è pubblicato.")
            .data_heading("Nome")
            .drawn()
            .not_searched(),
        column!(SmartTeam.service, "servizio", "[Servizio]", "L'id [del servizio].")
            .need(Need::Usual)
            .kind(Kind::Reference(Target::Service))
            .dictionary("identificativo [del servizio]")
            .drawn()
            .comparison(Place::Own),
        column!(
            SmartTeam.smartability,
            "smartabilita",
            "[Smartabilità]",
            "Quanto il lavoro del gruppo si può svolgere in modalità agile."
        )
        .need(Need::Usual)
        .dictionary("smartabile, parzialmente smartabile o non smartabile")
        .drawn(),
        column!(
            SmartTeam.aliases,
            "alias",
            "Altri nomi",
            "Gli altri nomi con cui compare in fogli di calcolo o negli anni passati."
        )
        .not_in_data()
        .unseen()
        .comparison(Place::Nowhere),
    ],
};

described!(SmartTeam, TEAM in TEAMS);
