use super::guard::Refusal;
use crate::sheet;
use crate::workbench::{Form, Sent};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyDataStream, BodyExt, LengthLimitError, Limited};
use hyper::StatusCode;
use hyper::body::{Bytes, Incoming};
use multer::{Constraints, Multipart, SizeLimit};
use percent_encoding::percent_decode;
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::timeout;

/// The body of an answer, whole or going on.
pub(super) type Body = UnsyncBoxBody<Bytes, Infallible>;

/// The longest body of a request, in bytes: a chapter, or a block of a spreadsheet.
const LONGEST: usize = 4 * 1024 * 1024;

/// The longest body that hands files in, in bytes: the largest spreadsheet that is read, and what stands around it.
const LONGEST_UPLOAD: u64 = sheet::LARGEST + (1 << 20);

/// The most files that are handed in at once.
const MOST_FILES: usize = 200;

/// How long files may take to arrive.
const UPLOAD_PATIENCE: Duration = Duration::from_mins(1);

/// How long it may take to arrive.
const PATIENCE: Duration = Duration::from_secs(15);

/// The fields of a form.
pub(super) async fn form(body: Incoming) -> Result<Vec<(String, String)>, Refusal> {
    let read = timeout(PATIENCE, Limited::new(body, LONGEST).collect()).await;
    let bytes = match read {
        Ok(Ok(collected)) => collected.to_bytes(),
        Ok(Err(error)) if error.is::<LengthLimitError>() => return Err(too_large()),
        Ok(Err(_)) => return Err(Refusal::new(StatusCode::BAD_REQUEST, "la richiesta si è interrotta")),
        Err(_) => return Err(late()),
    };
    // What stands for no letter would be written as another.
    if percent_decode(&bytes).decode_utf8().is_err() {
        return Err(Refusal::new(StatusCode::BAD_REQUEST, "il testo inviato non è in UTF-8"));
    }
    let pairs = form_urlencoded::parse(&bytes);
    // Browsers end each line as the network does, whatever the page had.
    Ok(pairs.map(|(name, value)| (name.into_owned(), value.replace("\r\n", "\n"))).collect())
}

/// The files and the fields of a form that hands files in; `boundary` is what parts them.
pub(super) async fn upload(body: Incoming, boundary: String) -> Result<(Vec<Sent>, Form), Refusal> {
    match timeout(UPLOAD_PATIENCE, parts(body, boundary)).await {
        Ok(Ok(parts)) => Ok(parts),
        Ok(Err(multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. })) => {
            Err(upload_too_large())
        }
        Ok(Err(_)) => Err(Refusal::new(StatusCode::BAD_REQUEST, "i file non sono arrivati interi")),
        Err(_) => Err(late()),
    }
}

async fn parts(body: Incoming, boundary: String) -> multer::Result<(Vec<Sent>, Form)> {
    let limit = SizeLimit::new().whole_stream(LONGEST_UPLOAD).per_field(sheet::LARGEST + 1);
    let constraints = Constraints::new().size_limit(limit);
    let mut form = Multipart::with_constraints(BodyDataStream::new(body), boundary, constraints);
    let (mut files, mut fields) = (Vec::new(), Vec::new());
    while let Some(part) = form.next_field().await? {
        if files.len() + fields.len() == MOST_FILES {
            return Err(multer::Error::StreamSizeExceeded { limit: LONGEST_UPLOAD });
        }
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(name) => files.push(Sent { name, bytes: part.bytes().await?.to_vec() }),
            None => fields.push((name, part.text().await?)),
        }
    }
    Ok((files, fields))
}

/// Whether a body that hands files in says of itself that it is too long.
pub(super) fn announced_upload(length: Option<u64>) -> Result<(), Refusal> {
    match length {
        Some(length) if length > LONGEST_UPLOAD => Err(upload_too_large()),
        _ => Ok(()),
    }
}

fn upload_too_large() -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "i file consegnati insieme superano i 64 MB, o sono troppi")
}

fn late() -> Refusal {
    Refusal::new(StatusCode::REQUEST_TIMEOUT, "la richiesta ha impiegato troppo tempo ad arrivare")
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
