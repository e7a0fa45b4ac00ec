use super::house::House;
use super::route;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

/// How many connections there may be at once; a browser has six.
const PLACES: usize = 256;

/// How long the head of a request may take, and how long a connection may be idle.
const HEAD: Duration = Duration::from_secs(10);

/// How long a connection lives before it takes no other request, and how long the last answer may then take: no reader, however slow, holds
/// a place for ever.
const LIFE: Duration = Duration::from_mins(1);

/// How long what is being answered goes on when the workbench closes.
pub(super) const FAREWELL: Duration = Duration::from_millis(200);

/// The longest head of a request, in bytes.
const LONGEST_HEAD: usize = 32 * 1024;

/// The most lines of a head.
const MOST_HEADERS: usize = 64;

/// Takes connections as long as the program lives.
pub(super) async fn accept(listener: TcpListener, house: Arc<House>) {
    let places = Arc::new(Semaphore::new(PLACES));
    loop {
        match (listener.accept().await, Arc::clone(&places).try_acquire_owned()) {
            (Ok((stream, _)), Ok(place)) => {
                tokio::spawn(serve(stream, Arc::clone(&house), place));
            }
            // Whoever has taken every place waits for some of them to be free.
            (Ok(_), Err(_)) => {}
            // Too many open files, for instance: that passes.
            (Err(_), _) => sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn serve(stream: TcpStream, house: Arc<House>, place: OwnedSemaphorePermit) {
    let answering = Arc::clone(&house);
    let service = service_fn(move |request| {
        let house = Arc::clone(&answering);
        async move { Ok::<_, Infallible>(route::respond(&house, request).await) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_headers(MOST_HEADERS).max_buf_size(LONGEST_HEAD);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    // An error is that of the other end, which nobody can be told of.
    let over = tokio::select! {
        _ = connection.as_mut() => true,
        () = sleep(LIFE) => false,
        () = house.stopped() => false,
    };
    if !over {
        connection.as_mut().graceful_shutdown();
        let _ = timeout(LIFE, connection).await;
    }
    drop(place);
}
