//! Records changed by forms: what is then in the files, and what is not touched.

use super::server::{Answer, Server};
use crate::folder::Folder;
use scraper::{Html, Selector};

/// The fields of the first form of a page that is sent to an address, as a browser sends them.
pub fn fields(page: &str, action: &str) -> Vec<(String, String)> {
    let html = Html::parse_document(page);
    let select = |css: &str| Selector::parse(css).expect("a selector");
    let form = format!("form[action=\"{action}\"]#modulo, form[action=\"{action}\"].banco-modulo");
    let form = html.select(&select(&form)).next().unwrap_or_else(|| panic!("no form for {action}:\n{page}"));
    let mut fields = Vec::new();
    for field in form.select(&select("input[name], textarea[name], select[name]")) {
        let name = field.attr("name").expect("a name").to_owned();
        let text = || field.text().collect::<String>();
        let value = match field.value().name() {
            "input" => field.attr("value").unwrap_or_default().to_owned(),
            // The parser leaves the line break after the tag out, as browsers do; what is sent has other ends of lines.
            "textarea" => text().replace('\n', "\r\n"),
            _ => {
                let chosen = field.select(&select("option[selected]")).next();
                chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
            }
        };
        fields.push((name, value));
    }
    fields
}

/// Sends the form of a record with some fields changed; a list has its items one a line.
pub fn send(server: &Server, path: &str, changes: &[(&str, &str)]) -> Answer {
    let page = server.keyed(path);
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    let mut sent = fields(&page.body, path);
    for (key, value) in changes {
        assert!(sent.iter().any(|(name, _)| name == key), "{path} has no field {key}: {sent:?}");
        sent.retain(|(name, _)| name != key);
        sent.push(((*key).to_owned(), (*value).to_owned()));
    }
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    server.post(path, &sent)
}

/// The lines of a text that another does not have, and the other way round.
fn difference(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let only = |one: &str, other: &str| {
        let mut left: Vec<&str> = other.lines().collect();
        let is_new = |line: &&str| match left.iter().position(|other| other == line) {
            Some(at) => {
                left.remove(at);
                false
            }
            None => true,
        };
        one.lines().filter(is_new).map(str::to_owned).collect::<Vec<_>>()
    };
    (only(before, after), only(after, before))
}

#[test]
fn a_form_that_is_sent_as_it_is_changes_no_byte() {
    let folder = Folder::real();
    let before = crate::tree::files(folder.root());
    let server = Server::of(&folder);
    let mut sent = 0;
    for table in [
        "processi",
        "smart-team",
        "servizi",
        "aree",
        "software",
        "formazione",
        "destinatari",
        "attuazione",
        "valutazione",
        "esclusioni",
        "riferimenti",
        "accettazioni",
    ] {
        let page = server.keyed(&format!("/banco/{table}/")).body;
        let html = Html::parse_document(&page);
        let links = Selector::parse("tbody th a").expect("a selector");
        let links: Vec<String> =
            html.select(&links).map(|link| link.attr("href").expect("an address").to_owned()).collect();
        assert!(!links.is_empty(), "{table} has rows");
        for link in links.iter().take(4).chain(links.last()) {
            let answer = send(&server, link, &[]);
            let to = format!("{link}?fatto=0");
            assert_eq!((answer.status, answer.header("location")), (303, Some(to.as_str())), "{link}: {}", answer.body);
            sent += 1;
        }
    }
    assert!(sent > 40, "{sent}");
    let mut after = crate::tree::files(folder.root());
    after.remove(".piao-banco");
    assert_eq!(after, before);
}

#[test]
fn a_change_touches_only_its_lines_and_is_told_in_words() {
    let folder = Folder::real();
    let file = "/data/2025-2027/processi.yaml";
    let before = folder.read(file);
    let server = Server::of(&folder);
    let answer = send(
        &server,
        "/banco/processi/500-1-b/",
        &[("smartabilita", "si"), ("fasi", "Istruttoria\nAtti # finali\n\n  Udienza ")],
    );
    assert_eq!((answer.status, answer.header("location")), (303, Some("/banco/processi/500-1-b/?fatto=1")));
    let after = folder.read(file);
    let (gone, new) = difference(&before, &after);
    assert!(gone.len() < 12 && new.len() < 12, "{gone:#?}\n{new:#?}");
    assert!(after.contains("smartabilita: si") && after.contains("Atti # finali"), "{new:#?}");
    let page = server.keyed("/banco/processi/500-1-b/?fatto=1").body;
    assert!(page.contains("da «in parte» a «sì»") || page.contains("da «in parte» a «si»"), "{page}");
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(folder.read(file), before);
}

#[test]
fn only_the_fields_that_are_sent_are_changed() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let before = folder.read("processi.yaml");
    let answer =
        server.post("/banco/processi/200-1-M/", &[("smartabilita", "no"), ("motivazione", "Serve: la presenza")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let (gone, new) = difference(&before, &folder.read("processi.yaml"));
    assert_eq!(gone, ["    smartabilita: in parte"]);
    assert_eq!(new.len(), 2, "{new:?}");
    folder.piao(["check"]).run();
    let answer = server.post(
        "/banco/processi/200-1-M/",
        &[("input", "Uno\r\nDue"), ("smart_team", "segreteria"), ("smart_team", "tributi")],
    );
    assert_eq!(answer.status, 303);
    let text = folder.read("processi.yaml");
    assert!(text.contains("input: [Uno, Due]") && text.contains("smart_team: [segreteria, tributi]"), "{text}");
    assert_eq!(server.post("/banco/processi/nulla/", &[("smartabilita", "no")]).status, 409, "what was typed is kept");
    assert_eq!(server.post("/banco/nulla/200-1-M/", &[("smartabilita", "no")]).status, 404);
}

#[test]
fn a_file_that_changed_meanwhile_is_not_overwritten() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let path = "/banco/processi/200-1-m/";
    let mut sent = fields(&server.keyed(path).body, path);
    folder.edit("processi.yaml", "processo: Accertamento dei tributi", "processo: Accertamento di altri");
    let theirs = folder.read("processi.yaml");
    for (name, value) in &mut sent {
        if name == "processo" {
            *value = "Accertamento mio".to_owned();
        }
    }
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = server.post(path, &sent);
    assert_eq!(answer.status, 409, "{}", answer.body);
    assert!(
        answer.body.contains("Accertamento mio") && answer.body.contains("Accertamento di altri"),
        "both are shown"
    );
    assert_eq!(folder.read("processi.yaml"), theirs);
    // The page that shows both is a form by which it can be saved all the same.
    let again = fields(&answer.body, path);
    let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(server.post(path, &again).status, 303);
    assert_eq!(folder.read("processi.yaml"), theirs.replace("Accertamento di altri", "Accertamento mio"));
}

#[test]
fn two_windows_agree_where_they_change_other_records() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let (one, other) = ("/banco/processi/100-1-b/", "/banco/processi/200-1-m/");
    let mut waiting = fields(&server.keyed(other).body, other);
    let same = fields(&server.keyed(one).body, one);
    assert_eq!(send(&server, one, &[("processo", "Primo")]).status, 303);
    waiting.retain(|(name, _)| name != "processo");
    waiting.push(("processo".to_owned(), "Secondo".to_owned()));
    let waiting: Vec<(&str, &str)> = waiting.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(server.post(other, &waiting).status, 303, "another record of the same file");
    let same: Vec<(&str, &str)> = same.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(server.post(one, &same).status, 303, "nothing was touched, and nothing is undone");
    let clash = same.iter().map(|(name, value)| (*name, if *name == "processo" { "Terzo" } else { *value }));
    assert_eq!(server.post(one, &clash.collect::<Vec<_>>()).status, 409, "the same field");
    let other_field = same.iter().map(|(name, value)| (*name, if *name == "finalita" { "Altra" } else { *value }));
    assert_eq!(server.post(one, &other_field.collect::<Vec<_>>()).status, 303, "another field of the same record");
    let text = folder.read("processi.yaml");
    assert!(text.contains("processo: Primo") && text.contains("processo: Secondo"), "{text}");
    assert!(text.contains("finalita: Altra"), "{text}");
}

#[test]
fn records_are_added_copied_moved_and_removed() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let before = folder.read("smart-team.yaml");
    let team =
        [("id", "biblioteca"), ("nome", "Biblioteca"), ("servizio", "segreteria"), ("smartabilita", "non smartabile")];
    let answer = server.post("/banco/smart-team/", &team);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/banco/smart-team/biblioteca/?fatto=1")));
    let after = folder.read("smart-team.yaml");
    let added = after.strip_prefix(&before).expect("at the end");
    assert_eq!(
        added,
        "  - id: biblioteca\n    nome: Biblioteca\n    servizio: segreteria\n    smartabilita: non smartabile\n"
    );
    let copied = server.post("/banco/smart-team/biblioteca/", &[("_azione", "copia")]);
    let form = server.keyed(copied.header("location").expect("a form")).body;
    let form = fields(&form, "/banco/smart-team/");
    assert!(
        form.contains(&("nome".to_owned(), "Biblioteca".to_owned()))
            && form.contains(&("id".to_owned(), String::new()))
    );
    assert_eq!(server.post("/banco/smart-team/biblioteca/", &[("_azione", "su")]).status, 303);
    let moved = folder.read("smart-team.yaml");
    assert!(moved.find("id: biblioteca") < moved.find("id: tributi"), "{moved}");
    assert_eq!(server.post("/banco/smart-team/biblioteca/", &[("_azione", "togli")]).status, 303);
    assert_eq!(folder.read("smart-team.yaml"), before);
    // One that others name is removed only with what becomes of them.
    let asked = server.post("/banco/smart-team/tributi/", &[("_azione", "togli")]);
    assert!(
        asked.status == 200 && asked.body.contains("lo nomin") || asked.body.contains("la nomin"),
        "{}",
        asked.body
    );
    assert_eq!(folder.read("smart-team.yaml"), before);
    let given = server.post("/banco/smart-team/tributi/", &[("_azione", "togli"), ("_a", "segreteria")]);
    assert_eq!(given.status, 303, "{}", given.body);
    assert!(!folder.read("smart-team.yaml").contains("id: tributi"));
    assert!(!folder.read("processi.yaml").contains("[tributi]"), "{}", folder.read("processi.yaml"));
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(folder.read("smart-team.yaml"), before);
    assert!(folder.read("processi.yaml").contains("[tributi]"), "across files");
    assert_eq!(server.post("/banco/smart-team/", &[]).status, 422, "nothing is typed");
}

#[test]
fn a_table_is_sorted_and_filtered_by_its_address() {
    let folder = Folder::real();
    let server = Server::of(&folder);
    let rows = |query: &str| {
        let html = Html::parse_document(&server.get(&format!("/banco/processi/{query}")).body);
        let links = Selector::parse("tbody th a").expect("a selector");
        html.select(&links).map(|link| link.text().collect::<String>()).collect::<Vec<_>>()
    };
    let all = rows("");
    assert_eq!(all.len(), 59);
    let some = rows("?smartabilita=in+parte");
    assert!(!some.is_empty() && some.len() < all.len());
    assert!(rows("?q=avvocatura&rischio=basso").contains(&"500-1-B".to_owned()));
    let (mut up, down) = (rows("?ordina=processo"), rows("?ordina=processo&verso=giu"));
    assert_ne!(up, all);
    up.reverse();
    assert_eq!(up, down);
    assert_eq!(rows("?q=%3Cscript%3E"), [""; 0]);
}

#[test]
fn a_long_table_is_divided_into_pages_that_keep_what_was_asked_for() {
    let folder = Folder::starter();
    let programs: String =
        (1..=450).map(|number| format!("  - nome: Programma {number:03}\n    scopo: Prova\n")).collect();
    folder.write("software.yaml", format!("software:\n{programs}"));
    let server = Server::of(&folder);
    let page = |query: &str| {
        let html = Html::parse_document(&server.get(&format!("/banco/software/{query}")).body);
        let texts = |selector: &str| {
            let selector = Selector::parse(selector).expect("a selector");
            html.select(&selector).map(|it| it.text().collect::<String>()).collect::<Vec<_>>()
        };
        let ways = Selector::parse(".banco-pagine a[rel=next]").expect("a selector");
        let next = html.select(&ways).next().and_then(|it| it.attr("href")).map(str::to_owned);
        (texts("tbody th a"), texts("p[role=status]").concat(), next)
    };
    let (rows, told, next) = page("");
    assert_eq!((rows.len(), rows[0].as_str(), next.as_deref()), (200, "Programma 001", Some("?pagina=2")));
    assert!(told.contains("450 voci; qui dalla 1 alla 200."), "{told}");
    assert_eq!(page("?ordina=nome&verso=giu&pagina=3").0[0], "Programma 050");
    let (rows, _, next) = page("?q=programma+&ordina=scopo");
    assert_eq!((rows.len(), next.as_deref()), (200, Some("?q=programma+&ordina=scopo&pagina=2")));
    let (rows, told, next) = page("?q=programma+44");
    assert_eq!((rows.len(), next), (10, None));
    assert!(told.contains("10 voci. "), "{told}");
}
