use crate::site::escape::escaped;
use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use std::collections::VecDeque;

/// A table written in the Markdown of a chapter: like the tables of the data, it has a caption, headings and a region that scrolls.
#[derive(Debug)]
pub(super) struct MarkdownTable {
    id: String,
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
    caption: String,
}

impl MarkdownTable {
    pub(super) fn new(id: String, alignments: Vec<Alignment>, caption: String) -> Self {
        Self { id, alignments, in_head: false, column: 0, caption }
    }

    /// The HTML before its first row.
    pub(super) fn start(&self) -> String {
        let id = &self.id;
        let caption = escaped(&self.caption);
        let columns = "<col>".repeat(self.alignments.len());
        format!(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\"><table class=\"breve\">\
             <caption id=\"{id}\" class=\"visually-hidden\">{caption}</caption><colgroup>{columns}</colgroup>"
        )
    }

    /// The HTML of an event of the table's own; nothing for what stands in a cell.
    pub(super) fn turn(&mut self, event: &Event<'_>) -> Option<String> {
        match event {
            Event::Start(Tag::TableHead) => {
                self.in_head = true;
                self.column = 0;
                Some("<thead><tr>".to_owned())
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                Some("</tr></thead><tbody>".to_owned())
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                Some("<tr>".to_owned())
            }
            Event::End(TagEnd::TableRow) => Some("</tr>\n".to_owned()),
            Event::Start(Tag::TableCell) => Some(self.cell()),
            Event::End(TagEnd::TableCell) => {
                let heading = self.in_head || self.column == 0;
                self.column += 1;
                Some(if heading { "</th>" } else { "</td>" }.to_owned())
            }
            Event::End(TagEnd::Table) => Some("</tbody></table></div>\n".to_owned()),
            _ => None,
        }
    }

    fn cell(&mut self) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"numero\"",
            Some(Alignment::Center) => " class=\"centro\"",
            _ => "",
        };
        if self.in_head {
            format!("<th scope=\"col\"{class}>")
        } else if self.column == 0 {
            format!("<th scope=\"row\"{class}>")
        } else {
            format!("<td{class}>")
        }
    }
}

/// The captions of the tables of a run of events: a table of Markdown has none, so its headings say what it holds.
pub(super) fn captions(events: &[Event<'_>]) -> VecDeque<String> {
    let mut captions = VecDeque::new();
    let mut headings: Option<Vec<String>> = None;
    for event in events {
        match (event, &mut headings) {
            (Event::Start(Tag::TableHead), _) => headings = Some(Vec::new()),
            (Event::Start(Tag::TableCell), Some(headings)) => headings.push(String::new()),
            (Event::Text(text) | Event::Code(text), Some(headings)) => {
                if let Some(last) = headings.last_mut() {
                    last.push_str(text);
                }
            }
            (Event::End(TagEnd::TableHead), Some(found)) => {
                found.retain(|heading| !heading.trim().is_empty());
                captions.push_back(if found.is_empty() { "Tabella".to_owned() } else { found.join(", ") });
                headings = None;
            }
            _ => {}
        }
    }
    captions
}
