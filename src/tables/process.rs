use super::column::{Column, Need, Place};
use super::description::{Choice, RecordDescription, columns, described};
use super::field::{Field, column, special};
use super::kind::{Kind, Target};
use super::table::{DataWords, TableDescription, listed, nothing};
use super::value::{Entry, Value};
use crate::model::{Keyword as _, Process, Scope};
use std::borrow::Cow;

/// Tavola 1.
pub static PROCESSES: TableDescription = TableDescription {
    name: "processi",
    title: "Tavola 1 – Mappatura [dei processi]",
    caption: None,
    data: Some(DataWords {
        title: None,
        listed: Some("[Processi] (Tavola 1)"),
        description: |words, present| {
            let columns = [
                ("rischio", "[rischio corruttivo]"),
                ("finalita", "finalità"),
                ("fasi", "fasi"),
                ("smart_team", "[+smart team]"),
                ("smartabilita", "[smartabilità]"),
            ];
            let columns = listed(words, present, &PROCESSES, &columns);
            Cow::Owned(words.fill("[I processi] dell'ente: {} di [ciascuno|processo].", &[&columns]))
        },
        sense: |words, present| {
            let columns = [
                ("fasi", "le loro fasi"),
                ("smart_team", "[gli smart team]"),
                ("smartabilita", "[la smartabilità]"),
                ("rischio", "[il rischio corruttivo]"),
            ];
            Cow::Owned(words.fill("[i processi] con {}", &[&listed(words, present, &PROCESSES, &columns)]))
        },
    }),
    note_in_data: true,
    beside: &[],
    columns: columns::<Process>,
    added: nothing,
};

static PROCESS: RecordDescription<Process> = RecordDescription {
    what: "il processo",
    meaning: Some(
        "Un processo: per gli smart team indicati in `smart_team`, oppure per i servizi indicati in `servizio` con tutti i loro smart team, oppure per le sole aree indicate in `area`.",
    ),
    choice: Some(Choice { one_of: &["smart_team", "servizio"], otherwise: Some("area") }),
    fields: &[
        column!(
            Process.code,
            "codice",
            "Codice",
            "Un nome breve che [nessun altro|processo] ha; di solito prefisso [del servizio], numero e iniziale [del rischio corruttivo]: per esempio 500-1-B."
        )
        .need(Need::Usual)
        .dictionary("codice [del processo]")
        .drawn(),
        column!(
            Process.risk,
            "rischio",
            "[Rischio corruttivo]",
            "[Il rischio corruttivo]; dove i codici hanno tre parti, la sua iniziale li chiude."
        )
        .need(Need::Usual)
        .dictionary("[rischio corruttivo]: basso, medio o alto")
        .drawn(),
        column!(Process.name, "processo", "[Processo]", "Il nome [del processo].")
            .dictionary("nome [del processo]")
            .drawn()
            .not_searched(),
        column!(Process.purpose, "finalita", "Finalità", "A che cosa serve.").need(Need::Usual).drawn(),
        column!(Process.inputs, "input", "Avvio (input)", "Che cosa lo avvia.").need(Need::Usual).drawn(),
        column!(Process.phases, "fasi", "Fasi", "Le sue fasi.").need(Need::Usual).drawn(),
        column!(Process.outputs, "output", "Risultato (output)", "Che cosa ne esce.").need(Need::Usual).drawn(),
        column!(Process.areas, "area", "[Area]", "L'id [dell'area], o [delle aree]; se manca, si ricava da chi [lo|processo] svolge.")
            .kind(Kind::References(Target::Area))
            .dictionary("identificativi [delle aree]")
            .drawn()
            .comparison(Place::Own),
        special!(
            Process,
            Kind::References(Target::Team),
            "smart_team",
            "[Smart team]",
            "L'id di [uno smart team], un elenco di id, o la parola `tutti`.",
            teams
        )
        .dictionary("identificativi [degli smart team], oppure «tutti»")
        .drawn()
        .comparison(Place::Own),
        Field::new(
            Column::new("smartabilita", Kind::Answer, Need::Required, "[Smartabilità]", "Se [il processo] si può svolgere in modalità agile."),
            answer,
            set_answer,
        )
        .need(Need::Required)
        .dictionary("si, no o in parte")
        .drawn(),
        column!(Process.paper, "supporti_cartacei", "Supporti cartacei", "Se richiede carta; se manca, non è detto.")
            .dictionary("si o no; vuoto se non è indicato")
            .drawn(),
        special!(
            Process,
            Kind::References(Target::Service),
            "servizio",
            "[Servizio]",
            "L'id di [un servizio] o un elenco di id: con [gli smart team] che ne fanno parte, dove ce ne sono.",
            services
        )
        .dictionary("identificativi [dei servizi]")
        .drawn()
        .comparison(Place::Nowhere),
        column!(
            Process.percentage,
            "percentuale",
            "Percentuale",
            "Quanta parte [del processo] si può svolgere in modalità agile, da 0 a 100."
        )
        .kind(Kind::Percentage)
        .dictionary("quota [smartabile!smartabilità][che si può svolgere in modalità agile@smartabilità], da 0 a 100")
        .drawn(),
        column!(Process.reason, "motivazione", "Motivazione", "Perché si può o non si può.").drawn(),
        column!(Process.software, "software", "Programmi informatici", "Gli id dei programmi che usa.")
            .kind(Kind::References(Target::Software))
            .dictionary("identificativi dei programmi informatici")
            .drawn()
            .record(Place::Plain)
            .comparison(Place::Own),
        column!(
            Process.previous_code,
            "codice_precedente",
            "Codice nell'edizione precedente",
            "Il codice che aveva in un'edizione passata."
        )
        .not_in_data()
        .drawn()
        .comparison(Place::Nowhere),
    ],
};

described!(Process, PROCESS in PROCESSES);

/// The answer by the word that was written.
fn answer(process: &Process) -> Value<'_> {
    let usual = process.smartability.as_ref().map(|answer| answer.value.keyword());
    process.answer_word.as_deref().or(usual).map_or(Value::Absent, Value::Word)
}

fn set_answer(process: &mut Process, entry: Entry) {
    match entry {
        Entry::Answer(answer, word) => (process.smartability, process.answer_word) = (Some(answer), word),
        Entry::Missing(_) => (process.smartability, process.answer_word) = (None, None),
        _ => {}
    }
}

fn teams(process: &Process) -> Value<'_> {
    match &process.scope {
        Some(Scope::Teams(ids)) => Value::Texts(ids),
        Some(Scope::Everyone(_)) => Value::Word("tutti"),
        Some(Scope::Services(_) | Scope::Areas) | None => Value::Absent,
    }
}

fn services(process: &Process) -> Value<'_> {
    match &process.scope {
        Some(Scope::Services(ids)) => Value::Texts(ids),
        _ => Value::Absent,
    }
}
