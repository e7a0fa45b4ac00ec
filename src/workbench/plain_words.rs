use super::bench::Bench;
use super::table::{Field, fields, settings_of};
use crate::diagnostic::Finding;
use crate::model::{Annotations, Edition, capital};
use crate::publish::CheckedAnnex;
use crate::tables::{Home, TO_DECIDE, TO_DECIDE_HEADING, columns};
use crate::trouble::Trouble;
use std::path::Path;

/// A sentence of a finding for who sees no files: columns and tables by their names, the rest between quotation marks.
pub(super) fn plain(bench: &Bench<'_>, finding: &Finding, sentence: &str) -> String {
    if is_of_text(bench, finding) {
        return said(sentence, &|part| file(bench, part));
    }
    let table = table_of(bench, finding);
    let edition = bench.edition();
    let key =
        |part: &str| edition.and_then(|edition| pair(edition, table, part).or_else(|| heading(edition, table, part)));
    in_fields(&said(sentence, &|part| file(bench, part).or_else(|| key(part))))
}

/// Whether a finding is about a chapter, of which people see the text with its keys.
fn is_of_text(bench: &Bench<'_>, finding: &Finding) -> bool {
    let path = |annex: &CheckedAnnex| annex.sources().get(finding.span.source).path().starts_with("content/");
    bench.annex.is_ok_and(path)
}

/// A text of the rule of a finding, without the groups of keys that it tells to write.
pub(super) fn of_rule(bench: &Bench<'_>, finding: &Finding, text: &str) -> String {
    plain(bench, finding, &without_groups(text))
}

/// A sentence of a table that is no finding, with its keys by their headings; `table` may be empty.
pub(super) fn keyed(edition: &Edition, table: &str, sentence: &str) -> String {
    in_fields(&said(sentence, &|part| heading(edition, table, part)))
}

/// A word of the data as people read it.
pub(super) fn spoken(word: &str) -> &str {
    if word == "si" { "sì" } else { word }
}

/// Whoever fills in a form sees fields, not keys.
fn in_fields(sentence: &str) -> String {
    const WORDS: [(&str, &str); 4] = [
        ("manca la chiave «", "manca «"),
        ("nella chiave «", "nel campo «"),
        ("alla chiave «", "nel campo «"),
        ("togliere la chiave", "svuotare il campo"),
    ];
    WORDS.iter().fold(sentence.to_owned(), |words, (key, field)| words.replace(key, field))
}

/// What to do about a finding, for who sees no files.
pub(super) fn help(bench: &Bench<'_>, finding: &Finding) -> Option<String> {
    match finding.rule.name {
        // In a form the key is there, and its field is empty.
        "chiave-mancante" => Some("compilare il campo".to_owned()),
        _ => finding.help.as_deref().map(|help| of_rule(bench, finding, help)),
    }
}

/// A sentence without the groups of keys to be written into a file of settings: its form has fields for them.
fn without_groups(sentence: &str) -> String {
    let mut kept = String::new();
    for (number, part) in sentence.split('`').enumerate() {
        if number % 2 == 0 {
            kept.push_str(part);
        } else if part.contains(": {") {
            let words = kept.trim_end().trim_end_matches(',').trim_end_matches(" con").len();
            kept.truncate(words);
        } else {
            kept.extend(["`", part, "`"]);
        }
    }
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
            let part = below_folder(part);
            plain.push('«');
            plain.push_str(name(part).as_deref().unwrap_or(spoken(part)));
            plain.push('»');
        }
    }
    plain
}

/// The path of a file below the folder of the administration, where a whole one is named.
fn below_folder(part: &str) -> &str {
    let is_whole = Path::new(part).is_absolute();
    let starts = ["data", "content", "themes"]
        .into_iter()
        .flat_map(|folder| ["/", "\\"].map(|sign| part.rfind(&format!("{sign}{folder}{sign}")).map(|at| at + 1)));
    starts.flatten().filter(|_| is_whole).max().map_or(part, |at| &part[at..])
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

/// The table, or the file of settings, of the record of which a finding speaks.
fn table_of<'b>(bench: &Bench<'b>, finding: &Finding) -> &'b str {
    let Ok(annex) = bench.annex else { return "" };
    let path = annex.sources().get(finding.span.source).path();
    let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".yaml");
    annex.loaded().annex.outline.place(finding.span).map_or(name, |place| place.entry.table)
}

/// The heading of a key for whoever sees no keys: that of the table or of the settings of which is spoken, else of whichever others have it.
pub(super) fn heading(edition: &Edition, table: &str, key: &str) -> Option<String> {
    if key == TO_DECIDE {
        return Some(TO_DECIDE_HEADING.to_owned());
    }
    let column = |home: &'static Home| {
        let column = home.columns().into_iter().find(|column| column.key == key)?;
        Some(home.heading(edition, column).to_owned())
    };
    let setting = |file: &str| settings_of(file).into_iter().find(|setting| setting.key == key);
    let is_own = |home: &&'static Home| home.table == table || home.file == table;
    let own = Home::every().filter(is_own).find_map(column);
    let note = || columns::<Annotations>().into_iter().find(|column| column.key == key);
    let own = own.or_else(|| note().map(|note| note.heading.to_owned()));
    let own = own.or_else(|| setting(table).map(|setting| setting.heading.to_owned()));
    own.or_else(|| Home::every().find_map(column)).or_else(|| {
        let others = ["edizione", "ente", "attuazione", "formazione"].into_iter();
        others.filter_map(setting).map(|setting| setting.heading.to_owned()).next()
    })
}

/// A key with a value, `cessata: si`, as a form shows them.
fn pair(edition: &Edition, table: &str, part: &str) -> Option<String> {
    let (name, value) = part.split_once(": ")?;
    let heading = heading(edition, table, name)?;
    // What is chosen from a list in a form has no brackets there.
    if value == "[identificativo]" {
        return Some(heading);
    }
    if value.contains(['{', '[', '"', '\n']) {
        return None;
    }
    let is_own = |home: &&'static Home| home.table == table || home.file == table;
    let homes = Home::every().filter(is_own).chain(Home::every());
    let field = homes.flat_map(|home| fields(edition, home)).find(|field| field.key == name);
    let option = field.iter().flat_map(Field::options).find(|option| option.value == value);
    Some(format!("{heading}: {}", option.map_or(value, |option| option.label.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Settings;
    use crate::load::Overlay;
    use crate::model::Date;

    #[test]
    fn groups_of_keys_are_left_to_the_forms() {
        let help = "la soglia si cambia in controlli.yaml con `soglie: { celle_piccole: 3 }`, o no";
        assert_eq!(without_groups(help), "la soglia si cambia in controlli.yaml, o no");
        assert_eq!(without_groups("dire con `cessata: si` che non c'è"), "dire con `cessata: si` che non c'è");
        let why = "si dice in controlli.yaml, `soglie: { testo_ripetuto: 40 }`.";
        assert_eq!(without_groups(why), "si dice in controlli.yaml.");
    }

    #[test]
    fn keys_are_the_fields_of_forms_whichever_table_has_them() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let settings = Settings { today: Date::parse("2026-01-15").expect("a day"), waivers: true };
        let annex = CheckedAnnex::read_with(root, &Overlay::default(), settings).expect("the committed annex");
        let edition = annex.annex().current().expect("an edition");
        let said = |table: &str, sentence: &str| keyed(edition, table, sentence);
        assert_eq!(said("processi", "aggiungerlo come `alias`"), "aggiungerlo come «Altri nomi»");
        assert_eq!(
            said("", "fra i `prefissi_comuni`, o il suo `id`"),
            "fra i «Prefissi comuni dei codici», o il suo «Identificativo»"
        );
        assert_eq!(said("accettazioni", "scrivere alla chiave `motivo` perché"), "scrivere nel campo «Motivo» perché");
        assert_eq!(said("", "si scrive `altro_ancora`"), "si scrive «altro_ancora»");
        let pair = |table: &str, part: &str| pair(edition, table, part).unwrap_or_default();
        assert_eq!(pair("servizi", "cessata: si"), "Cessata: sì");
        assert_eq!(pair("processi", "servizio: servizio-tributi"), "Servizio: Servizio Tributi");
        assert_eq!(pair("", "boh: si"), "");
        assert_eq!(
            (pair("processi", "smart_team: [identificativo]"), pair("", "giorni: [1]")),
            ("Smart team".into(), String::new())
        );
    }

    #[test]
    fn files_are_named_below_the_folder() {
        assert_eq!(quoted("`/srv/data/piao/data/2026/a.yaml` c'è"), "«data/2026/a.yaml» c'è");
        assert_eq!(quoted("la cartella `/srv/piao`"), "la cartella «/srv/piao»");
        assert_eq!(quoted("`data/2026/a.yaml`"), "«data/2026/a.yaml»");
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
