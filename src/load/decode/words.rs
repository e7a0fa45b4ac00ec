use crate::diagnostic::Finding;
use crate::load::form::own_word as rule;
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Concept, Keyword as _, Noun, NounForm, Number, RecordName, Text, Words, fold};

/// A word that was read, with what was written for one and for several.
struct Read {
    concept: Concept,
    noun: Noun,
    one: Text,
}

/// What `parole` says.
#[derive(Default)]
pub(super) struct ReadWords {
    /// What the administration calls the things of which an annex speaks.
    pub(super) words: Words,
    /// Words that are our usual ones of another thing: a fault in an annex that has such things.
    pub(super) shared: Vec<SharedWord>,
}

/// A word of the administration that is also our usual one of something else.
pub(in crate::load) struct SharedWord {
    /// What else it is the word of.
    pub(in crate::load) of: Concept,
    pub(in crate::load) finding: Finding,
}

/// Reads `parole`.
pub(super) fn words(reader: &mut Reader<'_>, node: &Node) -> ReadWords {
    let mut words = Words::default();
    let Some(mut record) = Record::of(reader, node, "le parole") else { return ReadWords::default() };
    let mut known: Vec<Read> = Vec::new();
    for concept in Concept::ALL {
        let node = record.value(concept.keyword());
        let Some(read) = node.and_then(|node| word(reader, concept, node)) else { continue };
        if let Some(other) = known
            .iter()
            .find(|other| fold(&other.noun.form(Number::One).word) == fold(&read.noun.form(Number::One).word))
        {
            reader.report(rule::shared(&read.one, concept, &other.one, other.concept));
        }
        known.push(read);
    }
    record.finish(reader, "modello", RecordName::part("parole"));
    let shared = known.iter().flat_map(|read| shared_with_usual(read, &known, &words)).collect();
    for read in known {
        words.set(read.concept, read.noun);
    }
    ReadWords { words, shared }
}

/// The things without a word of the administration's own whose usual word is that of `read`.
fn shared_with_usual(read: &Read, known: &[Read], usual: &Words) -> Vec<SharedWord> {
    let one = |noun: &Noun| fold(&noun.form(Number::One).word);
    let unnamed = Concept::ALL.into_iter().filter(|concept| known.iter().all(|read| read.concept != *concept));
    let same = unnamed.filter(|concept| usual.noun(*concept).is_some_and(|noun| one(noun) == one(&read.noun)));
    same.map(|of| SharedWord { of, finding: rule::usual_of_another(&read.one, read.concept, of) }).collect()
}

fn word(reader: &mut Reader<'_>, concept: Concept, node: &Node) -> Option<Read> {
    let mut record = Record::of(reader, node, "la parola")?;
    let one = record.must(reader, "singolare", Reader::text);
    let many = if concept.is_counted() {
        record.must(reader, "plurale", Reader::text)
    } else {
        record.maybe_text(reader, "plurale")
    };
    let has_plural = record.written("plurale").is_some();
    record.finish(reader, "modello", RecordName::part(concept.keyword()));
    let one = one?;
    let form = form(reader, &one, Number::One, concept);
    let many = match &many {
        Some(text) => Some((text, self::form(reader, text, Number::Many, concept)?)),
        None if has_plural || concept.is_counted() => return None,
        None => None,
    };
    let form = form?;
    report_suspect(reader, (&one, &form), many.as_ref().map(|(text, form)| (*text, form)));
    Some(Read { concept, noun: Noun::new(form, many.map(|(_, form)| form)), one })
}

fn form(reader: &mut Reader<'_>, text: &Text, number: Number, concept: Concept) -> Option<NounForm> {
    match NounForm::read(text, number) {
        Ok(form) => Some(form),
        Err(fault) => {
            reader.report(rule::unreadable(text, fault, number, concept));
            None
        }
    }
}

/// Feminine words on -ie and -e, shortened words and loanwords that have the same plural.
const INVARIABLE: [&str; 9] = ["auto", "cinema", "equipe", "foto", "moto", "radio", "serie", "specie", "video"];

/// Whether a word begins with one that does not change in the plural.
fn is_invariable(word: &str) -> bool {
    fold(word).split(' ').next().is_some_and(|first| INVARIABLE.contains(&first))
}

/// Reports what can be read, but is hardly what was meant.
fn report_suspect(reader: &mut Reader<'_>, one: (&Text, &NounForm), many: Option<(&Text, &NounForm)>) {
    for (text, form) in [Some(one), many].into_iter().flatten() {
        if !form.article_fits() {
            reader.report(rule::article(text, form));
        } else if form.is_shouted() {
            reader.report(rule::shouted(text));
        }
    }
    let Some((text, many)) = many else { return };
    if many.word == one.1.word && many.word.ends_with(['a', 'e', 'o']) && !is_invariable(&many.word) {
        reader.report(rule::same_plural(text));
    } else if !one.1.agrees_with(many) {
        reader.report(rule::other_gender(text, one.0));
    }
}
