package app.naru;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** Holds the lines between the packages. */
@AnalyzeClasses(packages = "app.naru", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest static final ArchRule THE_VOCABULARY_KNOWS_NOTHING_OF_OURS = mayUse("forward");

    @ArchTest static final ArchRule TEXTS_KNOW_THE_VOCABULARY = mayUse("text", "forward");

    @ArchTest static final ArchRule SERVERS_KNOW_THE_VOCABULARY = mayUse("server", "forward");

    @ArchTest static final ArchRule WSL_KNOWS_THE_VOCABULARY = mayUse("wsl", "forward", "server");

    @ArchTest static final ArchRule THE_RELAY_KNOWS_THE_VOCABULARY = mayUse("relay", "forward");

    @ArchTest
    static final ArchRule THE_FIREWALL_KNOWS_THE_VOCABULARY = mayUse("firewall", "forward");

    @ArchTest static final ArchRule SETTINGS_KNOW_THE_VOCABULARY = mayUse("settings", "forward");

    @ArchTest
    static final ArchRule THE_SURVEY_KNOWS_THE_READERS =
            mayUse("survey", "forward", "server", "wsl", "firewall");

    @ArchTest
    static final ArchRule THE_PATH_KNOWS_THE_HOPS =
            mayUse("path", "forward", "survey", "server", "wsl", "relay", "firewall", "settings");

    @ArchTest
    static final ArchRule ONLY_THE_ROOT_PUTS_WINDOWS_IN =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("app.naru.windows..")
                    .and()
                    .resideOutsideOfPackage("app.naru")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("app.naru.windows..");

    @ArchTest
    static final ArchRule ONLY_WINDOWS_KNOWS_JNA =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("app.naru.windows..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.sun.jna..");

    @ArchTest
    static final ArchRule ONLY_THE_WINDOW_KNOWS_JAVAFX_AND_AWT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("app.naru.ui..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("javafx..", "java.awt..", "javax.swing.."));

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_NODES =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");

    @ArchTest
    static final ArchRule NO_NAMES_THAT_SAY_NOTHING =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("app.naru.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LOGGING_BY_SLF4J_ALONE =
            noClasses()
                    .that(resideOutsideOfPackage("app.naru"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging..");

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
