use super::form::too_large;
use super::node::Node;
use serde_saphyr::{DuplicateKeyPolicy, NonFiniteFloatPolicy, Options};

/// Parses a text as one YAML document.
pub(super) fn parse(text: &str) -> Result<Node, serde_saphyr::Error> {
    serde_saphyr::from_str_with_options(text, options(too_large::DEPTH))
}

/// Parses what stands one level deeper in its document.
pub(super) fn parse_inner(text: &str) -> Result<Node, serde_saphyr::Error> {
    serde_saphyr::from_str_with_options(text, options(too_large::DEPTH - 1))
}

fn options(depth: usize) -> Options {
    // The limits are those of LA004, which tells where one is exceeded; many aliases of one anchor are too, as long as what they stand for
    // stays under the limits of what may be replayed.
    let budget = serde_saphyr::budget! {
        max_depth: depth,
        // The scanner reads ahead up to 1024 letters for the end of a key: it is the depth that tells what is too much.
        flow_nesting_limit: 2048,
        max_events: 4 * too_large::VALUES,
        max_nodes: too_large::VALUES,
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
