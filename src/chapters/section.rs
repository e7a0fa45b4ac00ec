use super::block::{Block, Heading, Manuscript, plain};
use pulldown_cmark::{Event, Tag, TagEnd};

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

impl Manuscript {
    /// The sections right below the section with this anchor; the section itself where it has none; nothing where it is not there.
    pub fn sections(&self, anchor: &str) -> Vec<Section> {
        let (blocks, headings) = self.blocks();
        let Some(at) = headings.iter().position(|heading| heading.id == anchor) else { return Vec::new() };
        let level = headings[at].level;
        let inside: Vec<_> = headings[at + 1..].iter().take_while(|heading| heading.level > level).collect();
        let top = inside.iter().map(|heading| heading.level).min();
        let mut chosen: Vec<&Heading> = inside.into_iter().filter(|heading| Some(heading.level) == top).collect();
        if chosen.is_empty() {
            chosen.push(&headings[at]);
        }
        chosen.into_iter().map(|heading| section(heading, &blocks)).collect()
    }
}

/// How the section of a heading begins.
fn section(heading: &Heading, blocks: &[Block<'_>]) -> Section {
    let mut events = blocks.iter().flat_map(|block| match block {
        Block::Text(events) => events.as_slice(),
        Block::Table(_) => &[],
    });
    let its_own =
        |event: &&Event<'_>| matches!(event, Event::Start(Tag::Heading { id: Some(id), .. }) if **id == *heading.id);
    events.find(its_own);
    let body: Vec<&Event<'_>> = events
        .skip_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
        .skip(1)
        .take_while(|event| !matches!(event, Event::Start(Tag::Heading { .. })))
        .collect();
    let paragraph =
        body.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Paragraph) | Event::Start(Tag::List(_))));
    let (opening, announces) = opening(&plain(paragraph.copied()));
    let points = if announces { points(&body) } else { Vec::new() };
    Section { heading: heading.clone(), opening, points }
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
fn points(body: &[&Event<'_>]) -> Vec<String> {
    let mut points: Vec<String> = Vec::new();
    let mut depth = 0;
    for event in body {
        match event {
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) if depth == 1 => break,
            Event::End(TagEnd::List(_)) => depth -= 1,
            Event::Start(Tag::Item) if depth == 1 => points.push(String::new()),
            other if depth == 1 => {
                if let Some(point) = points.last_mut() {
                    point.push_str(&plain([*other]));
                }
            }
            _ => {}
        }
    }
    points.into_iter().map(|point| point.trim().to_owned()).filter(|point| !point.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHAPTER: &str = "## Prima\n\nNiente.\n\n## Le regole\n\nIn breve.\n\n### Giorni\n\nAl massimo **uno**[^n]. Per esempio:\n\n- lunedì;\n\n\
        ### Turni\n\nMentre si lavora:\n\n- non si *fanno*;\n- non spettano:\n  - mai.\n\n### Dove\n\n- casa;\n- biblioteca.\n\nAltrove no.\n\n\
        ### Chi\n\nCome dice l'art. 8, chi lavora:\n\n- può.\n\n## Dopo\n\nAltro\ntesto.\n\n[^n]: Nota.\n";

    fn sections(anchor: &str) -> Vec<(String, String, Vec<String>)> {
        let manuscript = Manuscript { markdown: CHAPTER.to_owned() };
        let short = |section: Section| (section.heading.id, section.opening, section.points);
        manuscript.sections(anchor).into_iter().map(short).collect()
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
