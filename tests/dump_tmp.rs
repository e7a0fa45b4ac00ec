use piao::check::{Settings, check};
use piao::model::Date;
use piao::print::{Materials, Templates, documents};
#[test]
fn dump() {
    let root = std::env::var("ROOT").unwrap_or_else(|_| ".".into());
    let out = std::env::var("OUT").unwrap_or_else(|_| "/tmp/paper".into());
    let mut loaded = piao::load::load(std::path::Path::new(&root)).unwrap();
    let checked = check(&mut loaded, Settings { today: Date::parse("2026-01-15").unwrap(), waivers: true });
    let t = Templates::embedded();
    let a = loaded.annex.administration.as_ref().unwrap();
    let docs = documents(&Materials { administration: a, edition: &loaded.annex.editions[0], manuscripts: &checked.manuscripts[0], csv: &|_| Some(b"a,b\r\n1,2\r\n".to_vec()), coat_of_arms: None, templates: &t }).unwrap();
    for d in docs {
        let name = d.path.rsplit('/').next().unwrap().trim_end_matches(".pdf").to_owned();
        for f in &d.files { let p = std::path::Path::new(&out).join(&name).join(&f.path); std::fs::create_dir_all(p.parent().unwrap()).unwrap(); std::fs::write(p, &f.bytes).unwrap(); }
    }
}
