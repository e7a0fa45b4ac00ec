//! What copying from PDFs, spreadsheets, pages and old programs leaves in a text.

use super::{EVERYWHERE, TEXTS};
use crate::change::{GAP, QUOTED};
use crate::mistake::{Kind, end, form, line, quoted};

pub const KINDS: &[Kind] = &[
    end(
        "accento letto nella codifica sbagliata",
        EVERYWHERE,
        &["LA508"],
        &["perchÃ© serve", "attivitÃ\u{a0} varie", "cosÃ¬ com'Ã¨", "piÃ¹ uffici", "perÃ² no"],
    ),
    end(
        "virgolette lette nella codifica sbagliata",
        EVERYWHERE,
        &["LA508"],
        &["dâ€™ufficio", "â€œagile", "2024 â€“ 2025", "Â«agileÂ»"],
    ),
    end(
        "accento letto nella codifica del Mac",
        EVERYWHERE,
        &["LA508"],
        &["qualit√† alta", "perch√© serve", "cos√¨ resta", "pi√π uffici"],
    ),
    end(
        "mezza lettera andata perduta",
        EVERYWHERE,
        &["LA508"],
        &["attivitÃ comunale", "qualitÃ e tempi", "\u{201c}agileâ€ e altro"],
    ),
    end(
        "accento letto due volte nella codifica sbagliata",
        EVERYWHERE,
        &["LA508"],
        &["perchÃƒÂ© serve", "cosÃƒÂ¬ resta"],
    ),
    form(
        "errore di un foglio di calcolo",
        TEXTS,
        &["LA509"],
        QUOTED,
        "{text} ({mark})",
        &["#RIF!", "#REF!", "#N/D", "#N/A", "#VALORE!", "#DIV/0!", "#NOME?", "#NUM!"],
    ),
    form(
        "cella che è soltanto un errore",
        TEXTS,
        &["LA509"],
        QUOTED,
        "{mark}",
        &["#RIF!", "#N/D", "#VALUE!", "#NULLO!", "########"],
    ),
    form(
        "formula al posto del valore",
        TEXTS,
        &["LA509"],
        QUOTED,
        "{mark}",
        &["=SOMMA(A1:A9)", "=CONCATENA(A2;B2)", "=CERCA.VERT(A1;B:C;2;0)", "=B2+C2", "=Foglio1!A3"],
    ),
    end("numero accorciato dal foglio di calcolo", TEXTS, &["LA509"], &["3,47E+09", "1.2E+11"]),
    form("a capo di un foglio di calcolo", TEXTS, &["LA509"], GAP, "_x000D_ ", &[]),
    end(
        "lettera scritta come in HTML",
        TEXTS,
        &["LA510"],
        &["perch&eacute; serve", "cos&igrave;", "l&#39;ufficio", "atti&nbsp;vari", "R&amp;S"],
    ),
    form(
        "marcatore di HTML in una tabella",
        TEXTS,
        &["LA510"],
        GAP,
        "{mark} ",
        &["<br>", "<br/>", "</p>", "<b>", "<span class='x'>"],
    ),
    end("legatura di un PDF", EVERYWHERE, &["LA511"], &["dell'ufﬁcio", "con afﬂusso", "più eﬃcace", "a un eﬀetto"]),
    end(
        "accento staccato dalla sua lettera",
        EVERYWHERE,
        &["LA511"],
        &["citta\u{300}", "perche\u{301}", "cosi\u{300}", "piu\u{300}"],
    ),
    end("a capo nascosto", EVERYWHERE, &["LA506"], &["prima\u{2028}dopo", "prima\u{2029}dopo"]),
    line("tabulazione fra due parole", TEXTS, &["LA506"], |line, _| quoted(line, |text| text.replacen(' ', "\\t", 1))),
    end("tabulazione battuta in un testo", EVERYWHERE, &["LA506"], &["prima\tdopo"]),
    end(
        "segno di direzione o di spazio nullo",
        EVERYWHERE,
        &["LA506"],
        &[
            "pri\u{200b}ma",
            "pri\u{200d}ma",
            "pri\u{202e}ma",
            "pri\u{2066}ma",
            "pri\u{2060}ma",
            "pri\u{feff}ma",
            "pri\u{200e}ma",
        ],
    ),
    end(
        "lettera perduta o senza significato",
        EVERYWHERE,
        &["LA506"],
        &["attivit\u{fffd} varie", "\u{f0b7} primo punto", "uf\u{e000}cio"],
    ),
    end(
        "virgoletta di Windows letta come comando",
        &["content"],
        &["LA512"],
        &["l\u{92}ufficio", "\u{93}agile\u{94}", "2024 \u{96} 2025", "fine\u{9b}"],
    ),
    form(
        "carattere nullo o di comando",
        TEXTS,
        &["LA512"],
        QUOTED,
        "{text}{mark} fine",
        &["\\0", "\\e[31m", "\\a", "\\b", "\\u009b", "\\x7f"],
    ),
    line("a capo di un programma di scrittura", TEXTS, &["LA512"], |line, dice| {
        let mark = *dice.pick(&["\\v", "\\f"]);
        quoted(line, |text| text.replacen(' ', mark, 1))
    }),
    end(
        "lettera greca o larga in una parola",
        EVERYWHERE,
        &["LA107"],
        &["Αnagrafe", "pοsta", "Ｍobilità", "νerde", "Ρolizia"],
    ),
    end(
        "parola intera in lettere cirilliche che sembrano latine",
        EVERYWHERE,
        &["LA107"],
        &["РЕС", "ТАСЕ", "НОМЕ", "САР"],
    ),
];
