use super::Outcome;
use super::arguments::Explain;
use super::streams::{tell, write};
use crate::check::catalogue;
use crate::diagnostic::nearest;
use crate::report;
use crate::trouble::Trouble;

pub(super) fn run(options: &Explain) -> Result<Outcome, Trouble> {
    let rules = catalogue();
    if options.guide {
        write(&report::guide(&rules))?;
        return Ok(Outcome::Done);
    }
    let Some(wanted) = options.code.as_deref() else {
        write(&report::list(&rules))?;
        tell!("{} controlli: di ciascuno si legge di più con `piao spiega CODICE`.", rules.len());
        return Ok(Outcome::Done);
    };
    let code = wanted.to_uppercase();
    let found = rules.iter().find(|rule| rule.code == code || rule.name.eq_ignore_ascii_case(wanted));
    let Some(rule) = found else {
        let near = nearest(&code, rules.iter().map(|rule| rule.code));
        let advice = near.map_or_else(
            || "l'elenco si legge con `piao spiega --tutti`".to_owned(),
            |near| format!("forse si intendeva {near}; l'elenco si legge con `piao spiega --tutti`"),
        );
        return Err(Trouble::new(format!("il controllo `{wanted}` non esiste"), advice));
    };
    write(&report::explanation(rule))?;
    Ok(Outcome::Done)
}
