use super::form::too_large;
use super::node::Node;
use serde_saphyr::{DuplicateKeyPolicy, NonFiniteFloatPolicy, Options};

/// What a value takes while it is in the tree of its document, in bytes: most where it is one of many keys, which the parser remembers.
const NODE: usize = 160;

/// Parses a text as one YAML document.
pub(super) fn parse(text: &str) -> Result<Node, serde_saphyr::Error> {
    serde_saphyr::from_str_with_options(text, options(too_large::DEPTH, too_large::VALUES))
}

/// The same, as long as its tree takes no more than `room` bytes of memory.
pub(super) fn parse_within(text: &str, room: usize) -> Result<Node, serde_saphyr::Error> {
    serde_saphyr::from_str_with_options(text, options(too_large::DEPTH, too_large::VALUES.min(room / NODE)))
}

/// Whether so many bytes of memory hold the tree of as many values as a file may have.
pub(super) fn holds_all_values(room: usize) -> bool {
    room / NODE >= too_large::VALUES
}

/// Parses what stands one level deeper in its document, within so much room.
pub(super) fn parse_inner(text: &str, room: usize) -> Result<Node, serde_saphyr::Error> {
    serde_saphyr::from_str_with_options(text, options(too_large::DEPTH - 1, too_large::VALUES.min(room / NODE)))
}

fn options(depth: usize, values: usize) -> Options {
    // The limits are those of LA004, which tells where one is exceeded; many aliases of one anchor are too, as long as what they stand for
    // stays under the limits of what may be replayed.
    let budget = serde_saphyr::budget! {
        max_depth: depth,
        // The scanner reads ahead up to 1024 letters for the end of a key: it is the depth that tells what is too much.
        flow_nesting_limit: 2048,
        max_events: 4 * values,
        max_nodes: values,
        max_aliases: 10_000,
        max_anchors: 10_000,
        max_total_scalar_bytes: 64 * 1024 * 1024,
        enforce_alias_anchor_ratio: false,
    };
    let aliases = serde_saphyr::alias_limits! { max_total_replayed_events: 100_000 };
    serde_saphyr::options! {
        budget: budget,
        alias_limits: aliases,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        ignore_binary_tag_for_string: true,
        with_snippet: false,
    }
}
