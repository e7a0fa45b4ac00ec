use super::{DocumentFault, Point, PointStatus};
use crate::model::{Administration, Approval, Date, Edition, Status, Text};

/// What the edition states of itself.
pub(super) fn of_edition(edition: &Edition, faults: &[DocumentFault], today: Date) -> Vec<Point> {
    vec![
        status(edition),
        approval(edition),
        updated(edition, today),
        published(edition, today),
        document(edition, faults),
        parts(edition),
    ]
}

/// What the administration states of itself.
pub(super) fn of_administration(administration: &Administration) -> Vec<Point> {
    let contacts = &administration.contacts;
    let office = [&contacts.office, &administration.publication_officer];
    let channels = [&contacts.email, &contacts.certified_email, &contacts.telephone];
    vec![
        any(
            "Ufficio responsabile",
            &office,
            "manca: scrivere in data/ente.yaml `responsabile_pubblicazione`, o `ufficio` in `contatti`",
            &["responsabile_pubblicazione", "contatti.ufficio"],
        ),
        any(
            "Recapiti",
            &channels,
            "mancano: scrivere in data/ente.yaml, in `contatti`, almeno una fra `email`, `pec` e `telefono`",
            &["contatti.email", "contatti.pec", "contatti.telefono"],
        ),
        Point::new(PointStatus::Done, "Licenza", administration.licence.value.clone()),
        any(
            "Accessibilità",
            &[&administration.accessibility],
            "manca l'indirizzo della dichiarazione: `dichiarazione_accessibilita` in data/ente.yaml",
            &["dichiarazione_accessibilita"],
        ),
        any(
            "Privacy",
            &[&administration.privacy],
            "manca l'indirizzo dell'informativa: `privacy` in data/ente.yaml",
            &["privacy"],
        ),
        match &administration.base_url {
            Some(url) => Point::new(PointStatus::Done, "Indirizzo del sito", url.value.clone()),
            None => Point::new(
                PointStatus::Information,
                "Indirizzo del sito",
                "`base_url` non indicato: senza, le pagine non portano il loro indirizzo e manca la mappa del sito",
            )
            .asks([("ente", "base_url")]),
        },
    ]
}

/// The values that are there; what to do if there is none.
fn any(name: &'static str, values: &[&Option<Text>], missing: &str, keys: &[&'static str]) -> Point {
    let known: Vec<&str> = values.iter().filter_map(|value| value.as_ref()).map(|value| value.value.as_str()).collect();
    if known.is_empty() {
        Point::new(PointStatus::Missing, name, missing).asks(keys.iter().map(|key| ("ente", *key)))
    } else {
        Point::new(PointStatus::Done, name, known.join(", "))
    }
}

fn status(edition: &Edition) -> Point {
    const NAME: &str = "Stato";
    match edition.status.as_ref().map(|status| status.value) {
        Some(Status::Approved) => Point::new(PointStatus::Done, NAME, "approvata"),
        Some(Status::Proposed) => {
            Point::new(PointStatus::Missing, NAME, "proposta: la pubblicazione attende l'approvazione")
                .plain("proposta: la pubblicazione attende l'approvazione")
                .asks([("edizione", "stato")])
        }
        Some(Status::Draft) => Point::new(PointStatus::Missing, NAME, "bozza: la pubblicazione attende l'approvazione")
            .plain("bozza: la pubblicazione attende l'approvazione")
            .asks([("edizione", "stato")]),
        None => Point::new(
            PointStatus::Missing,
            NAME,
            "non indicato: scrivere `stato` in edizione.yaml (bozza, proposta o approvata)",
        )
        .asks([("edizione", "stato")]),
    }
}

fn approval(edition: &Edition) -> Point {
    const NAME: &str = "Atto di approvazione";
    // The act that is told is the first that lacks something.
    let lacks = |act: &&Approval| act.body.is_none() || act.act.is_none() || act.number.is_none() || act.date.is_none();
    let act = edition.acts().find(lacks).unwrap_or(&edition.approval);
    let date = act.date.as_ref().map(|date| date.value.long());
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let parts = [("organo", text(&act.body)), ("atto", text(&act.act)), ("numero", text(&act.number)), ("data", date)];
    let absent = parts.iter().filter(|(_, value)| value.is_none());
    let asks: Vec<_> = absent.clone().map(|(key, _)| ("edizione", asked(key))).collect();
    let missing: Vec<String> = absent.map(|(key, _)| format!("`{key}`")).collect();
    let known: Vec<String> =
        parts.into_iter().filter_map(|(key, value)| value.map(|value| format!("{key}: {value}"))).collect();
    if missing.is_empty() {
        return Point::new(PointStatus::Done, NAME, known.join("; "));
    }
    let verb = if missing.len() == 1 { "manca" } else { "mancano" };
    let known = if known.is_empty() { String::new() } else { format!(" ({})", known.join("; ")) };
    Point::new(
        PointStatus::Missing,
        NAME,
        format!("{verb} {} in `approvazione` di edizione.yaml{known}", missing.join(", ")),
    )
    .asks(asks)
}

/// The key of a part of the act, with that of the act.
fn asked(part: &str) -> &'static str {
    match part {
        "organo" => "approvazione.organo",
        "atto" => "approvazione.atto",
        "numero" => "approvazione.numero",
        _ => "approvazione.data",
    }
}

fn updated(edition: &Edition, today: Date) -> Point {
    const NAME: &str = "Ultimo aggiornamento";
    match edition.updated.as_ref().map(|updated| updated.value) {
        Some(day) if day > today => {
            Point::new(PointStatus::Missing, NAME, format!("{}: è un giorno futuro", day.long()))
        }
        Some(day) => Point::new(PointStatus::Done, NAME, day.long()),
        None => {
            Point::new(PointStatus::Missing, NAME, "non indicato: scrivere `ultimo_aggiornamento` in edizione.yaml")
                .asks([("edizione", "ultimo_aggiornamento")])
        }
    }
}

fn published(edition: &Edition, today: Date) -> Point {
    const NAME: &str = "Pubblicazione";
    let (Some(published), Some(last)) = (&edition.published, edition.public_until()) else {
        return Point::new(
            PointStatus::Information,
            NAME,
            "giorno non indicato: scrivere `pubblicato_il` in edizione.yaml quando è noto; dice fino a quando resta in pubblicazione",
        )
        .asks([("edizione", "pubblicato_il")]);
    };
    let state = format!("dal {}, in pubblicazione fino al {}", published.value.long(), last.long());
    if last < today {
        return Point::new(PointStatus::Information, NAME, format!("{state}: i cinque anni sono trascorsi"));
    }
    Point::new(PointStatus::Done, NAME, state)
}

/// The document of the edition; one of another edition that cannot be published stops the whole site.
fn document(edition: &Edition, faults: &[DocumentFault]) -> Point {
    const NAME: &str = "Documento approvato";
    let (own, others): (Vec<_>, Vec<_>) = faults.iter().partition(|fault| fault.edition == edition.id.as_str());
    let elsewhere = others.iter().map(|fault| format!("edizione {}: {}", fault.edition, fault.message));
    if let Some(fault) = own.first() {
        return Point::new(PointStatus::Missing, NAME, fault.message.clone()).details(elsewhere.collect());
    }
    if !others.is_empty() {
        let state = "quello di un'altra edizione ferma la generazione del sito";
        return Point::new(PointStatus::Missing, NAME, state).details(elsewhere.collect());
    }
    match &edition.approved_document {
        Some(document) => {
            let state = format!("{}, con l'impronta indicata nei dati", document.file.value);
            Point::new(PointStatus::Done, NAME, state)
        }
        None => Point::new(
            PointStatus::Information,
            NAME,
            "non allegato: scrivere `documento_approvato` in edizione.yaml per pubblicarlo accanto a queste pagine",
        )
        .asks([("edizione", "documento_approvato.file")]),
    }
}

/// Which required parts of the plan the chapters say that they hold.
fn parts(edition: &Edition) -> Point {
    const NAME: &str = "Parti richieste";
    let covers = |part: &Text| {
        let chapters =
            edition.chapters.iter().filter(|chapter| chapter.covers.iter().any(|own| own.value == part.value));
        let titles: Vec<String> = chapters.map(|chapter| format!("«{}»", chapter.title.value)).collect();
        format!("{}: {}", part.value, titles.join(", "))
    };
    let mut lines: Vec<String> = edition.chapters.iter().flat_map(|chapter| &chapter.covers).map(covers).collect();
    lines.sort();
    lines.dedup();
    if lines.is_empty() {
        return Point::new(
            PointStatus::Information,
            NAME,
            "nessun capitolo dice, con `copre`, quali parti del piano contiene",
        )
        .plain("nessun capitolo dice quali parti del piano contiene");
    }
    let state = if lines.len() == 1 {
        "1 parte dichiarata dai capitoli".to_owned()
    } else {
        format!("{} parti dichiarate dai capitoli", lines.len())
    };
    Point::new(PointStatus::Information, NAME, state).details(lines)
}
