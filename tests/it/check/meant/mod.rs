//! What is said of a value that is not the right one, and what `--fix` may write: what resolves, with nothing of what was written lost.

mod administration;
mod references;
mod values;

use crate::folder::Folder;
use crate::found::checked;
use piao::check::Settings;
use piao::diagnostic::Safety;
use piao::fix::correct;
use piao::load::Overlay;
use piao::model::Date;

/// File of the starter, what stands there, what is written instead; the rule, a piece of its help, what `--fix` leaves.
struct Case<'a> {
    edit: (&'a str, &'a str, &'a str),
    code: &'a str,
    help: &'a str,
    fixed: &'a str,
}

const fn case<'a>(edit: (&'a str, &'a str, &'a str), code: &'a str, help: &'a str, fixed: &'a str) -> Case<'a> {
    Case { edit, code, help, fixed }
}

/// The first finding at the changed place is the expected one, nothing else is an error, and the certain corrections leave what is expected.
fn hold(setting: &[(&str, &str, &str)], cases: &[Case<'_>]) {
    for Case { edit: (file, replace, with), code, help, fixed } in cases {
        let starter = Folder::starter();
        for (file, replace, with) in setting {
            starter.edit(file, replace, with);
        }
        starter.edit(file, replace, with);
        let before = starter.read(file);
        let (_, findings) = checked(starter.root(), &Overlay::new());
        let found: Vec<_> =
            findings.iter().map(|finding| (finding.rule.code, finding.help.as_deref().unwrap_or_default())).collect();
        let told = found.iter().filter(|(rule, _)| rule == code).any(|(_, words)| words.contains(help));
        assert!(told, "«{with}»: {found:#?}");
        let same_place = |rule: &str| ["LA102", "LA201", "LA202", "LA203", "LA205", "LA207"].contains(&rule);
        assert_eq!(found.iter().filter(|(rule, _)| same_place(rule)).count().max(1), 1, "«{with}»: {found:#?}");
        let today = Date::parse("2026-01-15").expect("a day");
        let settings = Settings { today, waivers: true };
        let correction = correct(starter.root(), settings, Safety::Certain).expect("corrections");
        let after = correction.files.iter().find(|file| before == file.before).map_or(&before, |file| &file.after);
        assert_eq!(*after, before.replacen(with, fixed, 1), "«{with}»");
    }
}

const PROCESSES: &str = "processi.yaml";
const ANSWER: &str = "smartabilita: si";
