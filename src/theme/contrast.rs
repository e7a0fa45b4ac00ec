use super::palette::{Palette, Scheme};

/// Two colours that stand one on the other, and the least contrast between them.
struct Pair {
    front: &'static str,
    back: &'static str,
    least: f64,
}

/// Text needs 4.5 to 1 (WCAG 2.1, 1.4.3), outlines of fields and of the focus 3 to 1 (1.4.11).
const TEXT: f64 = 4.5;
const OUTLINE: f64 = 3.0;

const PAIRS: &[Pair] = &[
    text("testo", "sfondo"),
    text("testo", "rilievo"),
    text("testo", "avviso"),
    text("tenue", "sfondo"),
    text("tenue", "rilievo"),
    text("collegamento", "sfondo"),
    text("collegamento", "rilievo"),
    text("collegamento", "avviso"),
    text("su-fascia", "fascia"),
    text("su-fascia", "fascia-scura"),
    text("si", "si-fondo"),
    text("parte", "parte-fondo"),
    text("no", "no-fondo"),
    text("alto", "alto-fondo"),
    Pair { front: "linea-forte", back: "sfondo", least: OUTLINE },
    Pair { front: "fuoco", back: "sfondo", least: OUTLINE },
];

const fn text(front: &'static str, back: &'static str) -> Pair {
    Pair { front, back, least: TEXT }
}

/// A sentence for each pair of colours that is hard to read; those whose colours are not known are passed over.
pub(super) fn warnings(palette: &Palette) -> Vec<String> {
    let mut warnings = Vec::new();
    for (scheme, name) in [(Scheme::Light, "chiari"), (Scheme::Dark, "scuri")] {
        for Pair { front, back, least } in PAIRS {
            let pair = palette.get(front, scheme).zip(palette.get(back, scheme));
            let Some(found) = pair.map(|(front, back)| front.contrast(back)).filter(|found| found < least) else {
                continue;
            };
            // Rounded down: 4.49 is not enough, and must not look so.
            let found = (found * 10.0).floor() / 10.0;
            warnings.push(format!(
                "nei colori {name} `{front}` su `{back}` ha un contrasto di {} a 1: ne serve almeno {} a 1",
                italian(found),
                italian(*least)
            ));
        }
    }
    warnings
}

fn italian(number: f64) -> String {
    format!("{number:.1}").replace('.', ",").replace(",0", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_pair_is_named_with_its_ratio() {
        let palette = Palette::of(":root{--testo:#777;--sfondo:#fff;--fuoco:#999}");
        assert_eq!(
            warnings(&palette),
            [
                "nei colori chiari `testo` su `sfondo` ha un contrasto di 4,4 a 1: ne serve almeno 4,5 a 1",
                "nei colori chiari `fuoco` su `sfondo` ha un contrasto di 2,8 a 1: ne serve almeno 3 a 1",
                "nei colori scuri `testo` su `sfondo` ha un contrasto di 4,4 a 1: ne serve almeno 4,5 a 1",
                "nei colori scuri `fuoco` su `sfondo` ha un contrasto di 2,8 a 1: ne serve almeno 3 a 1",
            ]
        );
    }
}
