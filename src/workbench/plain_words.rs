use super::bench::Bench;
use super::table::settings_of;
use crate::diagnostic::Finding;
use crate::model::{Annotations, capital};
use crate::tables::{Home, columns};
use crate::trouble::Trouble;

/// A sentence of a finding for who sees no files: columns and tables by their names, the rest between quotation marks.
pub(super) fn plain(bench: &Bench<'_>, finding: &Finding, sentence: &str) -> String {
    let name = |part: &str| file(bench, part).or_else(|| key(bench, finding, part));
    said(sentence, &name).replace("manca la chiave «", "manca «")
}

/// What to do about a finding, for who sees no files.
pub(super) fn help(bench: &Bench<'_>, finding: &Finding) -> Option<String> {
    match finding.rule.name {
        // In a form the key is there, and its field is empty.
        "chiave-mancante" => Some("compilare il campo".to_owned()),
        _ => finding.help.as_deref().map(|help| plain(bench, finding, &without_groups(help))),
    }
}

/// A sentence without the groups of keys to be written into a file of settings: its form has fields for them.
fn without_groups(sentence: &str) -> String {
    let mut kept = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once(" con `") {
        kept.push_str(before);
        rest = match after.split_once('`') {
            Some((written, end)) if written.contains(": {") => end,
            _ => {
                kept.push_str(" con `");
                after
            }
        };
    }
    kept.push_str(rest);
    kept
}

/// A sentence with quotation marks around what it names, in the place of the signs of a terminal.
pub(super) fn quoted(sentence: &str) -> String {
    said(sentence, &|_| None)
}

/// Why something could not be done and what to do about it, as a sentence.
pub(super) fn of_trouble(trouble: &Trouble) -> String {
    quoted(&format!("{}: {}.", capital(&trouble.to_string()), trouble.advice()))
}

/// Why nothing is changed as long as a file cannot be read, for a reason, which perhaps does something: a sentence without its end.
pub(super) fn unread(bench: &Bench<'_>, path: &str, reason: &str, does: &str) -> String {
    let name = file(bench, path).map_or_else(|| path.to_owned(), |title| format!("{title}, {path}"));
    let reason = quoted(reason);
    format!("un file non si può leggere com'è ora ({name}: {reason}), e {does}: prima va corretto il suo testo")
}

/// What is said to who types commands, and what it is at the workbench.
const AT_THE_BENCH: [(&str, &str); 11] = [
    ("ripetere il comando quando si vuole", "riprovare quando si vuole"),
    ("ripetere il comando", "riprovare"),
    ("`piao check --fix`", "il pulsante «Correggi»"),
    ("con `piao sigilla EDIZIONE --dissigilla --motivo \"…\"`", "dalla pagina «Edizioni»"),
    ("l'elenco dei controlli si legge con `piao spiega --tutti`", "l'elenco dei controlli è nella pagina «Controlli»"),
    ("indicare con --uscita una cartella nuova o vuota; questa non", "spostarla altrove o darle un altro nome; non"),
    (
        "indicare con --uscita una cartella nuova, per esempio `public`",
        "spostare altrove ciò che sta al posto di `public`",
    ),
    ("; se la cartella è un disco montato, indicare con --uscita una cartella al suo interno", ""),
    (", o indicarne un'altra con --uscita", ""),
    (", o indicare un'altra cartella con --uscita", ""),
    ("indicare con --uscita un file", "spostare altrove ciò che sta al suo posto"),
];

fn said(sentence: &str, name: &dyn Fn(&str) -> Option<String>) -> String {
    let mut sentence = sentence.to_owned();
    for (typed, here) in AT_THE_BENCH {
        if sentence.contains(typed) {
            sentence = sentence.replace(typed, here);
        }
    }
    let mut plain = String::new();
    for (number, part) in sentence.split('`').enumerate() {
        if number % 2 == 0 {
            plain.push_str(&named_files(part, name));
        } else {
            plain.push('«');
            plain.push_str(name(part).as_deref().unwrap_or(part));
            plain.push('»');
        }
    }
    plain
}

/// A text in which files that stand there without a sign are called by what they hold.
fn named_files(text: &str, name: &dyn Fn(&str) -> Option<String>) -> String {
    let word = |word: &str| {
        let bare = word.trim_end();
        let path = bare.trim_end_matches([',', ';', ':', '.', ')']);
        let known = Some(path).filter(|path| path.ends_with(".yaml")).and_then(name);
        known.map_or_else(|| word.to_owned(), |known| format!("«{known}»{}", &word[path.len()..]))
    };
    text.split_inclusive(' ').map(word).collect()
}

/// What a file of the data holds.
pub(super) fn file(bench: &Bench<'_>, path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?.strip_suffix(".yaml")?;
    let usual = match name {
        "ente" => "L'ente",
        "edizione" => "L'edizione",
        "modello" => "Il modello",
        "controlli" => "I controlli",
        _ => "",
    };
    if !usual.is_empty() {
        return Some(usual.to_owned());
    }
    let folder = path.rsplit('/').nth(1).unwrap_or_default();
    let is_own = |home: &&Home| home.file == name || home.file == folder;
    let titles = Home::every().filter(is_own).map(|home| match bench.edition() {
        Some(edition) => home.title_in(edition),
        None => home.singular(),
    });
    let titles: Vec<&str> = titles.collect();
    (!titles.is_empty()).then(|| titles.join(" e "))
}

/// The heading of a key of the record of which a finding speaks.
fn key(bench: &Bench<'_>, finding: &Finding, key: &str) -> Option<String> {
    let edition = bench.edition()?;
    let annex = bench.annex.ok()?;
    let path = annex.sources().get(finding.span.source).path();
    let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".yaml");
    let place = annex.loaded().annex.outline.place(finding.span);
    let table = place.map_or(name, |place| place.entry.table);
    let mut homes = Home::every().filter(|home| home.table == table || home.file == table || home.file == name);
    let column = |home: &'static Home| {
        let column = home.columns().into_iter().find(|column| column.key == key)?;
        Some(home.heading(edition, column).to_owned())
    };
    let own: Option<String> = homes.find_map(column);
    let note = || {
        let note = columns::<Annotations>().into_iter().find(|column| column.key == key)?;
        Some(note.heading.to_owned())
    };
    own.or_else(note).or_else(|| {
        let setting = settings_of(name).into_iter().find(|setting| setting.key == key)?;
        Some(setting.heading.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_keys_are_left_to_the_forms() {
        let help = "la soglia si cambia in controlli.yaml con `soglie: { celle_piccole: 3 }`, o no";
        assert_eq!(without_groups(help), "la soglia si cambia in controlli.yaml, o no");
        assert_eq!(without_groups("dire con `cessata: si` che non c'è"), "dire con `cessata: si` che non c'è");
    }

    #[test]
    fn what_is_named_stands_between_quotation_marks() {
        assert_eq!(quoted("manca `stato` in `a`"), "manca «stato» in «a»");
        let advice = "chiudere i programmi che lo tengono aperto e ripetere il comando";
        assert_eq!(quoted(advice), "chiudere i programmi che lo tengono aperto e riprovare");
        let name = |part: &str| (part == "stato").then(|| "Stato".to_owned());
        assert_eq!(said("`stato`: `bozze`", &name), "«Stato»: «bozze»");
        let file = |part: &str| (part == "a.yaml").then(|| "La tavola".to_owned());
        assert_eq!(said("scrivere in a.yaml, o in b.yaml.", &file), "scrivere in «La tavola», o in b.yaml.");
    }
}
