//! What a new edition may be called.

use crate::folder::Folder;
use piao::scaffold::EDITION;

#[test]
fn the_years_of_a_plan_go_forward_and_begin_no_second_one() {
    let starter = Folder::starter();
    for (years, why) in [
        ("2027-2026", "`2027-2026` non può essere il nome di un'edizione: finisce prima di cominciare"),
        ("2024-2026", "l'edizione `2024-2026` comincia prima di `2026-2028`, da cui si prepara"),
        ("2025", "l'edizione `2025` comincia prima di `2026-2028`, da cui si prepara"),
        ("2026-2029", "l'edizione `2026-2028` comincia già nello stesso anno di `2026-2029`"),
    ] {
        let ran = starter.piao(["new-edition", years]).status(2).run();
        assert!(ran.err.contains(why), "{}", ran.err);
        assert!(!starter.root().join(format!("data/{years}")).exists());
    }
    for good in ["2026-2028-rev2", "2027-2028", "prova-2026"] {
        starter.piao(["new-edition", good, "--from", EDITION]).any_status().run();
        assert!(starter.root().join(format!("data/{good}")).exists(), "{good}");
    }
}
