//! Values that are understood, though they are not written as they should be.

use super::form::spelling;
use super::node::Node;
use super::reader::Reader;
use crate::diagnostic::Fix;
use crate::model::{Text, is_respelling};

impl Reader<'_> {
    /// A text as the one of these that it is in another spelling; as it is where it is one of them, or none, or may be several.
    pub(super) fn respelling_of<'k>(&mut self, text: Text, known: impl Iterator<Item = &'k str>) -> Text {
        let mut alike = known.filter(|known| is_respelling(&text.value, known));
        match (alike.next(), alike.next()) {
            (Some(right), None) if right != text.value => {
                self.respelled(&text, right);
                text.map(|_| right.to_owned())
            }
            _ => text,
        }
    }

    /// Notes that a text is understood, though its spelling is not the right one.
    pub(super) fn respelled(&mut self, text: &Text, right: &str) {
        let fix = Fix::scalar(self.sources.get(text.span.source), text.span, text, right);
        self.report(spelling::finding(text.span, text, right, fix));
    }

    /// Notes it of the text of `node` where the right spelling is another, or where there are spaces around it.
    pub(super) fn spelled(&mut self, node: &Node, text: &Text, right: &str) {
        if right != text.value {
            self.respelled(text, right);
        } else if node.is_padded() {
            let fix = Fix::scalar(self.sources.get(text.span.source), text.span, text, right);
            self.report(spelling::padded(text.span, right, fix));
        }
    }
}
