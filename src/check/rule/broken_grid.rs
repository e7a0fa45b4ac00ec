use crate::chapters::{TypedGrid, cells};
use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::{TypedChapter, typed_chapters};
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Safety, Severity};
use std::ops::Range;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const PLACE: &str = "{{ tabella(\"smart-team\") }}";

pub(super) static RULE: Rule = Rule {
    code: "LA513",
    name: "tabella-non-riconosciuta",
    severity: Severity::Warning,
    summary: "In un capitolo una tabella fatta di barre `|` non si vede come tabella, o perde delle celle.",
    why: "Chi legge vede le barre in mezzo al testo, oppure una tabella a cui mancano dei dati.",
    remedy: "Scrivere le intestazioni, sotto di esse la riga `|---|---|` con una colonna per ogni intestazione, poi le righe, senza righe vuote in mezzo.",
    correction: None,
    basis: "WCAG 2.1, criterio 1.3.1.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "| Voce | Numero |\n| Aree | 3 |")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "| Voce | Numero |\n|---|---|---|\n| Aree | 3 |")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "| Voce | Numero |\n|---|---|\n| Aree | 3 |\n\n| Servizi | 5 |")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "| Voce | Numero |\n|---|---|\n| Aree | 3 | 4 |")]),
    ],
    passing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "| Voce | Numero |\n|---|---:|\n| Aree \\| sedi | 3 |")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "Fotocopia A4 | 0,10 euro, fotocopia A3 | 0,20 euro.")]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        for grid in &chapter.typed.grids {
            rows(&chapter, grid, findings);
        }
        for group in groups(&chapter) {
            findings.extend(fault(&chapter, &group).map(|fault| fault.finding(&chapter)));
        }
    }
}

/// The rows that have other cells than the headings.
fn rows(chapter: &TypedChapter<'_>, grid: &TypedGrid, findings: &mut Findings) {
    let columns = grid.columns;
    for (range, cells) in grid.rows.iter().filter(|(_, cells)| *cells != columns) {
        let text = chapter.slice(range.clone());
        let span = chapter.span(&(range.start..range.start + text.trim_end().len()));
        let finding = if !text.contains('|') {
            Finding::new(&RULE, span, "questa riga è finita dentro la tabella che la precede")
                .label("non è una riga della tabella")
                .help("lasciare una riga vuota dopo la tabella")
        } else if *cells > columns {
            let message = format!(
                "questa riga ha {}, la tabella ha {}: il resto non si legge",
                many_cells(*cells),
                many_columns(columns)
            );
            Finding::new(&RULE, span, message)
                .label("celle di troppo")
                .help("togliere le barre di troppo, o aggiungere le colonne alle intestazioni; una barra che fa parte del testo si scrive `\\|`")
        } else {
            let message = format!(
                "questa riga ha {}, la tabella ha {}: le ultime restano vuote",
                many_cells(*cells),
                many_columns(columns)
            );
            Finding::new(&RULE, span, message)
                .label("celle che mancano")
                .help("scrivere le celle che mancano; una cella vuota si scrive con la sua barra: `| |`")
        };
        findings.push(finding);
    }
}

/// A line that looks like the row of a table.
struct Row<'t> {
    range: Range<usize>,
    text: &'t str,
    /// Whether it runs together with the row before it.
    joined: bool,
}

impl Row<'_> {
    fn bars(&self) -> usize {
        self.text.matches('|').count()
    }

    /// Whether it is a line under headings, well written or not.
    fn is_separator(&self) -> bool {
        let known = |c: char| is_dash(c) || matches!(c, '|' | '+' | ':' | '=' | '_' | ' ');
        let lines = self.text.chars().filter(|c| is_dash(*c) || matches!(c, '=' | '_')).count();
        self.text.contains(['|', '+']) && lines >= 2 && self.text.chars().all(known)
    }

    fn is_framed(&self) -> bool {
        self.text.starts_with('|') && self.bars() >= 2
    }

    fn cells(&self) -> usize {
        cells(self.text)
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Rows that stand together, empty lines between them or not, and the tables right before and after them.
struct Group<'t> {
    rows: Vec<Row<'t>>,
    /// The table that ends before an empty line above them.
    above: Option<&'t TypedGrid>,
    /// The table that begins right below them.
    below: Option<&'t TypedGrid>,
}

impl Group<'_> {
    /// Whether they were meant for a table. A bar alone may stand between a thing and its price.
    fn is_table(&self) -> bool {
        let together = |bars: usize| {
            let mut run = 1;
            self.rows.windows(2).any(|pair| {
                run = if pair[1].joined && pair[0].bars() == bars && pair[1].bars() == bars { run + 1 } else { 1 };
                run >= if bars == 1 { 3 } else { 2 }
            })
        };
        let framed = |row: &Row<'_>| row.is_framed() && (row.text.ends_with('|') || row.bars() > 2);
        self.rows.iter().any(|row| row.is_separator() || framed(row))
            || self.rows.iter().any(|row| together(row.bars()))
    }
}

fn groups<'t>(chapter: &TypedChapter<'t>) -> Vec<Group<'t>> {
    let mut groups: Vec<Group<'t>> = Vec::new();
    for paragraph in chapter.typed.paragraphs.iter().filter(|paragraph| !paragraph.in_cell) {
        let lines = paragraph.lines.iter().map(|line| {
            let text = chapter.line(line).trim();
            Row { range: line.range.clone(), text, joined: line.joined }
        });
        let mut rows: Vec<Row<'_>> = lines
            .skip_while(|row| row.bars() == 0 && !row.is_separator())
            .take_while(|row| row.bars() > 0 || row.is_separator())
            .collect();
        let Some((first, last)) = rows.first().zip(rows.last()) else { continue };
        let (start, end) = (first.range.start, last.range.end);
        if let Some(group) = groups.last_mut()
            && group.rows.last().is_some_and(|row| chapter.is_blank(row.range.end..start))
        {
            group.rows.append(&mut rows);
            continue;
        }
        let grids = &chapter.typed.grids;
        let above = grids.iter().find(|grid| grid.range.end <= start && chapter.is_blank(grid.range.end..start));
        let below = grids.iter().find(|grid| {
            grid.range.start > end && chapter.slice(end..grid.range.start).trim_matches([' ', '\t', '\r']) == "\n"
        });
        groups.push(Group { rows, above, below });
    }
    groups.retain(Group::is_table);
    groups
}

/// What is wrong with a table, and where.
struct Fault {
    range: Range<usize>,
    message: &'static str,
    label: &'static str,
    help: String,
    /// Bytes to replace, and by what.
    fix: Option<(Range<usize>, String)>,
    safety: Safety,
}

impl Fault {
    fn new(row: &Row<'_>, message: &'static str, label: &'static str, help: impl Into<String>) -> Self {
        Self { range: row.range.clone(), message, label, help: help.into(), fix: None, safety: Safety::Guess }
    }

    fn by(mut self, range: Range<usize>, replacement: impl Into<String>) -> Self {
        self.fix = Some((range, replacement.into()));
        self
    }

    fn finding(self, chapter: &TypedChapter<'_>) -> Finding {
        let fix = self.fix.map(|(range, replacement)| chapter.fix(&range, replacement, self.safety));
        Finding::new(&RULE, chapter.span(&self.range), self.message).label(self.label).help(self.help).fix(fix)
    }
}

fn fault(chapter: &TypedChapter<'_>, group: &Group<'_>) -> Option<Fault> {
    let first = group.rows.first()?;
    let Some(at) = group.rows.iter().position(Row::is_separator) else {
        return Some(without_separator(chapter, group, first));
    };
    let separator = &group.rows[at];
    let Some(headings) = at.checked_sub(1).map(|at| &group.rows[at]) else {
        if separator.text.contains('+') {
            return Some(wrong_separator(group.rows.get(1).unwrap_or(separator), separator));
        }
        let help = "scrivere le intestazioni delle colonne nella riga sopra, per esempio `| Voce | Numero |`; la tabella non ha altre righe di trattini";
        let message = "la tabella non si vede: sopra la riga dei trattini mancano le intestazioni";
        return Some(Fault::new(separator, message, "nessuna intestazione", help));
    };
    if !separator.joined {
        let message = "la tabella non si vede: una riga vuota divide le intestazioni dalla riga dei trattini";
        let fault = Fault::new(separator, message, "divisa dalle intestazioni", "togliere la riga vuota");
        return Some(fault.by(headings.range.end..separator.range.start, "\n"));
    }
    if at > 1 && headings.joined && group.rows[at - 2].bars() == headings.bars() {
        let message = "la tabella non si vede: la riga dei trattini non sta subito sotto le intestazioni";
        return Some(Fault::new(separator, message, "fuori posto", "portarla sotto la prima riga della tabella"));
    }
    Some(wrong_separator(headings, separator))
}

fn without_separator(chapter: &TypedChapter<'_>, group: &Group<'_>, first: &Row<'_>) -> Fault {
    if let Some(grid) = group.above {
        let message = "una riga vuota interrompe la tabella: questa riga si legge come testo, con le barre";
        let help = format!(
            "togliere la riga vuota; se qui comincia un'altra tabella, scrivere sotto le sue intestazioni la riga `{}`",
            line_of(first.cells(), None)
        );
        let end = grid.range.start + chapter.slice(grid.range.clone()).trim_end().len();
        return Fault::new(first, message, "fuori dalla tabella", help).by(end..first.range.start, "\n");
    }
    if group.below.is_some() {
        let message =
            "questa riga resta fuori dalla tabella: la riga dei trattini non sta subito sotto le intestazioni";
        return Fault::new(first, message, "fuori dalla tabella", "portare la riga dei trattini sotto la prima riga");
    }
    let line = line_of(first.cells(), None);
    let help = format!("scrivere sotto la prima riga, quella delle intestazioni, la riga `{line}`");
    let message = "la tabella non si vede: sotto le intestazioni manca la riga dei trattini";
    let fault = Fault::new(first, message, "le righe si leggono di seguito, con le barre", help);
    let alone = chapter.slice(0..first.range.start).ends_with('\n');
    let end = first.range.end;
    if alone { fault.by(end..end, format!("\n{line}")) } else { fault }
}

fn wrong_separator(headings: &Row<'_>, separator: &Row<'_>) -> Fault {
    let (columns, dashes) = (headings.cells(), separator.cells());
    let line = line_of(columns, Some(separator.text));
    let help = format!("scrivere sotto le intestazioni la riga `{line}`");
    let range = separator.range.clone();
    if separator.text.contains('+') {
        let message = "la tabella non si vede: la riga dei trattini è disegnata con il segno `+`";
        return Fault::new(separator, message, "ci vogliono barre e trattini", help);
    }
    if columns != dashes {
        let message = "la tabella non si vede: la riga dei trattini non ha tante colonne quante sono le intestazioni";
        return Fault::new(separator, message, "colonne in numero diverso", help).by(range, line);
    }
    let message = "la tabella non si vede: la riga sotto le intestazioni non è fatta di trattini";
    let label = "in ogni colonna ci vogliono i trattini della tastiera";
    Fault { safety: Safety::Certain, ..Fault::new(separator, message, label, help) }.by(range, line)
}

/// A line of hyphens for so many columns; the colons of a line that was meant for one are kept.
fn line_of(columns: usize, meant: Option<&str>) -> String {
    let meant: Vec<&str> = meant.unwrap_or_default().trim_matches(['|', ' ']).split(['|', '+']).collect();
    let cell = |column: usize| {
        let text = meant.get(column).map_or("", |text| text.trim());
        let colon = |is: bool| if is { ":" } else { "" };
        format!("{}---{}", colon(text.starts_with(':')), colon(text.len() > 1 && text.ends_with(':')))
    };
    format!("|{}|", (0..columns).map(cell).collect::<Vec<_>>().join("|"))
}

fn many_cells(count: usize) -> String {
    if count == 1 { "una cella".to_owned() } else { format!("{count} celle") }
}

fn many_columns(count: usize) -> String {
    if count == 1 { "una colonna".to_owned() } else { format!("{count} colonne") }
}
