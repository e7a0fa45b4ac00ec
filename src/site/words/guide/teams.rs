use crate::model::Edition;

/// How to read the table of the smart teams.
pub(super) fn points(edition: &Edition) -> Vec<String> {
    let teams = &edition.teams;
    let mut points = vec![
        "Ogni riga è uno smart team, con il servizio e l'area a cui appartiene.".to_owned(),
        "La smartabilità dice quanto il lavoro del gruppo si può svolgere in modalità agile: ●\u{a0}smartabile, ◐\u{a0}\
         parzialmente smartabile, ○\u{a0}non smartabile."
            .to_owned(),
        "È la smartabilità del gruppo nel suo insieme: quella dei singoli processi è nella Tavola 1 e può essere diversa."
            .to_owned(),
    ];
    points.extend(super::remarks(teams.rows.iter().map(|team| &team.annotations), &teams.marks));
    points
}
