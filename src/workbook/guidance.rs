use super::scope::Scope;
use crate::model::Edition;

/// What the first sheet says.
pub(super) fn lines(administration: &str, edition: &Edition, scope: &Scope) -> Vec<String> {
    let title = &edition.title.value;
    let mut lines = vec![
        format!("{title}, edizione {}", edition.id.as_str()),
        administration.to_owned(),
        String::new(),
        "Questo foglio di calcolo contiene i dati dell'allegato: una scheda per tabella, una riga per voce.".to_owned(),
    ];
    if scope.kind.is_some() {
        lines.push(format!(
            "Contiene soltanto le righe di: {}. Le altre non si vedono e restano come sono.",
            scope.name
        ));
        lines.push(
            "Dopo averle rilette, compilare la scheda «Conferma» e rimandare il file a chi lo ha inviato.".to_owned(),
        );
    }
    let removal = if scope.kind.is_some() {
        "• Da questo foglio le voci non si tolgono: una riga eliminata resta nei dati. Quali togliere si scrive nelle osservazioni della scheda «Conferma»."
    } else {
        "• Una voce si toglie eliminando l'intera riga."
    };
    lines.extend(
        [
            "",
            "Come si compila",
            "• Si cambiano le celle sotto le intestazioni. Una cella vuota vuol dire «non indicato», mai «no».",
            "• Dove compare una freccia accanto alla cella, si sceglie dall'elenco. Dove servono più nomi, si scrivono uno per riga nella stessa cella (in Excel Alt+Invio, in LibreOffice Ctrl+Invio).",
            "• Gli elenchi (fasi, avvio, risultato e simili) hanno una voce per riga nella stessa cella.",
            "• Una voce nuova si aggiunge nella prima riga libera sotto le altre.",
            removal,
            "• Le note sulle intestazioni dicono che cosa va scritto in ogni colonna.",
            "• I giorni si scrivono come 31/12/2025 o 2025-12-31.",
            "• L'ordine delle righe si può cambiare: nei dati resta quello di prima.",
            "",
            "Che cosa non va toccato",
            "• La prima riga delle intestazioni, le colonne nascoste e i fogli nascosti: servono a ritrovare ogni riga nei dati.",
            "• Non si copia una riga intera per farne una nuova: si scrive in una riga vuota.",
            "",
            "Poi",
            "• Chi cura i dati controlla che cosa cambierebbe con: piao importa NOMEFILE",
            "• e lo scrive con: piao importa NOMEFILE --si",
        ]
        .map(str::to_owned),
    );
    lines
}

/// The rows of the sheet that the manager of an office fills in: what is asked, and the words to choose from.
pub(super) const CONFIRMATION: [(&str, &[&str]); 4] = [
    ("Chi conferma (nome e incarico)", &[]),
    ("Giorno", &[]),
    ("I dati sono esatti e completi", &["si", "no"]),
    ("Osservazioni", &[]),
];
