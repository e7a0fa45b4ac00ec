/// The colours and sizes that both formats share.
pub(super) const HEADING_FILL: &str = "DCE6F1";
pub(super) const FONT: &str = "Calibri";
/// The width of the first sheet, in letters.
pub(super) const GUIDANCE_WIDTH: u16 = 110;
