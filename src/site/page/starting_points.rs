use crate::model::{Edition, TableName, capital};
use crate::routes::Section;
use crate::site::anchor::table_anchor;
use crate::site::component::agile_day::{self, AgileDay};
use crate::site::context::EditionContext;
use crate::site::view::Link;
use crate::tables::{EXCLUSIONS, PROCESSES, TEAMS};
use serde::Serialize;

/// What somebody comes to ask, with the answer that the data give and the page that says more.
#[derive(Debug, Serialize)]
pub(super) struct StartingPoint {
    /// The question.
    link: Link,
    /// The answer.
    text: String,
    /// Which of the theme's signs stands beside it.
    icon: &'static str,
}

/// What people ask first, each answered in one sentence; only what the edition says.
pub(super) fn starting_points(context: &EditionContext<'_>, day: Option<&AgileDay>) -> Vec<StartingPoint> {
    let questions = [
        day.and_then(|day| days(context, day)),
        teams(context),
        processes(context),
        people(context),
        excluded(context),
        activity(context),
        document(context),
        offices(context),
        organisation(context),
        doubts(context),
        data(context),
    ];
    let mut points: Vec<StartingPoint> = questions.into_iter().flatten().collect();
    // A theme may render some kinds of page only.
    points.retain(|point| point.link.path.as_ref().is_some_and(|path| context.is_published(path)));
    points
}

fn point(question: &str, path: String, answer: String, icon: &'static str) -> Option<StartingPoint> {
    Some(StartingPoint { link: Link::to(question, path), text: answer, icon })
}

fn days(context: &EditionContext<'_>, day: &AgileDay) -> Option<StartingPoint> {
    let path = format!("index.html#{}", agile_day::ANCHOR);
    match most_days(context.edition).or_else(|| most_days_of_each(context.edition)) {
        Some(answer) => point("Quanti giorni si può lavorare in modalità agile?", path, answer, "giornata"),
        None => point(
            "Quali sono le regole della giornata agile?",
            path,
            format!("{}.", day.names().join(" · ")),
            "giornata",
        ),
    }
}

/// The most days of agile work that an edition states for everyone.
fn most_days(edition: &Edition) -> Option<String> {
    let counted = |days: f64| {
        format!(
            "{} {}",
            days.to_string().replace('.', ","),
            if (days - 1.0).abs() < f64::EPSILON { "giorno" } else { "giorni" }
        )
    };
    let week = edition.limits.days_per_week.as_ref().map(|days| days.value);
    let year = edition.limits.extra_days_per_year.as_ref().map(|days| days.value);
    match (week, year) {
        (Some(week), Some(year)) => Some(format!(
            "Al massimo {} a settimana, più {} l'anno.",
            counted(week),
            year.to_string().replace('.', ",")
        )),
        (Some(week), None) => Some(format!("Al massimo {} a settimana.", counted(week))),
        (None, Some(year)) => Some(format!("Al massimo {} in più l'anno.", counted(year))),
        (None, None) => None,
    }
}

/// The most days of agile work of each category of people; nothing where they are too many for one sentence.
fn most_days_of_each(edition: &Edition) -> Option<String> {
    let limits = &edition.limits.by_category;
    if limits.is_empty() || limits.len() > 4 {
        return None;
    }
    let said = limits.iter().map(|limit| match &limit.people {
        Some(people) => format!("{}: {}", people.value, limit.days.spoken()),
        None => limit.days.spoken(),
    });
    Some(format!("Al massimo: {}.", said.collect::<Vec<_>>().join("; ")))
}

fn teams(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let totals = &context.totals;
    if !context.edition.has_teams() || !context.columns.shows(&TEAMS, "smartabilita") {
        return None;
    }
    let (yes, partly) = (totals.smart_team_smartabili, totals.smart_team_parzialmente_smartabili);
    let name = context.edition.model.words.say("[+Smart team]");
    let answer = shares(name, [(yes, "sì"), (partly, "in parte"), (totals.smart_team_non_smartabili, "no")]);
    point("Chi può lavorare in modalità agile?", Section::Teams.path(), answer, "profili")
}

fn processes(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let totals = &context.totals;
    let words = &context.edition.model.words;
    if totals.processi == 0 || totals.processi_si + totals.processi_in_parte + totals.processi_no == 0 {
        return None;
    }
    let name = words.say("[Processi]");
    let answer =
        shares(name, [(totals.processi_si, "sì"), (totals.processi_in_parte, "in parte"), (totals.processi_no, "no")]);
    point("Che cosa si può fare in modalità agile?", Section::Processes.path(), answer, "processi")
}

/// How many of some things have each answer; the words agree with any number.
fn shares(name: &str, parts: [(usize, &str); 3]) -> String {
    let said: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, answer)| format!("{count} {answer}")).collect();
    format!("{name}: {}.", said.join(", "))
}

fn people(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let totals = &context.totals;
    if !context.counts_people() {
        return None;
    }
    let day = context.edition.adoption.date.as_ref().map(|date| format!(", {}", date.value.at())).unwrap_or_default();
    let employees = totals.dipendenti.counted("dipendente", "dipendenti");
    let counted = totals.agili.among(&totals.agili.to_string(), totals.dipendenti, &employees);
    let answer = capital(&format!("{counted}{day}."));
    point("Quante persone lavorano in modalità agile?", Section::Adoption.path(), answer, "cifre")
}

fn excluded(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let rows = context.edition.exclusions.rows.len();
    let chapter = context.chapter_showing(TableName::Exclusions).filter(|_| rows > 0)?;
    let path = format!("{}#{}", context.chapter_path(chapter), table_anchor(TableName::Exclusions));
    let entries = if rows == 1 { "una voce".to_owned() } else { format!("{rows} voci") };
    let of_people = context.edition.exclusions.rows.iter().any(|exclusion| !exclusion.profiles.is_empty());
    let exceptions = context.columns.shows(&EXCLUSIONS, "eccezioni");
    let what = if of_people { "chi di norma lavora" } else { "ciò che di norma si svolge" };
    let answer = if exceptions {
        format!("L'elenco di {what} in presenza, in {entries}, dice che cosa resta possibile.")
    } else {
        format!("L'elenco di {what} in presenza ha {entries}.")
    };
    let question = if of_people { "Chi ne è di norma escluso?" } else { "Che cosa ne è di norma escluso?" };
    point(question, path, answer, "profili")
}

fn activity(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let answer = if context.columns.shows(&PROCESSES, "codice") {
        context.edition.model.words.say("Si cerca per parola, per nome di ufficio o per codice di [processo].")
    } else {
        "Si cerca per parola o per nome di ufficio."
    };
    point("Una certa attività si può svolgere a distanza?", Section::Search.path(), answer.to_owned(), "cerca")
}

fn document(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let answer = match context.edition.chapters.len() {
        0 => return None,
        1 => "Un capitolo, con le tavole al loro posto.".to_owned(),
        chapters => format!("{chapters} capitoli, con le tavole al loro posto."),
    };
    point("Che cosa dice il documento?", context.chapter_path(0), answer, "documento")
}

fn offices(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let words = &context.edition.model.words;
    let counted = match (context.edition.has_teams(), context.counts_people()) {
        (true, true) => "[+smart team], [processi] e, dove si conoscono, persone in lavoro agile",
        (true, false) => "[+smart team] e [processi]",
        (false, true) => "[processi] e, dove si conoscono, persone in lavoro agile",
        (false, false) => "[processi]",
    };
    let answer = words.fill("Per [ogni servizio]: {}.", &[&words.say(counted)]);
    point("Quali sono le cifre di un ufficio?", Section::Services.path(), answer, "cifre")
}

fn organisation(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let edition = context.edition;
    let words = &edition.model.words;
    let teams = if edition.has_teams() { words.say(", [gli smart team]") } else { "" };
    let services = if edition.has_services() { words.say(", [i servizi]") } else { "" };
    let answer = words.fill("[Le aree]{}{}.", &[&services, &teams]);
    point("Com'è organizzato l'ente?", Section::Areas.path(), answer, "organizzazione")
}

fn doubts(context: &EditionContext<'_>) -> Option<StartingPoint> {
    let answer = match context.edition.doubts() {
        0 => return None,
        1 => "Un punto del testo pubblicato non si legge con certezza.".to_owned(),
        doubts => format!("{doubts} punti del testo pubblicato non si leggono con certezza."),
    };
    point("Che cosa resta da verificare?", Section::ToVerify.path(), answer, "verifica")
}

fn data(_: &EditionContext<'_>) -> Option<StartingPoint> {
    point(
        "I dati si possono riusare?",
        Section::Data.path(),
        "Sì: le tavole si scaricano in CSV, JSON ed Excel.".to_owned(),
        "dati",
    )
}
