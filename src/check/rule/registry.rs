//! What the registry of rules says of each: its stage.

use crate::check::rule_context::RuleContext;
use crate::check::written::Written;
use crate::diagnostic::{Findings, Rule, Severity};
use crate::model::Annex;
use crate::source::Sources;

/// A rule, and the stage at which it speaks.
#[derive(Clone, Copy)]
pub(in crate::check) struct RegisteredRule {
    pub(in crate::check) rule: &'static Rule,
    pub(in crate::check) stage: Stage,
    /// Whether a finding of it may be an error of its own.
    pub(in crate::check) may_be_error: bool,
}

impl RegisteredRule {
    const fn new(rule: &'static Rule, stage: Stage) -> Self {
        Self { rule, stage, may_be_error: matches!(rule.severity, Severity::Error) }
    }

    /// The same of a rule some of whose findings are errors though most are not.
    pub(super) const fn at_times_an_error(self) -> Self {
        Self { may_be_error: true, ..self }
    }
}

/// When a rule speaks; those that are run by themselves bring their check along.
#[derive(Clone, Copy)]
pub(in crate::check) enum Stage {
    /// On each edition.
    Content(fn(&RuleContext<'_>, &mut Findings)),
    /// On each text that readers will see.
    Text(fn(&RuleContext<'_>, &Written<'_>, &mut Findings)),
    /// Once, on all editions together.
    Annex(fn(&Annex, &Sources, &mut Findings)),
    /// When the office's own settings are applied to the findings of the stages before.
    Settings,
    /// When the office's waivers are applied to all other findings.
    Waivers,
}

/// A rule on the settings of the checks.
pub(super) const fn settings(rule: &'static Rule) -> RegisteredRule {
    RegisteredRule::new(rule, Stage::Settings)
}

/// A rule on waivers.
pub(super) const fn waivers(rule: &'static Rule) -> RegisteredRule {
    RegisteredRule::new(rule, Stage::Waivers)
}

/// A rule that is run on each edition.
pub(super) const fn content(rule: &'static Rule, check: fn(&RuleContext<'_>, &mut Findings)) -> RegisteredRule {
    RegisteredRule::new(rule, Stage::Content(check))
}

/// A rule that is run on each text by itself.
pub(super) const fn text(
    rule: &'static Rule,
    check: fn(&RuleContext<'_>, &Written<'_>, &mut Findings),
) -> RegisteredRule {
    RegisteredRule::new(rule, Stage::Text(check))
}

/// A rule that is run once on all editions together.
pub(super) const fn annex(rule: &'static Rule, check: fn(&Annex, &Sources, &mut Findings)) -> RegisteredRule {
    RegisteredRule::new(rule, Stage::Annex(check))
}
