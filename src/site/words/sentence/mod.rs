//! What a row of Tavola 1 says, in sentences of plain Italian.
//!
//! Owns the grammar of that text and nothing else: it says what the row says, and of what the row does not say it says so or keeps silent.

mod statement;
mod with_article;

use crate::model::{Scope, decimal};
use crate::site::context::EditionContext;
use crate::site::words::description::shortened;
use crate::tables::PROCESSES;
use statement::{Said, Whom};
use with_article::AreaName;

/// A process in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::site) struct ProcessSentences {
    /// Whom the process concerns, and how far it can be done in agile mode.
    work: String,
    /// The same without area and details.
    brief: String,
    /// The corruption risk, with a word that it says nothing of agile work; empty where the edition states no risks.
    risk: String,
}

impl ProcessSentences {
    /// What the row of a process says.
    pub(in crate::site) fn of(context: &EditionContext<'_>, row: usize) -> Self {
        said(context, row).sentences()
    }

    /// All of it.
    pub(in crate::site) fn text(&self) -> String {
        if self.risk.is_empty() { self.work.clone() } else { format!("{} {}", self.work, self.risk) }
    }

    /// As much of it as fits into so many characters. The risk stands there only whole: half of it would say something of agile work.
    pub(in crate::site) fn description(&self, room: usize) -> String {
        let fits = |text: &String| text.chars().count() <= room;
        let whole = Some(self.text()).filter(fits).or_else(|| Some(self.work.clone()).filter(fits));
        whole.unwrap_or_else(|| shortened(&self.brief, room))
    }
}

fn said<'v>(context: &'v EditionContext<'_>, row: usize) -> Said<'v> {
    let edition = context.edition;
    let process = &edition.processes.rows[row];
    let whom = match &process.scope {
        Some(Scope::Everyone(_)) => Whom::Everyone,
        Some(Scope::Services(ids)) => {
            let rows: Vec<usize> = ids.iter().filter_map(|id| context.graph.service(&id.value)).collect();
            let teams = rows.iter().map(|service| context.graph.service_teams[*service].len()).sum();
            let names = rows.into_iter().map(|service| context.labels.services[service].as_str());
            Whom::Services { names: names.collect(), teams }
        }
        Some(Scope::Teams(ids)) => {
            let rows = ids.iter().filter_map(|id| context.graph.team(&id.value));
            Whom::Teams(rows.map(|team| context.labels.teams[team].as_str()).collect())
        }
        Some(Scope::Areas) | None => Whom::NotStated,
    };
    let areas = context.process_area_rows(row);
    // The table sometimes puts a process in an area to which none of its teams belongs.
    let own = context.graph.process_areas(row);
    let contradicts = !own.is_empty() && areas.iter().any(|area| !own.contains(area));
    let name = |area: usize| {
        let area = &edition.areas.rows[area];
        AreaName { name: area.name.value.as_str(), ceased: !area.is_in_force() }
    };
    Said {
        words: &edition.model.words,
        code: process.code(),
        whom,
        areas: areas.into_iter().map(name).collect(),
        table: edition.process_table(),
        contradicts,
        answer: process.smartability.as_ref().map(|answer| answer.value),
        percentage: process.percentage.as_ref().map(|share| decimal(share.value)),
        paper: process.paper.as_ref().map(|paper| paper.value),
        risk: process.risk.as_ref().map(|risk| risk.word.as_str()),
        has_risks: context.columns.shows(&PROCESSES, "rischio"),
        everyone: context.everyone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use crate::routes::Routes;
    use crate::site::SiteInputs;
    use crate::theme::Theme;
    use std::path::Path;

    const ROOM: usize = 160;

    /// The sentences of every process of the repository's edition.
    fn all() -> Vec<(String, ProcessSentences)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let loaded = load::load(root).expect("the repository is a folder of an administration");
        let edition = &loaded.annex.editions[0];
        let theme = Theme::load(Path::new(""), "istituzionale").expect("the theme");
        let routes = Routes::of(&loaded.annex);
        let context = EditionContext::new(&SiteInputs::bare(&loaded.annex, &routes, &theme), 0);
        let rows = 0..edition.processes.rows.len();
        let code = |row: usize| edition.processes.rows[row].label().to_owned();
        rows.map(|row| (code(row), ProcessSentences::of(&context, row))).collect()
    }

    #[test]
    fn the_real_rows_are_said_in_whole_sentences() {
        let all = all();
        assert_eq!(all.len(), 59);
        for (code, sentences) in &all {
            let text = sentences.text();
            assert!(text.starts_with(&format!("Il processo {code} riguarda ")), "{text}");
            assert!(text.contains(" modalità agile") && text.contains("Il rischio corruttivo è "), "{text}");
            assert!(text.ends_with("questo dato non dice nulla del lavoro agile."), "{text}");
            let wrong = ["  ", "..", " ,", " .", " ;", "servizio Servizi", "l' ", "area Area", "in in", "()", "il il"];
            for piece in wrong {
                assert!(!text.contains(piece), "«{piece}» in {text}");
            }
            let description = sentences.description(ROOM);
            assert!((60..=ROOM).contains(&description.chars().count()), "{description}");
            assert!(description.contains("modalità agile") || description.ends_with('…'), "{description}");
        }
    }

    #[test]
    fn some_real_rows_word_for_word() {
        let all = all();
        let text = |wanted: &str| {
            let found = all.iter().find(|(code, _)| code == wanted);
            found.map(|(_, sentences)| sentences.text()).unwrap_or_default()
        };
        assert_eq!(
            text("500-1-B"),
            "Il processo 500-1-B riguarda lo smart team Avvocatura Civica – Casalecchio di Reno, nell'area Segretario \
             Generale. Si può svolgere in parte in modalità agile e richiede supporti cartacei. Il rischio corruttivo \
             è basso: questo dato non dice nulla del lavoro agile."
        );
        assert_eq!(
            text("210-1-B"),
            "Il processo 210-1-B riguarda lo smart team Servizio Comunicazione e Relazioni esterne; la Tavola 1 \
             attribuisce il processo all'area Servizi al Cittadino e di Staff. Si può svolgere in modalità agile. Il \
             rischio corruttivo è basso: questo dato non dice nulla del lavoro agile."
        );
    }
}
