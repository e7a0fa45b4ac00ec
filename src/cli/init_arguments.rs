use crate::model::{BodyKind, Keyword};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::ffi::OsStr;
use std::path::PathBuf;

/// The kinds of body, as `tipo` of `ente.yaml` writes them, however they are spelled.
#[derive(Clone)]
struct BodyKinds;

impl TypedValueParser for BodyKinds {
    type Value = BodyKind;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<BodyKind, clap::Error> {
        if let Some((kind, _)) = value.to_str().and_then(BodyKind::parse) {
            return Ok(kind);
        }
        let words = PossibleValuesParser::new(BodyKind::KEYWORDS.iter().map(|(word, _)| *word));
        words.parse_ref(command, argument, value).map(|_| BodyKind::default())
    }
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
        value_parser = BodyKinds
    )]
    pub(super) kind: BodyKind,
}
