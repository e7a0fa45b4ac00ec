use super::document::Style;
use std::fmt::Write as _;

impl Style {
    /// Its identifier among the styles of the document.
    pub(super) fn id(self) -> String {
        match self {
            Self::Normal => "Normale".to_owned(),
            Self::Heading(level) => format!("Titolo{}", level.clamp(1, 6)),
            other => other.fixed_id().to_owned(),
        }
    }

    fn fixed_id(self) -> &'static str {
        match self {
            Self::Title => "Titolo",
            Self::Subtitle => "Sottotitolo",
            Self::List => "Paragrafoelenco",
            Self::Caption => "Didascalia",
            Self::Quote => "Citazione",
            Self::Code => "Codice",
            Self::Cell => "Testotabella",
            Self::SmallCell => "Testotabellaristretto",
            Self::Small => "Notatabella",
            Self::ContentsTitle => "Titolosommario",
            Self::Note => "Testonotaapidipagina",
            Self::Normal | Self::Heading(_) => "Normale",
        }
    }
}

/// A style of paragraphs: identifier, name that Word knows, the style that it rests on, properties of paragraphs and of words.
struct Kind(&'static str, &'static str, &'static str, &'static str, &'static str);

const BLUE: &str = "<w:color w:val=\"17324D\"/>";

const KINDS: [Kind; 25] = [
    Kind(
        "Titolo1",
        "heading 1",
        "Normale",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"140\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"32\"/>",
    ),
    Kind(
        "Titolo2",
        "heading 2",
        "Normale",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"120\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"26\"/>",
    ),
    Kind(
        "Titolo3",
        "heading 3",
        "Normale",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"220\" w:after=\"100\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"23\"/>",
    ),
    Kind(
        "Titolo4",
        "heading 4",
        "Normale",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"3\"/>",
        "<w:b/><w:i/><w:color w:val=\"17324D\"/>",
    ),
    Kind(
        "Titolo5",
        "heading 5",
        "Normale",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"80\"/><w:outlineLvl w:val=\"4\"/>",
        "<w:i/><w:color w:val=\"17324D\"/>",
    ),
    Kind(
        "Titolo6",
        "heading 6",
        "Normale",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"80\"/><w:outlineLvl w:val=\"5\"/>",
        BLUE,
    ),
    Kind(
        "Titolo",
        "Title",
        "Normale",
        "<w:keepLines/><w:spacing w:before=\"240\" w:after=\"240\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"56\"/>",
    ),
    Kind(
        "Sottotitolo",
        "Subtitle",
        "Normale",
        "<w:spacing w:before=\"60\" w:after=\"120\"/><w:jc w:val=\"center\"/>",
        "<w:color w:val=\"4A5560\"/><w:sz w:val=\"24\"/>",
    ),
    Kind("Paragrafoelenco", "List Paragraph", "Normale", "<w:spacing w:after=\"140\"/><w:contextualSpacing/>", ""),
    Kind(
        "Didascalia",
        "caption",
        "Normale",
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"100\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"19\"/>",
    ),
    Kind("Citazione", "Quote", "Normale", "<w:ind w:left=\"567\" w:right=\"567\"/>", "<w:i/>"),
    Kind(
        "Codice",
        "Codice",
        "Normale",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E9EEF3\"/>",
        "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:noProof/><w:sz w:val=\"18\"/>",
    ),
    Kind(
        "Testotabella",
        "Testo tabella",
        "Normale",
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
        "Normale",
        "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"17\"/>",
    ),
    Kind(
        "Titolosommario",
        "TOC Heading",
        "Normale",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"160\"/>",
        "<w:b/><w:color w:val=\"17324D\"/><w:sz w:val=\"32\"/>",
    ),
    Kind(
        "Sommario1",
        "toc 1",
        "Normale",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9298\"/></w:tabs><w:spacing w:before=\"90\" w:after=\"10\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/>",
    ),
    Kind(
        "Sommario2",
        "toc 2",
        "Normale",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9298\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"247\" w:lineRule=\"auto\"/><w:ind w:left=\"340\"/>",
        "<w:sz w:val=\"21\"/>",
    ),
    Kind(
        "Sommario3",
        "toc 3",
        "Normale",
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9298\"/></w:tabs><w:spacing w:after=\"0\"/><w:ind w:left=\"680\"/>",
        "",
    ),
    Kind(
        "Testonotaapidipagina",
        "footnote text",
        "Normale",
        "<w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"17\"/>",
    ),
    Kind(
        "Intestazione",
        "header",
        "Normale",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"9AA7B3\"/></w:pBdr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"4A5560\"/><w:sz w:val=\"17\"/>",
    ),
    Kind(
        "Pidipagina",
        "footer",
        "Normale",
        "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:color w:val=\"4A5560\"/><w:sz w:val=\"17\"/>",
    ),
    Kind("Avviso", "Avviso", "Pidipagina", "", "<w:i/><w:sz w:val=\"15\"/>"),
    Kind(
        "Stato",
        "Stato",
        "Normale",
        "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:color w:val=\"9C1C1C\"/><w:sz w:val=\"28\"/>",
    ),
    Kind(
        "Finesezione",
        "Fine sezione",
        "Normale",
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
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normale\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"Carpredefinitoparagrafo\"><w:name w:val=\"Default Paragraph Font\"/></w:style>",
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Tabellanormale\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        "<w:style w:type=\"character\" w:styleId=\"Collegamentoipertestuale\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"17509A\"/><w:u w:val=\"single\"/></w:rPr></w:style>",
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Sorgente\"><w:name w:val=\"Sorgente\"/><w:rPr><w:noProof/><w:color w:val=\"6B4E00\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F6EBCB\"/></w:rPr></w:style>",
        "<w:style w:type=\"character\" w:styleId=\"Rimandonotaapidipagina\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>",
        "<w:style w:type=\"table\" w:styleId=\"Grigliatabella\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"Tabellanormale\"/><w:tblPr><w:tblBorders>",
        "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/>",
        "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/>",
        "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9AA7B3\"/>",
        "</w:tblBorders><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    ));
    for Kind(id, name, base, lines, words) in KINDS {
        let next = if name.starts_with("heading") { "<w:next w:val=\"Normale\"/>" } else { "" };
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{base}\"/>{next}<w:qFormat/><w:pPr>{lines}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
        );
    }
    xml + "</w:styles>"
}
