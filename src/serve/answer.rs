use super::body::Body;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use percent_encoding::{CONTROLS, utf8_percent_encode};

/// What a page of the workbench may do: nothing that does not come from here.
const STRICT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

/// The same for a page of the site, which may bring a policy of its own along: nothing from elsewhere, and only this machine may frame it.
const SITE: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

/// What is sent back.
#[derive(Debug)]
pub(super) struct Answer {
    status: StatusCode,
    media_type: &'static str,
    bytes: Vec<u8>,
    is_of_site: bool,
    headers: Vec<(HeaderName, String)>,
}

impl Answer {
    /// Bytes of a kind.
    pub(super) fn new(status: StatusCode, media_type: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status, media_type, bytes: bytes.into(), is_of_site: false, headers: Vec::new() }
    }

    /// A page of the workbench.
    pub(super) fn page(status: StatusCode, html: String) -> Self {
        Self::new(status, "text/html; charset=utf-8", html)
    }

    /// What is to be asked for instead, with GET; `to` is an address on this machine, in which letters may stand as they are read.
    pub(super) fn redirect(status: StatusCode, to: &str) -> Self {
        let to = utf8_percent_encode(to, CONTROLS).to_string();
        Self::new(status, "text/plain; charset=utf-8", "").with(header::LOCATION, to)
    }

    /// Says that it is a file of the site.
    pub(super) fn of_site(self) -> Self {
        Self { is_of_site: true, ..self }
    }

    /// Adds a line to its head.
    pub(super) fn with(mut self, name: HeaderName, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// As it goes over the wire.
    pub(super) fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Full::new(Bytes::from(self.bytes)).boxed_unsync());
        *response.status_mut() = self.status;
        protect(response.headers_mut(), self.media_type, self.is_of_site);
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// The lines of every head: its kind, and what browsers must not do with it.
pub(super) fn protect(headers: &mut HeaderMap, media_type: &'static str, is_of_site: bool) {
    let policy = if is_of_site { SITE } else { STRICT };
    for (name, value) in [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
