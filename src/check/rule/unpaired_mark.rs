use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::{TypedChapter, typed_chapters};
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Safety, Severity};
use std::collections::HashMap;
use std::ops::Range;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const PLACE: &str = "Questo allegato descrive";

pub(super) static RULE: Rule = Rule {
    code: "LA514",
    name: "segno-di-testo-spaiato",
    severity: Severity::Warning,
    summary: "In un capitolo un segno di grassetto, di corsivo o di testo da programma si apre e non si chiude.",
    why: "Chi legge vede gli asterischi, i trattini bassi o gli apici in mezzo alle parole.",
    remedy: "Chiudere il segno attaccato all'ultima parola, senza spazi in mezzo: `**parole**`; un segno che si deve leggere si scrive con una barra inversa davanti: `\\*`.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: comprensibilità di ciò che si pubblica.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "**Questo allegato descrive")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "**Questo allegato ** descrive")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "Questo `allegato descrive")]),
    ],
    passing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "**Questo** *allegato* `descrive`")]),
        Example {
            caption: "Un asterisco che è un richiamo, un segno di moltiplicazione, un nome con i trattini bassi",
            edits: &[Edit::new(CHAPTER, PLACE, "Questo allegato* (5 * 3, nome_di_un_file) descrive")],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        for fence in &chapter.typed.open_fences {
            findings.push(
                Finding::new(&RULE, chapter.span(fence), "questo riquadro di testo da programma si apre e non si chiude: tutto ciò che segue vi resta dentro")
                    .label("si apre qui")
                    .help("chiuderlo con una riga degli stessi segni, o togliere questa riga"),
            );
        }
        let paragraphs: Vec<(Range<usize>, Vec<Mark>)> =
            chapter.paragraphs().map(|(_, range, literal)| (range.clone(), marks(&chapter, &range, literal))).collect();
        // Of each run of signs: how often it stands in the chapter, and how often after a word.
        let mut times: HashMap<(char, usize), (usize, usize)> = HashMap::new();
        for mark in paragraphs.iter().flat_map(|(_, marks)| marks) {
            let (all, after_word) = times.entry((mark.sign, mark.length)).or_default();
            *all += 1;
            *after_word += usize::from(mark.after_word);
        }
        let times = |mark: &Mark| times.get(&(mark.sign, mark.length)).copied().unwrap_or_default();
        // An asterisk after a word is a mark, which another before a text explains.
        let called = |mark: &Mark| times(mark).1 > 0;
        let alone = |mark: &Mark| times(mark).0 == 1;
        // Where an expression could not be replaced, the marks around it stand around nothing.
        let mistakes = &context.chapters[chapter.origin.chapter].mistakes;
        let broken = |range: &Range<usize>| mistakes.iter().any(|mistake| range.contains(&mistake.range.start));
        for (range, marks) in paragraphs.iter().filter(|(range, _)| !broken(range)) {
            let mut said: Vec<char> = Vec::new();
            for (at, mark) in marks.iter().enumerate() {
                let fault = fault(mark, &marks[at + 1..], called(mark), alone(mark));
                if let Some(fault) = fault.filter(|_| !said.contains(&mark.sign)) {
                    said.push(mark.sign);
                    findings.push(fault.finding(&chapter, range));
                }
            }
        }
    }
}

/// A run of signs that became nothing.
struct Mark {
    range: Range<usize>,
    sign: char,
    length: usize,
    before: Option<char>,
    after: Option<char>,
    /// Whether it stands right after a word and before none, like a mark.
    after_word: bool,
    /// Whether the word around it is an address or the name of a file.
    in_address: bool,
}

impl Mark {
    fn is(&self, sign: char, length: usize) -> bool {
        self.sign == sign && self.length == length
    }

    fn opens(&self) -> bool {
        self.before.is_none_or(|c| !c.is_alphanumeric())
            && self.after.is_some_and(|c| c.is_alphanumeric() || "«“\"(*_[{‘'".contains(c))
    }

    fn is_between_spaces(&self) -> bool {
        let open = |c: Option<char>| c.is_none_or(char::is_whitespace);
        open(self.before) && open(self.after)
    }
}

fn marks(chapter: &TypedChapter<'_>, paragraph: &Range<usize>, literal: &str) -> Vec<Mark> {
    let whole = chapter.slice(paragraph.clone());
    let mut marks = Vec::new();
    let (mut from, mut word_end, mut in_address) = (0, 0, false);
    while let Some(at) = literal[from..].find(['*', '_', '`', '~']).map(|at| from + at) {
        let sign = literal[at..].chars().next().unwrap_or_default();
        let length = literal[at..].chars().take_while(|c| *c == sign).count();
        let end = at + length;
        let (before, after) = (whole[..at].chars().next_back(), whole[end..].chars().next());
        // Looked at once, however many marks are in it.
        if end > word_end {
            let spaced = |c: char| c.is_whitespace();
            let start = whole[..at].trim_end_matches(|c| !spaced(c)).len();
            word_end = end + whole[end..].find(spaced).unwrap_or(whole.len() - end);
            in_address = whole[start..word_end].contains(['/', '@', '\\', '=']);
        }
        marks.push(Mark {
            range: paragraph.start + at..paragraph.start + end,
            sign,
            length,
            before,
            after,
            after_word: before.is_some_and(char::is_alphanumeric) && after.is_none_or(|c| !c.is_alphanumeric()),
            in_address,
        });
        from = end;
    }
    marks
}

struct Fault {
    place: Range<usize>,
    message: String,
    label: &'static str,
    help: String,
    /// Bytes that are only in the way.
    remove: Option<Range<usize>>,
}

impl Fault {
    fn new(mark: &Mark, message: String, label: &'static str, help: String) -> Self {
        Self { place: mark.range.clone(), message, label, help, remove: None }
    }

    fn finding(self, chapter: &TypedChapter<'_>, paragraph: &Range<usize>) -> Finding {
        let within = |range: &Range<usize>| paragraph.start <= range.start && range.end <= paragraph.end;
        let fix = self.remove.filter(within).map(|range| chapter.fix(&range, "", Safety::Guess));
        Finding::new(&RULE, chapter.span(&self.place), self.message).label(self.label).help(self.help).fix(fix)
    }
}

/// What is wrong with a run of signs; `rest` are those after it in the paragraph, `called` says whether such signs are marks
/// in this chapter, `alone` whether the chapter has no other of its kind.
fn fault(mark: &Mark, rest: &[Mark], called: bool, alone: bool) -> Option<Fault> {
    let signs = mark.sign.to_string().repeat(mark.length);
    let known = match mark.sign {
        '`' => return Some(open_code(mark, &signs)),
        '*' => mark.length <= 3,
        '_' => mark.length <= 2 && !mark.in_address,
        _ => mark.length == 2,
    };
    if !known {
        return None;
    }
    let same = rest.iter().find(|other| other.is(mark.sign, mark.length));
    if mark.is_between_spaces() {
        // `5 * 3` is a product; two asterisks twice in a sentence are none.
        let other = same.filter(|other| mark.length == 2 && mark.sign != '_' && other.is_between_spaces())?;
        let message = format!("gli spazi accanto a `{signs}` impediscono il grassetto: si leggono i segni");
        let help = format!("attaccare i segni alle parole: `{signs}parole{signs}`");
        return Some(Fault {
            remove: Some(mark.range.end..mark.range.end + 1),
            ..Fault::new(mark, message, "staccato dalla parola", help)
        })
        .filter(|_| other.range.start > mark.range.end + 1);
    }
    if mark.opens() {
        if called && mark.after.is_none_or(|c| c != mark.sign) && same.is_none() {
            return None;
        }
        return Some(unclosed(mark, same, &signs));
    }
    let stray = mark.length == 2 && mark.sign == '*' && alone;
    let closes = mark.after.is_none_or(|c| !c.is_alphanumeric())
        && mark.before.is_some_and(|c| c.is_alphanumeric() || ".,:;!?»”)".contains(c));
    (stray && closes).then(|| {
        let message = format!("`{signs}` si chiude senza essersi aperto: si leggono i segni");
        Fault::new(
            mark,
            message,
            "senza compagno",
            format!("scrivere `{signs}` anche prima della prima parola, o toglierlo"),
        )
    })
}

fn unclosed(mark: &Mark, same: Option<&Mark>, signs: &str) -> Fault {
    match same {
        Some(end) if end.before.is_some_and(char::is_whitespace) => {
            let message = format!("lo spazio prima di `{signs}` impedisce di chiuderlo: si leggono i segni");
            let help = format!("attaccare i segni all'ultima parola: `{signs}parole{signs}`");
            let space = end.range.start - 1..end.range.start;
            Fault { remove: Some(space), ..Fault::new(mark, message, "si apre qui", help) }
        }
        Some(end) if end.after.is_some_and(char::is_alphanumeric) => {
            let message = format!("`{signs}` si chiude attaccato alla parola che segue: si leggono i segni");
            Fault::new(mark, message, "si apre qui", format!("lasciare uno spazio dopo il secondo `{signs}`"))
        }
        _ if mark.after == Some(mark.sign) || mark.before == Some(mark.sign) => {
            let message = "i segni che aprono e quelli che chiudono non sono tanti uguali: uno si legge".to_owned();
            Fault::new(
                mark,
                message,
                "uno di troppo",
                "scrivere lo stesso numero di segni prima e dopo le parole".to_owned(),
            )
        }
        _ => {
            let message = format!("`{signs}` si apre e non si chiude: si leggono i segni");
            let help = format!(
                "scrivere `{signs}` anche dopo l'ultima parola; se si deve leggere così, `\\{}`",
                signs.chars().map(String::from).collect::<Vec<_>>().join("\\")
            );
            Fault::new(mark, message, "non si chiude", help)
        }
    }
}

fn open_code(mark: &Mark, signs: &str) -> Fault {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    if mark.length == 1 && letter(mark.before) {
        let message = "«`» è un accento grave da solo, non un apostrofo".to_owned();
        let help = "scrivere l'apostrofo `'`, o la lettera con il suo accento".to_owned();
        return Fault::new(mark, message, "accento senza lettera", help);
    }
    let message = format!("«{signs}» si apre e non si chiude: si legge il segno");
    Fault::new(mark, message, "non si chiude", format!("scrivere «{signs}» anche dopo l'ultima parola, o toglierlo"))
}
