//! The annex as a Word document, as the command line asks for it.

use super::arguments::Paper;
use super::voice::Voice;
use crate::edition_files::Printed;
use crate::publish::{Publication, PublishedFiles};
use crate::year::WordPaper;

/// Whether the Word documents are made: where the command or else the data ask for them; else they are those of the site that is replaced.
pub(super) fn wanted(options: &Paper, publication: &Publication<'_>) -> WordPaper {
    match (options.no_docx, options.docx) {
        (true, _) => WordPaper::None,
        (false, true) => WordPaper::Made,
        (false, false) => WordPaper::asked_for(publication),
    }
}

/// Says how many Word documents there are, and that those of before may say something else.
pub(super) fn say(publication: &Publication<'_>, files: &PublishedFiles, voice: &mut Voice) {
    let documents = || files.editions.iter().filter_map(|files| files.word.as_ref());
    let kept = documents().filter(|word| matches!(word, Printed::Kept { .. })).count();
    match (kept, files.word_documents()) {
        (0, 0) => {}
        (0, 1) => voice.say(format_args!("Documento di Word: 1, in `stampa/allegato.docx`.")),
        (0, made) => voice.say(format_args!("Documenti di Word: {made}, uno per edizione, in `stampa/allegato.docx`.")),
        _ => voice.say(format_args!(
            "Il documento di Word è quello di prima, e se i dati sono cambiati non corrisponde più: per rifarlo, aggiungere --docx; per toglierlo, --no-docx."
        )),
    }
    if documents().any(|word| matches!(word, Printed::Made(_))) {
        say_left_out(&publication.left_out_of_word(), voice);
    }
}

/// Says which pictures Word would not show.
fn say_left_out(names: &[String], voice: &mut Voice) {
    let list = names.join(", ");
    match names.len() {
        0 => {}
        1 => voice.say(format_args!(
            "avviso: nel documento di Word un'immagine è sostituita dalla sua descrizione: {list}. Per averla, salvarla come PNG o JPEG."
        )),
        count => voice.say(format_args!(
            "avviso: nel documento di Word {count} immagini sono sostituite dalla loro descrizione: {list}. Per averle, salvarle come PNG o JPEG."
        )),
    }
}
