package app.naru.ui.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Sentence;
import app.naru.path.OpenToTheInternet;
import app.naru.settings.InternetServices;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the window of the check from outside shows. */
@Timeout(60)
final class CheckViewModelTest {

    @TempDir Path folder;

    private OpenToTheInternet open;
    private Settings settings;
    private CheckViewModel model;

    @BeforeEach
    void start() throws IOException {
        open(/* protocol= */ "TCP");
    }

    private void open(String protocol) throws IOException {
        open = new OpenToTheInternet(folder.resolve(protocol), protocol);
        settings = new Settings(new SettingsFolder(folder), Clock.systemUTC());
        settings.internet(new InternetServices(true, List.of(), List.of(), List.of()));
        model = new CheckViewModel(open.forwards, open.forward, settings, BackgroundTasks.direct());
    }

    @AfterEach
    void stop() throws IOException {
        open.close();
    }

    @Test
    void showsTheLinkUntilTheWindowIsClosed() throws Exception {
        assertThat(model.linkProperty().get()).isEmpty();

        model.begin();

        URI link = model.linkProperty().get().orElseThrow();
        assertThat(model.beginningProperty().get()).isFalse();
        assertThat(model.impossibleProperty().get()).isEmpty();
        assertThat(model.limitsProperty().get()).isEmpty();
        assertThat(open.get(link)).isNotEqualTo(OpenToTheInternet.PAGE).contains("<html");

        model.close();
        assertThat(open.get(link)).isEqualTo(OpenToTheInternet.PAGE);
    }

    /** A visit from this PC shows nothing of the Internet. */
    @Test
    void claimsNothingWhereNobodyCameFromOutside() throws Exception {
        model.begin();
        open.get(model.linkProperty().get().orElseThrow());
        model.tick();
        assertThat(model.arrivalProperty().get()).isEmpty();
        model.close();
    }

    @Test
    void saysWhatAnotherPortDoesNotShow() throws Exception {
        open.close();
        open("UDP");

        model.begin();

        assertThat(model.limitsProperty().get())
                .hasValueSatisfying(
                        limits -> assertThat(limits.key()).isEqualTo("check.limits.udp"));
        model.close();
        assertThat(open.forwards.open()).hasSize(1);
    }

    @Test
    void saysWhyNothingCanBeChecked() {
        open.forwards.close(open.forward.id(), step -> {});

        model.begin();
        model.ask();

        assertThat(model.impossibleProperty().get()).contains(Sentence.of("check.notOpen"));
        assertThat(model.linkProperty().get()).isEmpty();
        assertThat(model.serviceProperty().get()).isEmpty();
    }

    @Test
    void saysThatNoServiceCouldBeAsked() {
        model.begin();
        model.ask();
        assertThat(model.serviceProperty().get())
                .contains(Sentence.of("check.service.unavailable"));
        assertThat(model.askingProperty().get()).isFalse();
        model.close();
    }

    @Test
    void saysWhatIsWrongWithTheSettings() throws IOException {
        settings.internet(
                new InternetServices(true, List.of(), List.of(), List.of("no web address")));
        model.begin();
        model.ask();
        assertThat(model.serviceProperty().get())
                .map(Sentence::key)
                .isNotEqualTo(Optional.of("check.service.unavailable"))
                .isPresent();
        model.close();
    }

    @Test
    void aWindowThatWasClosedAtOnceLeavesNothingToAnswer() throws Exception {
        model.close();
        model.begin();
        assertThat(model.linkProperty().get()).isEmpty();
        assertThat(open.forwards.open()).hasSize(1);
    }
}
