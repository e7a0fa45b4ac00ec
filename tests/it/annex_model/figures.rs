//! Chapters read the columns and the words of an administration like any other key.

use super::starter;
use crate::site::built::{Site, select, words};

const MODEL: &str = "tavole:\n  processi:\n    colonne:\n      volumi: { titolo: Volumi, tipo: numero }\n      digitale: { titolo: Digitale, tipo: si-no }\n      scadenza: { titolo: Scadenza, tipo: data }\n      presidio: { titolo: Presidio, tipo: riferimento, a: servizio }\n      riservata: { titolo: Riservata, tipo: testo, pubblica: no }\n  servizi:\n    colonne:\n      sede: { titolo: Sede, tipo: testo }\nscale:\n  smartabilita: { si: [Totale], in parte: [Prevalente], no: [Nullo] }\n";
const LINES: &str =
    "    volumi: 1250.5\n    digitale: si\n    scadenza: 2026-06-30\n    presidio: tributi\n    riservata: segreta\n";

fn chapter(expression: &str) -> String {
    format!("---\ntitolo: Cifre\nordine: 9\n---\n\n{expression}\n")
}

#[test]
fn own_columns_are_keys_of_their_records() {
    let folder = starter(MODEL, "");
    let text = folder.read("processi.yaml").replace("smartabilita: in parte", "smartabilita: Prevalente");
    let text = text.replace("smartabilita: si", "smartabilita: Totale");
    folder.write(
        "processi.yaml",
        text.replace("    smartabilita: Prevalente", &format!("{LINES}    smartabilita: Prevalente")),
    );
    let services = folder.read("servizi.yaml");
    folder
        .write("servizi.yaml", services.replacen("    area: risorse\n", "    area: risorse\n    sede: Via Roma\n", 1));
    let text = "{% set p = processi[1] %}{{ p.volumi }} · {{ p.digitale }} · {{ p.scadenza | data }} · {{ p.presidio | join(\", \") }} · \
                {{ p.smartabilita }} · {{ (servizi | selectattr(\"sede\") | first).sede }} · {{ p.smart_team | join(\", \") }}";
    folder.write("/content/2026-2028/09-cifre.md", chapter(text));
    let site = Site::unchecked(folder.root()).expect("the site");
    let page = site.page("2026-2028/cifre/index.html");
    let said = select(&page, "main p").iter().map(words).find(|text| text.contains('·')).unwrap_or_default();
    assert_eq!(said, "1.250,5 · si · 30 giugno 2026 · tributi · Prevalente · Via Roma · tributi", "{said}");
}

#[test]
fn a_column_that_is_published_nowhere_is_not_said_in_a_chapter() {
    let folder = starter(&MODEL[..MODEL.find("scale:").expect("the scale")], LINES);
    folder.write("/content/2026-2028/09-cifre.md", chapter("{{ processi[0].riservata }}"));
    let found = crate::found::findings(folder.root());
    let unknown = found.iter().find(|finding| finding.code == "LA208").expect("an undefined name");
    assert!(unknown.message.contains("riservata"), "{unknown:#?}");
}
