/// Why a cell says nothing whose formula shows this.
pub(super) fn failure(shown: &str) -> &'static str {
    if shown.starts_with('=') {
        "la formula della cella non è stata calcolata: aprire il foglio, salvarlo e importarlo di nuovo"
    } else {
        "la formula della cella non ha dato un risultato"
    }
}
