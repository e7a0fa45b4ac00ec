//! What was meant by a word, a number, a date, a key or a text.

use super::{ANSWER, PROCESSES, case, hold};

#[test]
fn a_word_with_a_sign_or_of_another_column_is_led_to_the_right_one() {
    hold(
        &[],
        &[
            case((PROCESSES, ANSWER, "smartabilita: SI"), "LA102", "scrivere `si`", ANSWER),
            case((PROCESSES, ANSWER, "smartabilita: si*"), "LA101", "`richiami: [\"*\"]`", "smartabilita: si*"),
            case((PROCESSES, ANSWER, "smartabilita: si?"), "LA101", "`da_verificare`", "smartabilita: si?"),
            case((PROCESSES, ANSWER, "smartabilita: on"), "LA101", "si scrive `si`", "smartabilita: on"),
            case((PROCESSES, ANSWER, "smartabilita: true"), "LA101", "si scrive `si`", "smartabilita: true"),
            case((PROCESSES, ANSWER, "smartabilita: off"), "LA101", "si scrive `no`", "smartabilita: off"),
            case(
                (PROCESSES, ANSWER, "smartabilita: PARZIALMENTE"),
                "LA101",
                "si scrive `in parte`",
                "smartabilita: PARZIALMENTE",
            ),
            case(
                (PROCESSES, ANSWER, "smartabilita: parzialmente smartabile"),
                "LA101",
                "si scrive `in parte`",
                "smartabilita: parzialmente smartabile",
            ),
            case((PROCESSES, ANSWER, "smartabilita: X"), "LA101", "per intero", "smartabilita: X"),
            case((PROCESSES, ANSWER, "smartabilita: sі"), "LA101", "la lettera cirillica", ANSWER),
            case(
                (PROCESSES, "smartabilita: in parte", "smartabilita: in\u{a0}parte"),
                "LA102",
                "uno spazio unificatore (U+00A0)",
                "smartabilita: in parte",
            ),
            case(
                ("smart-team.yaml", "smartabilita: smartabile", "smartabilita: si"),
                "LA101",
                "si scrive `smartabile`",
                "smartabilita: si",
            ),
        ],
    );
}

#[test]
fn numbers_and_dates_are_certain_only_where_nothing_is_lost() {
    const DATE: &str = "data: 2025-12-31";
    const SHARE: &str = "smartabilita: in parte\n    percentuale: ";
    let share = |number: &str| format!("{SHARE}{number}");
    let (fifty, half) = (share("50%"), share("12,5 %"));
    let (fifty_fixed, half_fixed) = (share("50"), share("\"12,5\""));
    hold(
        &[],
        &[
            case((PROCESSES, "smartabilita: in parte", &fifty), "LA012", "scrivere 50", &fifty_fixed),
            case((PROCESSES, "smartabilita: in parte", &half), "LA012", "scrivere 12,5", &half_fixed),
            case(("attuazione.yaml", DATE, "data: 31/12/2025"), "LA011", "scrivere 2025-12-31", DATE),
            case(("attuazione.yaml", DATE, "data: 31 dicembre 2025"), "LA011", "scrivere 2025-12-31", DATE),
            case(("attuazione.yaml", DATE, "data: 31.12.2025"), "LA011", "scrivere 2025-12-31", DATE),
            case(("attuazione.yaml", DATE, "data: 31/12/25"), "LA011", "quattro cifre", "data: 31/12/25"),
            case(("attuazione.yaml", DATE, "data: 31/13/2025"), "LA011", "AAAA-MM-GG", "data: 31/13/2025"),
            case(
                ("attuazione.yaml", "    dipendenti: 9", "    dipendenti: 9 unità"),
                "LA012",
                "scrivere 9",
                "    dipendenti: 9 unità",
            ),
            case(
                ("attuazione.yaml", "    dipendenti: 9", "    dipendenti: 1.200"),
                "LA012",
                "scrivere 1200",
                "    dipendenti: 1.200",
            ),
            case(
                ("attuazione.yaml", "    dipendenti: 9", "    dipendenti: nove"),
                "LA012",
                "in cifre",
                "    dipendenti: nove",
            ),
            case((PROCESSES, "codice: 200-1-M", "codice: 200 - 1 -M"), "LA102", "200-1-M", "codice: 200-1-M"),
            case(
                (PROCESSES, "codice: 200-1-M", "codice: 200-1;2-M"),
                "LA106",
                "lettere, cifre, spazi",
                "codice: 200-1;2-M",
            ),
        ],
    );
}

#[test]
fn half_of_a_letter_is_never_taken_for_a_space_or_a_hyphen() {
    const NAME: &str = "processo: Pubblicazione degli atti";
    hold(
        &[],
        &[
            case(
                (PROCESSES, NAME, "processo: AttivitÃ\u{a0} comunale"),
                "LA508",
                "scrivere «Attività»",
                "processo: Attività comunale",
            ),
            case(
                (PROCESSES, NAME, "processo: Le AttivitÃ\u{a0}"),
                "LA508",
                "scrivere «Le Attività»",
                "processo: Le Attività",
            ),
            case(
                (PROCESSES, NAME, "processo: \"Le AttivitÃ\u{a0}\""),
                "LA508",
                "scrivere «Le Attività»",
                "processo: \"Le Attività\"",
            ),
            case(
                (PROCESSES, NAME, "processo: CosÃ\u{ad} e cosÃ¬"),
                "LA508",
                "scrivere «Cosí»",
                "processo: Cosí e così",
            ),
            case(
                (PROCESSES, NAME, "processo: AttivitÃ  comunale"),
                "LA508",
                "forse «Attività»",
                "processo: AttivitÃ  comunale",
            ),
        ],
    );
}

/// Records of the starter between braces.
const BRACES: &[(&str, &str, &str)] = &[
    (
        "formazione.yaml",
        "destinatari:\n          dipendenti: X\n          nuovi-assunti: X\n",
        "destinatari: { dipendenti: X, nuovi-assunti: X }\n",
    ),
    (
        "formazione.yaml",
        "  - id: dipendenti\n    nome: Tutti i dipendenti\n",
        "  - { id: dipendenti, nome: Tutti i dipendenti }\n",
    ),
    (
        "esclusioni.yaml",
        "  - lettera: a\n    profili: [Operatori di sportello]\n    dove: Sportello al pubblico\n",
        "  - { lettera: a, profili: [Operatori di sportello], dove: Sportello al pubblico }\n",
    ),
];

#[test]
fn a_mark_beside_a_number_and_a_cell_without_its_colon_are_explained() {
    let number = ("attuazione.yaml", "    dipendenti: 9", "    dipendenti: 9*");
    let cell = ("formazione.yaml", "{ dipendenti: X,", "{ dipendenti X,");
    hold(
        BRACES,
        &[
            case(number, "LA012", "`richiami: [\"*\"]`", "    dipendenti: 9*"),
            case(cell, "LA007", "scrivere `dipendenti: X`", "{ dipendenti X,"),
        ],
    );
}

#[test]
fn keys_that_commas_and_colons_make_are_explained() {
    hold(
        BRACES,
        &[
            case(
                ("formazione.yaml", "{ dipendenti: X,", "{ dipendenti:X,"),
                "LA007",
                "scrivere `dipendenti: X`",
                "{ dipendenti: X,",
            ),
            case(
                ("formazione.yaml", "id: dipendenti,", "id:dipendenti,"),
                "LA007",
                "scrivere `id: dipendenti`",
                "id: dipendenti,",
            ),
            case(
                ("esclusioni.yaml", "dove: Sportello al pubblico", "dove: Sportello, anagrafe e protocollo"),
                "LA007",
                "fra virgolette",
                "dove: Sportello, anagrafe e protocollo",
            ),
            case((PROCESSES, "rischio: medio", "RISCHIO: medio"), "LA007", "`rischio`", "rischio: medio"),
            case(
                (PROCESSES, "rischio: medio", "risсhio: medio"),
                "LA007",
                "al carattere 4 c'è la lettera cirillica",
                "rischio: medio",
            ),
            case(
                (PROCESSES, "supporti_cartacei: si", "supporti cartacei: si"),
                "LA007",
                "`supporti_cartacei`",
                "supporti_cartacei: si",
            ),
            case((PROCESSES, "rischio: medio", "rischi: medio"), "LA007", "`rischio`", "rischi: medio"),
            case(
                ("servizi.yaml", "- id: affari-generali\n", "- id: affari/generali\n"),
                "LA103",
                "`affari-generali`",
                "- id: affari/generali\n",
            ),
        ],
    );
}
