use crate::model::{Concept, TableName};
use crate::routes::Section;
use crate::site::anchor::table_anchor;
use crate::site::component::agile_day::{self, AgileDay};
use crate::site::context::EditionContext;
use crate::site::view::Link;
use crate::tables::PROCESSES;
use serde::Serialize;

/// What somebody comes for, with the page that answers at once.
#[derive(Debug, Serialize)]
pub(super) struct StartingPoint {
    link: Link,
    text: String,
    /// Which of the theme's signs stands beside it.
    icon: &'static str,
}

/// What people look for first, each in one step; only what the edition has.
pub(super) fn starting_points(context: &EditionContext<'_>, day: Option<&AgileDay>) -> Vec<StartingPoint> {
    let edition = context.edition;
    let mut points = Vec::new();
    let mut add = |name: &str, path: String, text: String, icon| {
        points.push(StartingPoint { link: Link::to(name, path), text, icon });
    };
    let chapters = edition.chapters.len();
    if chapters > 0 {
        let text = match chapters {
            1 => "Un capitolo, con le tavole al loro posto.".to_owned(),
            _ => format!("{chapters} capitoli, con le tavole al loro posto."),
        };
        add("Leggere il documento", context.chapter_path(0), text, "documento");
    }
    let words = &edition.model.words;
    let text = if context.columns.shows(&PROCESSES, "codice") {
        words.say("Per parola, per nome di ufficio o per codice di [processo].")
    } else {
        "Per parola o per nome di ufficio."
    };
    let text = text.to_owned();
    add("Cercare un'attività", Section::Search.path(), text, "cerca");
    if let Some(day) = day {
        let text = format!("{}.", day.names().join(" · "));
        add("Le regole della giornata agile", format!("index.html#{}", agile_day::ANCHOR), text, "giornata");
    }
    let teams = if edition.has_teams() { words.say("[+smart team], ") } else { "" };
    let text =
        words.fill("Per [ogni servizio]: {}[processi] e, dove si conoscono, persone in lavoro agile.", &[&teams]);
    add(words.say("Le cifre di [ogni servizio]"), Section::Services.path(), text, "cifre");
    if let Some(chapter) =
        context.chapter_showing(TableName::Exclusions).filter(|_| !edition.exclusions.rows.is_empty())
    {
        let path = format!("{}#{}", context.chapter_path(chapter), table_anchor(TableName::Exclusions));
        let text = "Chi di norma lavora in presenza, e che cosa resta possibile.".to_owned();
        add("I profili di norma esclusi", path, text, "profili");
    }
    let teams = if edition.has_teams() { words.say(", [gli smart team]") } else { "" };
    let services = if edition.has_services() { words.say(", [i servizi]") } else { "" };
    let is_ours = ![Concept::Area, Concept::Service, Concept::Team].into_iter().any(|concept| words.has_own(concept));
    // Of things whose genders are not ours nothing is said that agrees with all of them.
    let what = if is_ours { "che cosa fa ciascuno" } else { "che cosa fanno" };
    let text = words.fill("[Le aree]{}{} e {}.", &[&services, &teams, &what]);
    add("L'organizzazione", Section::Areas.path(), text, "organizzazione");
    if context.has_section(Section::ToVerify) {
        let text = match edition.doubts() {
            1 => "Un punto del testo pubblicato non si legge con certezza.".to_owned(),
            doubts => format!("{doubts} punti del testo pubblicato non si leggono con certezza."),
        };
        add("Che cosa resta da verificare", Section::ToVerify.path(), text, "verifica");
    }
    add("Dati aperti", Section::Data.path(), "Le tavole in CSV, JSON ed Excel, da riusare.".to_owned(), "dati");
    // A theme may render some kinds of page only.
    points.retain(|point| point.link.path.as_ref().is_some_and(|path| context.is_published(path)));
    points
}
