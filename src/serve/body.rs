use super::guard::Refusal;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::StatusCode;
use hyper::body::{Bytes, Incoming};
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::timeout;

/// The body of an answer, whole or going on.
pub(super) type Body = UnsyncBoxBody<Bytes, Infallible>;

/// The longest body of a request, in bytes: a chapter, or a block of a spreadsheet.
const LONGEST: usize = 4 * 1024 * 1024;

/// How long it may take to arrive.
const PATIENCE: Duration = Duration::from_secs(15);

/// The fields of a form.
pub(super) async fn form(body: Incoming) -> Result<Vec<(String, String)>, Refusal> {
    let read = timeout(PATIENCE, Limited::new(body, LONGEST).collect()).await;
    let bytes = match read {
        Ok(Ok(collected)) => collected.to_bytes(),
        Ok(Err(error)) if error.is::<LengthLimitError>() => return Err(too_large()),
        Ok(Err(_)) => return Err(Refusal::new(StatusCode::BAD_REQUEST, "la richiesta si è interrotta")),
        Err(_) => {
            return Err(Refusal::new(
                StatusCode::REQUEST_TIMEOUT,
                "la richiesta ha impiegato troppo tempo ad arrivare",
            ));
        }
    };
    let pairs = form_urlencoded::parse(&bytes);
    Ok(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
}

/// Whether a body says of itself that it is too long: then it is not read at all.
pub(super) fn announced(length: Option<u64>) -> Result<(), Refusal> {
    match length {
        Some(length) if length > LONGEST as u64 => Err(too_large()),
        _ => Ok(()),
    }
}

fn too_large() -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "ciò che è stato inviato supera i 4 MB")
}
