use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::{TypedChapter, typed_chapters};
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Safety, Severity};
use std::ops::Range;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const PLACE: &str = "[Tavola 1](processi/)";

pub(super) static RULE: Rule = Rule {
    code: "LA409",
    name: "collegamento-non-riconosciuto",
    severity: Severity::Warning,
    summary: "In un capitolo un collegamento scritto male si legge con le sue parentesi e il suo indirizzo.",
    why: "Chi legge vede parentesi e indirizzi in mezzo al testo, e non può seguire il collegamento.",
    remedy: "Scrivere le parole fra parentesi quadre e subito dopo, senza spazi, l'indirizzo fra parentesi tonde: `[parole](indirizzo)`.",
    correction: None,
    basis: "WCAG 2.1, criterio 2.4.4.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "[Tavola 1] (processi/)")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "(Tavola 1)[processi/]")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "[Tavola 1](processi/")]),
    ],
    passing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "[Tavola 1](processi/) [omissis] (art. 5)")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "Tavola 1 (e/o altro) \\[processi\\](processi/)")]),
    ],
};

pub(super) static UNDEFINED: Rule = Rule {
    code: "LA410",
    name: "riferimento-senza-indirizzo",
    severity: Severity::Error,
    summary: "In un capitolo un collegamento nomina un riferimento di cui nessuna riga dice l'indirizzo.",
    why: "Chi legge vede le parentesi quadre in mezzo al testo, e non può seguire il collegamento.",
    remedy: "Scrivere l'indirizzo nel collegamento, `[parole](indirizzo)`, o in una riga a parte: `[riferimento]: indirizzo`.",
    correction: None,
    basis: "WCAG 2.1, criterio 2.4.4.",
    failing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "[Tavola 1][tavola]")])],
    passing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "[Tavola 1][tavola]\n\n[tavola]: processi/")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        for (_, range, literal) in chapter.paragraphs() {
            let place =
                Paragraph { context, chapter: &chapter, start: range.start, literal, text: chapter.slice(range) };
            for (at, _) in literal.match_indices(']') {
                findings.extend(place.after_words(at));
            }
            for (at, _) in literal.match_indices(")[") {
                findings.extend(place.reversed(at));
            }
        }
    }
}

pub(super) fn check_references(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        for (_, range, literal) in chapter.paragraphs() {
            for (at, _) in literal.match_indices("][") {
                let Some(open) = opening(literal, at, '[', ']') else { continue };
                let Some(end) = literal[at + 2..].find(']').map(|end| at + 2 + end) else { continue };
                let (words, name) = (&literal[open + 1..at], &literal[at + 2..end]);
                let name = if name.is_empty() { words } else { name };
                let figures = |text: &str| text.chars().all(|c| c.is_ascii_digit());
                if words.trim().is_empty() || name.starts_with('^') || (figures(words) && figures(name)) {
                    continue;
                }
                let span = chapter.span(&(range.start + open..range.start + end + 1));
                findings.push(
                    Finding::new(&UNDEFINED, span, format!("nessuna riga dice l'indirizzo del riferimento `{name}`"))
                        .label("si legge con le parentesi")
                        .help(format!("scrivere `[{words}](indirizzo)`, o aggiungere in fondo al capitolo la riga `[{name}]: indirizzo`")),
                );
            }
        }
    }
}

struct Paragraph<'a> {
    context: &'a RuleContext<'a>,
    chapter: &'a TypedChapter<'a>,
    /// Where it begins in the chapter.
    start: usize,
    literal: &'a str,
    text: &'a str,
}

impl Paragraph<'_> {
    /// What follows the `]` at `at`, if it was meant for the address of a link.
    fn after_words(&self, at: usize) -> Option<Finding> {
        let rest = &self.literal[at + 1..];
        let space = rest.len() - rest.trim_start().len();
        let address = at + 1 + space + 1;
        if !rest.trim_start().starts_with('(') {
            return None;
        }
        let end = self.text[address..].find(')').map(|end| address + end);
        let target = &self.text[address..end.unwrap_or(self.text.len())];
        let Some(open) = opening(self.literal, at, '[', ']') else {
            let written = space == 0 && end.is_some() && is_address(target) && !self.text[..at].ends_with('\\');
            return written.then(|| {
                self.finding(
                    at..at + 2,
                    "al collegamento manca la parentesi quadra che apre le parole",
                    "si legge con le parentesi",
                )
                .help("scrivere `[` prima della prima parola del collegamento")
            });
        };
        let words = self.text[open + 1..at].trim();
        if words.is_empty() {
            return None;
        }
        let Some(end) = end else { return (space == 0).then(|| self.unclosed(open, address, target)) };
        if space > 0 {
            return is_address(target).then(|| {
                let fix = self.chapter.fix(&self.range(at + 1..address - 1), "", self.safety(target));
                self.finding(
                    open..end + 1,
                    "fra le parole e l'indirizzo del collegamento c'è uno spazio",
                    "si legge con le parentesi",
                )
                .help(format!("togliere lo spazio: `[{words}]({target})`"))
                .fix(Some(fix))
            });
        }
        let message = if target.trim().contains(char::is_whitespace) {
            "l'indirizzo del collegamento ha degli spazi"
        } else {
            "il collegamento è scritto in un modo che non si riconosce"
        };
        let mended = format!("({})", target.trim().replace(' ', "%20"));
        let help = format!("scrivere `[{words}]{mended}`");
        Some(self.finding(open..end + 1, message, "si legge con le parentesi").help(help))
    }

    /// `[parole](indirizzo` to the end of the paragraph.
    fn unclosed(&self, open: usize, address: usize, target: &str) -> Finding {
        let word = target.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',', ';', ':']);
        let end = address + word.len();
        let fix = is_address(word).then(|| self.chapter.fix(&self.range(end..end), ")", Safety::Guess));
        let words = self.text[open + 1..address - 2].trim();
        self.finding(
            open..end.max(address),
            "la parentesi tonda dell'indirizzo si apre e non si chiude",
            "si legge con le parentesi",
        )
        .help(format!("scrivere `[{words}]({word})`"))
        .fix(fix)
    }

    /// `(parole)[indirizzo]`, whose `)` is at `at`.
    fn reversed(&self, at: usize) -> Option<Finding> {
        let open = opening(self.literal, at, '(', ')')?;
        let end = at + 2 + self.text[at + 2..].find(']')?;
        let (words, target) = (&self.text[open + 1..at], &self.text[at + 2..end]);
        if words.trim().is_empty() || !is_address(target) {
            return None;
        }
        let mended = format!("[{words}]({target})");
        let fix = self.chapter.fix(&self.range(open..end + 1), mended.clone(), self.safety(target));
        Some(
            self.finding(open..end + 1, "le parentesi del collegamento sono scambiate", "si legge con le parentesi")
                .help(format!("le parole vanno fra le quadre, l'indirizzo fra le tonde: `{mended}`"))
                .fix(Some(fix)),
        )
    }

    fn range(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    fn finding(&self, range: Range<usize>, message: &str, label: &str) -> Finding {
        Finding::new(&RULE, self.chapter.span(&self.range(range)), message).label(label)
    }

    /// A link that leads somewhere was meant for one.
    fn safety(&self, target: &str) -> Safety {
        let leads = self.context.routes().resolve(target, self.chapter.origin).is_ok();
        if leads { Safety::Certain } else { Safety::Guess }
    }
}

/// Bytes that the words of a link are looked for in.
const REACH: usize = 1_000;

/// The bracket that a closing one at `at` belongs to.
fn opening(literal: &str, at: usize, open: char, close: char) -> Option<usize> {
    let mut inner = 0_usize;
    let from = literal.floor_char_boundary(at.saturating_sub(REACH));
    for (place, c) in literal[from..at].char_indices().rev() {
        if c == close {
            inner += 1;
        } else if c == open {
            if inner == 0 {
                return Some(from + place);
            }
            inner -= 1;
        }
    }
    None
}

/// Whether a text in brackets is an address and no remark.
fn is_address(text: &str) -> bool {
    const SCHEMES: [&str; 6] = ["http:", "https:", "mailto:", "tel:", "www.", "#"];
    const ENDINGS: [&str; 9] = ["/", ".md", ".html", ".pdf", ".csv", ".json", ".xlsx", ".it", ".eu"];
    let lower = text.trim().to_ascii_lowercase();
    let path = lower.split('#').next().unwrap_or_default();
    let known = SCHEMES.iter().any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len());
    !lower.contains(char::is_whitespace)
        && (known || (path.len() > 2 && ENDINGS.iter().any(|ending| path.ends_with(ending))))
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn a_remark_in_brackets_is_no_address() {
        for text in
            ["processi/", "01-premessa.md#uno", "https://x.it/a", "#titolo", "mailto:a@b.it", "dati/processi.csv"]
        {
            assert!(is_address(text), "{text}");
        }
        for text in ["art. 5", "e/o", "d.lgs.", "art.5", "", "#", "omissis", "si/no", "https: //x.it"] {
            assert!(!is_address(text), "{text}");
        }
    }
}
