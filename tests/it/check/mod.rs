//! What the rules say of themselves, and what an office may change of them.

mod acceptances;
mod advice;
mod another_kind;
mod chapter_headings;
mod chapter_marks;
mod copied_texts;
mod meant;
mod odd_texts;
mod once;
mod rules;
mod settings;
mod unread;
