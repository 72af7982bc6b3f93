package app.naru.ui.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.settings.Preferences;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.PatientRobot;
import app.naru.ui.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The page with real keys and clicks, over a Windows that is written down. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class FirewallPageTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MANY = 1_500;

    @TempDir private static Path folder;
    private final PatientRobot robot = new PatientRobot();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final BackgroundTasks tasks =
            BackgroundTasks.onToolkit(failure -> {
                throw new IllegalStateException(failure);
            });
    private FirewallWorld world;
    private Stage stage;

    @Start
    void start(Stage first) throws IOException {
        stage = first;
        world = new FirewallWorld(folder);
        for (int i = 0; i < MANY; i++) {
            world.windows.put(
                    "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort="
                            + (10_000 + i)
                            + "|App=C:\\Program Files\\Vendor\\service"
                            + i
                            + ".exe|Name=Service "
                            + i
                            + "|");
        }
        new Theme(() -> false).apply(Preferences.Theme.LIGHT);
        show(true);
    }

    private void show(boolean onWindows) throws IOException {
        Parent page =
                FirewallPage.page(onWindows ? Optional.of(world.firewall) : Optional.empty())
                        .make()
                        .apply(world.context(Texts.in(Locale.ENGLISH), tasks, copied::add));
        Scene scene = new Scene(page, 900, 640);
        Theme.dress(scene, Texts.in(Locale.ENGLISH));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws IOException {
        tasks.close();
        world.close();
    }

    private <N extends Node> N node(String id) {
        return robot.lookup(id).query();
    }

    private ListView<RuleRow> list() {
        return node("#list");
    }

    private void awaitRules(int count) {
        await().atMost(LIMIT).until(() -> robot.lookup("#list").tryQuery().isPresent());
        await().atMost(LIMIT).until(() -> list().getItems().size() == count);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return this.<Label>node(id).getText();
    }

    @Test
    void manyRulesScrollWithAFewCells() {
        awaitRules(MANY + 4);
        Set<Node> cells = Collections.newSetFromMap(new IdentityHashMap<>());

        for (int i = 0; i < MANY; i += 25) {
            int to = i;
            robot.interact(() -> list().scrollTo(to));
            WaitForAsyncUtils.waitForFxEvents();
            cells.addAll(robot.lookup(".rule-cell").queryAll());
        }

        assertThat(cells).hasSizeBetween(3, 60);
    }

    @Test
    void whatIsTypedIsFoundAndExplained() {
        awaitRules(MANY + 4);

        robot.type("#search", "service 1234");
        awaitRules(1);
        assertThat(text("#count")).isEqualTo("Rules: 1 of 1504");
        robot.clickOn("#search")
                .press(KeyCode.CONTROL, KeyCode.A)
                .release(KeyCode.A, KeyCode.CONTROL);
        robot.write("python");
        awaitRules(1);
        robot.clickOn(".rule-cell");
        assertThat(text("#sentence"))
                .isEqualTo(
                        "Lets any device reach python.exe on TCP port 8000, in private networks");
        assertThat(this.<Node>node("#changing").isVisible()).isFalse();
        assertThat(text("#foreign")).contains("Naru changes only its own rules");
        robot.interact(() -> this.<TitledPane>node("#details").setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(this.<TextArea>node("#text").getText()).isEqualTo(FirewallWorld.PYTHON);
        robot.interact(() -> this.<Button>node("#copyNetsh").fire());
        assertThat(copied)
                .containsExactly(
                        "netsh advfirewall firewall add rule name=Python dir=in action=allow"
                                + " program=C:\\Python\\python.exe protocol=tcp localport=8000"
                                + " profile=private enable=yes");

        robot.type("#search", "no such thing");
        awaitRules(0);
        assertThat(this.<Node>node("#nothingFits").isVisible()).isTrue();
        robot.clickOn("#clear");
        awaitRules(MANY + 4);
        robot.type("#port", "x");
        assertThat(text("#portProblem")).contains("x");
        awaitRules(MANY + 4);
    }

    @Test
    void whatDecidesForAPortLeadsToItsRule() {
        awaitRules(MANY + 4);
        robot.clickOn("#showExplain");
        String through = "The firewall lets it through: the rule \"Service 777\" says so.";
        robot.type("#explainPlace #port", "10777");
        robot.type("#explainPlace #program", "C:\\Program Files\\Vendor\\service777.exe");

        await().atMost(LIMIT)
                .until(() ->
                        robot.lookup("#verdict .label").queryAllAs(Labeled.class).stream()
                                .map(Labeled::getText)
                                .anyMatch(through::equals));
        robot.clickOn("#decider");
        await().atMost(LIMIT).until(() -> this.<Node>node("#rulePlace").isVisible());
        assertThat(text("#name")).isEqualTo("Service 777");
        assertThat(list().getSelectionModel().getSelectedItem().name()).isEqualTo("Service 777");
    }

    @Test
    void aRuleIsMadeStepByStepAndTakenBack() {
        awaitRules(MANY + 4);
        robot.clickOn("#newRule");
        await().atMost(LIMIT).until(() -> robot.lookup("#kindPort").tryQuery().isPresent());
        robot.clickOn("#kindPort").type(KeyCode.ENTER);
        assertThat(this.<Button>node("#next").isDisabled()).isTrue();
        await().atMost(LIMIT).until(() -> this.<Node>node("#localPorts").isFocused());
        robot.type("#localPorts", "80,x");
        assertThat(text("#localProblem")).contains("x");
        assertThat(this.<Button>node("#next").isDisabled()).isTrue();
        robot.type("#localPorts", "80,443");
        robot.clickOn("#next").clickOn("#next");
        robot.clickOn("#profileStep #publicly").clickOn("#next");
        assertThat(this.<TextArea>node("#command").getText())
                .isEqualTo(
                        "netsh advfirewall firewall add rule name=\"Naru - TCP 80,443\" dir=in"
                                + " action=allow protocol=tcp localport=80,443"
                                + " remoteip=localsubnet profile=domain,private");
        robot.clickOn("#make");

        await().atMost(LIMIT)
                .until(() ->
                        text("#toldText").equals("Done: the firewall rule \"Naru - TCP 80,443\"."));
        awaitRules(MANY + 5);
        await().atMost(LIMIT).until(() -> text("#name").equals("Naru - TCP 80,443"));
        robot.clickOn("#undo");
        awaitRules(MANY + 4);
        assertThat(text("#toldText")).startsWith("Taken back");
    }

    @Test
    void ourRuleIsRemovedOnRequestAlone() {
        awaitRules(MANY + 4);
        robot.clickOn(".rule-cell");
        assertThat(text("#name")).isEqualTo("Naru - Site");
        robot.clickOn("#remove");
        await().atMost(LIMIT).until(() -> robot.lookup("#question").tryQuery().isPresent());
        robot.clickOn("Cancel");
        assertThat(world.windows.ran).isEmpty();
        robot.clickOn("#remove");
        await().atMost(LIMIT).until(() -> robot.lookup("#question").tryQuery().isPresent());
        robot.clickOn(robot.lookup("#question .danger").queryButton());

        awaitRules(MANY + 3);
    }

    @Test
    void withoutWindowsFirewallRulesAreLookedAtAllTheSame() {
        robot.interact(() -> {
            try {
                show(false);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(this.<Node>node("#nothingHere").isVisible()).isTrue();
        assertThat(this.<Node>node("#browser").isVisible()).isFalse();
        assertThat(this.<Node>node("#newRule").getStyleClass()).doesNotContain("accent");
        robot.clickOn("#newRule");
        await().atMost(LIMIT).until(() -> robot.lookup("#kindPort").tryQuery().isPresent());
        assertThat(this.<Node>node("#notHere").isVisible()).as("said at once").isTrue();
        robot.clickOn("#cancel");
        robot.clickOn("#pasteHere");
        await().atMost(LIMIT)
                .until(() -> robot.lookup(".dialog-pane .text-area").tryQuery().isPresent());
        robot.interact(() ->
                robot.lookup(".dialog-pane .text-area")
                        .<TextArea>query()
                        .setText(FirewallWorld.GAME + "\nnonsense"));
        robot.clickOn("Show");

        awaitRules(1);
        assertThat(text("#fileText")).isEqualTo("Rules in what was pasted: 1");
        assertThat(text("#troubles")).startsWith("Line 2: \"nonsense\"");
        assertThat(this.<Node>node("#makeAll").isVisible()).isFalse();
        robot.clickOn("#showExplain");
        assertThat(this.<Node>node("#hint").isVisible()).isTrue();
        robot.type("#explainPlace #port", "8000");
        await().atMost(LIMIT).until(() -> this.<Node>node("#ofFile").isVisible());
        assertThat(text("#ofFile")).startsWith("By the rules of what was pasted");
        robot.clickOn("#closeFile");
        await().atMost(LIMIT).until(() -> this.<Node>node("#nothingHere").isVisible());
    }
}
