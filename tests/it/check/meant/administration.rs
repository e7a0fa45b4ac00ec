//! What was meant by the values of `ente.yaml`.

use super::{case, hold};
use crate::folder::Folder;
use crate::found::findings;

const ENTE: &str = "/data/ente.yaml";
const LICENCE: &str = "licenza: CC BY 4.0";
const KIND: &str = "tipo: comune";

#[test]
fn a_licence_that_no_catalogue_knows_is_told_with_those_that_they_know() {
    hold(
        &[],
        &[
            case(
                (ENTE, LICENCE, "licenza: pippo"),
                "LA130",
                "sono `CC BY 4.0`, `CC BY-SA 4.0`, `CC0 1.0`",
                "licenza: pippo",
            ),
            case((ENTE, LICENCE, "licenza: CC BY"), "LA130", "forse si intendeva `CC BY 4.0`", "licenza: CC BY"),
            case((ENTE, LICENCE, "licenza: CC BY SA"), "LA130", "si intendeva `CC BY-SA 4.0`", "licenza: CC BY SA"),
        ],
    );
    let starter = Folder::starter();
    for licence in ["cc-by-4.0", "CC0", "\"\""] {
        starter.edit(
            ENTE,
            "",
            &format!("denominazione: Comune di Prova\nedizione_corrente: 2026-2028\nlicenza: {licence}\n"),
        );
        assert!(findings(starter.root()).iter().all(|found| found.code != "LA130"), "{licence}");
    }
}

#[test]
fn a_code_without_its_leading_noughts_is_told_with_them() {
    let code = |kind: &'static str, code: &'static str| format!("tipo: {kind}\ncodice_istat: {code}");
    for (kind, written, help) in [
        ("comune", "37011", "forse si intendeva `037011`"),
        ("comune", "\"1001\"", "forse si intendeva `001001`"),
        ("comune", "0370110", "scrivere le 6 cifre"),
        ("comune", "037 011", "scrivere le 6 cifre"),
        ("provincia", "37", "forse si intendeva `037`"),
        ("regione", "8", "forse si intendeva `08`"),
    ] {
        let with = code(kind, written);
        hold(&[], &[case((ENTE, KIND, &with), "LA131", help, &with)]);
    }
    for (kind, written) in
        [("comune", "037011"), ("citta-metropolitana", "\"237\""), ("regione", "08"), ("ministero", "S13")]
    {
        let starter = Folder::starter();
        starter.edit(ENTE, KIND, &code(kind, written));
        assert!(findings(starter.root()).iter().all(|found| found.code != "LA131"), "{kind}: {written}");
    }
}

#[test]
fn a_kind_by_another_name_is_led_to_its_own() {
    hold(
        &[],
        &[
            case((ENTE, KIND, "tipo: ASL"), "LA101", "si scrive `azienda-sanitaria`", "tipo: ASL"),
            case((ENTE, KIND, "tipo: ateneo"), "LA101", "si scrive `universita`", "tipo: ateneo"),
            case((ENTE, KIND, "tipo: comunne"), "LA101", "si intendeva `comune`", "tipo: comune"),
            case((ENTE, KIND, "tipo: consorzio"), "LA101", "sono `comune`, `unione`", "tipo: consorzio"),
            case(
                (ENTE, "comparto: funzioni-locali", "comparto: scuola"),
                "LA101",
                "si scrive `istruzione-e-ricerca`",
                "comparto: scuola",
            ),
        ],
    );
}
