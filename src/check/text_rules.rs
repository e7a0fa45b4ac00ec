//! The rules that look at each text by itself.

use super::rule::{REGISTRY, RegisteredRule, Stage};
use super::rule_context::RuleContext;
use super::written::{Written, each_passage};
use crate::diagnostic::{Finding, Findings};
use rayon::prelude::*;

/// How many texts are walked through at a time: they stay at hand of a core until the last rule has looked at them.
pub(super) const PIECE: usize = 512;

/// What the rules on single texts that `speaks` lets speak find: texts are walked through once, some at a time, by all rules one after the
/// other. Rule by rule, the findings come in the order of the texts.
pub(super) fn check(context: &RuleContext<'_>, speaks: &(dyn Fn(&RegisteredRule) -> bool + Sync)) -> Vec<Finding> {
    let of_piece = |texts: &[Written<'_>]| -> Vec<Findings> {
        let rules = REGISTRY.iter().filter_map(|entry| match entry.stage {
            Stage::Text(check) => Some((entry, check)),
            _ => None,
        });
        let found = rules.map(|(entry, check)| {
            let mut found = Findings::default();
            if speaks(entry) {
                for written in texts {
                    check(context, written, &mut found);
                }
            }
            found
        });
        found.collect()
    };
    let values = context
        .texts
        .par_chunks(PIECE)
        .with_max_len(1)
        .map(|texts| of_piece(&texts.iter().map(|(text, signs)| Written::value(text, *signs)).collect::<Vec<_>>()));
    let mut passages = Vec::new();
    each_passage(context, &mut |written| passages.push(*written));
    let pieces: Vec<Vec<Findings>> = values.chain(passages.par_chunks(PIECE).with_max_len(1).map(of_piece)).collect();
    let mut all: Vec<Findings> = Vec::new();
    for piece in pieces {
        all.resize_with(piece.len(), Findings::default);
        all.iter_mut().zip(piece).for_each(|(found, piece)| found.append(piece));
    }
    all.into_iter().flat_map(Findings::into_vec).collect()
}
