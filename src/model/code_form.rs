use super::{Edition, Process, ProcessCode, Spanned};

/// A process by its row number, with its code.
pub type CodedProcess<'a> = (usize, &'a Process, &'a Spanned<ProcessCode>);

impl Edition {
    /// The processes that have a code.
    pub fn coded_processes(&self) -> impl Iterator<Item = CodedProcess<'_>> {
        let rows = self.processes.rows.iter().enumerate();
        rows.filter_map(|(row, process)| Some((row, process, process.code.as_ref()?)))
    }

    /// Whether the codes of the edition have the form prefix, number and letter of the risk; one odd code in ten is a mistake and no
    /// other form.
    pub fn has_codes_in_parts(&self) -> bool {
        let (all, odd) = self
            .coded_processes()
            .fold((0, 0), |(all, odd), (_, _, code)| (all + 1, odd + usize::from(!code.value.is_well_formed())));
        all > 0 && odd * 10 <= all
    }

    /// The processes whose codes have these parts; none where the codes of the edition have another form.
    pub fn codes_in_parts(&self) -> impl Iterator<Item = CodedProcess<'_>> {
        let is_form = self.has_codes_in_parts();
        self.coded_processes().filter(move |(_, _, code)| is_form && code.value.is_well_formed())
    }
}
