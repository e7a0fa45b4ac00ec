use super::basis::Basis;
use crate::model::{Answer, BargainingSector, Concept, Edition, PROCESS_TABLE, Smartability};
use crate::tables::{EditionColumns, PROCESSES};

/// A term with its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) struct GlossaryEntry {
    /// Its anchor on the page of the glossary.
    pub(in crate::site) id: &'static str,
    /// The term as people write it.
    pub(in crate::site) name: &'static str,
    /// How texts write it, plurals included; case and accents do not count. Empty for a term that is too common a word to be looked for.
    pub(in crate::site) forms: &'static [&'static str],
    /// What it means, in whole sentences.
    pub(in crate::site) meaning: &'static str,
    /// What the meaning rests on, where that is a law or a contract.
    pub(in crate::site) basis: Option<Basis>,
    /// What an edition must have for the term to be in its glossary.
    pub(in crate::site) needs: Needs,
    /// Whether every edition that may have it explains it, or only one of which a text has it.
    pub(in crate::site) if_said: bool,
    /// What it means in an edition that lacks something of which the meaning speaks.
    pub(in crate::site) without: Option<(Needs, &'static str)>,
}

/// What an edition may have or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) enum Needs {
    /// Nothing that any edition lacks.
    Nothing,
    /// These columns of Tavola 1, all of them.
    Columns(&'static [&'static str]),
    /// The risk of Tavola 1, by our word: what another one means cannot be known.
    Risk,
    /// Something that can be done in part in agile mode, and our word for that.
    PartAnswers,
    /// Codes made of prefix, number and letter of the risk.
    CodesInParts,
    /// The usual steps of risk.
    UsualRisks,
    /// The usual title of Tavola 1.
    UsualProcessTable,
    /// Smart teams, each of a service.
    Teams,
    /// The training plan.
    Training,
    /// Marks printed beside records.
    Marks,
    /// Something that could not be read for sure.
    Doubts,
    /// Staff of this sector, or of one that is not written.
    Sector(BargainingSector),
}

impl Needs {
    /// Whether an edition has it.
    pub(super) fn are_met(self, edition: &Edition, columns: &EditionColumns, sector: Option<BargainingSector>) -> bool {
        match self {
            Self::Nothing => true,
            Self::Columns(keys) => keys.iter().all(|key| columns.shows(&PROCESSES, key)),
            Self::Risk => columns.shows(&PROCESSES, "rischio") && !edition.model.words.has_own(Concept::Risk),
            Self::PartAnswers => !edition.model.words.has_own(Concept::Smartability) && has_part_answers(edition),
            Self::CodesInParts => edition.has_codes_in_parts() && edition.model.scales.has_usual_risks(),
            Self::UsualRisks => edition.model.scales.has_usual_risks(),
            Self::UsualProcessTable => edition.process_table() == PROCESS_TABLE,
            Self::Teams => edition.has_teams(),
            Self::Training => edition.training.groups.is_present(),
            Self::Marks => {
                let mut marks = 0;
                edition.each_annotation(&mut |annotations, _| marks += annotations.marks.len());
                marks > 0
            }
            Self::Doubts => edition.doubts() > 0,
            Self::Sector(wanted) => sector.is_none_or(|sector| sector == wanted),
        }
    }
}

fn has_part_answers(edition: &Edition) -> bool {
    let mut processes = edition.processes.rows.iter().filter_map(|process| process.smartability.as_ref());
    let mut teams = edition.teams.rows.iter().filter_map(|team| team.smartability.as_ref());
    processes.any(|answer| answer.value == Answer::Partly)
        || teams.any(|verdict| verdict.value == Smartability::Partial)
}

impl GlossaryEntry {
    /// A term that every edition has, with nothing but its anchor and its name.
    pub(super) const USUAL: Self = Self {
        id: "",
        name: "",
        forms: &[],
        meaning: "",
        basis: None,
        needs: Needs::Nothing,
        if_said: false,
        without: None,
    };

    /// What it means in an edition of a body of this sector, Tavola 1 under the title that the edition gives to it.
    pub(super) fn meaning_in(
        &self,
        edition: &Edition,
        columns: &EditionColumns,
        sector: Option<BargainingSector>,
    ) -> String {
        let lacking = self.without.filter(|(needs, _)| !needs.are_met(edition, columns, sector));
        let meaning = lacking.map_or(self.meaning, |(_, meaning)| meaning);
        edition.model.words.say(meaning).replace(PROCESS_TABLE, &edition.process_table())
    }
}
