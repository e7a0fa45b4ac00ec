use crate::trouble::{Context, Trouble};
use std::net::Ipv4Addr;
use tokio::net::TcpListener;

/// The port where nobody asks for another one.
const USUAL: u16 = 8930;

/// Listens on the loopback address, and nowhere else.
pub(super) async fn listen(port: Option<u16>) -> Result<(TcpListener, u16), Trouble> {
    let bound = match (port, bind(port.unwrap_or(USUAL)).await) {
        (None, Err(_)) => bind(0).await,
        (_, bound) => bound,
    };
    let listener = bound.trouble(
        || format!("non è possibile rispondere sulla porta {}", port.unwrap_or(USUAL)),
        "indicarne un'altra con --porta, o --porta 0 per prenderne una libera",
    )?;
    let port = listener
        .local_addr()
        .map(|address| address.port())
        .trouble(|| "il sistema non dice su quale porta risponde il banco".to_owned(), "indicarne una con --porta")?;
    Ok((listener, port))
}

async fn bind(port: u16) -> std::io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await
}

/// Requests of the system to end: Ctrl-C, a closed terminal, a shutdown.
pub(super) struct Endings {
    #[cfg(unix)]
    signals: Option<[tokio::signal::unix::Signal; 3]>,
}

impl Endings {
    /// From here on they no longer end the program by themselves, but wait to be heard.
    pub(super) fn watched() -> Self {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let signals = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()].map(signal);
            let [Ok(interrupt), Ok(terminate), Ok(hangup)] = signals else { return Self { signals: None } };
            Self { signals: Some([interrupt, terminate, hangup]) }
        }
        #[cfg(not(unix))]
        Self {}
    }

    /// Waits for the first, be it one that came before.
    pub(super) async fn heard(self) {
        #[cfg(unix)]
        if let Some([mut interrupt, mut terminate, mut hangup]) = self.signals {
            tokio::select! {
                _ = interrupt.recv() => return,
                _ = terminate.recv() => return,
                _ = hangup.recv() => return,
            }
        }
        if tokio::signal::ctrl_c().await.is_err() {
            // What cannot be watched ends the program as ever.
            std::future::pending::<()>().await;
        }
    }
}
