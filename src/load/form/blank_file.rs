use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{Source, SourceId, Span};

/// A file of the data that says nothing, and that nobody has to write.
pub(crate) static RULE: Rule = Rule {
    code: "LA029",
    name: "file-vuoto",
    severity: Severity::Warning,
    summary: "Un file dei dati c'è, ma è vuoto o contiene soltanto commenti.",
    why: "Vale come se non ci fosse: la sua tavola non si pubblica, o ciò che regola non ha effetto. Di solito è un salvataggio andato male.",
    remedy: "Recuperare il file da una copia se è stato svuotato per errore, o scriverne i dati; se non serve, toglierlo. È una nota dove restano dei commenti: chi li ha scritti di solito lo sa.",
    correction: None,
    basis: "Struttura della cartella dei dati di piao; d.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[
        Example { caption: "Senza nessuna voce", edits: &[Edit::new("software.yaml", "", "---\n")] },
        Example {
            caption: "Restano soltanto i commenti",
            edits: &[Edit::new("software.yaml", "", "# I programmi informatici in uso.\n")],
        },
    ],
    passing: &[Example::new(&[Edit::new("software.yaml", "", "")])],
};

/// `file` is there, and says nothing.
pub(in crate::load) fn finding(id: SourceId, file: &Source) -> Finding {
    let has_comments = file.text().contains('#');
    let state = if has_comments { "contiene soltanto commenti" } else { "è vuoto" };
    let message = format!("il file `{}` {state}: vale come se non ci fosse", file.path());
    let help = "recuperarlo da una copia se è stato svuotato per errore, o scriverne i dati; se non serve, toglierlo";
    let mut finding = Finding::new(&RULE, Span::whole(id), message).help(help);
    if has_comments {
        finding.severity = Severity::Note;
    }
    finding
}
