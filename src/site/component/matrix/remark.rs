//! What is said of a team whose work cannot be done in agile mode although some of its processes can.

use crate::model::{Concept, Scope, Smartability};
use crate::site::context::EditionContext;
use crate::site::view::Chip;
use crate::site::view::Tally;

/// The two answers side by side; nothing where they agree.
pub(in crate::site) fn closed_with_agile_processes(context: &EditionContext<'_>, team: usize) -> Option<String> {
    let answer = context.edition.teams.rows[team].smartability.as_ref()?.value;
    let processes = &context.graph.team_processes[team];
    let tally = Tally::of(context.edition, processes);
    if answer != Smartability::None || tally.agile() == 0 {
        return None;
    }
    let words = &context.edition.model.words;
    let answer = Chip::from(answer);
    let (agile, table) = (words.count(tally.agile(), Concept::Process), context.edition.process_table());
    let text = "«{}» nel suo insieme; la {} indica però {} su {} da svolgere in modalità agile, del tutto o in parte.";
    let mut remark = words.fill(text, &[&answer.word(), &table, &agile, &tally.total]);
    let of_service =
        |process: &usize| matches!(context.edition.processes.rows[*process].scope, Some(Scope::Services(_)));
    if processes.iter().any(of_service) {
        remark.push_str(words.say(" Vi contano anche [i processi] [di tutto il servizio]."));
    }
    Some(remark)
}
