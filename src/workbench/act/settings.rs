use super::fields::{apply, bare, no_keys};
use super::files::Files;
use super::trial::tried;
use super::{in_words, missing, not_written, own_column};
use crate::edit::{Change, Document, Step, Written};
use crate::workbench::bench::Bench;
use crate::workbench::page::{SettingsExtra, settings_page};
use crate::workbench::save::save;
use crate::workbench::session::Session;
use crate::workbench::table::{Collision, Field, FieldList, Intent, SectionColumn, SettingsFile, intent, typed};
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// Writes what a form says of the settings of a file, or says what would be said of them.
pub(super) fn change(bench: &Bench<'_>, session: &mut Session, visit: &Visit, parts: &[&str], form: &Form) -> Done {
    let Some(settings) = SettingsFile::at(bench, parts) else { return missing() };
    if let Some(column) = field(form, "_togli") {
        return own_column::remove(bench, session, visit, &settings, column);
    }
    let refused = |session: &Session, why: &str| {
        let notice = Some(not_written(why));
        let extra = SettingsExtra { form: Some(form), notice, ..SettingsExtra::default() };
        Done::only(Shown::Refused(settings_page(bench, session, visit, &settings, extra)))
    };
    let is_trial = field(form, "_azione") == Some("prova");
    let (read, now) = (field(form, "_file").unwrap_or_default(), settings.file.fingerprint());
    let ours = read.is_empty() || read == now || session.led(&settings.file.path, read, &now);
    let sections = settings.sections();
    let whole = settings.read();
    let standing = sections.iter().flat_map(|section| section.fields.iter().zip(section.values(&whole)));
    let collision = Collision::of(standing, form);
    let agrees = read.is_empty() || read == now || (Collision::is_known(form) && collision.clashes.is_empty());
    let collides = !(ours && agrees);
    if collides && !is_trial {
        let notice = Some(collision.notice().to_owned());
        let extra = SettingsExtra { form: Some(form), notice, collision: Some(&collision), ..SettingsExtra::default() };
        return Done::only(Shown::Conflict(settings_page(bench, session, visit, &settings, extra)));
    }
    let mut files = Files::default();
    let words = match files.open(&settings.file).map_err(|why| why.to_string()) {
        Ok(document) => write(document, &settings, &collision.form),
        Err(why) => Err(why),
    };
    let words = match words {
        Ok(words) => words,
        Err(why) => return refused(session, &why),
    };
    if is_trial {
        return tried(bench, &files.overlay(), |next| {
            let settings = SettingsFile::at(next, parts)?;
            let extra = SettingsExtra { form: Some(form), tried_on: Some(bench), ..SettingsExtra::default() };
            Some(settings_page(next, session, visit, &settings, extra))
        });
    }
    let to = settings.address.clone();
    if words.is_empty() {
        return Done::only(Shown::Elsewhere(format!("{to}?fatto=0")));
    }
    match save(bench, session, format!("{}: {}", settings.title, words.join("; ")), files.edits()) {
        Ok(()) => Done::written(format!("{to}?fatto=1")),
        Err(trouble) => refused(session, &in_words(&trouble)).reread(),
    }
}

/// Makes the changes of every section.
fn write(document: &mut Document, settings: &SettingsFile<'_>, form: &Form) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let order = settings.order();
    for section in settings.sections() {
        match (&section.list, &section.column) {
            (Some(list), _) => words.extend(write_list(document, list, &order, form)?),
            (_, Some(SectionColumn::New)) => words.extend(own_column::add(document, settings, &order, form)?),
            (_, Some(SectionColumn::Standing(_))) => {
                let told = apply(document, &section.fields, (&[], &order), form)?;
                words.extend(told.into_iter().map(|words| format!("{}, {words}", section.title)));
            }
            _ => words.extend(apply(document, &section.fields, (&[], &order), form)?),
        }
    }
    Ok(words)
}

/// Sets a list to the items that a form says; those that were emptied go, those that are no groups stay.
fn write_list(
    document: &mut Document,
    list: &FieldList,
    order: &[&str],
    form: &Form,
) -> Result<Option<String>, String> {
    let whole = document.read().clone();
    let old = list.items(&whole);
    let mut wanted = Vec::new();
    for place in 1.. {
        let fields = list.fields(place);
        let is_sent = fields.iter().any(|field| form.iter().any(|(name, _)| *name == field.key));
        if place > old.len() && !is_sent {
            break;
        }
        if let Some(other) = old.get(place - 1).filter(|item| !matches!(item, Written::Group(_))) {
            if fields.iter().any(|field| typed(field, form).is_some_and(|typed| !typed.is_empty())) {
                return Err(no_keys(&format!("{} {place}", list.heading)));
            }
            wanted.push(other.clone());
            continue;
        }
        let mut item = old.get(place - 1).map_or(Written::Group(Vec::new()), bare);
        for field in &fields {
            let Some(Step::Key(key)) = field.path.first() else { continue };
            match intent(field, typed(field, form).as_deref(), item.get(key)) {
                Intent::Keep => {}
                Intent::Set(value) => {
                    let was_bare = matches!(item.get(key), Some(Written::Number(_)));
                    put(&mut item, key, Some(if was_bare { bare(&value) } else { value }));
                }
                Intent::Remove => put(&mut item, key, None),
                Intent::Unclear(why) => return Err(why),
            }
        }
        if !item.entries().is_empty() {
            wanted.push(item);
        }
    }
    if wanted.len() == old.len() && wanted.iter().zip(old).all(|(wanted, old)| wanted.means(old)) {
        return Ok(None);
    }
    if old.is_empty() && whole.get(list.key).is_some_and(|standing| !standing.is_empty()) {
        return Err(no_keys(list.heading));
    }
    let at = vec![Step::from(list.key)];
    let was_list = matches!(whole.get(list.key), Some(Written::List(_)));
    let change = match wanted.len() {
        0 => Change::Remove { at },
        1 if list.alone && !was_list => Change::Set { at, value: wanted.remove(0) },
        _ => Change::Set { at, value: Written::List(wanted) },
    };
    let fields = list.fields(1);
    let keys = order.iter().copied().chain(fields.iter().filter_map(Field::first_key));
    document.apply(&change, &keys.collect::<Vec<_>>()).map_err(|why| why.to_string())?;
    Ok(Some(format!("cambiato «{}»", list.heading)))
}

fn put(item: &mut Written, key: &str, value: Option<Written>) {
    let Written::Group(entries) = item else { return };
    let at = entries.iter().position(|(name, _)| name == key);
    match (at, value) {
        (Some(at), Some(value)) => entries[at].1 = value,
        (None, Some(value)) => entries.push((key.to_owned(), value)),
        (Some(at), None) => drop(entries.remove(at)),
        (None, None) => {}
    }
}
