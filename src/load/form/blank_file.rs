use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{Source, SourceId, Span};

/// A file of the data that says nothing, and that nobody has to write.
pub(crate) static RULE: Rule = Rule {
    code: "LA029",
    name: "file-vuoto",
    severity: Severity::Warning,
    summary: "Un file dei dati c'è, ma è vuoto.",
    why: "Vale come se non ci fosse: la sua tavola non si pubblica, o ciò che regola non ha effetto. Di solito è un salvataggio andato male.",
    remedy: "Recuperare il file da una copia se è stato svuotato per errore, o scriverne i dati; se non serve, toglierlo.",
    correction: None,
    basis: "Struttura della cartella dei dati di piao; d.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[Example { caption: "Senza nessuna voce", edits: &[Edit::new("software.yaml", "", "---\n")] }],
    passing: &[
        Example {
            caption: "Chi lascia dei commenti lo sa",
            edits: &[Edit::new("software.yaml", "", "# Quest'anno nessuno.\n")],
        },
        Example::new(&[Edit::new("software.yaml", "", "")]),
    ],
};

/// `file` is there, and says nothing; `None` where comments are left, whose author knows.
pub(in crate::load) fn finding(id: SourceId, file: &Source) -> Option<Finding> {
    if file.text().contains('#') {
        return None;
    }
    let message = format!("il file `{}` è vuoto: vale come se non ci fosse", file.path());
    let help = "recuperarlo da una copia se è stato svuotato per errore, o scriverne i dati; se non serve, toglierlo";
    Some(Finding::new(&RULE, Span::whole(id), message).help(help))
}
