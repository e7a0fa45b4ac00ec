//! What was meant by an identifier that leads nowhere.

use super::{ANSWER, PROCESSES, case, hold};
use crate::folder::Folder;
use crate::found::checked;
use piao::load::Overlay;

const TEAM: &str = "smart_team: [tributi]";

#[test]
fn several_identifiers_in_one_text_become_a_list_and_never_one_word() {
    let list = "smart_team: [tributi, segreteria]";
    hold(
        &[],
        &[
            case((PROCESSES, TEAM, "smart_team: tributi, segreteria"), "LA201", "[tributi, segreteria]", list),
            case((PROCESSES, TEAM, "smart_team: tributi; segreteria"), "LA201", "[tributi, segreteria]", list),
            case((PROCESSES, TEAM, "smart_team: tributi segreteria"), "LA201", "[tributi, segreteria]", list),
            case((PROCESSES, TEAM, "smart_team: \"Tributi / Segreteria\""), "LA201", "[tributi, segreteria]", list),
            case((PROCESSES, TEAM, "smart_team: [tributi segreteria]"), "LA201", "[tributi, segreteria]", list),
            case(
                (PROCESSES, TEAM, "smart_team: tributi e segreteria"),
                "LA201",
                "[tributi, segreteria]",
                "smart_team: tributi e segreteria",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: [tributi; boh]"),
                "LA201",
                "[tributi, …]",
                "smart_team: [tributi; boh]",
            ),
            case(
                (PROCESSES, TEAM, "smart_team:\n      - tributi, segreteria"),
                "LA201",
                "o una voce per riga",
                "smart_team:\n      - tributi, segreteria",
            ),
            case(
                ("smart-team.yaml", "servizio: tributi", "servizio: tributi, segreteria"),
                "LA202",
                "un solo identificativo: tributi oppure segreteria",
                "servizio: tributi, segreteria",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: tributi*"),
                "LA201",
                "forse si intendeva `tributi`",
                "smart_team: tributi*",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: \"{tributi:O}\""),
                "LA201",
                "[tributi, …]",
                "smart_team: \"{tributi:O}\"",
            ),
        ],
    );
}

/// The one that is written wrongly may be the one of the record: its references must not follow it.
#[test]
fn references_do_not_follow_an_identifier_that_was_mistyped() {
    let own = ("smart-team.yaml", "- id: tributi", "- id: tributii");
    hold(
        &[own],
        &[
            case((PROCESSES, TEAM, TEAM), "LA201", "si chiama così la voce `tributii`", TEAM),
            case(
                (PROCESSES, TEAM, "smart_team: [Tributi]"),
                "LA201",
                "forse si intendeva `tributii`",
                "smart_team: [tributii]",
            ),
        ],
    );
}

#[test]
fn an_identifier_that_may_be_another_ones_is_only_supposed() {
    let offices = [
        ("servizi.yaml", "- id: risorse", "- id: area-b"),
        ("servizi.yaml", "    area: risorse", "    area: area-b"),
        (PROCESSES, "    area: [risorse]\n", ""),
    ];
    hold(
        &offices,
        &[
            case(
                ("servizi.yaml", "    area: area-b", "    area: area-c"),
                "LA203",
                "forse si intendeva `area-b`",
                "    area: area-c",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: [tributi-b]"),
                "LA201",
                "forse si intendeva `tributi`",
                "smart_team: [tributi-b]",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: [tributo]"),
                "LA201",
                "forse si intendeva `tributi`",
                "smart_team: [tributo]",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: [tribti]"),
                "LA201",
                "forse si intendeva `tributi`",
                "smart_team: [tributi]",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: [trіbuti]"),
                "LA201",
                "la lettera cirillica «і» (U+0456), non la lettera «i»",
                TEAM,
            ),
            case(
                (PROCESSES, TEAM, "smart_team: [tri\u{ad}buti]"),
                "LA102",
                "un trattino facoltativo, che non si vede",
                TEAM,
            ),
        ],
    );
}

#[test]
fn a_name_leads_to_its_identifier_once() {
    let names = [("smart-team.yaml", "nome: Tributi", "nome: Imposte, tasse e tributi\n    alias: [Entrate]")];
    hold(
        &names,
        &[
            case(
                (PROCESSES, TEAM, "smart_team: [\"Imposte, tasse e tributi\"]"),
                "LA201",
                "forse si intendeva `tributi`",
                "smart_team: [\"tributi\"]",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: Entrate"),
                "LA201",
                "forse si intendeva `tributi`",
                "smart_team: tributi",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: ENTRATE"),
                "LA201",
                "forse si intendeva `tributi`",
                "smart_team: tributi",
            ),
        ],
    );
    let twice = [
        ("smart-team.yaml", "nome: Tributi", "nome: Tributi\n    alias: [Uffici]"),
        ("smart-team.yaml", "nome: Segreteria", "nome: Segreteria\n    alias: [Uffici]"),
    ];
    let unsure =
        case((PROCESSES, TEAM, "smart_team: [Uffici]"), "LA201", "più d'uno si chiama così", "smart_team: [Uffici]");
    hold(&twice, &[unsure]);
}

#[test]
fn a_record_of_another_kind_is_recognised() {
    let other = [
        ("servizi.yaml", "- id: tributi\n", "- id: servizio-tributi\n"),
        ("smart-team.yaml", "servizio: tributi", "servizio: servizio-tributi"),
    ];
    hold(
        &other,
        &[
            case(
                (PROCESSES, TEAM, "smart_team: servizio-tributi"),
                "LA201",
                "scrivere `servizio: servizio-tributi`",
                "smart_team: servizio-tributi",
            ),
            case(
                (PROCESSES, TEAM, "servizio: tributi"),
                "LA202",
                "scrivere `smart_team: tributi`",
                "servizio: tributi",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: [risorse]"),
                "LA201",
                "è un'area, e qui ci vuole uno smart team: il suo è `tributi`",
                "smart_team: [risorse]",
            ),
            case(
                (PROCESSES, TEAM, "smart_team: [tutti, tributi]"),
                "LA201",
                "`smart_team: tutti`",
                "smart_team: [tutti, tributi]",
            ),
            case((PROCESSES, TEAM, "servizio: tutti"), "LA202", "`smart_team: tutti`", "servizio: tutti"),
            case(
                (PROCESSES, "    area: [risorse]\n    smart_team: [tributi]", "    smart_team: TUTTI"),
                "LA102",
                "scrivere `tutti`",
                "    smart_team: tutti",
            ),
            case(
                (PROCESSES, ANSWER, "smartabilita: si\n    software: [Protocollo Informatico]"),
                "LA207",
                "aggiungere `id: protocollo-informatico`",
                "smartabilita: si\n    software: [Protocollo Informatico]",
            ),
        ],
    );
}

/// Each of these is said once, at the first place that still names what is gone.
#[test]
fn an_office_that_is_gone_is_one_finding() {
    for (file, replace, code) in [
        ("servizi.yaml", "  - id: risorse\n    nome: Risorse\n", "LA203"),
        (
            "servizi.yaml",
            "  - id: tributi\n    nome: Servizio Tributi\n    area: risorse\n    prefisso: \"200\"\n    alias: [Servizio Entrate]\n",
            "LA202",
        ),
    ] {
        let starter = Folder::starter();
        starter.edit(file, replace, "");
        let (_, findings) = checked(starter.root(), &Overlay::new());
        let said: Vec<(&str, &str)> =
            findings.iter().map(|finding| (finding.rule.code, finding.message.as_str())).collect();
        assert!(matches!(said.as_slice(), [(only, _)] if *only == code), "{code}: {said:#?}");
    }
}

#[test]
fn marks_in_the_other_case_do_not_leave_the_legend_unused() {
    let starter = Folder::starter();
    starter.edit(
        "formazione.yaml",
        "dipendenti: X\n          nuovi-assunti: X",
        "dipendenti: x\n          nuovi-assunti: x",
    );
    let (_, findings) = checked(starter.root(), &Overlay::new());
    assert_eq!(findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>(), ["LA102", "LA102"]);
}

#[test]
fn without_a_legend_each_mark_is_said_once() {
    let starter = Folder::starter();
    starter.edit("formazione.yaml", "legenda:\n  X: modulo previsto\n", "");
    let (_, findings) = checked(starter.root(), &Overlay::new());
    let said: Vec<_> = findings.iter().map(|finding| (finding.rule.code, finding.help.as_deref())).collect();
    assert_eq!(said, [("LA206", Some("scrivere nella `legenda` che cosa vuol dire: `X: …`"))]);
}
