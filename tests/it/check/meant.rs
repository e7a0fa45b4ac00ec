//! What is said of a value that is not the right one, and what `--fix` may write: what resolves, with nothing of what was written lost.

use crate::folder::Folder;
use crate::found::checked;
use piao::check::Settings;
use piao::diagnostic::Safety;
use piao::fix::correct;
use piao::load::Overlay;
use piao::model::Date;

/// File of the starter, what stands there, what is written instead; the rule, a piece of its help, what `--fix` leaves.
struct Case<'a> {
    edit: (&'a str, &'a str, &'a str),
    code: &'a str,
    help: &'a str,
    fixed: &'a str,
}

const fn case<'a>(edit: (&'a str, &'a str, &'a str), code: &'a str, help: &'a str, fixed: &'a str) -> Case<'a> {
    Case { edit, code, help, fixed }
}

/// The first finding at the changed place is the expected one, nothing else is an error, and the certain corrections leave what is expected.
fn hold(setting: &[(&str, &str, &str)], cases: &[Case<'_>]) {
    for Case { edit: (file, replace, with), code, help, fixed } in cases {
        let starter = Folder::starter();
        for (file, replace, with) in setting {
            starter.edit(file, replace, with);
        }
        starter.edit(file, replace, with);
        let before = starter.read(file);
        let (_, findings) = checked(starter.root(), &Overlay::new());
        let found: Vec<_> =
            findings.iter().map(|finding| (finding.rule.code, finding.help.as_deref().unwrap_or_default())).collect();
        let told = found.iter().filter(|(rule, _)| rule == code).any(|(_, words)| words.contains(help));
        assert!(told, "«{with}»: {found:#?}");
        let same_place = |rule: &str| ["LA102", "LA201", "LA202", "LA203", "LA205", "LA207"].contains(&rule);
        assert_eq!(found.iter().filter(|(rule, _)| same_place(rule)).count().max(1), 1, "«{with}»: {found:#?}");
        let today = Date::parse("2026-01-15").expect("a day");
        let settings = Settings { today, waivers: true };
        let correction = correct(starter.root(), settings, Safety::Certain).expect("corrections");
        let after = correction.files.iter().find(|file| before == file.before).map_or(&before, |file| &file.after);
        assert_eq!(*after, before.replacen(with, fixed, 1), "«{with}»");
    }
}

const PROCESSES: &str = "processi.yaml";
const TEAM: &str = "smart_team: [tributi]";
const ANSWER: &str = "smartabilita: si";

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
            case((PROCESSES, "codice: 200-1-M", "codice: 200-1 2-M"), "LA106", "la forma è", "codice: 200-1 2-M"),
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

#[test]
fn keys_that_commas_and_colons_make_are_explained() {
    hold(
        &[],
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
