use crate::chapters::{ChapterTree, ExpandedChapter, Link};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity, nearest};
use crate::model::{Chapter, Keyword, TableName, slug};
use crate::source::Span;
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "LA401",
    name: "collegamento-interrotto",
    severity: Severity::Error,
    summary: "Un collegamento di un capitolo, o la sua chiave `regole`, porta a un capitolo, a un titolo o a una pagina che non c'è.",
    why: "Chi lo segue trova «Pagina non trovata», o arriva in cima alla pagina senza capire perché.",
    remedy: "Correggere l'indirizzo: `NN-nome.md#titolo` per un capitolo, il nome della cartella con la barra finale per una pagina dell'edizione.",
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
    ],
    passing: &[
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(02-stato-di-attuazione.md)")]),
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(#i-numeri)")]),
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "(processi/)", "(processi/100-1-b/)")]),
        Example::new(&[Edit::new("/content/2026-2028/01-premessa.md", "ordine: 1", "ordine: 1\nregole: [i-numeri]")]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "(processi/)",
            "(https://www.comune.esempio.it/processi/)",
        )]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let places = Places::new(context);
    for (chapter, expanded) in context.edition.chapters.iter().zip(context.chapters) {
        for link in links(expanded) {
            if let Some(fault) = places.fault(chapter, &link.target) {
                let finding = Finding::new(&RULE, place(chapter, link), fault.message);
                findings.push(finding.label("non porta da nessuna parte").help(fault.help));
            }
        }
        for anchor in &chapter.rules {
            if let Some(fault) = places.anchor(&chapter.slug, &anchor.value, &anchor.value) {
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
struct Places {
    /// The chapters: file name, name of the folder, anchors; no anchors are known of one whose expressions could not be replaced.
    chapters: Vec<(String, String, Option<Vec<String>>)>,
    /// The folders of the edition, without the final slash.
    folders: BTreeSet<String>,
    /// Whether some of the data could not be read: a page that is missing may be there tomorrow.
    unread: bool,
}

impl Places {
    fn new(context: &RuleContext<'_>) -> Self {
        let edition = context.edition;
        let chapters: Vec<_> = edition
            .chapters
            .iter()
            .zip(context.chapters)
            .map(|(chapter, expanded)| {
                let path = context.sources.get(chapter.body.span.source).path();
                let anchors = |tree: &ChapterTree| tree.headings().iter().map(|heading| heading.id.clone()).collect();
                let anchors = expanded.tree().map(anchors);
                (path.rsplit('/').next().unwrap_or(path).to_owned(), chapter.slug.clone(), anchors)
            })
            .collect();
        let mut folders: BTreeSet<String> =
            ["", "processi", "aree", "servizi", "smart-team", "stampa", "dati", "cerca", "glossario"]
                .map(str::to_owned)
                .into();
        let optional: Vec<&str> =
            [TableName::Software, TableName::Training, TableName::Adoption, TableName::ExpectedBehaviours]
                .into_iter()
                .filter(|table| edition.has(*table))
                .map(TableName::keyword)
                .collect();
        crate::check::texts::each_annotation(edition, &mut |annotations, _| {
            if annotations.to_verify.is_some() {
                folders.insert("da-verificare".to_owned());
            }
        });
        if !context.is_first() {
            folders.insert("cambiamenti".to_owned());
        }
        folders.extend(optional.iter().map(|name| (*name).to_owned()));
        let tables = ["processi", "smart-team", "allegato"].into_iter();
        let tables = tables.chain(optional.iter().copied());
        folders.extend(tables.map(|table| format!("stampa/{table}")));
        folders.extend(edition.areas_in_force().map(|area| format!("aree/{}", area.id.value)));
        folders.extend(edition.services.rows.iter().map(|service| format!("servizi/{}", service.id.value)));
        folders.extend(edition.teams.rows.iter().map(|team| format!("smart-team/{}", team.id.value)));
        folders.extend(edition.processes.rows.iter().map(|process| format!("processi/{}", process.code.slug())));
        folders.extend(chapters.iter().map(|(_, name, _)| name.clone()));
        let here = format!("data/{}/", edition.id.as_str());
        let texts = format!("content/{}/", edition.id.as_str());
        let own = |path: &str| path.starts_with(&here) || path.starts_with(&texts);
        let unread = context.faulty.iter().any(|source| own(context.sources.get(*source).path()));
        Self { chapters, folders, unread }
    }

    /// What is wrong with a destination, if anything.
    fn fault(&self, chapter: &Chapter, target: &str) -> Option<Fault> {
        let scheme = target
            .split_once(':')
            .is_some_and(|(scheme, _)| scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c)));
        if scheme {
            let known =
                ["http://", "https://", "mailto:", "tel:"].iter().any(|known| target.to_lowercase().starts_with(known));
            return (!known).then(|| Fault {
                message: format!("il collegamento `{target}` non è di un genere ammesso"),
                help: "un collegamento esterno comincia con https://, http://, mailto: o tel:".to_owned(),
            });
        }
        let (path, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
        if path.is_empty() {
            return match anchor {
                Some(anchor) => self.anchor(&chapter.slug, anchor, target),
                None => {
                    Some(Fault { message: "un collegamento non ha indirizzo".to_owned(), help: RULE.remedy.to_owned() })
                }
            };
        }
        if let Some(stem) = path.strip_suffix(".md") {
            let digits = stem.trim_start_matches(|c: char| c.is_ascii_digit());
            let name = slug(digits.strip_prefix('-').filter(|_| digits.len() < stem.len()).unwrap_or(stem));
            return match self.chapters.iter().find(|(_, known, _)| *known == name) {
                Some((_, known, _)) => anchor.and_then(|anchor| self.anchor(known, anchor, target)),
                None if self.unread => None,
                None => {
                    let files = self.chapters.iter().map(|(file, ..)| file.as_str());
                    Some(Fault {
                        message: format!("il capitolo `{path}` non esiste"),
                        help: suggestion(path, files, "i capitoli sono i file `.md` di questa edizione"),
                    })
                }
            };
        }
        let folder = path
            .strip_suffix("index.html")
            .unwrap_or(path)
            .trim_start_matches("./")
            .trim_end_matches('/')
            .to_lowercase();
        if self.folders.contains(&folder) || self.unread {
            return None;
        }
        let help = suggestion(
            &folder,
            self.folders.iter().map(String::as_str),
            "gli indirizzi cominciano dalla cartella dell'edizione, per esempio `processi/` o `smart-team/NOME/`",
        );
        Some(Fault { message: format!("la pagina `{path}` non esiste in questa edizione"), help })
    }

    fn anchor(&self, name: &str, anchor: &str, target: &str) -> Option<Fault> {
        let (_, _, anchors) = self.chapters.iter().find(|(_, known, _)| known == name)?;
        // A chapter whose expressions could not be replaced has its own finding.
        let anchors = anchors.as_ref()?;
        if anchors.iter().any(|known| known == anchor) {
            return None;
        }
        let list = if anchors.is_empty() {
            "quel capitolo non ha titoli".to_owned()
        } else {
            format!("i titoli di quel capitolo sono: {}", anchors.join(", "))
        };
        Some(Fault {
            message: format!("il collegamento `{target}` porta a un titolo che non c'è"),
            help: suggestion(anchor, anchors.iter().map(String::as_str), &list),
        })
    }
}

fn suggestion<'a>(wrong: &str, known: impl Iterator<Item = &'a str>, otherwise: &str) -> String {
    nearest(wrong, known).map_or_else(|| otherwise.to_owned(), |near| format!("forse si intendeva `{near}`"))
}

/// The links of a chapter, each destination once; of a chapter that could not be expanded, those that no expression makes.
fn links(chapter: &ExpandedChapter) -> Vec<&Link> {
    let whole = chapter.tree().is_some();
    let mut seen = BTreeSet::new();
    let known = |link: &&Link| whole || link.written.is_some();
    chapter.written().links().into_iter().filter(known).filter(|link| seen.insert(link.target.as_str())).collect()
}

/// Where the destination of a link is written; the whole link where an expression makes it.
fn place(chapter: &Chapter, link: &Link) -> Span {
    match link.written.as_ref().or(link.whole.as_ref()) {
        Some(range) => chapter.body.span.part(range.start, range.end),
        None => chapter.title.span,
    }
}
