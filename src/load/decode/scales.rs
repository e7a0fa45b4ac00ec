use crate::load::form::annex_model as rule;
use crate::load::node::{Node, NodeKind};
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Answer, Keyword as _, RecordName, Scales, Text, fold};

/// How many steps a scale of risk may have.
const STEPS: std::ops::RangeInclusive<usize> = 2..=7;

/// `scale`: the words for the risk and for the answers of smartability.
pub(super) fn scales(reader: &mut Reader<'_>, node: &Node) -> Scales {
    let mut scales = Scales::default();
    let Some(mut record) = Record::of(reader, node, "le scale") else { return scales };
    if let Some(steps) = record.value("rischio") {
        let words = reader.list(steps, "rischio", Reader::text);
        let repeated = report_repeated(reader, words.iter());
        // Words that could not be read are steps, too.
        let is_read = match &steps.kind {
            NodeKind::List(items) => items.len() == words.len(),
            _ => !words.is_empty(),
        };
        if !STEPS.contains(&words.len()) {
            if is_read {
                reader.report(rule::steps(steps.span(), words.len()));
            }
        } else if !repeated {
            scales.risk = words;
        }
    }
    if let Some(answers) =
        record.value("smartabilita").and_then(|node| Record::of(reader, node, "le parole della smartabilità"))
    {
        scales.answers = self::answers(reader, answers);
    }
    record.finish(reader, "modello", RecordName::part("scale"));
    scales
}

fn answers(reader: &mut Reader<'_>, mut record: Record<'_>) -> Vec<(Answer, Text)> {
    let mut words = Vec::new();
    for (keyword, answer) in Answer::KEYWORDS {
        let own = record.texts(reader, keyword);
        // The usual word may stand among them: it goes on meaning what it does.
        words.extend(own.into_iter().filter(|word| word.value != *keyword).map(|word| (*answer, word)));
    }
    record.finish(reader, "modello", RecordName::part("smartabilita").of_list("scale"));
    report_repeated(reader, words.iter().map(|(_, word)| word));
    let usual = |(answer, word): &(Answer, Text)| Answer::parse(word).is_some_and(|(other, _)| other != *answer);
    for (_, word) in words.iter().filter(|word| usual(word)) {
        reader.report(rule::other_answer(word));
    }
    words
}

/// Reports the words that stand twice on a scale, and says whether there are such.
fn report_repeated<'w>(reader: &mut Reader<'_>, words: impl Iterator<Item = &'w Text>) -> bool {
    let mut known: Vec<String> = Vec::new();
    let mut repeated = false;
    for word in words {
        let folded = fold(word);
        if known.contains(&folded) {
            reader.report(rule::repeated_word(word));
            repeated = true;
        }
        known.push(folded);
    }
    repeated
}
