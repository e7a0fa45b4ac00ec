//! What is still to be decided: a key that every record and every file may have. It is read by itself, and is no column of what is published.

/// The key.
pub const TO_DECIDE: &str = "da_decidere";

/// What people call it.
pub const TO_DECIDE_HEADING: &str = "Da decidere";

/// What it is for.
pub const TO_DECIDE_MEANING: &str =
    "Ciò che resta da decidere: è ricordato a ogni controllo. Presa la decisione, si toglie.";
