//! The chapters, paragraph by paragraph, as their authors wrote them.

use super::change::{Field, Records, Sides, spaced_once};
use super::matching::{Known, matched};
use super::record_change::{Called, Naming, TableChanges};
use crate::model::{Chapter, Text, fold};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Above so many pairs of paragraphs the two texts are taken for different from the first difference to the last.
const MOST_PAIRS: usize = 4_000_000;

pub(super) fn table(sides: Sides<'_>) -> TableChanges {
    let (old, new) = (&sides.earlier.edition.chapters, &sides.later.edition.chapters);
    let known = |chapters: &[Chapter]| {
        let known = chapters.iter().map(|chapter| {
            let text = paragraphs(&chapter.body).join("\n");
            Known::new([chapter.slug.clone(), fold(&chapter.title), text], &chapter.title)
        });
        known.collect::<Vec<_>>()
    };
    let origins = matched(&known(old), &known(new));
    let records =
        Records::sorted(0..old.len(), 0..new.len(), &origins, |before, after| fields(&old[before], &new[after]));
    let called = |chapter: &Chapter| Called { id: chapter.slug.clone(), name: chapter.title.value.clone() };
    let naming = Naming {
        earlier: &|row| called(&old[row]),
        later: &|row| called(&new[row]),
        names: &["titolo"],
        owners: &[],
        id: Some("indirizzo"),
        same: &|_, _| false,
    };
    TableChanges::of("capitoli", "Capitoli", &records, &naming)
}

fn fields(before: &Chapter, after: &Chapter) -> Vec<Field> {
    let list = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect::<Vec<_>>();
    let one = |text: &Option<Text>| text.iter().map(|text| text.value.clone()).collect::<Vec<_>>();
    let head = [
        ("titolo", "Titolo", vec![before.title.value.clone()], vec![after.title.value.clone()]),
        ("ordine", "Ordine", vec![before.order.value.to_string()], vec![after.order.value.to_string()]),
        ("numero", "Numero", one(&before.number), one(&after.number)),
        ("parte", "Titolo che sta sopra", one(&before.part), one(&after.part)),
        ("copre", "Parti del piano che contiene", list(&before.covers), list(&after.covers)),
        ("regole", "Sezioni con le regole", list(&before.rules), list(&after.rules)),
    ];
    let head =
        head.into_iter().filter_map(|(key, label, before, after)| Some(Field::of(key, before, after)?.labelled(label)));
    head.chain(text(&paragraphs(&before.body), &paragraphs(&after.body))).collect()
}

/// The paragraphs of a text: what stands between empty lines, each with one space where it has any; lines of code stay together.
fn paragraphs(body: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in body.lines() {
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if line.trim().is_empty() && fence.is_none() {
            flush(&mut lines, &mut paragraphs);
        } else {
            lines.push(line);
        }
    }
    flush(&mut lines, &mut paragraphs);
    paragraphs
}

fn flush(lines: &mut Vec<&str>, paragraphs: &mut Vec<String>) {
    if !lines.is_empty() {
        // The lines of lists and tables are kept apart, those of a sentence are not.
        let lists = lines.iter().skip(1).any(|line| begins_item(line));
        let text: Vec<String> = lines.iter().map(|line| spaced_once(line)).collect();
        paragraphs.push(text.join(if lists { "\n" } else { " " }));
        lines.clear();
    }
}

/// Whether a line begins an item of a list or is a row of a table.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ ", "|"].iter().any(|mark| line.starts_with(mark))
        || number.len() < line.len() && number.starts_with(['.', ')'])
}

/// The paragraphs that differ: each with what it was and what it is.
fn text(before: &[String], after: &[String]) -> Vec<Field> {
    let mut fields = Vec::new();
    for (old, new) in pieces(before, after) {
        for at in 0..old.len().max(new.len()) {
            let was = old.get(at).cloned().into_iter().collect();
            let is: Vec<String> = new.get(at).cloned().into_iter().collect();
            let label = match (old.get(at), new.get(at)) {
                (None, _) => "Paragrafo aggiunto",
                (_, None) => "Paragrafo tolto",
                _ => "Paragrafo cambiato",
            };
            fields.extend(Field::of("paragrafo", was, is).map(|field| field.labelled(label)));
        }
    }
    fields
}

/// The runs of paragraphs that differ.
fn pieces<'p>(before: &'p [String], after: &'p [String]) -> Vec<(&'p [String], &'p [String])> {
    if before.len().saturating_mul(after.len()) > MOST_PAIRS {
        let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let (before, after) = (&before[start..], &after[start..]);
        let end = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
        return vec![(&before[..before.len() - end], &after[..after.len() - end])];
    }
    let ops = capture_diff_slices(Algorithm::Myers, before, after);
    let differing = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    differing.map(|op| (&before[op.old_range()], &after[op.new_range()])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(before: &str, after: &str) -> Vec<(Vec<String>, Vec<String>)> {
        let fields = text(&paragraphs(before), &paragraphs(after));
        fields.into_iter().map(|field| (field.before, field.after)).collect()
    }

    #[test]
    fn paragraphs_are_compared_one_by_one() {
        let pair = |before: &[&str], after: &[&str]| {
            let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
            (owned(before), owned(after))
        };
        assert_eq!(changed("a\n\nb\n\nc\n", "a\n\nB\n\nc\n\nd\n"), [pair(&["b"], &["B"]), pair(&[], &["d"])]);
        assert_eq!(changed("a\n\nb\n", "b\n"), [pair(&["a"], &[])]);
        assert_eq!(changed("una riga\nlunga\n", "una\nriga  lunga\n"), []);
    }

    #[test]
    fn code_stays_in_one_piece() {
        assert_eq!(paragraphs("```\na\n\nb\n```\n\nc").len(), 2);
        assert_eq!(paragraphs("- a\n- b\n\nc"), ["- a\n- b", "c"]);
    }
}
