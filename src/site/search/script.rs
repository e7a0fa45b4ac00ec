//! The files of the index. Each calls `piaoRicerca(what, number, data)`, which `ricerca.js` defines before it asks for them.

use super::dictionary::{Dictionary, DictionaryEntry};
use super::record::{Record, Records};
use super::synonyms::Synonyms;
use super::token::COMMON;
use crate::output::Output;
use serde::Serialize;
use serde_json::json;

/// With no more occurrences of words than this, the dictionary is one file.
const WHOLE: usize = 60_000;

/// About how many characters a part of a larger dictionary has.
const PART: usize = 24_000;

/// With no more characters than this, the records are in the same file as the dictionary.
const TOGETHER: usize = 16_000;

/// How many records a file holds otherwise: a search shows ten, which may stand anywhere. More than these many of them share larger files.
const MANY: usize = 2_000;

/// The letters that all words of a part have in common with no word of another: longer beginnings never leave it.
const LETTERS: usize = 3;

/// The digits of the postings: 32 that end a number, 32 after which it goes on.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The files of an index, below `folder`: `indice.js`, and for larger ones `parole-<n>.js` and `schede-<n>.js`.
pub(super) fn write(folder: &str, records: &Records, dictionary: &Dictionary, synonyms: &[Synonyms]) -> Vec<Output> {
    write_with(folder, records, dictionary, synonyms, [WHOLE, TOGETHER])
}

fn write_with(
    folder: &str,
    records: &Records,
    dictionary: &Dictionary,
    synonyms: &[Synonyms],
    [whole, together]: [usize; 2],
) -> Vec<Output> {
    let parts =
        if dictionary.postings() <= whole { vec![&dictionary.entries[..]] } else { parts(&dictionary.entries, PART) };
    let firsts: Vec<&str> = parts.iter().map(|part| part.first().map_or("", |entry| start(&entry.word))).collect();
    let size: usize = records.all.iter().map(|record| record.title.len() + record.text.len() + record.path.len()).sum();
    let chunk = if size <= together { records.all.len().max(1) } else { chunk(records.all.len()) };
    let kinds: Vec<_> = records.kinds.iter().map(|(kind, first)| json!([kind.one, kind.many, first])).collect();
    let mut head = json!({
        "schede": records.all.len(),
        "generi": kinds,
        "comuni": COMMON,
        "sinonimi": synonyms.iter().map(|words| json!([words.asked, words.written])).collect::<Vec<_>>(),
        "parti": firsts,
        "mazzo": chunk,
    });
    if dictionary.has_keys {
        head["chiavi"] = true.into();
    }
    let mut index = call("indice", 0, &head);
    let mut outputs = Vec::new();
    let mut put = |name: &str, number: usize, data: &serde_json::Value, alone: bool| {
        let text = call(name, number, data);
        if alone {
            index.push_str(&text);
        } else {
            outputs.push(Output::new(format!("{folder}{name}-{number}.js"), text));
        }
    };
    for (number, part) in parts.iter().enumerate() {
        put("parole", number, &json!(words(part)), parts.len() == 1);
    }
    for (number, cards) in records.all.chunks(chunk).enumerate() {
        put("schede", number, &json!(cards.iter().map(card).collect::<Vec<_>>()), chunk >= records.all.len());
    }
    outputs.insert(0, Output::new(format!("{folder}indice.js"), index));
    outputs
}

fn chunk(records: usize) -> usize {
    if records <= MANY { 4 } else { 8 }
}

fn card(record: &Record) -> serde_json::Value {
    let texts = [&record.title, &record.path, &record.place, &record.text];
    match &record.answer {
        Some(answer) => json!([texts[0], texts[1], texts[2], texts[3], answer]),
        None => json!(texts),
    }
}

/// A call with its data.
fn call(name: &str, number: usize, data: &impl Serialize) -> String {
    // Values made by `json!` always have a form in JSON.
    let data = serde_json::to_string(data).unwrap_or_default();
    // Two line ends of Unicode would end a line of a script.
    let data = data.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("piaoRicerca(\"{name}\",{number},{data});\n")
}

/// The dictionary in parts of about `most` characters, cut only where the first letters change.
fn parts(entries: &[DictionaryEntry], most: usize) -> Vec<&[DictionaryEntry]> {
    let mut parts = Vec::new();
    let (mut from, mut size) = (0, 0);
    for (number, entry) in entries.iter().enumerate() {
        if size >= most && start(&entries[number - 1].word) != start(&entry.word) {
            parts.push(&entries[from..number]);
            (from, size) = (number, 0);
        }
        size += entry.word.len() + entry.postings.len() * 2;
    }
    parts.push(&entries[from..]);
    parts
}

/// The first letters of a word.
fn start(word: &str) -> &str {
    word.char_indices().nth(LETTERS).map_or(word, |(end, _)| &word[..end])
}

/// Words with their records: `parola postings famiglia;…`; a digit says how many letters a word has in common with the one before.
fn words(entries: &[DictionaryEntry]) -> String {
    let mut text = String::new();
    let mut before = "";
    for entry in entries {
        if !text.is_empty() {
            text.push(';');
        }
        let shared = entry.word.bytes().zip(before.bytes()).take_while(|(one, two)| one == two).count().min(9);
        // A word is cut between letters, never inside one; in plain words each letter is one byte.
        let shared = if entry.word.is_ascii() { shared } else { 0 };
        text.push_str(&shared.to_string());
        text.push_str(&entry.word[shared..]);
        before = &entry.word;
        text.push(' ');
        let mut last = None;
        for (record, place) in &entry.postings {
            let step = last.map_or(record + 1, |last| record - last);
            digits(step * 4 + place.number(), &mut text);
            last = Some(record);
        }
        if let Some(family) = entry.family {
            text.push(' ');
            text.push_str(&family.to_string());
        }
    }
    text
}

/// A number in digits of 32, the lowest first.
fn digits(mut number: usize, text: &mut String) {
    while number >= 32 {
        text.push(char::from(DIGITS[32 + number % 32]));
        number /= 32;
    }
    text.push(char::from(DIGITS[number]));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(count: usize) -> Records {
        let mut records = Records::default();
        let record = |number: usize| Record {
            title: format!("Processo parola{number} \u{2028}</script>"),
            path: format!("processi/{number}/index.html"),
            ..Record::default()
        };
        records.add("Processo", "Processi", (0..count).map(record));
        records
    }

    #[test]
    fn a_small_index_is_one_file() {
        let records = records(40);
        let outputs = write("a/cerca/", &records, &Dictionary::of(&records), &[]);
        let paths: Vec<_> = outputs.iter().map(|output| output.path.as_str()).collect();
        assert_eq!(paths, ["a/cerca/indice.js"]);
        let text = String::from_utf8_lossy(&outputs[0].bytes);
        assert!(text.contains("\\u2028") && !text.contains('\u{2028}'));
    }

    #[test]
    fn a_large_index_is_cut_where_the_first_letters_change() {
        let mut all = Records::default();
        let letters = || ('a'..='z').flat_map(|one| ('a'..='z').map(move |two| format!("{one}{two}o{one}{two}")));
        all.add(
            "Programma",
            "Programmi",
            letters().map(|title| Record { title: format!("{title} {title}x").repeat(40), ..Record::default() }),
        );
        let dictionary = Dictionary::of(&all);
        let cut = parts(&dictionary.entries, 100);
        assert!(cut.len() > 20);
        assert_eq!(cut.iter().map(|part| part.len()).sum::<usize>(), dictionary.entries.len());
        for pair in cut.windows(2) {
            let (last, first) = (&pair[0][pair[0].len() - 1], &pair[1][0]);
            assert_ne!(start(&last.word), start(&first.word));
        }
        let outputs = write_with("", &all, &dictionary, &[], [10, 10]);
        let cards = outputs.iter().filter(|output| output.path.starts_with("schede-")).count();
        assert_eq!(cards, all.all.len().div_ceil(chunk(all.all.len())));
    }

    #[test]
    fn numbers_take_as_many_digits_as_they_need() {
        let written = |number: usize| {
            let mut text = String::new();
            digits(number, &mut text);
            text
        };
        assert_eq!(written(0), "A");
        assert_eq!(written(31), "f");
        assert_eq!(written(32), "gB");
        assert_eq!(written(1024), "ggB");
    }
}
