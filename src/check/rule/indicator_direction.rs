use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Amount, Bound, Indicator, Measure, Unit};

/// The signs of the targets say one thing, their numbers another.
pub(super) static RULE: Rule = Rule {
    code: "LA329",
    name: "segno-e-obiettivi-discordi",
    severity: Severity::Warning,
    summary: "Gli obiettivi di un indicatore vanno contro il loro segno: con `≥` calano, con `≤` crescono, o i segni sono opposti.",
    why: "Il segno dice se si vuole di più o di meno: se i numeri vanno dall'altra parte, o il segno o un numero è sbagliato.",
    remedy: "Correggere il segno, o il numero.",
    correction: None,
    basis: "D.M. 132/2022: gli obiettivi del Piano sono specifici e misurabili.",
    failing: &[
        Example::new(&[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: \"≥ 50\", 2027: \"≥ 40\" } }\n",
        )]),
        Example::new(&[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Costi, indicatore: Spesa per stampe, obiettivi: { 2026: \"≤ 500\", 2027: \"≥ 400\" } }\n",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Costi, indicatore: Spesa per stampe, obiettivi: { 2026: \"≤ 500\", 2027: \"≤ 400\" } }\n",
        )]),
        Example {
            caption: "Una soglia da mantenere",
            edits: &[Edit::new(
                "indicatori.yaml",
                "",
                "indicatori:\n  - { dimensione: Servizi, indicatore: Soddisfazione degli utenti, unita: \"%\", base: { valore: 92 }, obiettivi: { 2026: \"≥ 80\", 2027: \"≥ 80\" } }\n",
            )],
        },
    ],
};

/// The targets go up and down.
pub(super) static WAVERING: Rule = Rule {
    code: "LA330",
    name: "obiettivi-altalenanti",
    severity: Severity::Note,
    summary: "Dalla base agli obiettivi di un indicatore i valori prima crescono e poi calano, o il contrario.",
    why: "Di solito un obiettivo si raggiunge per gradi: un valore che torna indietro è spesso un numero sbagliato.",
    remedy: "Correggere il numero; se è ciò che si vuole, non c'è nulla da fare.",
    correction: None,
    basis: "D.M. 132/2022: gli obiettivi del Piano sono specifici e misurabili.",
    failing: &[Example::new(&[Edit::new(
        "indicatori.yaml",
        "",
        "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, base: { valore: 40 }, obiettivi: { 2026: 50, 2027: 45 } }\n",
    )])],
    passing: &[Example::new(&[Edit::new(
        "indicatori.yaml",
        "",
        "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, base: { valore: 40 }, obiettivi: { 2026: 50, 2027: 50, 2028: 55 } }\n",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    findings.extend(context.edition.indicators.rows.iter().filter_map(against_sign));
}

pub(super) fn check_wavering(context: &RuleContext<'_>, findings: &mut Findings) {
    // One that goes against its sign has a finding of its own.
    let rows = context.edition.indicators.rows.iter().filter(|row| against_sign(row).is_none());
    findings.extend(rows.filter_map(wavering));
}

/// A value with its number.
type Step<'a> = (&'a Measure, &'a Amount);

/// The targets that are numbers, in the order of their years.
fn targets(indicator: &Indicator) -> Vec<Step<'_>> {
    indicator.targets.iter().filter_map(|target| step(&target.value)).collect()
}

fn step(measure: &Measure) -> Option<Step<'_>> {
    measure.amount.as_ref().map(|amount| (measure, amount))
}

fn against_sign(indicator: &Indicator) -> Option<Finding> {
    let all = targets(indicator);
    let signed: Vec<(Step<'_>, Bound)> =
        all.iter().filter_map(|step| step.1.bound.map(|bound| (*step, bound))).collect();
    for pair in signed.windows(2) {
        let [((before, first), bound), ((after, second), next)] = pair else { continue };
        let name = &indicator.name.value;
        let (one, other) = (&before.text.value, &after.text.value);
        let message = if bound != next {
            format!("gli obiettivi di «{name}» hanno segni opposti: «{one}» e poi «{other}»")
        } else if alike(first, second) && is_against(*bound, first.number, second.number) {
            let (sign, way) = if *bound == Bound::AtLeast { ("almeno", "calano") } else { ("al massimo", "crescono") };
            format!("gli obiettivi di «{name}» dicono «{sign}», ma {way}: «{one}» e poi «{other}»")
        } else {
            continue;
        };
        let finding = Finding::new(&RULE, after.text.span, message).label("va dall'altra parte");
        return Some(finding.related(before.text.span, "l'obiettivo prima è qui").remedy());
    }
    None
}

fn is_against(bound: Bound, before: f64, after: f64) -> bool {
    match bound {
        Bound::AtLeast => after < before,
        Bound::AtMost => after > before,
    }
}

fn wavering(indicator: &Indicator) -> Option<Finding> {
    let mut steps = targets(indicator);
    let base = indicator.base.as_ref().and_then(|base| step(&base.value));
    // A threshold that the base already keeps is no step of a way.
    let is_kept = |base: &Step<'_>| {
        let first = steps.first().map(|(_, amount)| *amount);
        first.is_some_and(|first| first.bound.is_some_and(|bound| is_against(bound, base.1.number, first.number)))
    };
    if let Some(base) = base.filter(|base| !is_kept(base)) {
        steps.insert(0, base);
    }
    let mut rising: Option<bool> = None;
    for pair in steps.windows(2) {
        let [(before, first), (after, second)] = pair else { continue };
        let is_same = (first.number - second.number).abs() < f64::EPSILON;
        if !alike(first, second) || is_same {
            continue;
        }
        let rises = second.number > first.number;
        if rising.is_some_and(|rising| rising != rises) {
            let (was, is) = if rises { ("calano", "crescono") } else { ("crescono", "calano") };
            let message = format!(
                "i valori di «{}» prima {was} e poi {is}: da «{}» a «{}»",
                indicator.name.value, before.text.value, after.text.value
            );
            let finding = Finding::new(&WAVERING, after.text.span, message).label("torna indietro");
            return Some(finding.related(before.text.span, "il valore prima è qui").remedy());
        }
        rising = Some(rises);
    }
    None
}

/// Whether two amounts may be in one unit.
fn alike(one: &Amount, other: &Amount) -> bool {
    let units: Option<(Unit, Unit)> = one.own_unit().zip(other.own_unit());
    units.is_none_or(|(one, other)| one.may_be(&other))
}
