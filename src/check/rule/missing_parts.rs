use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Keyword, RequiredPart, Status};

pub(super) static RULE: Rule = Rule {
    code: "LA703",
    name: "parti-obbligatorie-mancanti",
    severity: Severity::Note,
    summary: "Nessun capitolo dichiara, con `copre`, una parte che la sezione sul lavoro agile deve avere.",
    why: "La norma elenca le condizioni da indicare: chi controlla il Piano le cerca una per una.",
    remedy: "Aggiungere la parte che manca, o dichiarare con `copre` il capitolo che la contiene già.",
    correction: None,
    basis: "D.M. 132/2022, art. 4 c. 1 lett. b.",
    failing: &[Example::new(&[Edit::new(
        "/content/2026-2028/01-premessa.md",
        "ordine: 1",
        "ordine: 1\ncopre: [servizi-agli-utenti]",
    )])],
    passing: &[Example::new(&[Edit::new(
        "/content/2026-2028/01-premessa.md",
        "ordine: 1",
        "ordine: 1\ncopre: [servizi-agli-utenti, rotazione-e-prevalenza, strumenti-e-riservatezza, smaltimento-arretrato, dotazioni-del-personale]",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let declared: Vec<_> = edition.chapters.iter().flat_map(|chapter| &chapter.covers).collect();
    let approved = edition.status.as_ref().filter(|status| status.value == Status::Approved);
    // A chapter that could not be read may be the one that holds the part; a mistyped part has a finding of its own.
    let mistyped = declared.iter().any(|part| RequiredPart::parse(part).is_none());
    let folder = format!("content/{}/", edition.id.as_str());
    let unread = context.faulty.iter().any(|source| context.sources.get(*source).path().starts_with(&folder));
    if (declared.is_empty() && approved.is_none()) || mistyped || unread {
        return;
    }
    let held: Vec<RequiredPart> =
        declared.iter().filter_map(|part| RequiredPart::parse(part)).map(|(part, _)| part).collect();
    let missing: Vec<_> = RequiredPart::KEYWORDS.iter().filter(|(_, part)| !held.contains(part)).collect();
    if missing.is_empty() {
        return;
    }
    let list: Vec<String> = missing.iter().map(|(word, part)| format!("{} (`{word}`)", part.meaning())).collect();
    let what =
        if missing.len() == 1 { "nessun capitolo dichiara che" } else { "nessun capitolo dichiara queste parti:" };
    let span = approved.map_or(edition.plan.span, |status| status.span);
    let label = if missing.len() == 1 {
        "ne manca una parte".to_owned()
    } else {
        format!("ne mancano {} parti", missing.len())
    };
    findings.push(Finding::new(&RULE, span, format!("{what} {}", list.join("; "))).label(label).remedy());
}
