use super::sheet_style::{FONT, HEADING_FILL};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The kind of file, which stands first in it and not packed.
pub(super) const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

pub(super) const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;

pub(super) const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="it" fo:country="IT"/></style:default-style></office:styles><office:automatic-styles><style:page-layout style:name="pagina"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="pagina"/></office:master-styles></office:document-styles>"#;

pub(super) const META_START: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>"#;
pub(super) const META_END: &str = "</office:meta></office:document-meta>";

const CONTENT_START: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3">"#;

/// The head of the content, with the styles of columns of these widths, in letters.
pub(super) fn content_start(widths: Vec<u16>) -> String {
    let mut text = CONTENT_START.to_owned();
    let _ = write!(
        text,
        "<office:font-face-decls><style:font-face style:name=\"{FONT}\" svg:font-family=\"{FONT}\"/></office:font-face-decls><office:automatic-styles>"
    );
    let widths: BTreeSet<u16> = widths.into_iter().chain([10]).collect();
    for width in widths {
        let _ = write!(
            text,
            "<style:style style:name=\"larga{width}\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"{:.2}cm\"/></style:style>",
            f64::from(width) * 0.21 + 0.2
        );
    }
    text.push_str("<number:text-style style:name=\"come-testo\"><number:text-content/></number:text-style>");
    text.push_str("<style:style style:name=\"riga\" style:family=\"table-row\"><style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>");
    for (name, is_shown) in [("visibile", true), ("nascosto", false)] {
        let _ = write!(
            text,
            "<style:style style:name=\"{name}\" style:family=\"table\" style:master-page-name=\"Default\"><style:table-properties table:display=\"{is_shown}\"/></style:style>"
        );
    }
    let top = "style:vertical-align=\"top\" fo:wrap-option=\"wrap\"";
    let styles = [
        ("libero", format!("{top} style:cell-protect=\"none\""), ""),
        ("fisso", top.to_owned(), ""),
        ("grassetto", top.to_owned(), " fo:font-weight=\"bold\""),
        ("titolo", top.to_owned(), " fo:font-weight=\"bold\" fo:font-size=\"15pt\""),
        (
            "testata",
            format!("{top} fo:background-color=\"#{HEADING_FILL}\" fo:border-bottom=\"0.5pt solid #000000\""),
            " fo:font-weight=\"bold\"",
        ),
    ];
    for (name, cell, font) in styles {
        let _ = write!(
            text,
            "<style:style style:name=\"{name}\" style:family=\"table-cell\" style:data-style-name=\"come-testo\"><style:table-cell-properties {cell}/><style:text-properties style:font-name=\"{FONT}\"{font}/></style:style>"
        );
    }
    text.push_str("</office:automatic-styles><office:body><office:spreadsheet>");
    text
}

/// What stands still in each sheet when it is scrolled: the headings and the first column.
pub(super) fn settings(sheets: &[&str]) -> String {
    let mut text = String::from(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">"#,
    );
    for sheet in sheets {
        let name = sheet.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        let _ = write!(text, "<config:config-item-map-entry config:name=\"{name}\">");
        let items = [
            ("HorizontalSplitMode", "short", 2),
            ("VerticalSplitMode", "short", 2),
            ("HorizontalSplitPosition", "int", 2),
            ("VerticalSplitPosition", "int", 2),
            ("PositionRight", "int", 2),
            ("PositionBottom", "int", 2),
        ];
        for (item, kind, value) in items {
            let _ = write!(
                text,
                "<config:config-item config:name=\"{item}\" config:type=\"{kind}\">{value}</config:config-item>"
            );
        }
        text.push_str("</config:config-item-map-entry>");
    }
    text.push_str("</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>");
    text
}
