/// A colour of the stylesheet, written `#rgb` or `#rrggbb`: nothing else is taken, so that what a theme sets can neither end its rule
/// nor escape the measure of its contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour([u8; 3]);

impl Colour {
    /// Reads a colour; `None` for any other form.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let digit = |at: usize| digits.get(at..=at).and_then(|digit| u8::from_str_radix(digit, 16).ok());
        let colour = match digits.len() {
            3 => [digit(0)? * 17, digit(1)? * 17, digit(2)? * 17],
            6 => [digit(0)? * 16 + digit(1)?, digit(2)? * 16 + digit(3)?, digit(4)? * 16 + digit(5)?],
            _ => return None,
        };
        Some(Self(colour))
    }

    /// `#rrggbb`.
    pub(super) fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast of two colours, from 1 to 21 (WCAG 2.1, 1.4.3).
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.1, definitions).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn only_plain_colours_are_read() {
        assert_eq!(Colour::parse("#0bF").map(Colour::css).as_deref(), Some("#00bbff"));
        assert_eq!(Colour::parse("#005c3c").map(Colour::css).as_deref(), Some("#005c3c"));
        for wrong in ["", "#", "#12", "#12345", "#gggggg", "#+1+1+1", "red", "#fff;}body{", "rgb(0,0,0)", "#é1"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let contrast = |one, two| Colour::parse(one).and_then(|one| Some(one.contrast(Colour::parse(two)?)));
        let close = |one, two, value: f64| contrast(one, two).is_some_and(|found| (found - value).abs() < 0.01);
        assert!(close("#000", "#fff", 21.0) && close("#fff", "#fff", 1.0));
        assert!(close("#777", "#fff", 4.48) && close("#fff", "#767676", 4.54));
    }
}
