use crate::docx::Look;

/// A line: words and what stands among them.
pub type Line = Vec<Span>;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// Words of one look.
    Words(Words),
    /// A line break that the author asked for.
    Break,
    /// A call of a footnote, of which only the place counts.
    Note,
}

/// Words of one look that lead to one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
    /// Where they lead.
    pub link: Option<String>,
}

/// A letter with what holds of it.
type Letter = (char, Look, Option<String>);

/// A line in its normal form: spaces without look of their own, none twice, none at the ends; neighbours of one look together.
pub(super) fn normal(line: Line) -> Line {
    let mut made: Line = Vec::new();
    let mut letters: Vec<Letter> = Vec::new();
    for span in line {
        match span {
            Span::Words(words) => {
                letters.extend(words.text.chars().map(|c| (c, words.look, words.link.clone())));
            }
            other => {
                made.extend(grouped(&std::mem::take(&mut letters)));
                made.push(other);
            }
        }
    }
    made.extend(grouped(&letters));
    trimmed(made)
}

/// The words of some letters.
fn grouped(letters: &[Letter]) -> Line {
    let letters = spaced(letters);
    let mut made: Vec<Words> = Vec::new();
    for (c, look, link) in letters {
        match made.last_mut() {
            Some(last) if last.look == look && last.link == link => last.text.push(c),
            _ => made.push(Words { text: c.to_string(), look, link }),
        }
    }
    made.into_iter().map(Span::Words).collect()
}

fn is_free(look: Look) -> bool {
    !look.code && !look.source
}

/// Spaces take the look on which both their neighbours agree; of several in a row one stays.
fn spaced(letters: &[Letter]) -> Vec<Letter> {
    let mut made: Vec<Letter> = Vec::new();
    for at in 0..letters.len() {
        let (c, look, _) = &letters[at];
        let is_space = matches!(c, ' ' | '\t' | '\n' | '\r') && is_free(*look);
        if !is_space {
            made.push(letters[at].clone());
            continue;
        }
        if made.last().is_some_and(|(last, look, _)| *last == ' ' && is_free(*look)) {
            continue;
        }
        let next = letters[at + 1..].iter().find(|(c, look, _)| !(c.is_whitespace() && is_free(*look)));
        let (look, link) = match (made.last(), next) {
            (Some((_, before, from)), Some((_, after, to))) => {
                let both = Look {
                    bold: before.bold && after.bold,
                    italic: before.italic && after.italic,
                    strike: before.strike && after.strike,
                    ..Look::default()
                };
                (both, if from == to { from.clone() } else { None })
            }
            _ => (Look::default(), None),
        };
        made.push((' ', look, link));
    }
    made
}

/// Without spaces and breaks at the ends, nor spaces beside breaks.
fn trimmed(line: Line) -> Line {
    let mut made: Line = Vec::new();
    for span in line {
        match span {
            Span::Words(mut words) => {
                if matches!(made.last(), None | Some(Span::Break)) && is_free(words.look) {
                    let kept = words.text.trim_start_matches(' ').len();
                    words.text.drain(..words.text.len() - kept);
                }
                if !words.text.is_empty() {
                    made.push(Span::Words(words));
                }
            }
            Span::Break => {
                trim_end(&mut made);
                if !made.is_empty() {
                    made.push(Span::Break);
                }
            }
            Span::Note => made.push(Span::Note),
        }
    }
    trim_end(&mut made);
    while made.last() == Some(&Span::Break) {
        made.pop();
        trim_end(&mut made);
    }
    made
}

fn trim_end(line: &mut Line) {
    while let Some(Span::Words(words)) = line.last_mut() {
        if !is_free(words.look) {
            return;
        }
        let kept = words.text.trim_end_matches(' ').len();
        words.text.truncate(kept);
        if kept > 0 {
            return;
        }
        line.pop();
    }
}

/// The words alone.
pub(super) fn plain(line: &[Span]) -> String {
    let words = line.iter().map(|span| match span {
        Span::Words(words) => words.text.as_str(),
        Span::Break => " ",
        Span::Note => "",
    });
    words.collect()
}

/// The same without bold, which headings have of themselves.
pub(super) fn without_bold(line: Line) -> Line {
    let plain = line.into_iter().map(|span| match span {
        Span::Words(words) => Span::Words(Words { look: Look { bold: false, ..words.look }, ..words }),
        other => other,
    });
    normal(plain.collect())
}
