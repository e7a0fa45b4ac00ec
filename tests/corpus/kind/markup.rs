//! Marks of the chapters that become nothing, and what readers then see as it was typed.

use crate::dice::Dice;
use crate::mistake::{Kind, paragraph};

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

/// One of some pieces after a paragraph.
fn after(line: &str, dice: &mut Dice, pieces: &[&str]) -> Option<String> {
    let piece = *dice.pick(pieces);
    paragraph(line, |text| format!("{text} {piece}"))
}

pub const KINDS: &[Kind] = &[
    Kind {
        name: "riga di trattini sotto un capoverso",
        files: &["content"],
        rules: &["LA518"],
        change: |line, dice| {
            let drawn = *dice.pick(&["---", "-----", "----------"]);
            paragraph(line, |text| format!("{text}\n{drawn}")).filter(|_| line.ends_with('.'))
        },
    },
    Kind {
        name: "riga dei trattini con altre colonne",
        files: &["content"],
        rules: &["LA513"],
        change: |line, dice| line.starts_with("|--").then(|| (*dice.pick(&["|---|", "|---|---|---|---|"])).to_owned()),
    },
    Kind {
        name: "riga dei trattini fatta d'altro",
        files: &["content"],
        rules: &["LA513"],
        change: |line, dice| {
            line.starts_with("|--")
                .then(|| (*dice.pick(&["|===|===|", "|–––|–––|", "+---+---+", "|___|___|"])).to_owned())
        },
    },
    Kind {
        name: "riga vuota prima della riga dei trattini",
        files: &["content"],
        rules: &["LA513"],
        change: |line, _| line.starts_with("|--").then(|| format!("\n{line}")),
    },
    Kind {
        name: "riga vuota dentro una tabella",
        files: &["content"],
        rules: &["LA513"],
        change: |line, _| row(line, |row| format!("\n{row}")),
    },
    Kind {
        name: "celle di troppo in una riga",
        files: &["content"],
        rules: &["LA513"],
        change: |line, dice| row(line, |row| format!("{row}{}", *dice.pick(&[" in più |", " a | b |"]))),
    },
    Kind {
        name: "celle che mancano in una riga",
        files: &["content"],
        rules: &["LA513"],
        change: |line, _| row(line, |row| format!("{} |", row.rsplit_once(" | ").map_or(row, |(before, _)| before))),
    },
    Kind {
        name: "espressione con una graffa sola",
        files: &["content"],
        rules: &["LA208"],
        change: |line, dice| {
            let (open, close) = *dice.pick(&[("{ ", " }"), ("{", "}"), ("{ ", " }}"), ("{ { ", " } }")]);
            let single = line.matches("{{ totali.").count() == 1;
            single.then(|| line.replace("{{ ", open).replace(" }}", close))
        },
    },
    Kind {
        name: "titolo senza lo spazio",
        files: &["content"],
        rules: &["LA516"],
        change: |line, _| line.strip_prefix("## ").map(|title| format!("##{title}")),
    },
    Kind {
        name: "spazio fra le parole e l'indirizzo",
        files: &["content"],
        rules: &["LA409"],
        change: |line, _| link(line, |words, address| format!("[{words}] ({address})")),
    },
    Kind {
        name: "indirizzo che non si chiude",
        files: &["content"],
        rules: &["LA409", "LA503"],
        change: |line, _| link(line, |words, address| format!("[{words}]({address}")),
    },
    Kind {
        name: "parentesi del collegamento scambiate",
        files: &["content"],
        rules: &["LA409"],
        change: |line, _| link(line, |words, address| format!("({words})[{address}]")),
    },
    Kind {
        name: "riferimento mai definito",
        files: &["content"],
        rules: &["LA410"],
        change: |line, _| link(line, |words, _| format!("[{words}][tavola]")),
    },
    Kind {
        name: "nota mai scritta",
        files: &["content"],
        rules: &["LA411"],
        change: |line, dice| paragraph(line, |text| format!("{text}[^{}]", *dice.pick(&["1", "nota", "a"]))),
    },
    Kind {
        name: "nota mai richiamata",
        files: &["content"],
        rules: &["LA412"],
        change: |line, _| paragraph(line, |text| format!("{text}\n\n[^7]: Si veda l'originale.")),
    },
    Kind {
        name: "grassetto mai chiuso",
        files: &["content"],
        rules: &["LA514"],
        change: |line, dice| {
            let mark = *dice.pick(&["**", "*", "__", "_"]);
            paragraph(line, |text| format!("{mark}{text}"))
        },
    },
    Kind {
        name: "spazio prima della chiusura del grassetto",
        files: &["content"],
        rules: &["LA514"],
        change: |line, _| paragraph(line, |text| format!("**{} ** e altro.", text.trim_end_matches('.'))),
    },
    Kind {
        name: "apice inverso mai chiuso",
        files: &["content"],
        rules: &["LA514"],
        change: |line, _| paragraph(line, |text| text.replacen(' ', " `", 1)),
    },
    Kind {
        name: "pallino al posto del trattino",
        files: &["content"],
        rules: &["LA515"],
        change: |line, dice| item(line, *dice.pick(&["• ", "▪ ", "· ", "•"])),
    },
    Kind {
        name: "marcatore di HTML in un capitolo",
        files: &["content"],
        rules: &["LA517"],
        change: |line, dice| after(line, dice, &["<br>Poi.", "<u>Poi</u>.", "<b>Poi.</b>", "Poi.</p>", "<!-- poi -->"]),
    },
    Kind {
        name: "immagine che non c'è, o di un altro sito",
        files: &["content"],
        rules: &["LA413"],
        change: |line, dice| {
            after(
                line,
                dice,
                &[
                    "![Gli uffici](immagini/uffici.png)",
                    "![Logo](https://www.comune.esempio.it/logo.png)",
                    "![a](../b.svg)",
                ],
            )
        },
    },
    Kind {
        name: "commento o comando mai chiuso",
        files: &["content"],
        rules: &["LA208"],
        change: |line, dice| after(line, dice, &["{# da rivedere", "{% if totali.processi", "{{ totali.processi"]),
    },
    Kind {
        name: "comando o segno che le espressioni non hanno",
        files: &["content"],
        rules: &["LA208"],
        change: |line, dice| {
            after(
                line,
                dice,
                &["{% se %}", "{{ tabella(processi) }}", "{{ “processi” }}", "{% include 'a.md' %}", "{{ }}"],
            )
        },
    },
    Kind {
        name: "collegamento senza indirizzo",
        files: &["content"],
        rules: &["LA401"],
        change: |line, dice| after(line, dice, &["Si veda [la tavola]().", "[Qui](<>)."]),
    },
];
