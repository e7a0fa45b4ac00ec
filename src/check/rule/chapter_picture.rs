use crate::chapters::Link;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, nearest};
use crate::model::Chapter;
use crate::picture::Album;
use crate::source::Span;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const PLACE: &str = "{{ tabella(\"smart-team\") }}";
const PICTURE: Edit = Edit::new(
    "/content/2026-2028/immagini/schema.svg",
    "",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><rect width=\"4\" height=\"3\"/></svg>\n",
);

pub(super) static RULE: Rule = Rule {
    code: "LA413",
    name: "immagine-non-pubblicabile",
    severity: Severity::Error,
    summary: "Un'immagine di un capitolo non c'è nella cartella `immagini`, o non si può pubblicare.",
    why: "Al suo posto si leggerebbero soltanto le sue parole; un'immagine di un altro sito direbbe a quel sito chi legge la pagina.",
    remedy: "Mettere l'immagine, in formato PNG, JPEG, WebP o SVG, nella cartella `immagini` accanto ai capitoli, e scrivere `![testo alternativo](immagini/nome.png)`.",
    correction: None,
    basis: "Regolamento (UE) 2016/679, art. 25; WCAG 2.1, criterio 1.1.1.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "![Gli uffici](immagini/schema.svg)")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "![Gli uffici](https://www.ente.esempio.it/schema.png)")]),
        Example::new(&[
            Edit::new(CHAPTER, PLACE, "![Gli uffici](immagini/schema.svg)"),
            Edit::new(
                "/content/2026-2028/immagini/schema.svg",
                "",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><script>alert(1)</script></svg>\n",
            ),
        ]),
    ],
    passing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "![Gli uffici](immagini/schema.svg)"), PICTURE])],
};

pub(super) static WITHOUT_TEXT: Rule = Rule {
    code: "LA414",
    name: "immagine-senza-testo-alternativo",
    severity: Severity::Warning,
    summary: "Un'immagine di un capitolo non ha il testo che dice che cosa mostra.",
    why: "Chi non vede l'immagine, o la ascolta con un lettore di schermo, non sa che cosa c'è.",
    remedy: "Scrivere fra le parentesi quadre che cosa mostra l'immagine: `![Gli uffici e i loro rapporti](immagini/schema.svg)`.",
    correction: None,
    basis: "L. 4/2004; WCAG 2.1, criterio 1.1.1.",
    failing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "![](immagini/schema.svg)"), PICTURE])],
    passing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "![Gli uffici](immagini/schema.svg)"), PICTURE])],
};

pub(super) static UNUSED: Rule = Rule {
    code: "LA415",
    name: "immagine-mai-usata",
    severity: Severity::Warning,
    summary: "Nella cartella `immagini` c'è un'immagine che nessun capitolo mostra.",
    why: "Non si pubblica: chi l'ha messa lì di solito crede di sì.",
    remedy: "Mostrarla in un capitolo con `![testo alternativo](immagini/nome.png)`, o toglierla.",
    correction: None,
    basis: "Struttura della cartella dei dati di piao.",
    failing: &[Example::new(&[PICTURE])],
    passing: &[Example::new(&[Edit::new(CHAPTER, PLACE, "![Gli uffici](immagini/schema.svg)"), PICTURE])],
};

/// Where a picture is named; the title of the chapter where an expression makes it.
fn place(chapter: &Chapter, link: &Link, whole: bool) -> Span {
    let range = if whole { link.whole.as_ref() } else { link.written.as_ref().or(link.whole.as_ref()) };
    range.map_or(chapter.title.span, |range| chapter.body.span.part(range.start, range.end))
}

/// Every picture of the chapters, with its alternative text.
fn each<'a>(context: &RuleContext<'a>) -> impl Iterator<Item = (&'a Chapter, &'a Link, String)> {
    let chapters = context.edition.chapters.iter().zip(context.chapters);
    chapters.flat_map(|(chapter, expanded)| {
        expanded.written().pictures().into_iter().map(move |(link, text)| (chapter, link, text))
    })
}

/// Pictures that are not there, or may not be shown.
pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for (chapter, link, _) in each(context) {
        let target = link.target.as_str();
        if context.album.get(target).is_none() {
            let (message, help) = fault(context.album, target);
            let finding = Finding::new(&RULE, place(chapter, link, false), message);
            findings.push(finding.label("non si pubblica").help(help));
        }
    }
}

fn fault(album: &Album, target: &str) -> (String, String) {
    let folder = Album::FOLDER;
    if let Some(reason) = album.fault(target) {
        return (reason.to_owned(), RULE.remedy.to_owned());
    }
    if target.is_empty() {
        return ("l'immagine non ha indirizzo".to_owned(), RULE.remedy.to_owned());
    }
    let scheme = target.split(['/', '.']).next().is_some_and(|start| start.contains(':'));
    if scheme || target.starts_with("//") {
        let help =
            format!("salvare l'immagine nella cartella `{folder}` accanto ai capitoli, e scrivere `{folder}/nome.png`");
        return (format!("l'immagine `{target}` è di un altro sito: le pagine non chiedono nulla a nessuno"), help);
    }
    let known: Vec<&str> = album.addresses().collect();
    let name = target.rsplit('/').next().unwrap_or(target);
    let same = known.iter().find(|known| known.rsplit('/').next().is_some_and(|own| own.eq_ignore_ascii_case(name)));
    let help = match same.copied().or_else(|| nearest(target, known.iter().copied())) {
        Some(near) => format!("forse si intendeva `{near}`"),
        None => format!("mettere il file nella cartella `{folder}` accanto ai capitoli, e scrivere `{folder}/{name}`"),
    };
    if target.strip_prefix("immagini/").is_some_and(|rest| !rest.contains('/')) {
        return (format!("l'immagine `{target}` non c'è"), help);
    }
    (format!("l'immagine `{target}` non sta nella cartella `{folder}` dell'edizione"), help)
}

/// Pictures of which nothing says what they show.
pub(super) fn check_texts(context: &RuleContext<'_>, findings: &mut Findings) {
    for (chapter, link, text) in each(context) {
        let text = text.trim().to_lowercase();
        let file = [".png", ".jpg", ".jpeg", ".webp", ".svg"].iter().any(|ending| text.ends_with(ending));
        if text.is_empty() || file {
            let message = if file {
                "il testo alternativo dell'immagine è il nome di un file"
            } else {
                "l'immagine non ha un testo alternativo"
            };
            findings.push(
                Finding::new(&WITHOUT_TEXT, place(chapter, link, true), message).label("che cosa mostra?").remedy(),
            );
        }
    }
}

/// Pictures that no chapter shows.
pub(super) fn check_unused(context: &RuleContext<'_>, findings: &mut Findings) {
    let used: Vec<&str> = each(context).map(|(_, link, _)| link.target.trim_start_matches("./")).collect();
    for address in context.album.addresses().filter(|address| !used.contains(address)) {
        let path = format!("content/{}/{address}", context.edition.id.as_str());
        if let Some(source) = context.sources.find(&path) {
            let message = format!("nessun capitolo mostra l'immagine `{address}`");
            findings.push(
                Finding::new(&UNUSED, Span::whole(source), message)
                    .help(format!("mostrarla in un capitolo con `![testo alternativo]({address})`, o toglierla")),
            );
        }
    }
}
