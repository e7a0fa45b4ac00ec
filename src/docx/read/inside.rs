use roxmltree::Node;

/// Whether a node is an element with this name, whatever namespace its program gave it.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The first child with this name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, name))
}

/// An attribute by its name, whatever its namespace.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The attribute that says what an element is.
pub(super) fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    attribute(node, "val")
}

/// Whether a property is switched on: it is there, and does not say that it is off.
pub(super) fn is_on(properties: Option<Node<'_, '_>>, name: &str) -> bool {
    let property = properties.and_then(|properties| child(properties, name));
    property.is_some_and(|property| !matches!(value(property), Some("0" | "false" | "off" | "none")))
}
