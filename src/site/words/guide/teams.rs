use crate::site::context::EditionContext;
use crate::tables::TEAMS;

/// How to read the table of the smart teams.
pub(super) fn points(context: &EditionContext<'_>) -> Vec<String> {
    let teams = &context.edition.teams;
    let words = &context.edition.model.words;
    let has = |column| context.columns.shows(&TEAMS, column);
    let place = match (has("servizio"), has("area")) {
        (true, true) => ", con [il servizio] e [l'area] a cui appartiene",
        (true, false) => ", con [il servizio] a cui appartiene",
        _ => "",
    };
    let mut points = vec![words.fill("Ogni riga è [uno smart team]{}.", &[&words.say(place)])];
    let smartability = [
        words
            .say(
                "[La smartabilità] dice quanto il lavoro del gruppo si può svolgere in modalità agile: ●\u{a0}smartabile, \
                 ◐\u{a0}parzialmente smartabile, ○\u{a0}non smartabile.",
            )
            .to_owned(),
        words.fill(
            "È [la smartabilità] del gruppo nel suo insieme: [quella!smartabilità][il dato@smartabilità] [dei singoli processi] \
             è nella {} e può essere [diversa!smartabilità][diverso@smartabilità].",
            &[&context.edition.process_table()],
        ),
    ];
    points.extend(smartability.into_iter().filter(|_| has("smartabilita")));
    points.extend(super::remarks(teams.rows.iter().map(|team| &team.annotations), &teams.marks));
    points
}
