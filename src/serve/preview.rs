//! The pages of the site as they will be. A page that is open learns of its changes from a small script that only this room adds to it;
//! where the data have errors, the last page without them is shown with what is wrong over it.

use super::answer::Answer;
use super::asset::media_type;
use super::house::House;
use super::version::Version;
use crate::digest::Sha256;
use crate::workbench::{self, Found, Place};
use hyper::StatusCode;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long it is waited at most for what is being made.
const LATER: Duration = Duration::from_secs(30);

/// How much of a digest tells one page from another.
const DIGITS: usize = 16;

/// What must not stand as it is in the path of an address.
const PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'#').add(b'?').add(b'%').add(b'{').add(b'}');

/// A path as it goes into an address.
pub(super) fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// A file of the site, or the page that says that there is none.
pub(super) async fn answer(house: &House, path: &str, has_key: bool) -> Answer {
    let Some(shown) = shown(house, path).await else { return broken() };
    match shown {
        Shown::Moved(path) => Answer::redirect(StatusCode::MOVED_PERMANENTLY, &encoded(&path)).of_site(),
        Shown::File { path, bytes } => Answer::new(StatusCode::OK, media_type(&path), bytes).of_site(),
        Shown::Page { status, html, band } => {
            // Whoever has not opened the workbench sees what a build would write, byte for byte.
            let is_plain = !has_key && band.is_empty();
            let html = if is_plain { html } else { followed(&html, &band, &fingerprint(&html, &band)) };
            Answer::page(status, html).of_site()
        }
        Shown::Nothing => {
            let page = house.ask(move |bench| workbench::without_site(bench, has_key)).await;
            page.map_or_else(broken, |html| Answer::page(StatusCode::SERVICE_UNAVAILABLE, html))
        }
    }
}

/// Tells what is shown at an address from what was shown there before; `None` if nothing is.
pub(super) async fn shown_now(house: &House, path: &str) -> Option<String> {
    match shown(house, path).await? {
        Shown::Page { html, band, .. } => Some(fingerprint(&html, &band)),
        Shown::File { bytes, .. } => Some(digits(&bytes)),
        // The workbench stands there, as long as there is no site.
        Shown::Nothing => Some(house.readings().latest.fingerprint.clone()),
        Shown::Moved(_) => None,
    }
}

/// What stands at an address of the site.
enum Shown {
    Page {
        status: StatusCode,
        html: String,
        band: String,
    },
    File {
        path: String,
        bytes: Vec<u8>,
    },
    Moved(String),
    /// There is no site, and never was since the start.
    Nothing,
}

async fn shown(house: &House, path: &str) -> Option<Shown> {
    let mut changes = house.changes();
    loop {
        changes.mark_unchanged();
        match shown_of(house, path).await {
            Err(Unmade) => timeout(LATER, changes.changed()).await.ok()?.ok()?,
            Ok(shown) => return shown,
        }
    }
}

/// What stands there is being made.
struct Unmade;

async fn shown_of(house: &House, path: &str) -> Result<Option<Shown>, Unmade> {
    let readings = house.readings();
    let Some(good) = readings.good else { return Ok(Some(Shown::Nothing)) };
    let band = if readings.latest.has_site { Some(String::new()) } else { band(&readings.latest).await };
    let path = path.to_owned();
    let found = good.ask_of_site(move |bench| bench.site.map(|site| site.find(&path))).await.flatten();
    let (Some(found), Some(band)) = (found, band) else { return Ok(None) };
    Ok(Some(match found {
        Place::Later => return Err(Unmade),
        Place::Page(html) => Shown::Page { status: StatusCode::OK, html, band },
        Place::Nowhere(html) => Shown::Page { status: StatusCode::NOT_FOUND, html, band },
        Place::Moved(path) => Shown::Moved(path),
        Place::File(Found { path, bytes }) => Shown::File { path, bytes },
        Place::Broken(why) => {
            let band = workbench::band_of(&why);
            Shown::Page { status: StatusCode::INTERNAL_SERVER_ERROR, html: String::from("<body></body>"), band }
        }
    }))
}

async fn band(latest: &Arc<Version>) -> Option<String> {
    latest.ask_of_site(workbench::band).await
}

fn fingerprint(html: &str, band: &str) -> String {
    digits(format!("{html}\n{band}").as_bytes())
}

fn digits(bytes: &[u8]) -> String {
    let mut digest = Sha256::of(bytes);
    digest.truncate(DIGITS);
    digest
}

/// A page with what is wrong over it, and with the script that follows its changes.
fn followed(html: &str, band: &str, fingerprint: &str) -> String {
    let html = connected(html);
    let script = format!("<script src=\"/banco/risorse/segui.js\" data-impronta=\"{fingerprint}\" defer></script>\n");
    let (before, after) = html.split_once("</body>").unwrap_or((&html, ""));
    let Some((head, body)) = before.split_once("<body") else { return format!("{before}{band}{script}</body>{after}") };
    let (tag, body) = body.split_once('>').unwrap_or((body, ""));
    format!("{head}<body{tag}>\n{band}{body}{script}</body>{after}")
}

/// A page whose own policy lets it hear of its changes.
fn connected(html: &str) -> String {
    html.replacen("connect-src 'none'", "connect-src 'self'", 1)
}

fn broken() -> Answer {
    let words = "Il banco non è riuscito a leggere la cartella. Chiuderlo e aprirlo di nuovo.";
    Answer::new(StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_what_it_says() {
        let page = "<!doctype html><html><head></head><body class=\"a\">\n<p>x</p>\n</body></html>";
        let with = followed(page, "<p>band</p>", "0123");
        assert!(with.contains("<body class=\"a\">\n<p>band</p>\n<p>x</p>"), "{with}");
        assert!(with.contains("data-impronta=\"0123\"") && with.ends_with("</body></html>"));
        assert!(followed("<p>x</p>", "", "0").starts_with("<p>x</p>"));
    }
}
