use super::field::{Field, FieldKind};
use super::settings::Section;
use crate::edit::{Step, Written};
use crate::model::{Answer, Concept, Edition, Keyword as _};
use crate::tables::{HOMES, Home, TABLES};

/// The order of the keys of `modello.yaml`.
pub(super) const ORDER: [&str; 5] = ["tavole", "scale", "parole", "singolare", "plurale"];

/// The sections of the form of `modello.yaml`, which says `whole`: words of the administration's own, scales, titles of tables.
pub(super) fn sections(whole: &Written, edition: &Edition) -> Vec<Section> {
    let words = Concept::ALL.into_iter().map(word);
    words.chain([scales(), titles(whole, edition)]).collect()
}

/// What the administration calls something, with its articles.
fn word(concept: Concept) -> Section {
    let (one, many) = concept.usual();
    let form = |key: &str, heading: &str, usual: &str| {
        let meaning = format!("Con l'articolo, come «{usual}»; vuoto se la parola è questa.");
        Field::new(&format!("parole.{}.{key}", concept.keyword()), heading, &meaning, FieldKind::Line)
    };
    let many = many.map(|many| form("plurale", "Al plurale", many));
    let fields = [Some(form("singolare", "Al singolare", one)), many].into_iter().flatten().collect();
    Section::of(format!("Come l'ente chiama {one}"), fields)
}

fn scales() -> Section {
    let items = |path: &[&str], heading: String, meaning: String| Field {
        path: path.iter().copied().map(Step::from).collect(),
        ..Field::new(&path.join(".").replace(' ', "-"), &heading, &meaning, FieldKind::Items)
    };
    let risk = items(
        &["scale", "rischio"],
        "Gradi del rischio".to_owned(),
        "Dal più basso al più alto; vuoto se sono basso, medio e alto.".to_owned(),
    );
    let answer = |(keyword, _): &(&str, Answer)| {
        let heading = format!("Parole che valgono «{}» per la smartabilità", accented(keyword));
        items(&["scale", "smartabilita", keyword], heading, "Vuoto se non ce ne sono altre.".to_owned())
    };
    let answers = Answer::KEYWORDS.iter().map(answer);
    Section::of("Le scale".to_owned(), [risk].into_iter().chain(answers).collect())
}

fn accented(keyword: &str) -> &str {
    if keyword == "si" { "sì" } else { keyword }
}

fn titles(whole: &Written, edition: &Edition) -> Section {
    let has_title = |home: &&Home| TABLES.iter().any(|table| table.is_called(home.table));
    let known = whole.get("tavole");
    let field = |home: &Home| {
        // A table may be called as its key is.
        let other = home.table.replace('-', "_");
        let is_other = known.is_some_and(|tables| tables.get(&other).is_some());
        let table = if is_other { other } else { home.table.to_owned() };
        let heading = home.title_in(edition);
        let meaning = "Il titolo della tavola; vuoto se è quello di sempre.";
        Field::new(&format!("tavole.{table}.titolo"), heading, meaning, FieldKind::Line)
    };
    Section::of("I titoli delle tavole".to_owned(), HOMES.iter().filter(has_title).map(field).collect())
}
