//! How a target runs: on one thread, since to wake others for so little takes longer than the work.

pub fn alone() {
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global().expect("the only pool");
}
