//! Drawings in SVG: only those made of known, static parts are taken, and they say their shape.
//!
//! Owns the list of what a drawing may hold. The bytes of a drawing are never changed: what is not allowed is refused.

mod allowed;
mod copies;
mod css;
mod fault;
mod shape;

use crate::trouble::Trouble;
use fault::Fault;
use roxmltree::{Attribute, Document, Node, ParsingOptions};

/// The largest drawing, in bytes: some ten times a detailed coat of arms.
const LARGEST: usize = 4 << 20;

/// How many elements and texts a drawing may have.
const NODES: u32 = 100_000;

/// How deep its elements may lie in one another.
const DEPTH: usize = 128;

/// What a document type may not declare: entities and default attributes would change what the drawing holds. Without them
/// it is an inert line, which Inkscape and Illustrator write.
const DECLARATIONS: [&str; 4] = ["<!ENTITY", "<!ATTLIST", "<!ELEMENT", "<!NOTATION"];

/// Whether bytes are meant as a drawing; only [`shape()`] says whether they are a good one.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    text(bytes).is_some_and(|text| text.trim_start().starts_with('<') && text.contains("<svg"))
}

/// The shape of a drawing, width and height in a unit of its own: those it declares, else those of its view box, else a square.
///
/// # Errors
///
/// When it holds something that is not a static part of a drawing, named with its line.
pub(super) fn shape(bytes: &[u8], what: &str) -> Result<(u64, u64), Trouble> {
    let text = text(bytes).unwrap_or_default();
    checked_shape(text).map_err(|fault| {
        Trouble::new(
            format!("{what} {fault}"),
            "salvare il disegno come SVG semplice, senza programmi, animazioni né contenuti presi da altri indirizzi",
        )
    })
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}'))
}

fn checked_shape(text: &str) -> Result<(u64, u64), Fault> {
    if text.len() > LARGEST {
        return Err(Fault::TooLarge);
    }
    if !is_utf8(text) {
        return Err(Fault::Encoding);
    }
    if DECLARATIONS.iter().any(|declaration| text.contains(declaration)) {
        return Err(Fault::DocumentType);
    }
    let options = ParsingOptions { nodes_limit: NODES, allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(Fault::from)?;
    let root = document.root_element();
    if root.tag_name().namespace() != Some(allowed::SVG) || root.tag_name().name() != "svg" {
        return Err(Fault::NotADrawing);
    }
    for node in document.descendants() {
        check(node)?;
    }
    copies::check(&document)?;
    Ok(shape::of(root))
}

/// Whether the declaration, if there is one, names the encoding in which the text is read here; browsers obey it.
fn is_utf8(text: &str) -> bool {
    let declaration =
        text.strip_prefix("<?xml ").and_then(|rest| rest.split_once("?>")).map_or("", |(inside, _)| inside);
    declaration.split_once("encoding").is_none_or(|(_, value)| {
        let value = value.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\''));
        value.get(..5).is_some_and(|name| name.eq_ignore_ascii_case("utf-8")) && value[5..].starts_with(['"', '\''])
    })
}

fn check(node: Node<'_, '_>) -> Result<(), Fault> {
    if let Some(instruction) = node.pi() {
        return Err(Fault::Instruction(instruction.target.to_owned(), line(node)));
    }
    if !node.is_element() {
        return Ok(());
    }
    let (namespace, name) = (node.tag_name().namespace(), node.tag_name().name());
    let is_part = namespace == Some(allowed::SVG) && allowed::ELEMENTS.contains(&name);
    if !is_part && !namespace.is_some_and(|namespace| allowed::EDITORS.contains(&namespace)) {
        return Err(Fault::Element(name.to_owned(), line(node)));
    }
    if node.ancestors().take(DEPTH + 2).count() > DEPTH + 1 {
        return Err(Fault::TooDeep(line(node)));
    }
    for attribute in node.attributes() {
        if !(is_part && is_allowed(name, attribute) || !is_part && is_inert(attribute)) {
            let line = node.document().text_pos_at(attribute.range().start).row;
            return Err(Fault::Attribute { name: attribute.name().to_owned(), element: name.to_owned(), line });
        }
    }
    if is_part && name == "style" {
        let style: String = node.children().filter(Node::is_text).filter_map(|text| text.text()).collect();
        css::check(&style).map_err(|what| Fault::Style(what, line(node)))?;
    }
    Ok(())
}

/// Whether an attribute of an element of SVG is a static one, with a value that asks for nothing outside the drawing.
fn is_allowed(element: &str, attribute: Attribute<'_, '_>) -> bool {
    let (name, value) = (attribute.name(), attribute.value());
    match attribute.namespace() {
        None | Some(allowed::XLINK) if name == "href" => is_inside(element, value),
        None if allowed::STYLES.contains(&name) => css::check(value).is_ok(),
        None => allowed::ATTRIBUTES.contains(&name) || name.starts_with("aria-") || name.starts_with("data-"),
        Some(allowed::XLINK) => ["type", "title", "show", "actuate", "role", "arcrole"].contains(&name),
        // Not `xml:base`, which would turn `#a` into the address of another file.
        Some(allowed::XML) => ["space", "lang", "id"].contains(&name),
        Some(other) => allowed::EDITORS.contains(&other),
    }
}

/// Whether an attribute of an editor's own element is one too, or a plain word that no browser knows there.
fn is_inert(attribute: Attribute<'_, '_>) -> bool {
    let name = attribute.name();
    match attribute.namespace() {
        None => !name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) && name != "href" && name != "src",
        Some(allowed::XML) => name != "base",
        Some(other) => allowed::EDITORS.contains(&other),
    }
}

/// Whether an address leads to a part of the drawing itself, or is a picture made of dots written inside an `image`.
fn is_inside(element: &str, address: &str) -> bool {
    let picture = |kind: &str| address.strip_prefix("data:image/").is_some_and(|rest| rest.starts_with(kind));
    address.starts_with('#')
        || (element == "image"
            && ["png;base64,", "jpeg;base64,", "jpg;base64,", "webp;base64,"].into_iter().any(picture))
}

fn line(node: Node<'_, '_>) -> u32 {
    node.document().text_pos_at(node.range().start).row
}

#[cfg(test)]
mod tests;
