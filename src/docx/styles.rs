use super::document::Style;
use std::fmt::Write as _;

impl Style {
    /// Its identifier among the styles of the document.
    pub(super) fn id(self) -> String {
        match self {
            Self::Normal => "Normal".to_owned(),
            Self::Heading(level) => format!("Heading{}", level.clamp(1, 6)),
            other => other.fixed_id().to_owned(),
        }
    }

    fn fixed_id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::List => "ListParagraph",
            Self::Caption => "Caption",
            Self::Quote => "Quote",
            Self::Code => "Codice",
            Self::Cell => "Testotabella",
            Self::SmallCell => "Testotabellaristretto",
            Self::Small => "Notatabella",
            Self::ContentsTitle => "TOCHeading",
            Self::Note => "FootnoteText",
            Self::Normal | Self::Heading(_) => "Normal",
        }
    }
}

/// A style of paragraphs: identifier, name that Word knows, the style that it rests on, properties of paragraphs and of words.
struct Kind(&'static str, &'static str, &'static str, &'static str, &'static str);

const BLUE: &str = "<w:color w:val=\"17324D\"/>";

const KINDS: [Kind; 25] = [
    Kind(
        "Heading1",
        "heading 1",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"140\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"32\"/>",
    ),
    Kind(
        "Heading2",
        "heading 2",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"120\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"26\"/>",
    ),
    Kind(
        "Heading3",
        "heading 3",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"220\" w:after=\"100\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"23\"/>",
    ),
    Kind(
        "Heading4",
        "heading 4",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"3\"/>",
        "<w:b/><w:i/><w:color w:val=\"17324D\"/>",
    ),
    Kind(
        "Heading5",
        "heading 5",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"80\"/><w:outlineLvl w:val=\"4\"/>",
        "<w:i/><w:color w:val=\"17324D\"/>",
    ),
    Kind(
        "Heading6",
        "heading 6",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"80\"/><w:outlineLvl w:val=\"5\"/>",
        BLUE,
    ),
    Kind(
        "Title",
        "Title",
        "Normal",
        "<w:keepLines/><w:spacing w:before=\"240\" w:after=\"240\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"56\"/>",
    ),
    Kind(
        "Subtitle",
        "Subtitle",
        "Normal",
        "<w:spacing w:before=\"60\" w:after=\"120\"/><w:jc w:val=\"center\"/>",
        "<w:color w:val=\"4A5560\"/><w:sz w:val=\"24\"/>",
    ),
    Kind("ListParagraph", "List Paragraph", "Normal", "<w:spacing w:after=\"140\"/><w:contextualSpacing/>", ""),
    Kind(
        "Caption",
        "caption",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"100\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"19\"/>",
    ),
    Kind("Quote", "Quote", "Normal", "<w:ind w:left=\"567\" w:right=\"567\"/>", "<w:i/>"),
    Kind(
        "Codice",
        "Codice",
        "Normal",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E9EEF3\"/>",
        "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:noProof/><w:sz w:val=\"18\"/>",
    ),
    Kind(
        "Testotabella",
        "Testo tabella",
        "Normal",
        "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"18\"/>",
    ),
    Kind(
        "Testotabellaristretto",
        "Testo tabella ristretto",
        "Testotabella",
        "<w:spacing w:before=\"0\" w:after=\"10\" w:line=\"228\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"15\"/>",
    ),
    Kind(
        "Notatabella",
        "Nota tabella",
        "Normal",
        "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"17\"/>",
    ),
    Kind(
        "TOCHeading",
        "TOC Heading",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"160\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"32\"/>",
    ),
    Kind(
        "TOC1",
        "toc 1",
        "Normal",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9298\"/></w:tabs><w:spacing w:before=\"90\" w:after=\"10\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/>",
    ),
    Kind(
        "TOC2",
        "toc 2",
        "Normal",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9298\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"247\" w:lineRule=\"auto\"/><w:ind w:left=\"340\"/>",
        "<w:sz w:val=\"21\"/>",
    ),
    Kind(
        "TOC3",
        "toc 3",
        "Normal",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9298\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"228\" w:lineRule=\"auto\"/><w:ind w:left=\"680\"/>",
        "<w:sz w:val=\"20\"/>",
    ),
    Kind(
        "FootnoteText",
        "footnote text",
        "Normal",
        "<w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"17\"/>",
    ),
    Kind(
        "Header",
        "header",
        "Normal",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"9AA7B3\"/></w:pBdr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"4A5560\"/><w:sz w:val=\"17\"/>",
    ),
    Kind(
        "Footer",
        "footer",
        "Normal",
        "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"4A5560\"/><w:sz w:val=\"17\"/>",
    ),
    Kind("Avviso", "Avviso", "Footer", "", "<w:i/><w:sz w:val=\"15\"/>"),
    Kind(
        "Stato",
        "Stato",
        "Normal",
        "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:color w:val=\"9C1C1C\"/><w:sz w:val=\"28\"/>",
    ),
    Kind(
        "Finesezione",
        "Fine sezione",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
        "<w:sz w:val=\"2\"/>",
    ),
];

/// The styles of every document.
pub(super) fn part() -> String {
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>",
        "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
        "<w:lang w:val=\"it-IT\" w:eastAsia=\"it-IT\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>",
        "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"269\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>",
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"17509A\"/><w:u w:val=\"single\"/></w:rPr></w:style>",
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Sorgente\"><w:name w:val=\"Sorgente\"/><w:rPr><w:noProof/><w:color w:val=\"6B4E00\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F6EBCB\"/></w:rPr></w:style>",
        "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>",
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>",
        "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/>",
        "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/>",
        "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/>",
        "</w:tblBorders><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    ));
    for Kind(id, name, base, lines, words) in KINDS {
        let next = if name.starts_with("heading") { "<w:next w:val=\"Normal\"/>" } else { "" };
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{base}\"/>{next}<w:qFormat/><w:pPr>{lines}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
        );
    }
    xml + "</w:styles>"
}
