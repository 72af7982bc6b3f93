package app.naru.ui.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.InvalidInput;
import app.naru.settings.InternetServices;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContactsViewModelTest {

    @TempDir Path folder;
    private final AtomicInteger saved = new AtomicInteger();
    private ContactsViewModel model;

    @BeforeEach
    void open() throws IOException {
        model = new ContactsViewModel(settings(), BackgroundTasks.direct(), saved::incrementAndGet);
    }

    private Settings settings() throws IOException {
        return new Settings(new SettingsFolder(folder), Clock.systemUTC());
    }

    @Test
    void keepsWhatWasTypedOneInEachLine() throws IOException {
        model.stunProperty().set(" stun.example.org:3478 \n\nstun.example.net");
        model.allowedProperty().set(false);
        model.save();
        InternetServices kept = settings().internet();
        assertThat(kept.allowed()).isFalse();
        assertThat(kept.stun()).isEqualTo(List.of("stun.example.org:3478", "stun.example.net"));
        assertThat(kept.echo()).isEqualTo(InternetServices.DEFAULT.echo());
        assertThat(saved).hasValue(1);
    }

    @Test
    void saysWhatIsNoServerAndKeepsNothing() throws IOException {
        model.checkProperty().set("https://check.example.org/");
        model.save();
        assertThat(model.complaintProperty().get())
                .contains(
                        new InvalidInput("internet.check", "https://check.example.org/")
                                .sentence());
        assertThat(settings().internet()).isEqualTo(InternetServices.DEFAULT);
        assertThat(saved).hasValue(0);
    }

    @Test
    void putsTheOwnListsBackAndLeavesTheSwitchAlone() {
        model.allowedProperty().set(false);
        model.stunProperty().set("");
        model.restore();
        assertThat(model.stunProperty().get().lines())
                .containsExactlyElementsOf(InternetServices.DEFAULT.stun());
        assertThat(model.allowedProperty().get()).isFalse();
    }
}
