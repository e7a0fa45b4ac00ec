use super::{missing, troubled};
use crate::workbench::bench::Bench;
use crate::workbench::job::Job;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::visit::{Done, Form, Shown, field};
use crate::year::Product;

/// The page on which a job is followed.
const FOLLOWED: &str = "/banco/lavoro/";

/// Begins to make what a button asks for.
pub(super) fn begin(bench: &Bench<'_>, session: &mut Session, form: &Form) -> Done {
    let product = match field(form, "che") {
        Some("sito") => Product::Site,
        Some("sito-con-pdf") => Product::SiteWithPdfs,
        Some("sito-con-word") => Product::SiteWithWord,
        Some("pacchetto") => Product::Package,
        _ => return missing(),
    };
    if session.job().is_some_and(|job| job.progress().is_running) {
        let words = "Un altro lavoro è in corso: si fa un lavoro alla volta. Si può aspettare che finisca, o fermarlo.";
        return Done::only(Shown::Refused(look::message("Non è stato cominciato nulla", words)));
    }
    match Job::begin(bench.root.to_owned(), bench.settings, (product, bench.fingerprint()), session.bell()) {
        Ok(job) => {
            session.follow(job);
            Done::only(Shown::Elsewhere(FOLLOWED.to_owned()))
        }
        Err(trouble) => troubled(&trouble),
    }
}

/// Asks the job to stop.
pub(super) fn stop(session: &Session) -> Done {
    if let Some(job) = session.job() {
        job.stop();
    }
    Done::only(Shown::Elsewhere(FOLLOWED.to_owned()))
}

/// Opens what was made with the program that this machine has for it.
pub(super) fn open(session: &Session) -> Done {
    let Some(Ok(made)) = session.job().and_then(Job::end) else { return missing() };
    let product = session.job().map(|job| job.product);
    let path = match product {
        Some(Product::Package) => made.path.parent().map(std::path::Path::to_owned).unwrap_or_default(),
        _ => made.path.join("index.html"),
    };
    session.open(path);
    Done::only(Shown::Elsewhere(FOLLOWED.to_owned()))
}
