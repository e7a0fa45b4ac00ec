use super::Converter;
use super::cache::Cache;
use super::fingerprint::fingerprint;
use crate::output::Output;
use crate::print::Document;
use crate::trouble::Trouble;
use rayon::prelude::*;
use std::path::Path;

/// The PDFs, and how many of them had to be made.
#[derive(Debug)]
pub struct Made {
    /// In the order of the documents.
    pub outputs: Vec<Output>,
    /// How many were not kept from before.
    pub anew: usize,
}

/// Makes the PDFs of documents, several at once; those whose sources have not changed come from `cache`.
///
/// # Errors
///
/// When one of them cannot be made: then there is none at all.
pub fn make(converter: &Converter, documents: &[Document], cache: Option<&Path>) -> Result<Made, Trouble> {
    let cache = Cache::new(cache);
    let made: Vec<(Output, bool)> = documents
        .par_iter()
        .map(|document| {
            let key = fingerprint(document, converter.version());
            if let Some(bytes) = cache.read(&key) {
                return Ok((Output::new(&document.path, bytes), false));
            }
            let bytes = converter.compile(document)?;
            cache.write(&key, &bytes);
            Ok((Output::new(&document.path, bytes), true))
        })
        .collect::<Result<_, Trouble>>()?;
    let anew = made.iter().filter(|(_, anew)| *anew).count();
    if anew > 0 {
        cache.prune();
    }
    Ok(Made { outputs: made.into_iter().map(|(output, _)| output).collect(), anew })
}
