//! Marks of the chapters that become nothing, and what readers then see as it was typed.

use crate::change::PARAGRAPH;
use crate::mistake::{Kind, form, line, paragraph};

/// The row of a table of a chapter that is neither its headings nor the line under them.
fn row(line: &str, change: impl FnOnce(&str) -> String) -> Option<String> {
    (line.starts_with("| ") && line.contains("{{ totali.")).then(|| change(line))
}

/// An item of a list.
fn item(line: &str, sign: &str) -> Option<String> {
    line.strip_prefix("- ").map(|words| format!("{sign}{words}"))
}

/// A link to a page or a chapter: what stands before it, its words, its address and what follows.
fn link(line: &str, change: impl FnOnce(&str, &str) -> String) -> Option<String> {
    let (before, rest) = line.split_once('[')?;
    let (words, rest) = rest.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    (!line.contains('{')).then(|| format!("{before}{}{after}", change(words, address)))
}

pub const KINDS: &[Kind] = &[
    line("riga di trattini sotto un capoverso", &["content"], &["LA518"], |line, dice| {
        let drawn = *dice.pick(&["---", "-----", "----------"]);
        paragraph(line, |text| format!("{text}\n{drawn}")).filter(|_| line.ends_with('.'))
    }),
    line("riga dei trattini con altre colonne", &["content"], &["LA513"], |line, dice| {
        line.starts_with("|--").then(|| (*dice.pick(&["|---|", "|---|---|---|---|"])).to_owned())
    }),
    line("riga dei trattini fatta d'altro", &["content"], &["LA513"], |line, dice| {
        line.starts_with("|--").then(|| (*dice.pick(&["|===|===|", "|–––|–––|", "+---+---+", "|___|___|"])).to_owned())
    }),
    line("riga vuota prima della riga dei trattini", &["content"], &["LA513"], |line, _| {
        line.starts_with("|--").then(|| format!("\n{line}"))
    }),
    line("riga vuota dentro una tabella", &["content"], &["LA513"], |line, _| row(line, |row| format!("\n{row}"))),
    line("celle di troppo in una riga", &["content"], &["LA513"], |line, dice| {
        row(line, |row| format!("{row}{}", *dice.pick(&[" in più |", " a | b |"])))
    }),
    line("celle che mancano in una riga", &["content"], &["LA513"], |line, _| {
        row(line, |row| format!("{} |", row.rsplit_once(" | ").map_or(row, |(before, _)| before)))
    }),
    line("espressione con una graffa sola", &["content"], &["LA208"], |line, dice| {
        let (open, close) = *dice.pick(&[("{ ", " }"), ("{", "}"), ("{ ", " }}"), ("{ { ", " } }")]);
        let single = line.matches("{{ totali.").count() == 1;
        single.then(|| line.replace("{{ ", open).replace(" }}", close))
    }),
    line("espressione mai chiusa", &["content"], &["LA208"], |line, _| Some(line.replacen(" }}", " }", 1))),
    line("titolo senza lo spazio", &["content"], &["LA516"], |line, _| {
        line.strip_prefix("## ").map(|title| format!("##{title}"))
    }),
    line("spazio fra le parole e l'indirizzo", &["content"], &["LA409"], |line, _| {
        link(line, |words, address| format!("[{words}] ({address})"))
    }),
    line("indirizzo che non si chiude", &["content"], &["LA409", "LA503"], |line, _| {
        link(line, |words, address| format!("[{words}]({address}"))
    }),
    line("parentesi del collegamento scambiate", &["content"], &["LA409"], |line, _| {
        link(line, |words, address| format!("({words})[{address}]"))
    }),
    line("riferimento mai definito", &["content"], &["LA410"], |line, _| {
        link(line, |words, _| format!("[{words}][tavola]"))
    }),
    line("nota mai scritta", &["content"], &["LA411"], |line, dice| {
        paragraph(line, |text| format!("{text}[^{}]", *dice.pick(&["1", "nota", "a"])))
    }),
    form("nota mai richiamata", &["content"], &["LA412"], PARAGRAPH, "{text}\n\n[^7]: Si veda l'originale.", &[]),
    form("grassetto mai chiuso", &["content"], &["LA514"], PARAGRAPH, "{mark}{text}", &["**", "*", "__", "_"]),
    line("spazio prima della chiusura del grassetto", &["content"], &["LA514"], |line, _| {
        paragraph(line, |text| format!("**{} ** e altro.", text.trim_end_matches('.')))
    }),
    line("apice inverso mai chiuso", &["content"], &["LA514"], |line, _| {
        paragraph(line, |text| text.replacen(' ', " `", 1))
    }),
    line("pallino al posto del trattino", &["content"], &["LA515"], |line, dice| {
        item(line, *dice.pick(&["• ", "▪ ", "· ", "•"]))
    }),
    form(
        "marcatore di HTML in un capitolo",
        &["content"],
        &["LA517"],
        PARAGRAPH,
        "{text} {mark}",
        &["<br>Poi.", "<u>Poi</u>.", "<b>Poi.</b>", "Poi.</p>", "<!-- poi -->"],
    ),
    form(
        "immagine che non c'è, o di un altro sito",
        &["content"],
        &["LA413"],
        PARAGRAPH,
        "{text} {mark}",
        &["![Gli uffici](immagini/uffici.png)", "![Logo](https://www.comune.esempio.it/logo.png)", "![a](../b.svg)"],
    ),
    form(
        "commento o comando mai chiuso",
        &["content"],
        &["LA208"],
        PARAGRAPH,
        "{text} {mark}",
        &["{# da rivedere", "{% if totali.processi", "{{ totali.processi"],
    ),
    form(
        "comando o segno che le espressioni non hanno",
        &["content"],
        &["LA208"],
        PARAGRAPH,
        "{text} {mark}",
        &["{% se %}", "{{ tabella(processi) }}", "{{ “processi” }}", "{% include 'a.md' %}", "{{ }}"],
    ),
    form(
        "collegamento senza indirizzo",
        &["content"],
        &["LA401"],
        PARAGRAPH,
        "{text} {mark}",
        &["Si veda [la tavola]().", "[Qui](<>)."],
    ),
];
