use super::Converter;
use super::cache::Cache;
use super::fingerprint::fingerprint;
use super::work_dir;
use crate::output::Output;
use crate::pdf::Document;
use crate::trouble::Trouble;
use crate::work::Work;
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

/// A document whose sources are larger, in bytes, is made while no other of that size is: the tables of some thousand
/// processes, of which the converter holds every page in memory, close on half a megabyte a row.
const LARGE: usize = 2 << 20;

/// Makes the PDFs of documents, several at once; those whose sources have not changed come from `cache`.
///
/// # Errors
///
/// When one of them cannot be made: then there is none at all.
pub fn make(converter: &Converter, documents: &[Document], cache: Option<&Path>) -> Result<Made, Trouble> {
    work_dir::remove_dead();
    let cache = Cache::new(cache);
    let digest = converter.digest()?;
    let work = converter.work.as_deref();
    if let Some(work) = work {
        work.begin("Si compongono i PDF", documents.len());
    }
    let one = |(place, document): (usize, &Document)| {
        work.map_or(Ok(()), Work::go_on)?;
        let (output, anew) = obtain(converter, &digest, document, &cache)?;
        if let Some(work) = work {
            work.step();
        }
        Ok((place, output, anew))
    };
    let (large, small): (Vec<_>, Vec<_>) =
        documents.iter().enumerate().partition(|(_, document)| document.weight() > LARGE);
    let (large, small) = rayon::join(
        || large.into_iter().map(one).collect::<Result<Vec<_>, Trouble>>(),
        || small.into_par_iter().map(one).collect::<Result<Vec<_>, Trouble>>(),
    );
    let mut made = large?;
    made.extend(small?);
    made.sort_by_key(|(place, ..)| *place);
    let anew = made.iter().filter(|(.., anew)| *anew).count();
    if anew > 0 {
        cache.prune();
    }
    Ok(Made { outputs: made.into_iter().map(|(_, output, _)| output).collect(), anew })
}

/// A PDF, and whether it had to be made; `digest` is that of the converter.
fn obtain(
    converter: &Converter,
    digest: &str,
    document: &Document,
    cache: &Cache<'_>,
) -> Result<(Output, bool), Trouble> {
    let key = fingerprint(document, digest);
    if let Some(bytes) = cache.read(&key) {
        return Ok((Output::new(&document.path, bytes), false));
    }
    let bytes = converter.compile(document)?;
    cache.write(&key, &bytes);
    Ok((Output::new(&document.path, bytes), true))
}
