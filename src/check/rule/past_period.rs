use super::plan_years::{periods, span};
use crate::check::rule_context::RuleContext;
use crate::check::written::each_passage;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA404",
    name: "periodo-trascorso",
    severity: Severity::Note,
    summary: "Un capitolo parla di un periodo o di una scadenza che questa edizione ha già alle spalle.",
    why: "È il testo che invecchia quando l'edizione si rifà copiando la precedente. I contratti, le leggi e gli anni singoli non contano.",
    remedy: "Aggiornare il testo, o dire che si parla del passato.",
    basis: "D.lgs. 33/2013, art. 6: aggiornamento dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Lo dice il Piano Esecutivo di Gestione 2021/2023. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Gli accordi si firmano entro il 28 febbraio 2025. Questo allegato descrive",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Vale il contratto collettivo per il triennio 2019-2021. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Nel 2020 è cominciata l'analisi, entro il 2027 finirà; l'anno scolastico 2024/2025 è il primo. Questo allegato descrive",
        )]),
    ],
};

/// Words of a sentence whose years are the name of something, or are meant as past.
const NAMES: [&str; 9] = [
    "contratt",
    "ccnl",
    "ccnq",
    "accordo quadro",
    "triennio contrattuale",
    "legge",
    "decreto",
    "direttiva",
    "delibera",
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let Some((first, _)) = span(context.edition.id.as_str()) else { return };
    each_passage(context, &mut |written| {
        let mut start = 0;
        for sentence in written.text.split_inclusive(['.', ';']) {
            let lower = sentence.to_lowercase();
            let at = start;
            start += sentence.len();
            if NAMES.iter().any(|name| lower.contains(name)) {
                continue;
            }
            let offset =
                |piece: &str| sentence.find(piece).map_or(at..start, |inside| at + inside..at + inside + piece.len());
            if let Some((_, _, piece)) = periods(sentence).into_iter().find(|(_, to, _)| *to < first - 1) {
                let message =
                    format!("il testo cita il periodo {piece}, finito da tempo quando comincia questa edizione");
                findings.push(
                    Finding::new(&RULE, written.span(context, offset(piece)), message)
                        .label("periodo trascorso")
                        .remedy(),
                );
            } else if let Some(piece) = deadline(sentence, first) {
                let message = format!("la scadenza «{piece}» è passata quando comincia questa edizione");
                findings.push(
                    Finding::new(&RULE, written.span(context, offset(piece)), message)
                        .label("scadenza trascorsa")
                        .remedy(),
                );
            }
        }
    });
}

/// `entro …` with a year before the first of the edition, at most five words later.
fn deadline(sentence: &str, first: i16) -> Option<&str> {
    let at = sentence.find("entro ").filter(|at| !sentence[..*at].ends_with(char::is_alphanumeric))?;
    let mut end = at;
    for word in sentence[at..].split(' ').take(6) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if let Ok(year) = bare.parse::<i16>()
            && (2000..first).contains(&year)
        {
            return Some(&sentence[at..end + bare.len()]);
        }
        end += word.len() + 1;
    }
    None
}
