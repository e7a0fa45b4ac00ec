use super::tree::{Block, ChapterTree, Heading, plain};

/// A section of a chapter in short: its heading and how it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: Heading,
    /// The text of its first paragraph, without a last sentence that only announces a list.
    pub opening: String,
    /// The points of the list that the first paragraph announces; empty where it says something by itself.
    pub points: Vec<String>,
}

impl ChapterTree {
    /// The sections right below the section with this anchor, or that section itself if it has none below; empty if there is no such section.
    pub fn sections(&self, anchor: &str) -> Vec<Section> {
        let headings = self.headings();
        let Some(at) = headings.iter().position(|heading| heading.id == anchor) else { return Vec::new() };
        let level = headings[at].level;
        let inside: Vec<_> = headings[at + 1..].iter().take_while(|heading| heading.level > level).collect();
        let top = inside.iter().map(|heading| heading.level).min();
        let mut chosen: Vec<&Heading> =
            inside.into_iter().filter(|heading| Some(heading.level) == top).copied().collect();
        if chosen.is_empty() {
            chosen.push(headings[at]);
        }
        chosen.into_iter().map(|heading| section(heading, &self.blocks)).collect()
    }
}

/// How the section of a heading begins.
fn section(heading: &Heading, blocks: &[Block]) -> Section {
    let body = below(heading, blocks).unwrap_or_default();
    let (opening, announces) = opening(&first_paragraph(body));
    let points = if announces { points(body) } else { Vec::new() };
    Section { heading: heading.clone(), opening, points }
}

/// The blocks between a heading and the next one beside it; `None` if the heading is not there.
fn below<'t>(heading: &Heading, blocks: &'t [Block]) -> Option<&'t [Block]> {
    let own = |block: &Block| matches!(block, Block::Heading(own, _) if own.id == heading.id);
    if let Some(at) = blocks.iter().position(own) {
        let body = &blocks[at + 1..];
        let end = body.iter().position(|block| matches!(block, Block::Heading(..))).unwrap_or(body.len());
        return Some(&body[..end]);
    }
    blocks.iter().find_map(|block| match block {
        Block::List { items, .. } => items.iter().find_map(|item| below(heading, item)),
        Block::Quote(body) | Block::Note { body, .. } => below(heading, body),
        _ => None,
    })
}

/// The words before the first list, up to the end of the first paragraph.
fn first_paragraph(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(line) => return text + &plain(line),
            Block::Quote(body) | Block::Note { body, .. } => return text + &first_paragraph(body),
            Block::List { .. } => return text,
            Block::Code { text: code, .. } => text.push_str(code),
            other => other.each_line(&mut |line| text.push_str(&plain(line))),
        }
    }
    text
}

/// The text of a paragraph, and whether it needs the list that follows: a sentence that only announces one is left out,
/// unless there is no other.
fn opening(text: &str) -> (String, bool) {
    if text.is_empty() {
        return (String::new(), true);
    }
    if !text.ends_with(':') {
        return (text.to_owned(), false);
    }
    // A full stop within a sentence, as in `art. 8`, is followed by no capital.
    let mut ends = text.rmatch_indices(". ").map(|(end, _)| end);
    match ends.find(|end| text[end + 2..].starts_with(char::is_uppercase)) {
        Some(end) => (text[..=end].to_owned(), false),
        None => (text.to_owned(), true),
    }
}

/// The points of the first list, those of lists inside them left out.
fn points(body: &[Block]) -> Vec<String> {
    let list = body.iter().find_map(|block| match block {
        Block::List { items, .. } => Some(items),
        _ => None,
    });
    let points = list.into_iter().flatten().map(|item| words(item).trim().to_owned());
    points.filter(|point| !point.is_empty()).collect()
}

/// The words of some blocks, those of lists left out.
fn words(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::List { .. } => {}
            Block::Quote(body) | Block::Note { body, .. } => text.push_str(&words(body)),
            Block::Code { text: code, .. } => text.push_str(code),
            other => other.each_line(&mut |line| text.push_str(&plain(line))),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHAPTER: &str = "## Prima\n\nNiente.\n\n## Le regole\n\nIn breve.\n\n### Giorni\n\nAl massimo **uno**[^n]. Per esempio:\n\n- lunedì;\n\n\
        ### Turni\n\nMentre si lavora:\n\n- non si *fanno*;\n- non spettano:\n  - mai.\n\n### Dove\n\n- casa;\n- biblioteca.\n\nAltrove no.\n\n\
        ### Chi\n\nCome dice l'art. 8, chi lavora:\n\n- può.\n\n## Dopo\n\nAltro\ntesto.\n\n[^n]: Nota.\n";

    fn sections(anchor: &str) -> Vec<(String, String, Vec<String>)> {
        let tree = ChapterTree::parse(CHAPTER);
        let short = |section: Section| (section.heading.id, section.opening, section.points);
        tree.sections(anchor).into_iter().map(short).collect()
    }

    #[test]
    fn the_sections_below_one_come_with_their_openings() {
        let text = str::to_owned;
        assert_eq!(
            sections("le-regole"),
            [
                (text("giorni"), text("Al massimo uno."), vec![]),
                (text("turni"), text("Mentre si lavora:"), vec![text("non si fanno;"), text("non spettano:")]),
                (text("dove"), String::new(), vec![text("casa;"), text("biblioteca.")]),
                (text("chi"), text("Come dice l'art. 8, chi lavora:"), vec![text("può.")]),
            ]
        );
    }

    #[test]
    fn a_section_with_none_below_stands_for_itself() {
        assert_eq!(sections("dopo"), [("dopo".to_owned(), "Altro testo.".to_owned(), vec![])]);
        assert!(sections("altrove").is_empty());
    }
}
