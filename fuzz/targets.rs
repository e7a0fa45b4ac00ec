//! What is done with any bytes: nothing of it may panic or run on.
//!
//! Run by cargo-fuzz (`fuzz_targets/`) and, over damaged seeds, by `tests/properties`.

use piao::chapters::{ChapterTree, ExpandedChapter, expand};
use piao::check::{Settings, check};
use piao::diagnostic::Safety;
use piao::edit::Ledger;
use piao::edition_files::EditionFiles;
use piao::fix::correct;
use piao::import::{self, Answers, Context, Target as Data, merge, read_foreign};
use piao::load::{Loaded, Overlay, load_with};
use piao::model::{Date, EditionState};
use piao::package::{is_ours, verify};
use piao::pdf::{Materials, Templates, documents};
use piao::picture::Album;
use piao::publish::CheckedAnnex;
use piao::report;
use piao::routes::Routes;
use piao::scaffold;
use piao::sheet;
use piao::site::{Site, SiteInputs};
use piao::theme::Theme;
use piao::workbench::{Bench, Session, Shown, Visit, act, show};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tempfile::TempDir;

/// A target, its name and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 6] = [
    ("loader", loader),
    ("chapter", chapter),
    ("fixer", fixer),
    ("package", package),
    ("spreadsheet", spreadsheet),
    ("request", request),
];

/// The longest text that is tried, in bytes: what is longer tells nothing more, and takes long.
const LONGEST: usize = 4096;

const DATA: &str = "data/2026-2028/processi.yaml";
const CHAPTER: &str = "content/2026-2028/01-premessa.md";

fn made() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in scaffold::files() {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
        fs::write(file, text).expect("a file");
    }
    folder
}

/// What `piao init` makes; read only.
fn starter() -> &'static Path {
    static STARTER: OnceLock<TempDir> = OnceLock::new();
    STARTER.get_or_init(made).path()
}

fn settings() -> Settings {
    Settings { today: Date::parse("2026-01-15").expect("a day"), waivers: true }
}

fn loaded(file: &str, bytes: &[u8]) -> Loaded {
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let text = String::from_utf8_lossy(bytes).into_owned();
    load_with(starter(), &Overlay::from([(file.to_owned(), text)])).expect("the folder can be read")
}

/// A file of data is read, checked and told.
pub fn loader(bytes: &[u8]) {
    let loaded = loaded(DATA, bytes);
    let findings = check(&loaded, &expand(&loaded.annex), settings());
    let text = report::text(&loaded.sources, &findings);
    assert!(findings.is_empty() || text.ends_with('\n'));
}

/// A chapter becomes pages and paper.
pub fn chapter(bytes: &[u8]) {
    static THEME: OnceLock<Arc<Theme>> = OnceLock::new();
    let theme = THEME.get_or_init(|| Theme::load(starter(), "istituzionale").expect("the theme"));
    let loaded = loaded(CHAPTER, bytes);
    let annex = &loaded.annex;
    let Some(administration) = annex.administration.as_ref() else { return };
    let routes = Routes::of(annex);
    let expanded = expand(annex);
    let written = |edition: &Vec<ExpandedChapter>| edition.iter().map(|one| one.written().clone()).collect();
    let trees: Vec<Vec<ChapterTree>> = expanded.iter().map(written).collect();
    let chapters: Vec<Vec<&ChapterTree>> = trees.iter().map(|edition| edition.iter().collect()).collect();
    let files: Vec<EditionFiles> = annex.editions.iter().map(|_| EditionFiles::default()).collect();
    let inputs = SiteInputs {
        annex,
        administration,
        routes: &routes,
        chapters: &chapters,
        theme,
        coat_of_arms: None,
        base_url: None,
        albums: &[],
        files: &files,
    };
    let site = Site::new(&inputs).expect("a site");
    for page in site.pages().iter().filter(|page| page.path.contains("premessa") || page.path.contains("allegato")) {
        let html = site.render(page).expect("a page").bytes;
        let html = String::from_utf8(html).expect("text");
        let raw = ["<script>", "\"javascript:", "<img src=x"].into_iter().find(|raw| html.contains(raw));
        assert_eq!(raw, None, "{html}");
    }
    let templates = Templates::new(theme.print_files());
    for (number, edition) in annex.editions.iter().enumerate() {
        let materials = Materials {
            paper: piao::paper::Materials {
                administration,
                edition,
                number,
                state: EditionState::of(edition, annex),
                routes: &routes,
                chapters: &chapters[number],
                album: &Album::EMPTY,
                coat_of_arms: None,
            },
            csv: &|_| Ok(None),
            templates: &templates,
        };
        documents(&materials).expect("documents");
    }
}

/// A file of data is corrected, as far as that is certain, and once more.
pub fn fixer(bytes: &[u8]) {
    // One folder, in which one file is written anew each time: nothing else of it changes.
    static FOLDER: Mutex<Option<TempDir>> = Mutex::new(None);
    let mut folder = FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = folder.get_or_insert_with(made);
    fs::write(folder.path().join(DATA), &bytes[..bytes.len().min(LONGEST)]).expect("a file");
    for safety in [Safety::Certain, Safety::Guess] {
        correct(folder.path(), settings(), safety).expect("corrections");
    }
}

/// An archive is verified.
pub fn package(bytes: &[u8]) {
    let ours = is_ours(Cursor::new(bytes));
    let verdict = verify(Cursor::new(bytes));
    assert!(ours || verdict.is_err());
}

/// A spreadsheet of somebody else is read, what it asks is offered as questions, and what it says goes into the data.
pub fn spreadsheet(bytes: &[u8]) {
    let workbook = match sheet::parse("prova", "prova", bytes.to_vec()) {
        Ok(workbook) => workbook,
        Err(trouble) => return assert!(trouble.to_string().starts_with("`prova` "), "{trouble}"),
    };
    let loaded = load_with(starter(), &Overlay::new()).expect("the folder can be read");
    let edition = &loaded.annex.editions[0];
    let answers = Answers::default();
    let reading = read_foreign(&workbook, "prova", Context { edition, table: None, answers: &answers });
    let readings = [reading];
    let questions = import::report::questions(&readings, edition);
    Answers::parse("risposte", &questions).unwrap_or_else(|trouble| panic!("{trouble}\n{questions}"));
    let folder = format!("data/{}", edition.id.as_str());
    let texts = loaded.sources.iter().map(|source| (source.path().to_owned(), source.text().to_owned()));
    let mut data = Data::new(edition, Ledger::new(&folder, texts.filter(|(_, text)| !text.is_empty())));
    merge(&mut data, &readings);
    let overlay: Overlay = data.ledger.changed().into_iter().map(|file| (file.path, file.after)).collect();
    let after = load_with(starter(), &overlay).expect("the folder can be read");
    check(&after, &expand(&after.annex), settings());
}

/// Visits and forms of the workbench, one a line: an address below `/banco/`, and after a space, where it is a form, its fields as a
/// browser sends them.
pub fn request(bytes: &[u8]) {
    let texts = String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST)]).into_owned();
    // What only looks changes nothing: one folder serves for all such.
    let looks = texts.split('\n').take(6).all(|line| !line.contains(' '));
    let own = (!looks).then(made);
    let root = own.as_ref().map_or_else(|| starter(), TempDir::path);
    let mut annex = CheckedAnnex::read(root, settings());
    let mut session = Session::default();
    let pairs = |text: &str| form_urlencoded::parse(text.as_bytes()).into_owned().collect::<Vec<_>>();
    for line in texts.split('\n').take(6) {
        let (address, form) = line.split_once(' ').map_or((line, None), |(address, form)| (address, Some(form)));
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let visit = Visit { path: path.to_owned(), query: pairs(query), has_key: true, ..Visit::default() };
        let bench = Bench::new(root, settings(), annex.as_ref(), None, None);
        let shown = match form {
            Some(form) => act(&bench, &mut session, &visit, &pairs(form)).shown,
            None => show(&bench, &session, &visit),
        };
        match shown {
            Shown::Page(html) | Shown::Conflict(html) | Shown::Refused(html) | Shown::Missing(html) => {
                let raw = ["<script>", "\"javascript:", "<img src=x"].into_iter().find(|raw| html.contains(raw));
                assert_eq!(raw, None, "{line}\n{html}");
            }
            Shown::File { .. } => {}
            Shown::Elsewhere(to) => assert!(to.starts_with("/banco/") && !to.contains(['\r', '\n']), "{line}: {to:?}"),
        }
        if form.is_some() {
            annex = CheckedAnnex::read(root, settings());
        }
    }
    let entries = fs::read_dir(root).expect("the folder").map(|entry| entry.expect("an entry").file_name());
    let others: Vec<_> = entries.filter(|name| name != "data" && name != "content").collect();
    assert!(others.is_empty(), "{others:?}");
}
