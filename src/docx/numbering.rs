use super::document::ListKind;
use super::xml::escaped;
use std::fmt::Write as _;

/// How deep lists stand in one another at most.
pub(super) const DEEPEST: u8 = 8;

/// How far each level of a list stands from the margin of the text, in twentieths of a point.
pub(super) fn indent(level: u8) -> u32 {
    397 * (u32::from(level.min(DEEPEST)) + 1)
}

/// The lists of a document: all of one kind look alike, and each that has numbers counts for itself.
pub(super) fn part(lists: &[ListKind]) -> String {
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    ));
    for (number, is_numbered) in [(0, false), (1, true)] {
        let _ = write!(xml, "<w:abstractNum w:abstractNumId=\"{number}\"><w:multiLevelType w:val=\"multilevel\"/>");
        for level in 0..=DEEPEST {
            let (format, sign) = if is_numbered {
                ("decimal", format!("%{}.", level + 1))
            } else {
                ("bullet", if level % 2 == 0 { "•" } else { "–" }.to_owned())
            };
            let _ = write!(
                xml,
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"340\"/></w:pPr></w:lvl>",
                escaped(&sign),
                indent(level)
            );
        }
        xml.push_str("</w:abstractNum>");
    }
    xml.push_str("<w:abstractNum w:abstractNumId=\"2\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"–\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"125\" w:hanging=\"125\"/></w:pPr></w:lvl></w:abstractNum>");
    for (number, list) in lists.iter().enumerate() {
        let id = number + 1;
        match list {
            ListKind::Bulleted | ListKind::Dashed => {
                let kind = if *list == ListKind::Dashed { 2 } else { 0 };
                let _ = write!(xml, "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/></w:num>");
            }
            ListKind::Numbered { start, level } => {
                let (start, level) = ((*start).min(32_000), (*level).min(DEEPEST));
                let _ = write!(
                    xml,
                    "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride></w:num>"
                );
            }
        }
    }
    xml + "</w:numbering>"
}
