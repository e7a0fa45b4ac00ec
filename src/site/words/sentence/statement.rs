use super::ProcessSentences;
use super::with_article::{AreaName, Office, areas, named};
use crate::model::{Answer, Before, Concept, Words, capital};
use std::borrow::Cow;

/// What a row says, by the names that people know.
#[derive(Clone, Debug)]
pub(super) struct Said<'a> {
    /// What the edition calls the things of which it speaks.
    pub(super) words: &'a Words,
    /// `None` if the process has no code.
    pub(super) code: Option<&'a str>,
    pub(super) whom: Whom<'a>,
    pub(super) areas: Vec<AreaName<'a>>,
    /// What the table is called, after its article.
    pub(super) table: Cow<'a, str>,
    /// Whether an area is not among those of the teams.
    pub(super) contradicts: bool,
    pub(super) answer: Option<Answer>,
    /// The share that can be done in agile mode, without its sign.
    pub(super) percentage: Option<String>,
    pub(super) paper: Option<bool>,
    pub(super) risk: Option<&'a str>,
    /// Whether the other rows state a risk, so that its absence is said.
    pub(super) has_risks: bool,
    /// Whom a process that concerns everyone concerns: `tutti gli smart team`.
    pub(super) everyone: &'a str,
}

/// Whom a process concerns.
#[derive(Clone, Debug)]
pub(super) enum Whom<'a> {
    Teams(Vec<&'a str>),
    /// Services, with how many teams they have together.
    Services {
        names: Vec<&'a str>,
        teams: usize,
    },
    Everyone,
    NotStated,
}

impl Said<'_> {
    /// The same in sentences.
    pub(super) fn sentences(&self) -> ProcessSentences {
        let (work, brief) = (self.work(self.whom()), self.work(self.office().or_else(|| self.whom())));
        ProcessSentences { work, brief, risk: self.risk() }
    }

    /// Whom it concerns, as said, and how far it can be done in agile mode.
    fn work(&self, whom: Option<String>) -> String {
        let how = self.how();
        let code = self.code.map(|code| format!(" {code}")).unwrap_or_default();
        match whom {
            Some(whom) => {
                self.words.fill("[Il processo]{} riguarda {} {}", &[&code, &ended(whom), &ended(capital(&how))])
            }
            None if self.answer.is_some() => ended(self.words.fill("[Il processo]{} {}", &[&code, &how])),
            None => ended(self.words.fill("Per [il processo]{} {}", &[&code, &how])),
        }
    }

    /// The offices that the row names.
    fn office(&self) -> Option<String> {
        match &self.whom {
            Whom::Teams(names) if !names.is_empty() => Some(named(self.words, Office::Team, Before::Article, names)),
            Whom::Services { names, .. } if !names.is_empty() => {
                Some(named(self.words, Office::Service, Before::Article, names))
            }
            _ => None,
        }
    }

    /// Whom it concerns, and in which area.
    fn whom(&self) -> Option<String> {
        let whom = match (&self.whom, self.office()) {
            (Whom::Everyone, _) => return Some(self.everyone.to_owned()),
            (Whom::Services { names, teams }, Some(office)) => format!("{office}{}", self.all_teams(names, *teams)),
            (_, Some(office)) => office,
            (_, None) if self.areas.is_empty() => return None,
            (_, None) => return Some(areas(self.words, Before::Article, &self.areas)),
        };
        Some(if self.areas.is_empty() {
            whom
        } else if self.contradicts {
            let areas = areas(self.words, Before::To, &self.areas);
            self.words.fill("{}; la {} attribuisce [il processo] {}", &[&whom, &self.table, &areas])
        } else {
            format!("{whom}, {}", areas(self.words, Before::In, &self.areas))
        })
    }

    /// How far it can be done in agile mode, and whether it needs paper.
    fn how(&self) -> String {
        let share = self.percentage.as_deref();
        // Next to a plain yes or no, all or nothing goes without saying.
        let stated = |usual: &str| {
            let share = share.filter(|share| *share != usual);
            share.map(|share| format!(" (percentuale indicata: {share}\u{a0}%)")).unwrap_or_default()
        };
        let (agile, and) = match self.answer {
            Some(Answer::Yes) => (format!("si può svolgere in modalità agile{}", stated("100")), " e "),
            Some(Answer::Partly) => {
                let share = share.map(|share| format!(" ({share}\u{a0}%)")).unwrap_or_default();
                (format!("si può svolgere in parte{share} in modalità agile"), " e ")
            }
            Some(Answer::No) => (format!("non si può svolgere in modalità agile{}", stated("0")), " e "),
            None => (format!("non è indicato se si possa svolgere in modalità agile{}", stated("")), "; "),
        };
        match self.paper {
            Some(true) => format!("{agile}{and}richiede supporti cartacei"),
            Some(false) => format!("{agile}{and}non richiede supporti cartacei"),
            None => agile,
        }
    }

    fn risk(&self) -> String {
        // A word of the administration's own may be of another gender than the steps of its scale.
        let is_own = self.words.has_own(Concept::Risk);
        match self.risk {
            Some(risk) if is_own => self.words.fill("[Rischio corruttivo]: {}.", &[&risk]),
            Some(risk) => format!("Il rischio corruttivo è {risk}: questo dato non dice nulla del lavoro agile."),
            None if !self.has_risks => String::new(),
            None if is_own => self.words.say("[Rischio corruttivo]: dato non indicato.").to_owned(),
            None => "Il rischio corruttivo non è indicato.".to_owned(),
        }
    }

    /// That a service stands for all its teams, where it has more than one.
    fn all_teams(&self, names: &[&str], teams: usize) -> &str {
        let plural = names.len() > 1 || names.iter().all(|name| Office::Service.is_plural(self.words, name));
        match (teams, plural) {
            (0 | 1, _) => "",
            (_, true) => self.words.say(", con [tutti i loro smart team]"),
            (_, false) => self.words.say(", con [tutti i suoi smart team]"),
        }
    }
}

/// A sentence with its full stop; a name may have brought one.
fn ended(text: String) -> String {
    if text.ends_with(['.', '!', '?', '…']) { text } else { text + "." }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PROCESS_TABLE;
    use std::sync::OnceLock;

    static USUAL: OnceLock<Words> = OnceLock::new();

    fn said<'a>() -> Said<'a> {
        Said {
            words: USUAL.get_or_init(Words::default),
            code: Some("1-1-B"),
            whom: Whom::Teams(vec!["Linfa"]),
            areas: vec![AreaName { name: "Risorse", ceased: false }],
            contradicts: false,
            answer: Some(Answer::Yes),
            percentage: None,
            paper: None,
            risk: Some("alto"),
            has_risks: true,
            table: Cow::Borrowed(PROCESS_TABLE),
            everyone: "tutti gli smart team",
        }
    }

    fn work(said: &Said<'_>) -> String {
        said.sentences().work
    }

    #[test]
    fn whom_a_process_concerns() {
        let services = |names: &[&'static str], teams| Whom::Services { names: names.to_vec(), teams };
        let cases = [
            (Whom::Teams(vec!["Linfa"]), "riguarda lo smart team Linfa, nell'area Risorse."),
            (Whom::Teams(vec!["Linfa", "Nidi"]), "riguarda gli smart team Linfa e Nidi, nell'area Risorse."),
            (services(&["Servizio Tributi"], 1), "riguarda il Servizio Tributi, nell'area Risorse."),
            (services(&["Servizio Tributi"], 0), "riguarda il Servizio Tributi, nell'area Risorse."),
            (
                services(&["Servizio Tributi"], 2),
                "riguarda il Servizio Tributi, con tutti i suoi smart team, nell'area Risorse.",
            ),
            (
                services(&["Servizi Finanziari"], 2),
                "riguarda i Servizi Finanziari, con tutti i loro smart team, nell'area Risorse.",
            ),
            (services(&["A", "B"], 3), "riguarda i servizi A e B, con tutti i loro smart team, nell'area Risorse."),
            (Whom::Everyone, "riguarda tutti gli smart team."),
            (Whom::NotStated, "riguarda l'area Risorse."),
            (Whom::Teams(Vec::new()), "riguarda l'area Risorse."),
        ];
        for (whom, expected) in cases {
            let text = work(&Said { whom, ..said() });
            assert_eq!(text, format!("Il processo 1-1-B {expected} Si può svolgere in modalità agile."));
        }
    }

    #[test]
    fn areas_that_contradict_the_teams_are_those_of_the_table() {
        let areas = vec![AreaName { name: "Area Tecnica", ceased: false }, AreaName { name: "Persona", ceased: true }];
        let text = work(&Said { contradicts: true, areas, ..said() });
        assert!(
            text.contains(
                "Linfa; la Tavola 1 attribuisce il processo alle aree Area Tecnica e Persona (non più presente \
                 nell'organizzazione). Si"
            ),
            "{text}"
        );
    }

    #[test]
    fn nothing_known_of_whom() {
        let nobody = || Said { whom: Whom::NotStated, areas: Vec::new(), ..said() };
        assert_eq!(work(&nobody()), "Il processo 1-1-B si può svolgere in modalità agile.");
        let text = work(&Said { answer: None, paper: Some(true), ..nobody() });
        let expected = "Per il processo 1-1-B non è indicato se si possa svolgere in modalità agile; richiede supporti \
                        cartacei.";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_is_too_long_is_said_briefly() {
        let whom = Whom::Services { names: vec!["Servizi alla cittadinanza e alle imprese del territorio"], teams: 2 };
        let areas = vec![AreaName { name: "Servizi al cittadino, alle imprese e al territorio", ceased: false }];
        assert_eq!(
            Said { whom, areas, ..said() }.sentences().description(160),
            "Il processo 1-1-B riguarda i Servizi alla cittadinanza e alle imprese del territorio. Si può svolgere in \
             modalità agile."
        );
    }

    #[test]
    fn how_far_and_on_what_paper() {
        let how = |answer, percentage: Option<&str>, paper| {
            Said { answer, percentage: percentage.map(str::to_owned), paper, ..said() }.how()
        };
        let yes = Some(Answer::Yes);
        assert_eq!(how(yes, Some("100"), None), "si può svolgere in modalità agile");
        assert_eq!(how(yes, Some("60"), None), "si può svolgere in modalità agile (percentuale indicata: 60\u{a0}%)");
        assert_eq!(
            how(Some(Answer::Partly), Some("8,5"), Some(false)),
            "si può svolgere in parte (8,5\u{a0}%) in modalità agile e non richiede supporti cartacei"
        );
        assert_eq!(
            how(Some(Answer::No), Some("0"), Some(true)),
            "non si può svolgere in modalità agile e richiede supporti cartacei"
        );
        assert_eq!(
            how(None, Some("30"), None),
            "non è indicato se si possa svolgere in modalità agile (percentuale indicata: 30\u{a0}%)"
        );
    }

    #[test]
    fn the_risk_is_of_corruption_or_not_stated() {
        assert_eq!(
            said().sentences().risk,
            "Il rischio corruttivo è alto: questo dato non dice nulla del lavoro agile."
        );
        let none = Said { risk: None, ..said() };
        assert_eq!(none.sentences().risk, "Il rischio corruttivo non è indicato.");
        let nowhere = Said { risk: None, has_risks: false, code: None, ..said() };
        let text = "Il processo riguarda lo smart team Linfa, nell'area Risorse. Si può svolgere in modalità agile.";
        assert_eq!(nowhere.sentences().text(), text);
    }

    #[test]
    fn no_combination_leaves_a_hole() {
        let whoms = [
            Whom::Teams(vec!["Casa S.r.l."]),
            Whom::Services { names: vec!["Attività varie"], teams: 2 },
            Whom::Everyone,
            Whom::NotStated,
        ];
        let answers = [None, Some(Answer::Yes), Some(Answer::Partly), Some(Answer::No)];
        for whom in &whoms {
            for answer in answers {
                for paper in [None, Some(true), Some(false)] {
                    for areas in [Vec::new(), said().areas] {
                        for share in [None, Some("50".to_owned())] {
                            let said = Said { whom: whom.clone(), areas: areas.clone(), answer, paper, ..said() };
                            let text = Said { percentage: share, ..said }.sentences().text();
                            let wrong = ["  ", "..", " ,", " .", "riguarda ,", "riguarda  "];
                            assert!(!wrong.iter().any(|piece| text.contains(piece)), "{text}");
                            assert!(text.ends_with('.') && text.contains("processo 1-1-B"), "{text}");
                        }
                    }
                }
            }
        }
    }
}
