use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{SourceId, Span};

/// A file or a folder that nobody reads, where data and chapters are expected.
pub(crate) static RULE: Rule = Rule {
    code: "LA017",
    name: "file-non-letto",
    severity: Severity::Warning,
    summary: "Fra i dati o fra i capitoli c'è un file, o una cartella, che nessuno legge: di solito il nome è scritto in un altro modo.",
    why: "Chi lo ha scritto crede che sia pubblicato, e invece una tabella o un capitolo intero manca dal sito senza che si veda.",
    remedy: "Dare al file il nome indicato, spostarlo dove va, o tenerlo fuori da `data/` e da `content/`.",
    correction: None,
    basis: "Struttura della cartella dei dati di piao.",
    failing: &[
        Example {
            caption: "La terminazione è un'altra",
            edits: &[
                Edit::new("software.yaml", "", ""),
                Edit::new("software.yml", "", "software:\n  - nome: Protocollo\n    scopo: Protocollare gli atti\n"),
            ],
        },
        Example {
            caption: "Al nome manca una lettera",
            edits: &[Edit::new(
                "accetazioni.yaml",
                "",
                "accettazioni:\n  - { controllo: LA309, dove: processi, motivo: Come nel testo approvato }\n",
            )],
        },
        Example {
            caption: "Un capitolo con la terminazione in maiuscolo",
            edits: &[Edit::new(
                "/content/2026-2028/03-formazione.MD",
                "",
                "---\ntitolo: Formazione\nordine: 3\n---\n\nTesto.\n",
            )],
        },
        Example {
            caption: "Un file che va accanto a quello dell'ente",
            edits: &[Edit::new("controlli.yaml", "", "soglie: { celle_piccole: 3 }\n")],
        },
    ],
    passing: &[
        Example {
            caption: "La copia che un programma di scrittura tiene da sé",
            edits: &[Edit::new("processi.yaml~", "", "processi: []\n")],
        },
        Example {
            caption: "Le immagini dei capitoli",
            edits: &[Edit::new(
                "/content/2026-2028/immagini/sede.svg",
                "",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n",
            )],
        },
    ],
};

/// What should be done with something that is not read.
#[derive(Debug)]
pub(in crate::load) enum Remedy {
    /// Its name is nearly this one.
    Rename(String),
    /// It looks like another of the thing with this name, which is read.
    Merge(String),
    /// It belongs at this path.
    Move(String),
    /// It is no text: what is read is the file with this name.
    Write(String),
    /// The only names that are read there.
    Names(String),
    /// It holds the chapters of an edition, whose data should stand in the folder of `data/` with this name.
    Data(String),
    /// Another remedy, in words.
    Other(&'static str),
}

impl Remedy {
    /// The path of the file of data as which what stands at `path` should be read.
    pub(in crate::load) fn right_path(&self, path: &str) -> Option<String> {
        match self {
            Self::Rename(name) | Self::Write(name) => {
                let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                Some(format!("{folder}/{}.yaml", name.trim_end_matches(".yaml")))
            }
            Self::Move(path) => Some(path.clone()),
            _ => None,
        }
    }
}

/// At `path` stands something that nobody reads: a folder, or a file.
pub(in crate::load) fn finding(id: SourceId, path: &str, is_folder: bool, remedy: &Remedy) -> Finding {
    let subject =
        if is_folder { format!("la cartella `{path}` non è letta") } else { format!("il file `{path}` non è letto") };
    let it = if is_folder { "la cartella" } else { "il file" };
    let (message, help) = match remedy {
        Remedy::Rename(right) => {
            (format!("{subject}: il nome giusto è `{right}`"), format!("rinominare {it} in `{right}`"))
        }
        Remedy::Merge(right) => (
            format!("{subject}: si legge soltanto `{right}`"),
            format!("se è una copia, toglierla; se contiene altre voci, riportarle in `{right}`"),
        ),
        Remedy::Move(right) => (format!("{subject}: il suo posto è `{right}`"), format!("spostare {it} in `{right}`")),
        Remedy::Write(right) => (
            format!("{subject}: i dati si leggono soltanto da `{right}`"),
            format!("riportare i dati in `{right}`, e tenere {it} fuori dalla cartella"),
        ),
        Remedy::Data(edition) => (
            format!("{subject}: manca `data/{edition}` con i dati di quell'edizione"),
            format!(
                "rimettere `data/{edition}`; se il nome è sbagliato, dare alla cartella quello di un'edizione che sta in `data/`"
            ),
        ),
        Remedy::Names(names) => {
            (subject, format!("qui si leggono soltanto {names}; ogni altra cosa va tenuta altrove"))
        }
        Remedy::Other(help) => (subject, (*help).to_owned()),
    };
    Finding::new(&RULE, Span::whole(id), message).help(help)
}
