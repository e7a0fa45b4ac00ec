use crate::chapters::{ChapterTree, ExpandedChapter, Link};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, nearest};
use crate::model::Chapter;
use crate::routes::{self, Broken, Destination, Origin};
use crate::source::{SourceId, Span};
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "LA401",
    name: "collegamento-interrotto",
    severity: Severity::Error,
    summary: "Un collegamento di un capitolo, o la sua chiave `regole`, porta a un capitolo, a un titolo, a una pagina o a un file che non c'è.",
    why: "Chi lo segue trova «Pagina non trovata», o arriva in cima alla pagina senza capire perché.",
    remedy: "Correggere l'indirizzo: `NN-nome.md#titolo` per un capitolo, il nome della cartella con la barra finale per una pagina dell'edizione.",
    correction: None,
    basis: "WCAG 2.1, criterio 2.4.4.",
    failing: &[
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(procesi/)")]),
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(03-stato.md)")]),
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(#le-cifre)")]),
        Example::new(&[Edit::new(
            "/content/2026-2028/02-stato-di-attuazione.md",
            "{{ totali.agili }}",
            "[{{ totali.agili }}](01-premessa.md#inumeri)",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "ordine: 1",
            "ordine: 1\nregole: [la-giornata]",
        )]),
        Example {
            caption: "Un sito di fuori, senza l'inizio del suo indirizzo",
            edits: &[Edit::new(
                "/content/2026-2028/01-premessa.md",
                "(processi/)",
                "(www.ente.esempio.it/lavoro-agile)",
            )],
        },
    ],
    passing: &[
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(02-stato-di-attuazione.md)")]),
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(#i-numeri)")]),
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(processi/100-1-b/)")]),
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "ordine: 1", "ordine: 1\nregole: [i-numeri]")]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "(processi/)",
            "(https://www.ente.esempio.it/processi/)",
        )]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let places = Places::new(context);
    for (number, (chapter, expanded)) in context.edition.chapters.iter().zip(context.chapters).enumerate() {
        for link in links(expanded) {
            if let Some(fault) = places.fault(number, &link.target) {
                let finding = Finding::new(&RULE, place(chapter, link), fault.message);
                findings.push(finding.label("non porta da nessuna parte").help(fault.help));
            }
        }
        for anchor in &chapter.rules {
            if let Some(fault) = places.heading(number, &anchor.value, &anchor.value) {
                let message = format!("in questo capitolo non c'è il titolo `{}`", anchor.value);
                let finding = Finding::new(&RULE, anchor.span, message);
                findings.push(finding.label("nessun titolo con questo nome").help(fault.help));
            }
        }
    }
}

struct Fault {
    message: String,
    help: String,
}

/// Where a link of this edition can lead.
struct Places<'c> {
    context: &'c RuleContext<'c>,
    /// For each chapter, the anchors of its headings; `None` for one whose expressions could not be replaced.
    headings: Vec<Option<Vec<String>>>,
    /// Whether some of the data could not be read: a page that is missing may be there tomorrow.
    unread: bool,
}

impl<'c> Places<'c> {
    fn new(context: &'c RuleContext<'c>) -> Self {
        let headings = |tree: &ChapterTree| tree.headings().iter().map(|heading| heading.id.clone()).collect();
        let path = |source: &SourceId| context.sources.get(*source).path();
        Self {
            context,
            headings: context.chapters.iter().map(|chapter| chapter.tree().map(headings)).collect(),
            unread: context.faulty.iter().any(|source| context.edition.id.is_source_of(path(source))),
        }
    }

    /// What is wrong with a destination of a chapter, if anything.
    fn fault(&self, chapter: usize, target: &str) -> Option<Fault> {
        let origin = Origin { edition: self.context.number, chapter };
        let broken = match self.context.routes().resolve(target, origin) {
            // The headings of another edition's chapters are not at hand here.
            Ok(Destination::Chapter { edition, chapter, heading: Some(heading), .. })
                if edition == self.context.number =>
            {
                return self.heading(chapter, heading, target);
            }
            Ok(_) => return None,
            Err(Broken::NoChapter | Broken::NoPage | Broken::NoFile) if self.unread => return None,
            Err(broken) => broken,
        };
        Some(self.missing(target.split('#').next().unwrap_or(target), target, broken))
    }

    /// What to say of a destination that is not there; `path` is the part before the heading.
    fn missing(&self, path: &str, target: &str, broken: Broken) -> Fault {
        match broken {
            Broken::Empty => {
                let help = "scrivere fra le parentesi tonde dove porta, per esempio `[Tavola 1](processi/)`, o lasciare soltanto le parole";
                Fault { message: "il collegamento non ha indirizzo".to_owned(), help: help.to_owned() }
            }
            Broken::NotAdmitted => Fault {
                message: format!("il collegamento `{target}` non è di un genere ammesso"),
                help: "un collegamento esterno comincia con https://, http://, mailto: o tel:".to_owned(),
            },
            Broken::Incomplete => Fault {
                message: format!("il collegamento `{target}` non è completo"),
                help: "scrivere l'indirizzo intero, per esempio `https://www.esempio.it/`, `mailto:nome@esempio.it` o `tel:+39041123456`"
                    .to_owned(),
            },
            Broken::NoChapter => Fault {
                message: format!("il capitolo `{path}` non esiste"),
                help: suggestion(path, self.files(), "i capitoli sono i file `.md` di questa edizione"),
            },
            Broken::NoPage | Broken::NoFile if outer(target).is_some() => Fault {
                message: format!("il collegamento `{target}` non porta fuori dal sito: gli manca l'inizio"),
                help: format!("scrivere l'indirizzo intero: `{}`", outer(target).unwrap_or_default()),
            },
            Broken::NoPage => Fault {
                message: format!("la pagina `{path}` non esiste in questa edizione"),
                help: self.nearest_address(
                    path,
                    "gli indirizzi cominciano dalla cartella dell'edizione, per esempio `processi/` o `smart-team/NOME/`",
                ),
            },
            Broken::NoFile => Fault {
                message: format!("il file `{path}` non esiste in questa edizione"),
                help: self.nearest_address(
                    path,
                    "i dati sono nella cartella `dati/`, per esempio `dati/processi.csv`; i documenti nella cartella `stampa/`, per esempio `stampa/allegato.pdf`",
                ),
            },
        }
    }

    /// The names of the chapters' files.
    fn files(&self) -> impl Iterator<Item = &'c str> {
        let sources = self.context.sources;
        let paths = self.context.edition.chapters.iter().map(|chapter| sources.get(chapter.body.span.source).path());
        paths.map(|path| path.rsplit('/').next().unwrap_or(path))
    }

    /// The page or file of the edition that a wrong path may mean.
    fn nearest_address(&self, path: &str, otherwise: &str) -> String {
        let bare = |address: &str| routes::folder(address).trim_end_matches('/').to_lowercase();
        let known: Vec<String> = self.addresses().map(bare).filter(|address| !address.is_empty()).collect();
        let near = nearest(&bare(path.trim_start_matches("./")), known.iter().map(String::as_str));
        let whole = near.and_then(|near| self.addresses().find(|address| bare(address) == near));
        whole.map_or_else(|| otherwise.to_owned(), |address| format!("forse si intendeva `{address}`"))
    }

    /// Every address of the edition, from its folder.
    fn addresses(&self) -> impl Iterator<Item = &'c str> {
        let (id, routes) = (&self.context.edition.id, self.context.routes().edition(self.context.number));
        let pages = routes.pages().iter().map(|page| routes::folder(&page.path));
        let files = routes.files().iter().map(|file| file.path.as_str());
        pages.chain(files).filter_map(|path| id.below(path))
    }

    /// What is wrong with a heading of a chapter, if anything.
    fn heading(&self, chapter: usize, heading: &str, target: &str) -> Option<Fault> {
        // A chapter whose expressions could not be replaced has its own finding.
        let headings = self.headings.get(chapter)?.as_ref()?;
        if headings.iter().any(|known| known == heading) {
            return None;
        }
        let list = if headings.is_empty() {
            "quel capitolo non ha titoli".to_owned()
        } else {
            format!("i titoli di quel capitolo sono: {}", headings.join(", "))
        };
        Some(Fault {
            message: format!("il collegamento `{target}` porta a un titolo che non c'è"),
            help: suggestion(heading, headings.iter().map(String::as_str), &list),
        })
    }
}

fn suggestion<'a>(wrong: &str, known: impl Iterator<Item = &'a str>, otherwise: &str) -> String {
    nearest(wrong, known).map_or_else(|| otherwise.to_owned(), |near| format!("forse si intendeva `{near}`"))
}

/// The links of a chapter, each destination once, and each that has none; of a chapter that could not be expanded, those that no expression makes.
fn links(chapter: &ExpandedChapter) -> Vec<&Link> {
    let whole = chapter.tree().is_some();
    let mut seen = BTreeSet::new();
    let known = |link: &&Link| whole || link.written.is_some();
    chapter
        .written()
        .links()
        .into_iter()
        .filter(known)
        .filter(|link| link.target.is_empty() || seen.insert(link.target.as_str()))
        .collect()
}

/// Where the destination of a link is written; the whole link where an expression makes it.
fn place(chapter: &Chapter, link: &Link) -> Span {
    match link.written.as_ref().or(link.whole.as_ref()) {
        Some(range) => chapter.body.span.part(range.start, range.end),
        None => chapter.title.span,
    }
}

/// The whole address that a link without its scheme means, where it means a site or a mailbox.
fn outer(target: &str) -> Option<String> {
    const ENDS: [&str; 6] = ["it", "eu", "org", "com", "net", "info"];
    let host = target.split(['/', '?', '#']).next()?;
    let is_host = |host: &str| {
        let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
        let is_known = host.starts_with("www.") || host.rsplit('.').next().is_some_and(|end| ENDS.contains(&end));
        host.contains('.') && host.split('.').all(label) && is_known
    };
    match host.split_once('@') {
        Some((user, at)) => (!user.is_empty() && is_host(at)).then(|| format!("mailto:{target}")),
        None => is_host(host).then(|| format!("https://{target}")),
    }
}
