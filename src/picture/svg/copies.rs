use super::allowed::{SVG, XLINK};
use super::fault::Fault;
use roxmltree::{Document, Node};
use std::collections::HashMap;

/// How many nodes are drawn at most, those that `use` repeats counted each time.
const DRAWN: usize = 300_000;

/// Follows every `use` as whoever draws does, at most [`DRAWN`] nodes far.
///
/// # Errors
///
/// When that is not enough: copies of copies of copies, or parts that contain themselves.
pub(super) fn check(document: &Document<'_>) -> Result<(), Fault> {
    // All parts of one name, because which of them is meant may depend on who draws.
    let mut parts: HashMap<&str, Vec<Node<'_, '_>>> = HashMap::new();
    for (name, node) in document.descendants().filter_map(|node| Some((node.attribute("id")?, node))) {
        parts.entry(name).or_default().push(node);
    }
    let mut waiting = vec![document.root_element()];
    let mut drawn = 0;
    while let Some(node) = waiting.pop() {
        drawn += 1;
        if drawn > DRAWN {
            return Err(Fault::TooManyCopies);
        }
        waiting.extend(node.children());
        if node.has_tag_name((SVG, "use")) {
            let address = node.attribute("href").or_else(|| node.attribute((XLINK, "href")));
            waiting.extend(address.and_then(|address| parts.get(address.strip_prefix('#')?)).into_iter().flatten());
        }
    }
    Ok(())
}
