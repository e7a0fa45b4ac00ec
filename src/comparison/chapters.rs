//! The chapters, paragraph by paragraph, as they are read; what their authors changed apart from the figures that follow from the data.

use super::change::{Field, Records};
use super::matching::{Known, matched};
use super::paragraphs::{self, Paragraph};
use super::record_change::{Called, Naming, TableChanges};
use super::side::Side;
use crate::chapters::{ExpandedChapter, expand_with};
use crate::model::{Chapter, Text, fold};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Above so many pairs of paragraphs the two texts are taken for different from the first difference to the last.
const MOST_PAIRS: usize = 4_000_000;

/// A paragraph that says another thing only because the data from which its figures come have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recomputed {
    /// The address of the chapter in the later edition.
    pub chapter: String,
    /// Its title.
    pub title: String,
    /// What the paragraph said.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// The paragraphs of the earlier chapters, with the figures of their own edition and with those of the later one; the chapters of the later.
struct Readings {
    earlier: Vec<Earlier>,
    later: Vec<Vec<Paragraph>>,
}

/// The paragraphs of a chapter of the earlier edition.
struct Earlier {
    then: Vec<Paragraph>,
    /// With the figures of the later edition: what differs from its chapter was changed by its author.
    now: Vec<Paragraph>,
}

impl Readings {
    fn of(earlier: Side<'_>, later: Side<'_>) -> Self {
        let read = |side: Side<'_>, chapters: &[Chapter]| {
            let expanded = expand_with(side.administration, side.edition, chapters);
            expanded.iter().map(|chapter: &ExpandedChapter| paragraphs::of(chapter.written())).collect::<Vec<_>>()
        };
        let chapters = &earlier.edition.chapters;
        let pairs = read(earlier, chapters).into_iter().zip(read(later, chapters));
        Self {
            earlier: pairs.map(|(then, now)| Earlier { then, now }).collect(),
            later: read(later, &later.edition.chapters),
        }
    }
}

impl Earlier {
    /// A paragraph as it was read then, by its place among those with the figures of now.
    fn paragraph(&self, at: usize) -> Option<&Paragraph> {
        // A figure may make whole paragraphs: then they are not the same ones.
        if self.then.len() == self.now.len() { self.then.get(at) } else { self.now.get(at) }
    }
}

/// What differs in the chapters, and the paragraphs in which only figures of the data do.
pub(super) fn compared(earlier: Side<'_>, later: Side<'_>) -> (TableChanges, Vec<Recomputed>) {
    let (old, new) = (&earlier.edition.chapters, &later.edition.chapters);
    let readings = Readings::of(earlier, later);
    let known = |chapter: &Chapter, text: &[Paragraph]| {
        let text = text.iter().map(Paragraph::whole).collect::<Vec<_>>().join("\n");
        Known::new([chapter.slug.clone(), fold(&chapter.title), text], &chapter.title)
    };
    let before: Vec<_> = old.iter().zip(&readings.earlier).map(|(chapter, read)| known(chapter, &read.now)).collect();
    let after: Vec<_> = new.iter().zip(&readings.later).map(|(chapter, read)| known(chapter, read)).collect();
    let origins = matched(&before, &after);
    let records = Records::sorted(0..old.len(), 0..new.len(), &origins, |before, after| {
        let mut fields = head(&old[before], &new[after]);
        fields.extend(text(&readings.earlier[before], &readings.later[after]));
        fields
    });
    let recomputed = records.continued.iter().flat_map(|(before, after)| {
        let chapter = &new[*after];
        let pairs = recomputed(&readings.earlier[*before], &readings.later[*after]);
        pairs.into_iter().map(|(before, after)| Recomputed {
            chapter: chapter.slug.clone(),
            title: chapter.title.value.clone(),
            before,
            after,
        })
    });
    let recomputed = recomputed.collect();
    let called = |chapter: &Chapter| Called { id: chapter.slug.clone(), name: chapter.title.value.clone() };
    let naming = Naming {
        earlier: &|row| called(&old[row]),
        later: &|row| called(&new[row]),
        names: &["titolo"],
        owners: &[],
        id: Some("indirizzo"),
        same: &|_, _| false,
    };
    (TableChanges::of("capitoli", "Capitoli", &records, &naming), recomputed)
}

/// What differs in what a chapter says of itself.
fn head(before: &Chapter, after: &Chapter) -> Vec<Field> {
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
    let told = |(key, label, before, after)| Some(Field::of(key, before, after)?.labelled(label));
    head.into_iter().filter_map(told).collect()
}

/// The paragraphs that differ: each with what it was and what it is.
fn text(before: &Earlier, after: &[Paragraph]) -> Vec<Field> {
    let mut fields = Vec::new();
    for (old, new) in pieces(&before.now, after) {
        for at in 0..old.len().max(new.len()) {
            let was = (at < old.len()).then(|| before.paragraph(old.start + at)).flatten();
            let is = after[new.clone()].get(at);
            let label = match (was, is) {
                (None, _) => "Paragrafo aggiunto",
                (_, None) => "Paragrafo tolto",
                _ => "Paragrafo cambiato",
            };
            let [was, is] = Paragraph::told(was, is);
            let field = Field::of("paragrafo", was, is);
            fields.extend(field.map(|field| field.labelled(label)));
        }
    }
    fields
}

/// The paragraphs that differ by their figures alone: what each was and what it is.
fn recomputed(before: &Earlier, after: &[Paragraph]) -> Vec<(String, String)> {
    if before.then.len() != before.now.len() {
        return Vec::new();
    }
    let changed: Vec<Range<usize>> = pieces(&before.now, after).into_iter().map(|(old, _)| old).collect();
    let pairs = before.then.iter().zip(&before.now).enumerate();
    let pairs = pairs.filter(|(at, (then, now))| then != now && !changed.iter().any(|range| range.contains(at)));
    pairs
        .map(|(_, (then, now))| {
            let [then, now] = Paragraph::told(Some(then), Some(now)).map(|told| told.concat());
            (then, now)
        })
        .collect()
}

/// The runs of paragraphs that differ.
fn pieces(before: &[Paragraph], after: &[Paragraph]) -> Vec<(Range<usize>, Range<usize>)> {
    if before.len().saturating_mul(after.len()) > MOST_PAIRS {
        let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let same = before[start..].iter().rev().zip(after[start..].iter().rev()).take_while(|(a, b)| a == b).count();
        return vec![(start..before.len() - same, start..after.len() - same)];
    }
    let ops = capture_diff_slices(Algorithm::Myers, before, after);
    let differing = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    differing.map(|op| (op.old_range(), op.new_range())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::ChapterTree;

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn paragraphs(texts: &[&str]) -> Vec<Paragraph> {
        texts.iter().flat_map(|text| paragraphs::of(&ChapterTree::parse(text))).collect()
    }

    fn changed(before: &Earlier, after: &[&str]) -> Vec<(Vec<String>, Vec<String>)> {
        text(before, &paragraphs(after)).into_iter().map(|field| (field.before, field.after)).collect()
    }

    #[test]
    fn paragraphs_are_compared_one_by_one() {
        let same = |texts: &[&str]| Earlier { then: paragraphs(texts), now: paragraphs(texts) };
        let pair = |before: &[&str], after: &[&str]| (owned(before), owned(after));
        assert_eq!(changed(&same(&["a", "b", "c"]), &["a", "B", "c", "d"]), [pair(&["b"], &["B"]), pair(&[], &["d"])]);
        assert_eq!(changed(&same(&["a", "b"]), &["b"]), [pair(&["a"], &[])]);
        assert_eq!(changed(&same(&["a"]), &["a"]), []);
    }

    #[test]
    fn a_figure_that_follows_from_the_data_is_told_apart_from_what_its_author_changed() {
        let before = Earlier {
            then: paragraphs(&["sono 59", "le aree: 5", "fine"]),
            now: paragraphs(&["sono 60", "le aree: 6", "fine"]),
        };
        let after = ["sono 60", "aree e direzioni: 6", "fine"];
        let edited = (owned(&["le aree: 5"]), owned(&["aree e direzioni: 6"]));
        assert_eq!(changed(&before, &after), [edited]);
        assert_eq!(recomputed(&before, &paragraphs(&after)), [("sono 59".to_owned(), "sono 60".to_owned())]);
    }
}
