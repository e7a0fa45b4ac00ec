use super::*;
use crate::diagnostic::Family;

#[test]
fn a_rule_on_the_settings_or_the_waivers_speaks_when_these_are_applied() {
    for RegisteredRule { rule, stage, .. } in REGISTRY {
        let family = rule.family().unwrap_or_else(|| panic!("{} is no code", rule.code));
        assert_eq!(matches!(stage, Stage::Settings), family == Family::Settings, "{}", rule.code);
        assert_eq!(matches!(stage, Stage::Waivers), family == Family::Waivers, "{}", rule.code);
    }
}
