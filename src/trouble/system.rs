use super::Trouble;
use std::error::Error;
use std::io::{self, ErrorKind};
use std::str::Utf8Error;

/// What the system said, in Italian: of an error, or of the one that caused it.
pub(super) fn words(cause: &(dyn Error + 'static)) -> String {
    let mut error = Some(cause);
    while let Some(here) = error {
        if let Some(trouble) = here.downcast_ref::<Trouble>() {
            return trouble.to_string();
        }
        if let Some(broken) = here.downcast_ref::<Utf8Error>() {
            return format!("dal byte {} non è scritto in UTF-8", broken.valid_up_to() + 1);
        }
        if here.downcast_ref::<walkdir::Error>().is_some_and(|error| error.loop_ancestor().is_some()) {
            return LOOP.to_owned();
        }
        if let Some(error) = here.downcast_ref::<io::Error>() {
            let own = error.get_ref().and_then(|inner| inner.downcast_ref::<Trouble>());
            return own.map_or_else(|| io_words(error), Trouble::to_string);
        }
        error = here.source();
    }
    "errore di una parte del programma".to_owned()
}

/// What is said of a link that leads to itself, or to a folder that it stands in.
const LOOP: &str = "il collegamento porta a se stesso";

/// What the systems of the Unix family say of it.
const LOOPS: [i32; 2] = [40, 62];

fn io_words(error: &io::Error) -> String {
    #[cfg(unix)]
    for (errno, words) in [
        (rustix::io::Errno::LOOP, "è un collegamento che non porta a nulla"),
        (rustix::io::Errno::MFILE, "il programma non può tenere aperti altri file"),
        (rustix::io::Errno::NFILE, "il sistema non può tenere aperti altri file"),
    ] {
        if number(error) == Some(errno.raw_os_error()) {
            return words.to_owned();
        }
    }
    match (kind_words(error.kind()), number(error)) {
        (Some(words), _) => words.to_owned(),
        (None, Some(number)) if cfg!(unix) && LOOPS.contains(&number) => LOOP.to_owned(),
        (None, Some(number)) => format!("errore {number} del sistema"),
        (None, None) => "errore del sistema".to_owned(),
    }
}

/// The number that the system gave, perhaps to an error inside.
fn number(error: &io::Error) -> Option<i32> {
    let inside = || error.get_ref()?.source()?.downcast_ref::<io::Error>()?.raw_os_error();
    error.raw_os_error().or_else(inside)
}

/// The kinds of error that the standard library tells apart.
fn kind_words(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "il file o la cartella non c'è",
        ErrorKind::PermissionDenied => "manca il permesso",
        ErrorKind::AlreadyExists => "esiste già",
        ErrorKind::IsADirectory => "è una cartella, non un file",
        ErrorKind::NotADirectory => "è un file, non una cartella",
        ErrorKind::DirectoryNotEmpty => "la cartella non è vuota",
        ErrorKind::ReadOnlyFilesystem => "il disco è di sola lettura",
        ErrorKind::StorageFull => "il disco è pieno",
        ErrorKind::QuotaExceeded => "lo spazio concesso sul disco è finito",
        ErrorKind::FileTooLarge => "il file è più grande di quanto il disco o il sistema permette",
        ErrorKind::InvalidFilename => "il nome è troppo lungo, o ha caratteri che il disco non ammette",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "un altro programma lo sta usando",
        ErrorKind::WouldBlock | ErrorKind::Deadlock => "un altro programma lo tiene riservato",
        ErrorKind::CrossesDevices => "i due posti sono su dischi diversi",
        ErrorKind::TooManyLinks => "ha troppi collegamenti",
        ErrorKind::BrokenPipe => "chi leggeva l'uscita del comando si è chiuso",
        ErrorKind::TimedOut => "il sistema non ha risposto in tempo",
        ErrorKind::Interrupted => "l'operazione è stata interrotta",
        ErrorKind::StaleNetworkFileHandle => "il disco di rete non è più collegato",
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionRefused
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted => "la rete non risponde",
        ErrorKind::AddrInUse => "un altro programma usa già quell'indirizzo",
        ErrorKind::AddrNotAvailable => "quell'indirizzo non è di questa macchina",
        ErrorKind::InvalidInput | ErrorKind::ArgumentListTooLong => {
            "il sistema non accetta questo nome o questi argomenti"
        }
        ErrorKind::InvalidData => "il contenuto non ha la forma attesa",
        ErrorKind::UnexpectedEof => "il file finisce prima del previsto",
        ErrorKind::WriteZero => "il disco non ha accettato tutto",
        ErrorKind::NotSeekable => "non si può leggere da un punto qualsiasi",
        ErrorKind::Unsupported => "il sistema non lo permette",
        ErrorKind::OutOfMemory => "la memoria non basta",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trouble::Context;

    /// An error of a library that has one of the system behind it.
    #[derive(Debug)]
    struct Wrapped(io::Error);

    impl std::fmt::Display for Wrapped {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("something went wrong")
        }
    }

    impl Error for Wrapped {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&self.0)
        }
    }

    #[test]
    fn what_the_system_says_is_said_in_italian() {
        let said = |error: io::Error| words(&error);
        assert_eq!(said(ErrorKind::NotFound.into()), "il file o la cartella non c'è");
        assert_eq!(said(io::Error::new(ErrorKind::PermissionDenied, "permission denied")), "manca il permesso");
        assert_eq!(said(io::Error::from_raw_os_error(99_999)), "errore 99999 del sistema");
        let bytes: Vec<u8> = vec![b'a', 0xff];
        assert_eq!(words(&std::str::from_utf8(&bytes).expect_err("no text")), "dal byte 2 non è scritto in UTF-8");
    }

    #[test]
    fn a_cause_behind_another_error_is_found() {
        let inner: Result<(), io::Error> = Err(ErrorKind::StorageFull.into());
        let trouble = inner.trouble(|| "impossibile scrivere `a`".to_owned(), "liberare spazio").expect_err("trouble");
        assert_eq!(trouble.to_string(), "impossibile scrivere `a`: il disco è pieno");
        let outer: Result<(), Trouble> = Err(trouble);
        let outer = outer.trouble(|| "`b`".to_owned(), "riprovare").expect_err("trouble");
        assert_eq!(outer.to_string(), "`b`: impossibile scrivere `a`: il disco è pieno");
        assert_eq!(words(&Wrapped(ErrorKind::NotFound.into())), "il file o la cartella non c'è");
    }
}
