package app.naru;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the lines between the packages. */
final class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("app.naru");

    @Test
    void theVocabularyKnowsNothingOfOurs() {
        mayUse("forward").check(CLASSES);
    }

    @Test
    void textsKnowTheVocabulary() {
        mayUse("text", "forward").check(CLASSES);
    }

    @Test
    void serversKnowTheVocabulary() {
        mayUse("server", "forward").check(CLASSES);
    }

    @Test
    void wslKnowsTheVocabulary() {
        mayUse("wsl", "forward", "server").check(CLASSES);
    }

    @Test
    void theRelayKnowsTheVocabularyAndItsWords() {
        mayUse("relay", "forward", "text").check(CLASSES);
    }

    @Test
    void theRouterKnowsTheVocabulary() {
        mayUse("router", "forward").check(CLASSES);
    }

    @Test
    void theInternetKnowsTheVocabulary() {
        mayUse("internet", "forward").check(CLASSES);
    }

    @Test
    void settingsKnowTheVocabulary() {
        mayUse("settings", "forward").check(CLASSES);
    }

    @Test
    void theFirewallKnowsTheVocabulary() {
        mayUse("firewall", "forward").check(CLASSES);
    }

    @Test
    void theSurveyKnowsTheReaders() {
        mayUse("survey", "forward", "server", "wsl", "firewall", "internet").check(CLASSES);
    }

    @Test
    void thePathKnowsTheHops() {
        mayUse(
                        "path",
                        "forward",
                        "survey",
                        "server",
                        "wsl",
                        "relay",
                        "firewall",
                        "router",
                        "internet",
                        "settings")
                .check(CLASSES);
    }

    @Test
    void theDiagnosisKnowsThePath() {
        mayUse(
                        "diagnosis",
                        "forward",
                        "survey",
                        "server",
                        "wsl",
                        "relay",
                        "firewall",
                        "router",
                        "internet",
                        "path")
                .check(CLASSES);
    }

    @Test
    void onlyTheRootPutsWindowsIn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.naru.windows..")
                .and()
                .resideOutsideOfPackage("app.naru")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("app.naru.windows..")
                .check(CLASSES);
    }

    @Test
    void onlyWindowsKnowsJna() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.naru.windows..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.jna..")
                .check(CLASSES);
    }

    @Test
    void onlyTheWindowKnowsJavafxAndAwt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.naru.ui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "java.awt..", "javax.swing.."))
                .check(CLASSES);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .check(CLASSES);
    }

    @Test
    void noNamesThatSayNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)")
                .check(CLASSES);
    }

    @Test
    void noCycles() {
        slices().matching("app.naru.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void loggingBySlf4jAlone() {
        noClasses()
                .that(resideOutsideOfPackage("app.naru"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(CLASSES);
    }

    private static ArchRule mayUse(String own, String... others) {
        List<String> ours = new ArrayList<>(List.of("app.naru." + own + ".."));
        for (String other : others) {
            ours.add("app.naru." + other + "..");
        }
        return classes()
                .that()
                .resideInAPackage("app.naru." + own + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("app.naru..")
                                .or(resideInAnyPackage(ours.toArray(String[]::new))));
    }
}
