/// Something that a document holds and a chapter does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// A picture, a drawing, an object.
    Picture,
    /// A text box, whose words are not read.
    TextBox,
    /// A comment.
    Comment,
    /// A deletion that was still to be accepted: it counts as accepted.
    Deletion,
    /// An insertion that was still to be accepted: likewise.
    Insertion,
    /// Words that are not shown.
    Hidden,
    /// Letters or Roman numbers before the items of a list.
    Letters,
    /// A formula.
    Formula,
    /// Cells that are one.
    MergedCell,
    /// A table within a table: its words stand in the cell.
    NestedTable,
    /// A sign of a font of signs.
    Symbol,
    /// What stands too deep.
    Depth,
    /// A frame around paragraphs, made by a table.
    Box,
    /// A table of contents: the pages have their own.
    Contents,
    /// Colours, underlines, raised or lowered words: their words are there.
    Look,
}

impl Loss {
    /// Whether words or pictures are gone, and not their look alone.
    pub fn is_content(self) -> bool {
        !matches!(self, Self::Look | Self::Contents | Self::Box)
    }

    /// What it is, for one and for several.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Picture => ("immagine o oggetto, che non si porta", "immagini o oggetti, che non si portano"),
            Self::TextBox => {
                ("casella di testo, le cui parole non si leggono", "caselle di testo, le cui parole non si leggono")
            }
            Self::Comment => ("commento, che non si porta", "commenti, che non si portano"),
            Self::Deletion => {
                ("cancellazione in revisione, presa come accettata", "cancellazioni in revisione, prese come accettate")
            }
            Self::Insertion => {
                ("inserimento in revisione, preso come accettato", "inserimenti in revisione, presi come accettati")
            }
            Self::Hidden => ("testo nascosto, che non si porta", "testi nascosti, che non si portano"),
            Self::Letters => (
                "elenco con lettere o numeri romani, che diventa di numeri: chi cita una sua lettera va corretto",
                "elenchi con lettere o numeri romani, che diventano di numeri: chi cita una loro lettera va corretto",
            ),
            Self::Formula => ("formula, che non si porta", "formule, che non si portano"),
            Self::MergedCell => {
                ("cella unita ad altre, che diventa una cella sola", "celle unite ad altre, che diventano celle sole")
            }
            Self::NestedTable => (
                "tabella dentro una tabella, di cui restano le parole",
                "tabelle dentro altre tabelle, di cui restano le parole",
            ),
            Self::Symbol => (
                "simbolo di un carattere speciale, che non si porta",
                "simboli di un carattere speciale, che non si portano",
            ),
            Self::Depth => ("parte troppo annidata, che non si legge", "parti troppo annidate, che non si leggono"),
            Self::Box => (
                "riquadro (una tabella di una cella sola), che diventa una citazione",
                "riquadri (tabelle di una cella sola), che diventano citazioni",
            ),
            Self::Contents => {
                ("indice, che non serve: il sito ne fa uno", "indici, che non servono: il sito ne fa uno")
            }
            Self::Look => (
                "testo con colori, sottolineature, apici o pedici: restano le sole parole",
                "testi con colori, sottolineature, apici o pedici: restano le sole parole",
            ),
        }
    }

    /// `2 commenti, che non si portano`.
    pub fn counted(self, count: usize) -> String {
        let (one, many) = self.names();
        if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
    }
}

/// A loss and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What.
    pub what: Loss,
    /// The block in which it stood, from 0; a footnote counts as the block after the last one.
    pub block: usize,
}
