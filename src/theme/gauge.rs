//! How much a page may use while its template runs: work, and output.
//!
//! The functions that templates call are given nothing of the page for which they are called, so what is left to it is kept by the thread
//! that makes it: a page is made by one thread, from its beginning to its end.

use super::counted::{Place, SIZE, STEP};
use super::unbroken::unbroken;
use crate::model::grouped_count;
use std::cell::{Cell, RefCell};
use std::io::{self, Write};
use std::sync::Arc;
use tera::{Context, Error, Kwargs, State, StringInput, Tera, TeraResult, Value, escape_html};

/// What the turns of all loops of a page may cost together: as much as so many bytes of text.
const WORK: usize = 512 * 1024 * 1024;

/// What they may cost beyond that for each page of the site: a page of paper shows all records, each in a turn that goes through its columns.
const WORK_A_PAGE: usize = 64 * 1024;

/// How large a page may be, in bytes.
const OUTPUT: usize = 256 * 1024 * 1024;

/// How large a text in a variable may be, in bytes.
const TEXT: usize = 8 * 1024 * 1024;

/// How large a variable may be: each of its values counts as so many bytes, and texts with their length.
const VALUE: usize = 64 * 1024 * 1024;
const ITEM: usize = 32;

thread_local! {
    /// What is left to the page that is being made.
    static LEFT: Cell<usize> = const { Cell::new(WORK) };
    /// The number of the place that counted last.
    static LAST: Cell<usize> = const { Cell::new(0) };
    /// What went beyond, and where.
    static EXCESS: RefCell<Option<Excess>> = const { RefCell::new(None) };
}

/// What a template asks for beyond what there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excess {
    /// Where, if it is known.
    pub(super) place: Option<Place>,
    /// In words.
    pub(super) words: String,
}

/// Lets templates draw from what a page may use; `places` are those of [`super::counted`].
pub(super) fn limit(tera: &mut Tera, places: &Arc<Vec<Place>>) {
    let of_size = Arc::clone(places);
    let places = Arc::clone(places);
    tera.register_filter(STEP, move |number: usize, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        LAST.set(number);
        let place = places.get(number);
        spend(place.map_or(0, |place| place.cost), place)
    });
    tera.register_function(SIZE, move |arguments: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let place = of_size.get(arguments.must_get::<usize>("at")?);
        let value = arguments.must_get::<Value>("of")?;
        let mut left = VALUE;
        if value.as_str().is_some_and(|text| text.len() > TEXT) || !weigh(&value, &mut left) {
            return Err(exceeded(place, "una variabile diventa troppo grande"));
        }
        spend((VALUE - left) / ITEM, place)
    });
    tera.register_filter("replace", |text: StringInput<'_>, arguments: Kwargs, state: &State<'_>| {
        replace(&text, &arguments, state)
    });
    tera.register_filter("join", |items: &[Value], arguments: Kwargs, state: &State<'_>| {
        join(items, &arguments, state)
    });
    tera.register_filter("intero", |text: StringInput<'_>, _: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        // What is HTML already stays as it is.
        let html = if text.is_safe() { text.rendered(state)?.into_owned() } else { unbroken(text.as_str()) };
        within(html.len())?;
        Ok(Value::safe_string(&html))
    });
    tera.register_filter("cifre", |count: Value, _: Kwargs, _: &State<'_>| grouped(count));
    tera.set_escape_fn(escape);
}

/// A count as it is read, whether it comes as a number or as its figures; whatever is no count stays as it is.
fn grouped(count: Value) -> Value {
    let figures = count.as_str().map_or_else(|| count.to_string(), str::to_owned);
    match figures.parse() {
        Ok(number) if figures.bytes().all(|figure| figure.is_ascii_digit()) => Value::from(grouped_count(number)),
        _ => count,
    }
}

/// Why a page could not be made.
pub(super) struct Failure {
    /// What the library says.
    pub(super) error: Error,
    /// What went beyond the limits, if that is why.
    pub(super) excess: Option<Excess>,
    /// The place that counted last.
    pub(super) last: Option<Place>,
}

/// Runs a template with all that a page may use in a site of so many `pages`.
///
/// # Errors
///
/// When the template is wrong, or asks for too much.
pub(super) fn render(
    tera: &Tera,
    places: &[Place],
    template: &str,
    context: &Context,
    pages: usize,
) -> Result<String, Box<Failure>> {
    LEFT.set(WORK.saturating_add(WORK_A_PAGE.saturating_mul(pages)));
    EXCESS.take();
    LAST.set(usize::MAX);
    let failure = |error| Box::new(Failure { error, excess: EXCESS.take(), last: places.get(LAST.get()).cloned() });
    let mut page = Page(Vec::new());
    tera.render_to(template, context, &mut page).map_err(failure)?;
    String::from_utf8(page.0).map_err(|error| failure(Error::message(error)))
}

fn spend(cost: usize, place: Option<&Place>) -> TeraResult<Value> {
    let left = LEFT.get();
    LEFT.set(left.saturating_sub(cost));
    if cost > left {
        return Err(exceeded(place, "i suoi cicli non finiscono mai, o quasi"));
    }
    Ok(Value::safe_string(""))
}

fn exceeded(place: Option<&Place>, words: &str) -> Error {
    EXCESS.with_borrow_mut(|excess| {
        excess.get_or_insert_with(|| Excess { place: place.cloned(), words: words.to_owned() });
    });
    Error::message(words)
}

/// Takes the size of a value from what is left; says whether there was so much.
fn weigh(value: &Value, left: &mut usize) -> bool {
    let own = ITEM + value.as_str().map_or(0, str::len);
    let Some(rest) = left.checked_sub(own) else { return false };
    *left = rest;
    value.as_array().is_none_or(|items| items.iter().all(|item| weigh(item, left)))
        && value.as_map().is_none_or(|map| map.values().all(|item| weigh(item, left)))
}

/// Texts of the data are escaped as ever, and count.
fn escape(text: &str, output: &mut dyn Write) -> io::Result<()> {
    spend(text.len(), None).map_err(io::Error::other)?;
    escape_html(text, output)
}

/// A page that is being made.
struct Page(Vec<u8>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > OUTPUT {
            return Err(io::Error::other(exceeded(None, &format!("la pagina supera i {} MiB", OUTPUT / 1024 / 1024))));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The filter of the library, which makes no text longer than a variable may hold.
fn replace(text: &StringInput<'_>, arguments: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let from = arguments.must_get::<&str>("from")?;
    let to = arguments.must_get::<StringInput<'_>>("to")?;
    let safe = state.autoescaping_enabled() && (text.is_safe() || to.is_safe());
    let (text, to) =
        if safe { (text.rendered(state)?, to.rendered(state)?) } else { (text.as_str().into(), to.as_str().into()) };
    let longer = text.matches(from).count().saturating_mul(to.len());
    within(text.len().saturating_add(longer))?;
    let replaced = text.replace(from, &to);
    Ok(if safe { Value::safe_string(&replaced) } else { Value::from(replaced) })
}

/// The filter of the library, which makes no text longer than a variable may hold.
fn join(items: &[Value], arguments: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let separator = arguments.get::<StringInput<'_>>("sep")?;
    let safe = state.autoescaping_enabled()
        && (items.iter().any(|item| item.is_string() && item.is_safe())
            || separator.as_ref().is_some_and(StringInput::is_safe));
    let between = match &separator {
        Some(separator) if safe => separator.rendered(state)?.into_owned(),
        Some(separator) => separator.as_str().to_owned(),
        None => String::new(),
    };
    let mut joined = String::new();
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            joined.push_str(&between);
        }
        match safe {
            true if item.is_undefined() => {}
            true => joined.push_str(&state.escape_if_needed(item)?),
            false => joined.push_str(&item.to_string()),
        }
        within(joined.len())?;
    }
    Ok(if safe { Value::safe_string(&joined) } else { Value::from(joined) })
}

fn within(length: usize) -> TeraResult<()> {
    if length > TEXT { Err(exceeded(None, "un filtro fa un testo troppo lungo")) } else { Ok(()) }
}
