//! How many keys stand one under the other, told from the lines alone, before they are parsed: as values, keys take many times their letters.

/// The columns of the keys above a line, from the outermost in, each with how many there are so far.
#[derive(Default)]
pub(super) struct Siblings(Vec<(usize, usize)>);

impl Siblings {
    /// Counts what is written in a line from column `column` on; gives how many keys of one value there are with it.
    pub(super) fn count(&mut self, mut column: usize, mut written: &str) -> usize {
        // Behind a dash begins a value of its own.
        while let Some(behind) = written.strip_prefix("- ") {
            self.leave(column);
            let inner = behind.trim_start_matches(' ');
            column += written.len() - inner.len();
            written = inner;
        }
        if !written.as_bytes().contains(&b':') {
            return 0;
        }
        self.leave(column);
        match self.0.last_mut() {
            Some((at, count)) if *at == column => {
                *count += 1;
                *count
            }
            _ => {
                self.0.push((column, 1));
                1
            }
        }
    }

    /// Forgets the keys that stand further in than a column: they are those of values that have ended.
    pub(super) fn leave(&mut self, column: usize) {
        while self.0.last().is_some_and(|(at, _)| *at > column) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_each_value_are_counted_for_themselves() {
        let mut siblings = Siblings::default();
        let mut count = |line: &str| {
            let written = line.trim_start_matches(' ');
            siblings.count(line.len() - written.len(), written)
        };
        let lines = [
            ("  - a: b", 1),
            ("    c:", 2),
            ("      d: e", 1),
            ("      f:", 2),
            ("        - g", 0),
            ("        - h: i", 1),
            ("          j: k", 2),
            ("        - h: i", 1),
            ("        - - l: m", 1),
            ("            n: o", 2),
            ("      p: q", 3),
            ("    testo", 0),
            ("    r: s", 3),
            ("  - a: b", 1),
        ];
        for (line, expected) in lines {
            assert_eq!(count(line), expected, "{line}");
        }
    }
}
