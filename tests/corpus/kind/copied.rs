//! What copying from PDFs, spreadsheets, pages and old programs leaves in a text.

use crate::dice::Dice;
use crate::mistake::{Kind, paragraph, prose, quoted};

/// Tables of texts, and the chapters.
const EVERYWHERE: &[&str] = &["processi", "software", "valutazione", "content"];
const TABLES: &[&str] = &["processi", "software", "valutazione"];

pub const KINDS: &[Kind] = &[
    Kind {
        name: "accento letto nella codifica sbagliata",
        files: EVERYWHERE,
        rules: &["LA508"],
        change: |line, dice| {
            one_of(line, dice, &["perchÃ© serve", "attivitÃ\u{a0} varie", "cosÃ¬ com'Ã¨", "piÃ¹ uffici", "perÃ² no"])
        },
    },
    Kind {
        name: "virgolette lette nella codifica sbagliata",
        files: EVERYWHERE,
        rules: &["LA508"],
        change: |line, dice| one_of(line, dice, &["dâ€™ufficio", "â€œagile", "2024 â€“ 2025", "Â«agileÂ»"]),
    },
    Kind {
        name: "accento letto nella codifica del Mac",
        files: EVERYWHERE,
        rules: &["LA508"],
        change: |line, dice| one_of(line, dice, &["qualit√† alta", "perch√© serve", "cos√¨ resta", "pi√π uffici"]),
    },
    Kind {
        name: "mezza lettera andata perduta",
        files: EVERYWHERE,
        rules: &["LA508"],
        change: |line, dice| one_of(line, dice, &["attivitÃ comunale", "qualitÃ e tempi", "\u{201c}agileâ€ e altro"]),
    },
    Kind {
        name: "accento letto due volte nella codifica sbagliata",
        files: EVERYWHERE,
        rules: &["LA508"],
        change: |line, dice| one_of(line, dice, &["perchÃƒÂ© serve", "cosÃƒÂ¬ resta"]),
    },
    Kind {
        name: "errore di un foglio di calcolo",
        files: TABLES,
        rules: &["LA509"],
        change: |line, dice| {
            let error = *dice.pick(&["#RIF!", "#REF!", "#N/D", "#N/A", "#VALORE!", "#DIV/0!", "#NOME?", "#NUM!"]);
            quoted(line, |text| format!("{text} ({error})"))
        },
    },
    Kind {
        name: "cella che è soltanto un errore",
        files: TABLES,
        rules: &["LA509"],
        change: |line, dice| {
            let error = *dice.pick(&["#RIF!", "#N/D", "#VALUE!", "#NULLO!", "########"]);
            quoted(line, |_| error.to_owned())
        },
    },
    Kind {
        name: "formula al posto del valore",
        files: TABLES,
        rules: &["LA509"],
        change: |line, dice| {
            let formula =
                *dice.pick(&["=SOMMA(A1:A9)", "=CONCATENA(A2;B2)", "=CERCA.VERT(A1;B:C;2;0)", "=B2+C2", "=Foglio1!A3"]);
            quoted(line, |_| formula.to_owned())
        },
    },
    Kind {
        name: "numero accorciato dal foglio di calcolo",
        files: TABLES,
        rules: &["LA509"],
        change: |line, dice| one_of(line, dice, &["3,47E+09", "1.2E+11"]),
    },
    Kind {
        name: "a capo di un foglio di calcolo",
        files: TABLES,
        rules: &["LA509"],
        change: |line, _| prose(line, |text| text.replacen(' ', "_x000D_ ", 1)),
    },
    Kind {
        name: "lettera scritta come in HTML",
        files: TABLES,
        rules: &["LA510"],
        change: |line, dice| {
            one_of(line, dice, &["perch&eacute; serve", "cos&igrave;", "l&#39;ufficio", "atti&nbsp;vari", "R&amp;S"])
        },
    },
    Kind {
        name: "marcatore di HTML in una tabella",
        files: TABLES,
        rules: &["LA510"],
        change: |line, dice| {
            let tag = *dice.pick(&["<br>", "<br/>", "</p>", "<b>", "<span class='x'>"]);
            prose(line, |text| text.replacen(' ', &format!("{tag} "), 1))
        },
    },
    Kind {
        name: "legatura di un PDF",
        files: EVERYWHERE,
        rules: &["LA511"],
        change: |line, dice| one_of(line, dice, &["dell'ufﬁcio", "con afﬂusso", "più eﬃcace", "a un eﬀetto"]),
    },
    Kind {
        name: "accento staccato dalla sua lettera",
        files: EVERYWHERE,
        rules: &["LA511"],
        change: |line, dice| one_of(line, dice, &["citta\u{300}", "perche\u{301}", "cosi\u{300}", "piu\u{300}"]),
    },
    Kind {
        name: "a capo nascosto",
        files: EVERYWHERE,
        rules: &["LA506"],
        change: |line, dice| {
            let mark = *dice.pick(&["\u{2028}", "\u{2029}"]);
            appended(line, &format!("prima{mark}dopo"))
        },
    },
    Kind {
        name: "tabulazione fra due parole",
        files: TABLES,
        rules: &["LA506"],
        change: |line, _| quoted(line, |text| text.replacen(' ', "\\t", 1)),
    },
    Kind {
        name: "tabulazione battuta in un testo",
        files: EVERYWHERE,
        rules: &["LA506"],
        change: |line, _| appended(line, "prima\tdopo"),
    },
    Kind {
        name: "segno di direzione o di spazio nullo",
        files: EVERYWHERE,
        rules: &["LA506"],
        change: |line, dice| {
            let mark =
                *dice.pick(&["\u{200b}", "\u{200d}", "\u{202e}", "\u{2066}", "\u{2060}", "\u{feff}", "\u{200e}"]);
            appended(line, &format!("pri{mark}ma"))
        },
    },
    Kind {
        name: "lettera perduta o senza significato",
        files: EVERYWHERE,
        rules: &["LA506"],
        change: |line, dice| one_of(line, dice, &["attivit\u{fffd} varie", "\u{f0b7} primo punto", "uf\u{e000}cio"]),
    },
    Kind {
        name: "virgoletta di Windows letta come comando",
        files: &["content"],
        rules: &["LA512"],
        change: |line, dice| {
            one_of(line, dice, &["l\u{92}ufficio", "\u{93}agile\u{94}", "2024 \u{96} 2025", "fine\u{9b}"])
        },
    },
    Kind {
        name: "carattere nullo o di comando",
        files: TABLES,
        rules: &["LA512"],
        change: |line, dice| {
            let mark = *dice.pick(&["\\0", "\\e[31m", "\\a", "\\b", "\\u009b", "\\x7f"]);
            quoted(line, |text| format!("{text}{mark} fine"))
        },
    },
    Kind {
        name: "a capo di un programma di scrittura",
        files: TABLES,
        rules: &["LA512"],
        change: |line, dice| {
            let mark = *dice.pick(&["\\v", "\\f"]);
            quoted(line, |text| text.replacen(' ', mark, 1))
        },
    },
    Kind {
        name: "lettera greca o larga in una parola",
        files: EVERYWHERE,
        rules: &["LA107"],
        change: |line, dice| one_of(line, dice, &["Αnagrafe", "pοsta", "Ｍobilità", "νerde", "Ρolizia"]),
    },
    Kind {
        name: "parola intera in lettere cirilliche che sembrano latine",
        files: EVERYWHERE,
        rules: &["LA107"],
        change: |line, dice| one_of(line, dice, &["РЕС", "ТАСЕ", "НОМЕ", "САР"]),
    },
];

/// A text with something more at its end: a value or an item of a table, a paragraph of a chapter.
pub fn appended(line: &str, more: &str) -> Option<String> {
    prose(line, |text| format!("{text} {more}")).or_else(|| paragraph(line, |text| format!("{text} Anche {more}.")))
}

/// A text with one of some pieces at its end.
pub fn one_of(line: &str, dice: &mut Dice, pieces: &[&str]) -> Option<String> {
    let piece: &str = pieces[dice.roll(pieces.len())];
    appended(line, piece)
}
