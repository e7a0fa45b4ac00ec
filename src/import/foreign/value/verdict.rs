use super::share::ALL_OR_HUNDREDTH;
use super::{Read, mark, number, on_one_line, states_nothing, yes_no};
use crate::model::{Answer, Keyword as _, Scales, decimal, fold, latin};

/// What a cell says of whether a process can be done in agile mode.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Verdict {
    /// `si`, `in parte`, `no`, or the administration's own word.
    pub(in super::super) word: String,
    /// How much of it, in hundredths, where that is written and is a part.
    pub(in super::super) percentage: Option<f64>,
    /// Why.
    pub(in super::super) reason: Option<String>,
    /// The marks beside it.
    pub(in super::super) marks: Vec<String>,
}

const YES: [&str; 11] = [
    "smartabile",
    "totale",
    "totalmente",
    "completamente",
    "interamente",
    "si totalmente",
    "agile",
    "remotizzabile",
    "tutto",
    "per intero",
    "totalmente smartabile",
];
const PARTLY: [&str; 29] = [
    "in parte",
    "parz",
    "parziale",
    "parzialmente",
    "p",
    "ip",
    "i p",
    "in p",
    "part",
    "parzial",
    "si in parte",
    "solo in parte",
    "si parzialmente",
    "si parziale",
    "parz smart",
    "parz smartabile",
    "parzialmente smartabile",
    "parzialm",
    "parzialm smartabile",
    "parzialm smart",
    "parzialmente smart",
    "si no",
    "si e no",
    "in pt",
    "in parte si",
    "smartabile in parte",
    "smartabile parzialmente",
    "parte",
    "parzialmente si",
];
const NO: [&str; 13] = [
    "non smartabile",
    "non smart",
    "non smartab",
    "escluso",
    "esclusa",
    "non agile",
    "non remotizzabile",
    "non possibile",
    "mai",
    "in presenza",
    "solo in presenza",
    "non eseguibile da remoto",
    "per nulla",
];

/// The verdict of a cell; `own` are the administration's words, `answered` what the answers say of a word.
pub(in super::super) fn read(text: &str, own: &Scales, answered: impl Fn(&str) -> Option<String>) -> Read<Verdict> {
    let text = on_one_line(text);
    if let Some(answer) = answered(&text) {
        return read_plain(&answer, own);
    }
    if states_nothing(&text) {
        return Read::Blank;
    }
    let (bare, marks) = mark::split(&text);
    let verdict = match whole(bare, own) {
        Read::Not(_) => with_reason(bare, own),
        read => read,
    };
    verdict.map(|verdict| Verdict { marks, ..verdict })
}

fn read_plain(text: &str, own: &Scales) -> Read<Verdict> {
    if states_nothing(text) { Read::Blank } else { whole(text, own) }
}

/// A text that is a verdict and nothing else.
fn whole(text: &str, own: &Scales) -> Read<Verdict> {
    let verdict = |answer: Answer| Verdict { word: answer.keyword().to_owned(), ..Verdict::default() };
    let folded = fold(&latin(text));
    if let Some((_, word)) = own.answers.iter().find(|(_, word)| fold(word) == folded) {
        return Read::Sure(Verdict { word: word.value.clone(), ..Verdict::default() });
    }
    if let Some(answer) = yes_no::answer(text) {
        return Read::Sure(verdict(if answer { Answer::Yes } else { Answer::No }));
    }
    for (words, answer) in [(&YES[..], Answer::Yes), (&PARTLY[..], Answer::Partly), (&NO[..], Answer::No)] {
        if words.contains(&folded.as_str()) {
            return Read::Sure(verdict(answer));
        }
    }
    share(text).map_or_else(|| Read::Not("non è un sì, un no o un «in parte»".to_owned()), |share| share.map(of_share))
}

/// How much of it, in hundredths: `80%`, `0,5`, `100`.
pub(in super::super) fn share(text: &str) -> Option<Read<f64>> {
    if let Some(share) = number::percentage(text) {
        return Some(checked(share));
    }
    let written = number::parse(text)?;
    if (written - 1.0).abs() < f64::EPSILON {
        return Some(Read::Doubtful(100.0, ALL_OR_HUNDREDTH.to_owned()));
    }
    Some(if written < 1.0 { checked(written * 100.0) } else { checked(written) })
}

fn checked(share: f64) -> Read<f64> {
    if (0.0..=100.0).contains(&share) {
        Read::Sure(share)
    } else {
        Read::Not(format!("{}% non è fra 0 e 100", decimal(share)))
    }
}

fn of_share(share: f64) -> Verdict {
    let share = (share * 1e6).round() / 1e6;
    let (answer, percentage) = match share {
        0.0 => (Answer::No, None),
        100.0 => (Answer::Yes, None),
        part => (Answer::Partly, Some(part)),
    };
    Verdict { word: answer.keyword().to_owned(), percentage, ..Verdict::default() }
}

/// A verdict with its reason after it: `in parte (no sopralluogo)`, `NO - front office`, `in parte, 60%`.
fn with_reason(text: &str, own: &Scales) -> Read<Verdict> {
    if let Some((before, share)) = text.rsplit_once(' ')
        && number::percentage(share).is_some()
        && let Read::Sure(verdict) = whole(before, own)
    {
        return explained(verdict, share, own);
    }
    let not = Read::Not("non è un sì, un no o un «in parte»".to_owned());
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, '(' | ':' | ',' | ';' | '-' | '–' | '.' | '['))
    {
        let before = text[..at].trim();
        let after = text[at + sign.len_utf8()..].trim().trim_end_matches([')', ']']).trim();
        if before.is_empty() || after.is_empty() || number::parse(before).is_some() {
            continue;
        }
        let Read::Sure(verdict) = whole(before, own) else { continue };
        // `parz. smartabile` is one word after another, not a reason.
        if sign == '.' && after.split_whitespace().count() < 2 && verdict.word != after {
            continue;
        }
        return explained(verdict, after, own);
    }
    // `SI ma solo back office`: the limit follows without a sign.
    for (at, _) in text.match_indices(' ') {
        let (before, after) = (text[..at].trim(), text[at..].trim());
        let first = first_word(after);
        if (EXCEPT.contains(&first.as_str()) || first == "solo")
            && let Read::Sure(verdict) = whole(before, own)
        {
            return explained(verdict, after, own);
        }
    }
    not
}

/// Words that begin an exception to an answer.
const EXCEPT: [&str; 6] = ["ma", "tranne", "eccetto", "salvo", "limitatamente", "fuorche"];
/// Those that besides limit a yes.
const LIMITS: [&str; 6] = ["solo", "escluso", "esclusa", "esclusi", "no", "non"];
/// Those that do so wherever they stand.
const PARTS: [&str; 4] = ["no", "parte", "parti", "parzialmente"];
/// Words of lengths of time, which are no reasons.
const TIMES: [&str; 9] = ["g", "gg", "giorno", "giorni", "giornata", "giornate", "ore", "h", "settimane"];

/// The word with which a text begins, folded.
fn first_word(text: &str) -> String {
    fold(text.split_whitespace().next().unwrap_or_default()).split(' ').next().unwrap_or_default().to_owned()
}

/// Whether a text only counts days or hours: `2 gg`, `1 giorno a settimana`.
fn is_time(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ').skip_while(|word| ["max", "massimo", "fino", "a", "al"].contains(word));
    let number = words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    number && words.next().is_some_and(|word| TIMES.contains(&word)) && words.count() < 4
}

/// What a reason does to a verdict.
fn explained(verdict: Verdict, reason: &str, own: &Scales) -> Read<Verdict> {
    if let Some(Read::Sure(share)) = number::percentage(reason).map(checked) {
        let shared = of_share(share);
        return if shared.word == verdict.word {
            Read::Sure(shared)
        } else {
            Read::Doubtful(
                Verdict { percentage: None, ..verdict },
                format!("la parola e la percentuale «{reason}» non concordano"),
            )
        };
    }
    if let Read::Sure(other) = whole(reason, own)
        && other.word != verdict.word
    {
        return Read::Doubtful(other, "sono scritte due risposte".to_owned());
    }
    if is_time(reason) {
        return Read::Doubtful(verdict, format!("«{reason}» non è una motivazione: non è stato scritto"));
    }
    let first = first_word(reason);
    let folded = fold(reason);
    let has = |word: &str| folded.split(' ').any(|said| said == word);
    let is_exception = EXCEPT.contains(&first.as_str()) || EXCEPT[1..].iter().any(|word| has(word));
    let message = match verdict.word.as_str() {
        word if word == Answer::No.keyword() && is_exception => "un no con un'eccezione potrebbe essere un «in parte»",
        word if word == Answer::Yes.keyword()
            && (is_exception || LIMITS.contains(&first.as_str()) || PARTS.iter().any(|word| has(word))) =>
        {
            "un sì con un limite potrebbe essere un «in parte»"
        }
        _ => "",
    };
    let verdict = Verdict { reason: Some(reason.to_owned()), ..verdict };
    if message.is_empty() { Read::Sure(verdict) } else { Read::Doubtful(verdict, message.to_owned()) }
}
