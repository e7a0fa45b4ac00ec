use crate::model::{BodyKind, Keyword};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

/// The kinds of body, as `tipo` of `ente.yaml` writes them.
fn body_kind() -> impl TypedValueParser<Value = BodyKind> {
    let words = BodyKind::KEYWORDS.iter().map(|(word, _)| *word);
    PossibleValuesParser::new(words).map(|word| BodyKind::parse(&word).map_or_else(BodyKind::default, |(kind, _)| kind))
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Init {
    /// La cartella da creare; se esiste, dev'essere vuota
    #[arg(value_name = "CARTELLA")]
    pub(super) folder: PathBuf,

    /// Il genere di ente, da cui dipende la forma della cartella: comune, unione, provincia, citta-metropolitana, regione, universita, azienda-sanitaria, ministero, agenzia o altro; se non è detto, comune
    #[arg(
        long = "kind",
        visible_alias = "tipo",
        value_name = "TIPO",
        default_value = "comune",
        hide_default_value = true,
        hide_possible_values = true,
        value_parser = body_kind()
    )]
    pub(super) kind: BodyKind,
}
