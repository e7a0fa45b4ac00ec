use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA506",
    name: "caratteri-invisibili",
    severity: Severity::Warning,
    summary: "In un testo c'è un carattere che non si vede, che va a capo o a tabulazione da sé, o che rovescia la direzione di lettura (questo è un errore).",
    why: "Chi cerca la parola non la trova, e un testo può mostrarsi diverso da com'è scritto. Lo spazio unificatore non conta: è lecito.",
    remedy: "Riscrivere la parola.",
    correction: Some(
        "`piao check --fix` toglie da sé i caratteri invisibili, e mette uno spazio al posto di tabulazioni e a capo nascosti",
    ),
    basis: "Unicode, UTS 39 (sicurezza dei testi) e UAX 9 (testi bidirezionali).",
    failing: &[
        Example {
            caption: "Fra le due parole c'è anche uno spazio di larghezza nulla",
            edits: &[Edit::new("processi.yaml", "processo: Accertamento dei", "processo: Accertamento\u{200b} dei")],
        },
        Example {
            caption: "Un trattino facoltativo in un capitolo",
            edits: &[Edit::new(
                "/content/2026-2028/01-premessa.md",
                "Questo allegato descrive",
                "Questo alle\u{ad}gato descrive",
            )],
        },
        Example {
            caption: "Una tabulazione fra due parole",
            edits: &[
                Edit::new("processi.yaml", "processo: Accertamento dei", "processo: \"Accertamento\\tdei"),
                Edit::new(
                    "processi.yaml",
                    " tributi\n    finalita: Recuperare",
                    " tributi\"\n    finalita: Recuperare",
                ),
            ],
        },
        Example {
            caption: "Un separatore di riga, che si copia da certe pagine",
            edits: &[Edit::new("processi.yaml", "processo: Accertamento dei", "processo: Accertamento\u{2028}dei")],
        },
    ],
    passing: &[Example {
        caption: "Uno spazio unificatore",
        edits: &[Edit::new("processi.yaml", "processo: Accertamento dei", "processo: Accertamento\u{a0}dei")],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(Signs::any_of("\t").or(Signs::STRANGE)) {
        return;
    }
    let Some((at, c)) = written.text.char_indices().find(|(_, c)| kind(*c).is_some()) else { return };
    let range = at..at + c.len_utf8();
    let before = written.text[..at].rsplit(char::is_whitespace).next().unwrap_or("");
    let word: String = written.text[at - before.len()..]
        .split_whitespace()
        .next()
        .unwrap_or("")
        .chars()
        .filter(|c| kind(*c).is_none())
        .collect();
    let what = kind(c).unwrap_or("un carattere invisibile");
    let near = if word.is_empty() { String::new() } else { format!(" in «{word}»") };
    let space = is_space(c);
    // A letter that was lost cannot be guessed.
    let lost = c == '\u{fffd}' || is_private(c);
    let fix = if lost { None } else { written.fix(context, range.clone(), if space { " " } else { "" }) };
    let help = match (lost, space) {
        (true, _) => "riscrivere la parola con la tastiera",
        (_, true) => "scrivere uno spazio al suo posto",
        _ => "toglierlo",
    };
    let mut finding = Finding::new(&RULE, written.span(context, range), format!("c'è {what}{near}"))
        .label(format!("U+{:04X}", u32::from(c)))
        .help(help)
        .fix(fix);
    if overrides_direction(c) {
        finding.severity = Severity::Error;
    }
    findings.push(finding);
}

/// Whether everything after the character is read in another order: no text of ours needs it, and it can hide what is written.
fn overrides_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn kind(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            "un carattere che cambia la direzione di lettura"
        }
        '\u{ad}' => "un trattino facoltativo, che non si vede",
        '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{180e}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}' => "un carattere invisibile",
        '\u{fffd}' => "una lettera andata perduta",
        c if is_private(c) => "un carattere senza significato comune",
        '\t' => "una tabulazione",
        '\u{2028}' | '\u{2029}' => "un a capo nascosto",
        _ => return None,
    })
}

/// Whether it parts words, so that a space must take its place.
fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\u{2028}' | '\u{2029}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}
