use super::answer::Answer;
use super::asset::media_type;
use super::body::Body;
use super::guard::Refusal;
use super::house::House;
use super::request::Request;
use super::{events, preview};
use crate::workbench::{self, Done, Form, Shown, Visit};
use hyper::body::Incoming;
use hyper::header::{self, HeaderName};
use hyper::{Request as HttpRequest, Response, StatusCode};
use std::sync::{Arc, PoisonError};

/// Answers a request, whatever it is.
pub(super) async fn respond(house: &Arc<House>, request: HttpRequest<Incoming>) -> Response<Body> {
    match Request::read(house, request).await {
        Ok(request) if request.path == "/banco/eventi" && request.form.is_none() => {
            if request.asked("lavoro").is_some() {
                return events::progress(house);
            }
            let asked = |name| request.asked(name).unwrap_or_default().to_owned();
            events::stream(house, asked("pagina"), asked("impronta"))
        }
        Ok(request) => route(house, request).await.into_response(),
        Err(refusal) => refused(&refusal).into_response(),
    }
}

async fn route(house: &Arc<House>, request: Request) -> Answer {
    let path = request.path.clone();
    if request.carries_key {
        return keyed(house, &request);
    }
    let below = path.strip_prefix("/banco/");
    match (below, request.form) {
        (None, _) if path == "/banco" => Answer::redirect(StatusCode::MOVED_PERMANENTLY, "/banco/"),
        (None, None) => preview::answer(house, &path, request.has_key).await,
        (None, Some(_)) => refused(&Refusal::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "le pagine del sito si guardano soltanto: i dati si modificano nel banco",
        ))
        .with(header::ALLOW, "GET, HEAD".to_owned()),
        (Some("chiudi"), Some(_)) => closed(house),
        (Some(below), form) => {
            if let Some(name) = below.strip_prefix("risorse/") {
                return resource(name);
            }
            let (path, query) = (below.to_owned(), request.query);
            bench(house, Visit { path, query, has_key: request.has_key, sent: request.sent }, form).await
        }
    }
}

/// Gives the key to the browser, and asks it to come back by an address that does not show it.
fn keyed(house: &House, request: &Request) -> Answer {
    let rest = request.query.iter().filter(|(name, _)| name != super::key::FIELD);
    let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(rest).finish();
    let path = preview::encoded(&request.path);
    let to = if query.is_empty() { path } else { format!("{path}?{query}") };
    let cookie = house.key.cookie(house.port);
    Answer::redirect(StatusCode::SEE_OTHER, &to).with(header::SET_COOKIE, cookie)
}

/// A file that the pages of the workbench use.
fn resource(name: &str) -> Answer {
    match workbench::resource(name) {
        Some(bytes) => Answer::new(StatusCode::OK, media_type(name), bytes),
        None => refused(&Refusal::new(StatusCode::NOT_FOUND, "questo file del banco non c'è")),
    }
}

/// A page of the workbench, or what one of its forms does.
async fn bench(house: &House, visit: Visit, form: Option<Form>) -> Answer {
    let session = Arc::clone(&house.session);
    let Some(form) = form else {
        let visit = Arc::new(visit);
        let shown = house.ask(move |bench| {
            let session = session.lock().unwrap_or_else(PoisonError::into_inner);
            workbench::show(bench, &session, &visit)
        });
        return shown.await.map_or_else(failed, page);
    };
    let work = async || {
        let latest = house.readings().latest;
        let done = latest.ask(move |bench| {
            let mut session = session.lock().unwrap_or_else(PoisonError::into_inner);
            workbench::act(bench, &mut session, &visit, &form)
        });
        match done.await {
            Some(Done { shown, changed }) => (page(shown), changed),
            None => (failed(), true),
        }
    };
    house.alone(work).await
}

fn page(shown: Shown) -> Answer {
    match shown {
        Shown::Page(html) => Answer::page(StatusCode::OK, html),
        Shown::Conflict(html) => Answer::page(StatusCode::CONFLICT, html),
        Shown::Refused(html) => Answer::page(StatusCode::UNPROCESSABLE_ENTITY, html),
        Shown::Missing(html) => Answer::page(StatusCode::NOT_FOUND, html),
        Shown::File { name, bytes } => {
            let disposition = format!("attachment; filename=\"{name}\"");
            Answer::new(StatusCode::OK, media_type(&name), bytes).with(header::CONTENT_DISPOSITION, disposition)
        }
        Shown::Elsewhere(to) => Answer::redirect(StatusCode::SEE_OTHER, &to),
    }
}

fn closed(house: &House) -> Answer {
    house.stop();
    Answer::page(StatusCode::OK, workbench::farewell()).with(header::CONNECTION, "close".to_owned())
}

fn failed() -> Answer {
    let words = "Il banco non è riuscito a rispondere: ciò che c'era nei file non è stato toccato. Riprovare.";
    Answer::page(StatusCode::INTERNAL_SERVER_ERROR, workbench::message("Errore del banco", words))
}

fn refused(refusal: &Refusal) -> Answer {
    let mut letters = refusal.why.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let words = format!("{}.", first.chain(letters.as_str().chars()).collect::<String>());
    let title = if refusal.status == StatusCode::NOT_FOUND { "Non trovato" } else { "Richiesta non eseguita" };
    let answer = Answer::page(refusal.status, workbench::message(title, &words));
    match refusal.status {
        StatusCode::METHOD_NOT_ALLOWED => answer.with(header::ALLOW, "GET, HEAD, POST".to_owned()),
        // What is still on its way is not waited for.
        StatusCode::PAYLOAD_TOO_LARGE | StatusCode::REQUEST_TIMEOUT => {
            answer.with(HeaderName::from_static("connection"), "close".to_owned())
        }
        _ => answer,
    }
}
