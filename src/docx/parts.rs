use super::document::{Document, Properties, Running, Sheet};
use super::xml::escaped;
use std::fmt::Write as _;

/// The head of a part.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The names under which the parts know what they hold.
pub(super) const NAMES: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" ",
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" ",
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" ",
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
);

/// The folder of the types of relationships.
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Which part is of which kind.
pub(super) fn content_types(document: &Document) -> String {
    let kind = |name: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml");
    let mut xml = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpg\" ContentType=\"image/jpeg\"/><Override PartName=\"/word/document.xml\" ContentType=\"{}\"/>",
        kind("document.main")
    );
    for name in ["styles", "numbering", "footnotes", "settings"] {
        let _ = write!(xml, "<Override PartName=\"/word/{name}.xml\" ContentType=\"{}\"/>", kind(name));
    }
    if document.running.is_some() {
        for number in 0..=Sheet::ALL.len() {
            let _ = write!(
                xml,
                "<Override PartName=\"/word/header{number}.xml\" ContentType=\"{}\"/><Override PartName=\"/word/footer{number}.xml\" ContentType=\"{}\"/>",
                kind("header"),
                kind("footer")
            );
        }
    }
    xml.push_str("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
    if document.properties.mark.is_some() {
        xml.push_str("<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>");
    }
    xml + "</Types>"
}

/// Where the document and what is said of it stand.
pub(super) fn package_relations(document: &Document) -> String {
    let mut xml = format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{TYPES}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    );
    if document.properties.mark.is_some() {
        let _ =
            write!(xml, "<Relationship Id=\"r3\" Type=\"{TYPES}/custom-properties\" Target=\"docProps/custom.xml\"/>");
    }
    xml + "</Relationships>"
}

/// What the document refers to: its other parts, its pictures, the addresses of its links.
pub(super) fn document_relations(document: &Document, links: &[String]) -> String {
    let mut others = String::new();
    for name in ["styles", "numbering", "footnotes", "settings"] {
        let _ = write!(others, "<Relationship Id=\"{name}\" Type=\"{TYPES}/{name}\" Target=\"{name}.xml\"/>");
    }
    if document.running.is_some() {
        for number in 0..=Sheet::ALL.len() {
            let _ = write!(
                others,
                "<Relationship Id=\"testa{number}\" Type=\"{TYPES}/header\" Target=\"header{number}.xml\"/><Relationship Id=\"piede{number}\" Type=\"{TYPES}/footer\" Target=\"footer{number}.xml\"/>"
            );
        }
    }
    relations(document, links, &others)
}

/// What the footnotes refer to.
pub(super) fn note_relations(document: &Document, links: &[String]) -> String {
    relations(document, links, "")
}

fn relations(document: &Document, links: &[String], others: &str) -> String {
    let mut xml =
        format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{others}");
    for (number, (ending, _)) in document.pictures.iter().enumerate() {
        let _ = write!(
            xml,
            "<Relationship Id=\"figura{number}\" Type=\"{TYPES}/image\" Target=\"media/figura{number}.{ending}\"/>"
        );
    }
    for (number, address) in links.iter().enumerate() {
        let _ = write!(
            xml,
            "<Relationship Id=\"link{number}\" Type=\"{TYPES}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escaped(address)
        );
    }
    xml + "</Relationships>"
}

/// Title, language and the like.
pub(super) fn core(properties: &Properties) -> String {
    let day = properties.day.as_deref().unwrap_or("1980-01-01");
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator><dc:language>it-IT</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>",
        escaped(&properties.title),
        escaped(&properties.subject),
        escaped(&properties.author)
    )
}

/// The property by which the document is known again.
pub(super) fn custom((name, value): &(String, String)) -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{}\"><vt:lpwstr>{}</vt:lpwstr></property></Properties>",
        escaped(name),
        escaped(value)
    )
}

/// How programs treat the document.
pub(super) fn settings() -> String {
    format!(
        "{HEAD}<w:settings {NAMES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"708\"/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"it-IT\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>"
    )
}

/// The head of the sheets of a kind; that of the title page without one.
pub(super) fn header(running: &Running, sheet: Option<Sheet>) -> String {
    let inside = match sheet {
        Some(sheet) => {
            let state = running.state.as_deref();
            let right = state.unwrap_or(&running.right);
            let bold = if state.is_some() { "<w:rPr><w:b/></w:rPr>" } else { "" };
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r><w:r>{bold}<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                sheet.width(),
                escaped(&running.left),
                escaped(right)
            )
        }
        None => format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Stato\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(running.state.as_deref().unwrap_or_default())
        ),
    };
    format!("{HEAD}<w:hdr {NAMES}>{inside}</w:hdr>")
}

/// The foot of the sheets; that of the title page says nothing.
pub(super) fn footer(running: &Running, sheet: Option<Sheet>) -> String {
    let Some(_) = sheet else {
        return format!("{HEAD}<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr></w:p></w:ftr>");
    };
    let notice = running.notice.as_deref().map(|notice| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Avviso\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(notice)
        )
    });
    // Where the sheets go on from those of another document, how many there are of this one would be no sense beside their numbers.
    let of = if running.first_page.is_none() {
        format!("<w:r><w:t xml:space=\"preserve\"> di </w:t></w:r>{}", field("NUMPAGES", "1"))
    } else {
        String::new()
    };
    format!(
        "{HEAD}<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"right\"/></w:pPr><w:r><w:t xml:space=\"preserve\">pag. </w:t></w:r>{}{of}</w:p>{}</w:ftr>",
        field("PAGE", "1"),
        notice.unwrap_or_default()
    )
}

/// A field that programs work out, with what stands there until they do.
pub(super) fn field(code: &str, shown: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}
