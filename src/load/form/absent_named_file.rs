use crate::diagnostic::{Edit, Example, Finding, Rule, Severity, Suggestion, nearest};
use crate::model::{Text, USUAL_THEME};
use crate::source::Sources;

/// A file that the data name, and that is not in the folder of the administration.
pub(crate) static RULE: Rule = Rule {
    code: "LA016",
    name: "file-indicato-assente",
    severity: Severity::Error,
    summary: "I dati indicano lo stemma, il documento approvato o un aspetto, che nella cartella dell'ente non c'è.",
    why: "Quel file va pubblicato, e l'aspetto dà forma a ogni pagina: senza, il sito non si può generare.",
    remedy: "Mettere il file dove è indicato, correggere il percorso, che parte dalla cartella dell'ente, o togliere la chiave; di un aspetto, scrivere il nome di una cartella di `themes/`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(
            "/data/ente.yaml",
            "licenza: CC BY 4.0",
            "licenza: CC BY 4.0\nstemma: immagini/stemma.svg",
        )]),
        Example::new(&[Edit::new(
            "edizione.yaml",
            "stato: bozza",
            "stato: bozza\ndocumento_approvato: { file: atti/allegato.pdf, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 }",
        )]),
        Example::new(&[Edit::new("/data/ente.yaml", "aspetto: istituzionale", "aspetto: istituzonale")]),
    ],
    passing: &[
        Example::new(&[
            Edit::new("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: immagini/stemma.svg"),
            Edit::new(
                "/immagini/stemma.svg",
                "",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>\n",
            ),
        ]),
        Example::new(&[
            Edit::new("/data/ente.yaml", "aspetto: istituzionale", "aspetto: mio"),
            Edit::new("/themes/mio/theme.yaml", "", "colori: { fascia: '#0b438b' }\n"),
        ]),
    ],
};

/// `path` is written at a key that names a file.
pub(in crate::load) fn finding(path: &Text) -> Finding {
    Finding::new(&RULE, path.span, format!("il file `{}` non c'è", path.value)).label("file assente").remedy()
}

/// `theme` is none of these `names`: the theme of the program and those of the administration.
pub(in crate::load) fn theme<'n>(sources: &Sources, theme: &Text, names: impl Iterator<Item = &'n str>) -> Finding {
    let finding =
        Finding::new(&RULE, theme.span, format!("l'aspetto `{}` non c'è", theme.value)).label("aspetto assente");
    match nearest(theme, names) {
        Some(near) => finding.suggest(Suggestion::new(sources, theme.span, theme, near)),
        None => finding.help(format!(
            "scrivere `{USUAL_THEME}`, che è l'aspetto del programma, o il nome di una cartella di `themes/`"
        )),
    }
}
