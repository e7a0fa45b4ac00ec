use super::document::{Running, Sheet};
use std::fmt::Write as _;

impl Sheet {
    /// Every kind.
    pub(super) const ALL: [Self; 3] = [Self::Portrait, Self::Landscape, Self::WideLandscape];

    /// Width and height, in twentieths of a point.
    fn size(self) -> (u32, u32) {
        match self {
            Self::Portrait => (11906, 16838),
            Self::Landscape => (16838, 11906),
            Self::WideLandscape => (23811, 16838),
        }
    }

    /// The margins on the sides, likewise.
    fn side(self) -> u32 {
        if self == Self::Portrait { 1304 } else { 737 }
    }

    /// How wide the text is, likewise.
    pub(super) fn width(self) -> u32 {
        self.size().0 - 2 * self.side()
    }

    /// The number of the parts that run over its sheets.
    pub(super) fn number(self) -> usize {
        self as usize + 1
    }
}

/// The properties of a section; the first has a title page without running head.
pub(super) fn properties(sheet: Sheet, is_first: bool, running: Option<&Running>) -> String {
    let has_title = is_first && running.is_some_and(|running| !running.is_everywhere);
    let (width, height) = sheet.size();
    let mut xml = String::from("<w:sectPr>");
    if running.is_some() {
        let number = sheet.number();
        let _ = write!(
            xml,
            "<w:headerReference w:type=\"default\" r:id=\"testa{number}\"/><w:footerReference w:type=\"default\" r:id=\"piede{number}\"/>"
        );
        if has_title {
            xml.push_str("<w:headerReference w:type=\"first\" r:id=\"testa0\"/><w:footerReference w:type=\"first\" r:id=\"piede0\"/>");
        }
    }
    let lying = if sheet == Sheet::Portrait { "" } else { " w:orient=\"landscape\"" };
    let side = sheet.side();
    let _ = write!(
        xml,
        "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{lying}/><w:pgMar w:top=\"1361\" w:right=\"{side}\" w:bottom=\"1247\" w:left=\"{side}\" w:header=\"624\" w:footer=\"510\" w:gutter=\"0\"/>"
    );
    if let Some(first) = running.filter(|_| is_first).and_then(|running| running.first_page) {
        let _ = write!(xml, "<w:pgNumType w:start=\"{first}\"/>");
    }
    if has_title {
        xml.push_str("<w:titlePg/>");
    }
    xml + "</w:sectPr>"
}
