//! Who is let in: the name and the origin of a request, its path, its key. Each refusal says in Italian what is wrong.

use hyper::header::{self, HeaderMap, HeaderName};
use hyper::http::request::Parts;
use hyper::{Method, StatusCode, Version};
use percent_encoding::percent_decode_str;

/// Why a request is not answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) why: &'static str,
}

impl Refusal {
    pub(super) fn new(status: StatusCode, why: &'static str) -> Self {
        Self { status, why }
    }
}

/// The page that takes files.
const UPLOADS: &str = "/banco/fogli";

/// The longest path, in bytes as it is sent.
const LONGEST_PATH: usize = 4096;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// Only looking and sending forms.
pub(super) fn method(method: &Method) -> Result<(), Refusal> {
    if [Method::GET, Method::HEAD, Method::POST].contains(method) {
        return Ok(());
    }
    Err(Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "il banco risponde soltanto a GET, HEAD e POST"))
}

/// A request must name this machine: another name that leads here is that of somebody who wants to read from elsewhere.
pub(super) fn host(head: &Parts, port: u16) -> Result<(), Refusal> {
    let wrong = || {
        Refusal::new(
            StatusCode::FORBIDDEN,
            "il banco risponde soltanto a questa macchina, con il nome che ha stampato all'avvio",
        )
    };
    let missing = || Refusal::new(StatusCode::BAD_REQUEST, "la richiesta non dice a chi è rivolta");
    let mut named = head.headers.get_all(header::HOST).iter();
    let (Some(host), None) = (named.next(), named.next()) else { return Err(missing()) };
    if head.version == Version::HTTP_09 {
        return Err(missing());
    }
    let whole = head.uri.authority().is_none_or(|authority| is_ours(authority.as_str(), port));
    let ours = host.to_str().is_ok_and(|host| is_ours(host, port));
    if ours && whole { Ok(()) } else { Err(wrong()) }
}

/// Whether a name with its port is that of this machine.
fn is_ours(host: &str, port: u16) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host.eq_ignore_ascii_case(&format!("{name}:{port}")))
}

/// What changes something must come from a page of this workbench, or from no browser at all.
pub(super) fn origin(headers: &HeaderMap, port: u16) -> Result<(), Refusal> {
    let refused = || Refusal::new(StatusCode::FORBIDDEN, "la richiesta viene da un altro sito, e non è stata eseguita");
    let ours = |address: &str| {
        let host = address.strip_prefix("http://").map(|rest| rest.split('/').next().unwrap_or_default());
        host.is_some_and(|host| is_ours(host, port))
    };
    let each = |name: HeaderName, right: &dyn Fn(&str) -> bool| {
        headers.get_all(name).iter().all(|value| value.to_str().is_ok_and(right))
    };
    let from_here = each(FETCH_SITE, &|site| matches!(site, "same-origin" | "none"));
    // Where there is an origin, what else the browser says of the page matters no more.
    let referred = headers.contains_key(header::ORIGIN) || each(header::REFERER, &ours);
    if from_here && each(header::ORIGIN, &ours) && referred { Ok(()) } else { Err(refused()) }
}

/// Pages of other sites may lead here, but read nothing and show nothing of it.
pub(super) fn looked_at(headers: &HeaderMap) -> Result<(), Refusal> {
    let says = |name: HeaderName, word: &str| headers.get(name).is_some_and(|value| value == word);
    if says(FETCH_SITE, "cross-site") && !says(FETCH_MODE, "navigate") {
        return Err(Refusal::new(StatusCode::FORBIDDEN, "la richiesta viene da una pagina di un altro sito"));
    }
    Ok(())
}

/// Only what a form without scripts sends is read.
pub(super) fn form(headers: &HeaderMap, length: Option<u64>) -> Result<(), Refusal> {
    if length == Some(0) && !headers.contains_key(header::CONTENT_TYPE) {
        return Ok(());
    }
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Ok(());
    }
    Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "il banco legge soltanto ciò che inviano i suoi moduli"))
}

/// What parts the files of a form that hands files in; `None` if it is another form.
pub(super) fn boundary(path: &str, headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    // No other page takes files.
    (path.trim_end_matches('/') == UPLOADS).then(|| multer::parse_boundary(kind).ok()).flatten()
}

/// What changes something needs the key.
pub(super) fn key(has_key: bool) -> Result<(), Refusal> {
    if has_key {
        return Ok(());
    }
    Err(Refusal::new(
        StatusCode::FORBIDDEN,
        "manca la chiave di questo avvio: aprire l'indirizzo stampato da `piao serve`, chiave compresa",
    ))
}

/// A path, decoded once; one that leads elsewhere is refused.
pub(super) fn path(written: &str) -> Result<String, Refusal> {
    let wrong = |why| Refusal::new(StatusCode::BAD_REQUEST, why);
    if written.len() > LONGEST_PATH {
        return Err(Refusal::new(StatusCode::URI_TOO_LONG, "l'indirizzo è troppo lungo"));
    }
    let decoded = percent_decode_str(written).decode_utf8();
    let path = decoded.map_err(|_| wrong("l'indirizzo non è scritto in UTF-8"))?.into_owned();
    let Some(below) = path.strip_prefix('/') else { return Err(wrong("l'indirizzo non comincia con una barra")) };
    if path.contains('\\') || path.chars().any(char::is_control) {
        return Err(wrong("l'indirizzo contiene segni che nessun indirizzo del banco ha"));
    }
    let mut parts = below.split('/').peekable();
    while let Some(part) = parts.next() {
        let last = parts.peek().is_none();
        if part == "." || part == ".." || (part.is_empty() && !last) {
            return Err(wrong("l'indirizzo porta fuori dalla cartella servita"));
        }
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    #[test]
    fn paths_are_decoded_once_and_lead_nowhere_else() {
        assert_eq!(path("/banco/processi/500%2D1%20b/"), Ok("/banco/processi/500-1 b/".to_owned()));
        assert_eq!(path("/a%252e%252e/"), Ok("/a%2e%2e/".to_owned()));
        for wrong in [
            "",
            "a",
            "*",
            "/..",
            "/../",
            "/a/../b",
            "/%2e%2e/etc",
            "/a/%2E%2E",
            "/./",
            "//",
            "/a//b",
            "/a%5c..%5cb",
            "/a%00",
            "/%0d%0aX",
            "/%ff",
        ] {
            assert_eq!(path(wrong).map_err(|refusal| refusal.status), Err(StatusCode::BAD_REQUEST), "{wrong}");
        }
        assert_eq!(path(&format!("/{}", "a".repeat(5000))).map_err(|it| it.status), Err(StatusCode::URI_TOO_LONG));
    }

    #[test]
    fn only_names_of_this_machine_are_ours() {
        for ours in ["127.0.0.1:80", "localhost:80", "LOCALHOST:80", "[::1]:80"] {
            assert!(is_ours(ours, 80), "{ours}");
        }
        for other in
            ["127.0.0.1", "127.0.0.1:81", "esempio.it:80", "localhost.esempio.it:80", "127.0.0.1:80@esempio.it", ""]
        {
            assert!(!is_ours(other, 80), "{other}");
        }
    }

    #[test]
    fn what_changes_something_comes_from_here() {
        let sent = |lines: &[(&'static str, &'static str)]| {
            let lines =
                lines.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
            origin(&lines.collect::<HeaderMap>(), 80).is_ok()
        };
        assert!(sent(&[]), "no browser");
        assert!(sent(&[("origin", "http://127.0.0.1:80"), ("sec-fetch-site", "same-origin")]));
        assert!(sent(&[("referer", "http://localhost:80/banco/processi/")]));
        for lines in [
            [("origin", "https://esempio.it")],
            [("origin", "null")],
            [("origin", "https://127.0.0.1:80")],
            [("origin", "http://127.0.0.1:81")],
            [("sec-fetch-site", "cross-site")],
            [("sec-fetch-site", "same-site")],
            [("referer", "http://esempio.it/")],
        ] {
            assert!(!sent(&lines), "{lines:?}");
        }
    }
}
