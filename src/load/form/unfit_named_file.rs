use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::{ApprovedDocument, Text};
use crate::source::Sources;

/// A file that the data name and that is not one to be published.
pub(crate) static RULE: Rule = Rule {
    code: "LA028",
    name: "file-indicato-non-pubblicabile",
    severity: Severity::Error,
    summary: "I dati indicano un file, lo stemma o il documento approvato, che non si può pubblicare: il percorso porta fuori dalla cartella dell'ente o a una cartella, o il file non è quello di cui i dati danno l'impronta.",
    why: "Quel file va pubblicato com'è: uno che non è il documento approvato direbbe il falso, e ciò che sta fuori dalla cartella dell'ente non è da pubblicare.",
    remedy: "Indicare un file che sta nella cartella dell'ente, con un percorso che parte da lì; se l'impronta è un'altra, rimettere il file che è stato approvato, o correggere `sha256`.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: conformità all'originale; struttura dei dati di piao.",
    failing: &[
        Example {
            caption: "Il file è un altro",
            edits: &[
                Edit::new(
                    "edizione.yaml",
                    "stato: bozza",
                    "stato: bozza\ndocumento_approvato: { file: atti/allegato.pdf, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 }",
                ),
                Edit::new("/atti/allegato.pdf", "", "%PDF-1.7\n"),
            ],
        },
        Example {
            caption: "Il percorso porta fuori dalla cartella dell'ente",
            edits: &[Edit::new(
                "edizione.yaml",
                "stato: bozza",
                "stato: bozza\ndocumento_approvato: { file: ../allegato.pdf, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 }",
            )],
        },
        Example {
            caption: "Le cartelle sono divise da barre rovesciate",
            edits: &[
                Edit::new("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: immagini\\stemma.svg"),
                Edit::new(
                    "/immagini/stemma.svg",
                    "",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>\n",
                ),
            ],
        },
        Example {
            caption: "È una cartella",
            edits: &[
                Edit::new("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: immagini"),
                Edit::new(
                    "/immagini/stemma.svg",
                    "",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>\n",
                ),
            ],
        },
    ],
    passing: &[Example::new(&[
        Edit::new(
            "edizione.yaml",
            "stato: bozza",
            "stato: bozza\ndocumento_approvato: { file: atti/allegato.pdf, sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad }",
        ),
        Edit::new("/atti/allegato.pdf", "", "abc"),
    ])],
};

/// `path` leads out of the folder of the administration.
pub(in crate::load) fn outside(path: &Text) -> Finding {
    Finding::new(&RULE, path.span, format!("`{}` porta fuori dalla cartella dell'ente", path.value))
        .label("fuori dalla cartella dell'ente")
        .help("indicare un file che sta nella cartella dell'ente, con il percorso che parte da lì, senza `..`")
}

/// `path` leads to a folder.
pub(in crate::load) fn folder(path: &Text) -> Finding {
    Finding::new(&RULE, path.span, format!("`{}` è una cartella, e non un file", path.value))
        .label("è una cartella")
        .help("indicare il file che si pubblica, con il suo nome")
}

/// The parts of `path` are divided by `\\`; `is_there` says whether it leads to a file with `/` in their place.
pub(in crate::load) fn backslashes(sources: &Sources, path: &Text, is_there: bool) -> Finding {
    let right = path.value.replace('\\', "/");
    let fix = Fix::scalar(sources.get(path.span.source), path.span, &path.value, &right);
    Finding::new(&RULE, path.span, format!("in `{}` le cartelle sono divise da barre rovesciate", path.value))
        .label("qui ci vuole `/`")
        .help(format!("scrivere `{right}`"))
        .fix(if is_there { fix } else { fix.map(Fix::guess) })
}

/// The file of an approved document has the fingerprint `found`, and not the one that is written.
pub(in crate::load) fn other_document(document: &ApprovedDocument, found: &str) -> Finding {
    let message = format!(
        "`{}` non è il documento approvato: la sua impronta SHA-256 è {found}, e non quella indicata",
        document.file.value
    );
    Finding::new(&RULE, document.sha256.span, message)
        .label("l'impronta indicata è questa")
        .related(document.file.span, "il file è questo")
        .help("rimettere il file che è stato approvato; se è l'impronta a essere sbagliata, scrivere quella del file")
}
