package app.naru.ui.addresses;

import static app.naru.internet.FakeInternet.saying;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.internet.Contacts;
import app.naru.internet.FakeInternet;
import app.naru.internet.OutsideView;
import app.naru.internet.Standpoint;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.addresses.OutsideViewModel.State;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page says of those who tell the public address, with web servers that really do. */
final class OutsideViewModelTest {

    private final Texts texts = Texts.in(Locale.ENGLISH);
    private FakeInternet internet;

    @BeforeEach
    void connect() throws IOException {
        internet = new FakeInternet();
    }

    @AfterEach
    void disconnect() {
        internet.close();
    }

    @Test
    void saysThatTheyAgree() {
        assertThat(agreement(says("/a", "203.0.113.7"), says("/b", "203.0.113.7")))
                .isEqualTo("All that answered tell the same.");
    }

    @Test
    void saysThatTheyDiffer() {
        assertThat(agreement(says("/a", "203.0.113.7"), says("/b", "203.0.113.8")))
                .startsWith("They tell different addresses");
    }

    /** One answer beside a server that has none to give is the word of one. */
    @Test
    void saysThatThereIsOneWordAlone() {
        assertThat(agreement(says("/a", "203.0.113.7"), says("/b", "out of order")))
                .isEqualTo("One alone told an address.");
    }

    @Test
    void saysThatNobodyToldAny() {
        assertThat(agreement(says("/a", "out of order")))
                .isEqualTo("Nobody on the Internet told an address.");
    }

    /** A home without IPv4 is told how far they agree about IPv6. */
    @Test
    void saysHowFarTheyAgreeAboutIpv6WhereThatIsAllThereIs() {
        assertThat(agreement(says("/a", "2001:db8::1"), says("/b", "2001:db8::1")))
                .isEqualTo("All that answered tell the same.");
    }

    @Test
    void tellsWhatEachSaid() {
        URI tells = says("/a", "203.0.113.7");
        URI refuses = internet.page("/b", saying(503, "out of order"));
        List<String> said =
                seen(tells, refuses).addresses().answers().stream()
                        .map(OutsideViewModel::words)
                        .map(texts::say)
                        .toList();
        assertThat(said).hasSize(2);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("/a: 203.0.113.7 ("));
        assertThat(said).anySatisfy(line -> assertThat(line).contains("/b, IPv4: "));
    }

    private URI says(String path, String address) {
        return internet.page(path, saying(200, address));
    }

    private String agreement(URI... pages) {
        return texts.say(OutsideViewModel.agreement(seen(pages).addresses()));
    }

    private State.Seen seen(URI... pages) {
        OutsideViewModel model = model(pages);
        model.ask();
        return (State.Seen) model.stateProperty().get();
    }

    private static OutsideViewModel model(URI... pages) {
        Contacts contacts = new Contacts(List.of(), List.of(pages), List.of());
        return new OutsideViewModel(
                new OutsideView(
                        () -> Optional.of(contacts), () -> Standpoint.UNKNOWN, Clock.systemUTC()),
                BackgroundTasks.direct());
    }
}
