//! What open pages listen to: a stream on which a page that is no longer as it is shown is told so.

use super::answer::protect;
use super::body::Body;
use super::house::House;
use super::preview::shown_now;
use crate::workbench::Progress;
use http_body_util::BodyExt;
use http_body_util::channel::{Channel, Sender};
use hyper::Response;
use hyper::body::Bytes;
use serde_json::json;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// How long a stream goes on before the page asks for the next.
const LIFE: Duration = Duration::from_secs(45);

/// How often a stream says that it is there, so that one that nobody hears is noticed.
const PULSE: Duration = Duration::from_secs(15);

/// How often at most a step of a long work is told.
const STEP: Duration = Duration::from_millis(150);

/// What a page is told when it has changed.
const CHANGED: &str = "event: cambiata\ndata: 1\n\n";

/// A stream for the page at `path`, which shows what `fingerprint` says.
pub(super) fn stream(house: &Arc<House>, path: String, fingerprint: String) -> Response<Body> {
    let (sender, body) = Channel::<Bytes, Infallible>::new(1);
    let house = Arc::clone(house);
    tokio::spawn(async move {
        let follow = follow(&house, sender, &path, &fingerprint);
        tokio::select! {
            _ = timeout(LIFE, follow) => {}
            () = house.stopped() => {}
        }
    });
    let mut response = Response::new(body.boxed_unsync());
    protect(response.headers_mut(), "text/event-stream; charset=utf-8", false);
    response
}

/// A stream that tells how far the long work is, until it ends.
pub(super) fn progress(house: &Arc<House>) -> Response<Body> {
    let (sender, body) = Channel::<Bytes, Infallible>::new(1);
    let house = Arc::clone(house);
    tokio::spawn(async move {
        tokio::select! {
            _ = timeout(LIFE, follow_work(&house, sender)) => {}
            () = house.stopped() => {}
        }
    });
    let mut response = Response::new(body.boxed_unsync());
    protect(response.headers_mut(), "text/event-stream; charset=utf-8", false);
    response
}

async fn follow_work(house: &House, mut to: Sender<Bytes, Infallible>) {
    let mut steps = house.steps();
    if to.send_data(Bytes::from_static(b"retry: 500\n\n")).await.is_err() {
        return;
    }
    loop {
        steps.mark_unchanged();
        let Some(Progress { stage, is_running: true }) = house.progress().await else {
            let _ = to.send_data(Bytes::from_static(b"event: finito\ndata: 1\n\n")).await;
            return;
        };
        let data = json!({ "parole": stage.words, "fatti": stage.done, "tutti": stage.all });
        let said = format!("event: avanzamento\ndata: {data}\n\n");
        if to.send_data(Bytes::from(said)).await.is_err() {
            return;
        }
        // Many small steps are told as one.
        sleep(STEP).await;
        while timeout(PULSE, steps.changed()).await.is_err() {
            if to.send_data(Bytes::from_static(b":\n\n")).await.is_err() {
                return;
            }
        }
    }
}

async fn follow(house: &House, mut to: Sender<Bytes, Infallible>, path: &str, fingerprint: &str) {
    let mut changes = house.changes();
    if to.send_data(Bytes::from_static(b"retry: 500\n\n")).await.is_err() {
        return;
    }
    loop {
        changes.mark_unchanged();
        let now = current(house, path).await;
        if now.as_deref().is_some_and(|now| now != fingerprint) {
            let _ = to.send_data(Bytes::from_static(CHANGED.as_bytes())).await;
            return;
        }
        while timeout(PULSE, changes.changed()).await.is_err() {
            if to.send_data(Bytes::from_static(b":\n\n")).await.is_err() {
                return;
            }
        }
    }
}

/// What tells the present state of a page from others.
async fn current(house: &House, path: &str) -> Option<String> {
    if path.starts_with("/banco/") {
        let latest = house.readings().latest;
        // What it shows is known with all that the rules find.
        return latest.is_checked().then(|| latest.fingerprint.clone());
    }
    shown_now(house, path).await
}
