use super::{Read, mark, number, on_one_line, states_nothing};
use crate::model::{Headcount, decimal, fold};

/// How many people a cell counts.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Counted {
    /// So many.
    pub(in super::super) people: Headcount,
    /// Their share in hundredths, where it stands beside them: `12 (30%)`.
    pub(in super::super) share: Option<f64>,
    /// The marks beside them.
    pub(in super::super) marks: Vec<String>,
}

/// Words that may stand beside a number of people.
const BESIDE: [&str; 12] = [
    "n",
    "nr",
    "num",
    "unita",
    "dipendenti",
    "dipendente",
    "persone",
    "persona",
    "addetti",
    "lavoratori",
    "di",
    "agili",
];

/// The number of people of a cell.
pub(in super::super) fn read(text: &str) -> Read<Counted> {
    let text = on_one_line(text);
    if states_nothing(&text) {
        return Read::Blank;
    }
    let (bare, marks) = mark::split(&text);
    let counted = |people, share| Counted { people, share, marks: marks.clone() };
    if let Some(people) = Headcount::parse(bare) {
        return Read::Sure(counted(people, None));
    }
    if let Some(number) = number::parse(bare) {
        return whole(number).map(|number| counted(number, None));
    }
    if let Some((before, inside)) = bare.strip_suffix(')').and_then(|text| text.split_once('('))
        && let (Some(number), Some(share)) = (number::parse(before), number::percentage(inside))
    {
        return whole(number).map(|number| counted(number, Some(share)));
    }
    if bare.starts_with(['≥', '>', '≤']) || bare.starts_with("<=") {
        return Read::Not(
            "di quante persone si tratta non è detto: si accettano un numero o una classe come «< 3»".to_owned(),
        );
    }
    if bare.contains(['%', '‰']) {
        return Read::Not("una percentuale non dice quante persone sono".to_owned());
    }
    let folded = fold(bare);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !BESIDE.contains(word)).collect();
    let said = words.len();
    words.retain(|word| !["circa", "ca"].contains(word));
    let is_about = said > words.len() || bare.contains(['~', '≈', '±', '?']);
    if let [only] = words.as_slice()
        && let Ok(number) = only.parse::<u32>()
    {
        let read = Read::Sure(counted(Headcount::Exactly(number), None));
        return if is_about { read.doubted("è un numero approssimato") } else { read };
    }
    Read::Not("non è un numero di persone".to_owned())
}

fn whole(number: f64) -> Read<Headcount> {
    if number < 0.0 || number.fract() != 0.0 || number > f64::from(u32::MAX) {
        return Read::Not(format!("{} non è un numero intero di persone", decimal(number)));
    }
    match format!("{number:.0}").parse() {
        Ok(number) => Read::Sure(Headcount::Exactly(number)),
        Err(_) => Read::Not("non è un numero di persone".to_owned()),
    }
}
