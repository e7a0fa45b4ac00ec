use super::composer::Composer;
use crate::docx::{Align, Block, ListPlace, Look, Paragraph, Piece, Style};
use crate::paper::{Approval, Cover};

/// What is filled in by hand.
const DOTS: &str = "……………………";

impl Composer<'_> {
    /// The title page.
    pub(super) fn title_page(&mut self, cover: &Cover<'_>) -> Vec<Block> {
        let mut made = Vec::new();
        if cover.stamp {
            let pieces = vec![Piece::text("Spazio per il protocollo")];
            let paragraph = Paragraph::new(Style::Small, pieces);
            made.push(Block::Paragraph(Paragraph { align: Some(Align::Right), ..paragraph }));
            made.extend([gap(), gap(), gap()]);
        }
        if let Some(shown) = self.pictures.emblem(format!("Stemma: {}", cover.administration)) {
            made.push(line(Style::Subtitle, vec![Piece::Picture(shown)]));
        }
        made.push(line(Style::Subtitle, vec![Piece::bold(cover.administration)]));
        made.extend(cover.union.map(|union| line(Style::Subtitle, vec![Piece::text(union)])));
        made.extend([gap(), gap(), gap(), gap(), gap()]);
        made.push(line(Style::Subtitle, vec![Piece::text(cover.plan)]));
        made.push(line(Style::Subtitle, vec![Piece::text(cover.section)]));
        made.extend([gap(), gap(), gap()]);
        made.push(line(Style::Subtitle, vec![Piece::bold(format!("Allegato {}", cover.annex))]));
        made.push(line(Style::Title, vec![Piece::text(cover.title)]));
        made.push(line(Style::Subtitle, vec![Piece::text(format!("Edizione {}", cover.edition))]));
        made.extend(cover.state.map(|state| line(Style::Subtitle, vec![Piece::bold(state.to_uppercase())])));
        made.extend([gap(), gap(), gap(), gap(), gap()]);
        if cover.is_approved {
            made.push(centred(approved(&cover.approval)));
            made.extend(cover.later_acts.iter().map(|act| centred(changed(act))));
        }
        made.extend(cover.updated.as_ref().map(|day| centred(format!("Ultimo aggiornamento: {day}"))));
        made.extend(cover.notice.map(|notice| {
            let look = Look { italic: true, ..Look::default() };
            let pieces = vec![Piece::Text(notice.to_owned(), look)];
            Block::Paragraph(Paragraph { align: Some(Align::Centre), ..Paragraph::new(Style::Small, pieces) })
        }));
        made
    }
}

/// The most days of each category of people, where the edition says them so.
pub(super) fn limits(cover: &Cover<'_>) -> Vec<Block> {
    if cover.limits.is_empty() {
        return Vec::new();
    }
    let mut made = vec![line(Style::Normal, vec![Piece::bold("Giorni di lavoro agile, al massimo")])];
    made.extend(cover.limits.iter().map(|(people, days)| {
        let list = Some(ListPlace { list: 0, level: 0, goes_on: false });
        let pieces = vec![Piece::text(format!("{people}: {days}"))];
        Block::Paragraph(Paragraph { list, ..Paragraph::new(Style::List, pieces) })
    }));
    made
}

/// What closes the annex: who publishes it, by which acts, under which licence.
pub(super) fn colophon(cover: &Cover<'_>) -> Vec<Block> {
    let heading = Paragraph::new(Style::Heading(1), vec![Piece::text("Colophon")]);
    let mut made = vec![Block::Paragraph(Paragraph { with_next: true, ..heading })];
    let last = cover.colophon.len().saturating_sub(1);
    made.extend(cover.colophon.iter().enumerate().map(|(number, said)| {
        let pieces = vec![Piece::bold(format!("{}: ", said.label)), Piece::text(said.text.as_str())];
        Block::Paragraph(Paragraph { with_next: number < last, ..Paragraph::new(Style::Small, pieces) })
    }));
    made
}

fn line(style: Style, pieces: Vec<Piece>) -> Block {
    Block::Paragraph(Paragraph::new(style, pieces))
}

fn gap() -> Block {
    line(Style::Subtitle, Vec::new())
}

fn centred(text: String) -> Block {
    let paragraph = Paragraph::new(Style::Normal, vec![Piece::text(text)]);
    Block::Paragraph(Paragraph { align: Some(Align::Centre), ..paragraph })
}

fn approved(act: &Approval<'_>) -> String {
    let body = act.body.map(|body| format!(" ({body})")).unwrap_or_default();
    let date = act.date.clone().unwrap_or_else(|| format!("del {DOTS}"));
    format!("Approvato con {}{body} n. {} {date}", act.act.unwrap_or(DOTS), act.number.unwrap_or("………"))
}

/// An act that changed it: only what is known of it.
fn changed(act: &Approval<'_>) -> String {
    let body = act.body.map(|body| format!(" ({body})")).unwrap_or_default();
    let number = act.number.map(|number| format!(" n. {number}")).unwrap_or_default();
    let date = act.date.as_ref().map(|date| format!(" {date}")).unwrap_or_default();
    format!("modificato con {}{body}{number}{date}", act.act.unwrap_or(DOTS))
}
