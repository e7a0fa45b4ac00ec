use super::body;
use super::guard::{self, Refusal};
use super::house::House;
use super::key::{FIELD, Key};
use crate::workbench::Sent;
use hyper::body::{Body as _, Incoming};
use hyper::header::{self, HeaderMap};
use hyper::{Method, Request as HttpRequest};

/// A request that was let in.
#[derive(Debug)]
pub(super) struct Request {
    /// What it asks for: decoded once, without `..`.
    pub(super) path: String,
    /// What follows the question mark.
    pub(super) query: Vec<(String, String)>,
    /// What a form sends; `None` if nothing is to be changed.
    pub(super) form: Option<Vec<(String, String)>>,
    /// The files that it hands in.
    pub(super) sent: Vec<Sent>,
    /// Whether its address carries the key: then the browser is given it in another way.
    pub(super) carries_key: bool,
    /// Whether whoever sends it has the key.
    pub(super) has_key: bool,
}

impl Request {
    /// Reads a request, if it is one that may be answered.
    pub(super) async fn read(house: &House, request: HttpRequest<Incoming>) -> Result<Self, Refusal> {
        let (head, incoming) = request.into_parts();
        guard::method(&head.method)?;
        guard::host(&head, house.port)?;
        let path = guard::path(head.uri.path())?;
        let query = pairs(head.uri.query().unwrap_or_default());
        let carries_key = query.iter().any(|(name, value)| name == FIELD && house.key.is(value));
        let mut has_key = carries_key || cookie(&head.headers, house.port).is_some_and(|text| house.key.is(text));
        if head.method != Method::POST {
            guard::looked_at(&head.headers)?;
            return Ok(Self { path, query, form: None, sent: Vec::new(), carries_key, has_key });
        }
        guard::origin(&head.headers, house.port)?;
        let header = head.headers.get("x-piao-chiave").and_then(|value| value.to_str().ok());
        has_key |= header.is_some_and(|text| house.key.is(text));
        if let Some(boundary) = guard::boundary(&path, &head.headers) {
            // Files are not even listened to without the key, which a browser that may send them has in its cookie.
            guard::key(has_key)?;
            body::announced_upload(incoming.size_hint().exact())?;
            let (sent, form) = body::upload(incoming, boundary).await?;
            return Ok(Self { path, query, form: Some(form), sent, carries_key: false, has_key });
        }
        body::announced(incoming.size_hint().exact())?;
        guard::form(&head.headers, incoming.size_hint().exact())?;
        let mut form = body::form(incoming).await?;
        let stated = form.iter().position(|(name, value)| name == FIELD && house.key.is(value));
        if let Some(at) = stated {
            form.remove(at);
            has_key = true;
        }
        guard::key(has_key)?;
        Ok(Self { path, query, form: Some(form), sent: Vec::new(), carries_key: false, has_key })
    }

    /// The first value of a name in the address.
    pub(super) fn asked(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The fields of an address.
fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

/// The key in the cookie of this workbench.
fn cookie(headers: &HeaderMap, port: u16) -> Option<&str> {
    let name = Key::cookie_name(port);
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    cookies.find(|(own, _)| *own == name).map(|(_, value)| value)
}
