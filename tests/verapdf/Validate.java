import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Holds the PDFs of a folder against the standards that they claim: the whole annex PDF/A-2a, a table with its data inside PDF/A-3a, all of
 * them PDF/UA-1. Says which rule fails and where; the last line counts.
 */
class Validate {
  private static int passed = 0;
  private static int failed = 0;

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    Set<Path> files = new TreeSet<>();
    try (var found = Files.newDirectoryStream(Path.of(arguments[0]), "*.pdf")) {
      found.forEach(files::add);
    }
    for (Path file : files) {
      boolean whole = file.getFileName().toString().equals("allegato.pdf");
      validate(file, whole ? PDFAFlavour.PDFA_2_A : PDFAFlavour.PDFA_3_A, whole ? "PDFA-2A" : "PDFA-3A");
      validate(file, PDFAFlavour.PDFUA_1, "PDFUA-1");
    }
    System.out.println(passed + " passed, " + failed + " failed");
    System.exit(failed == 0 && passed > 0 ? 0 : 1);
  }

  private static void validate(Path file, PDFAFlavour flavour, String name) throws Exception {
    ValidationProfile profile;
    String rules = "org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream stream = Validate.class.getClassLoader().getResourceAsStream(rules)) {
      profile = Profiles.profileFromXml(stream);
    }
    var foundry = Foundries.defaultInstance();
    try (InputStream bytes = Files.newInputStream(file);
        var parser = foundry.createParser(bytes, flavour);
        var validator = foundry.createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) {
        passed += 1;
        return;
      }
      failed += 1;
      Set<String> faults = new TreeSet<>();
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          faults.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + ": " + one.getMessage());
        }
      }
      System.out.println(file.getFileName() + " is not " + name + ":");
      faults.forEach(fault -> System.out.println("  " + fault));
    }
  }
}
