package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.internet.FakeInternet;
import app.naru.settings.InternetServices;
import app.naru.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AddressCommandTest {

    @TempDir Path folder;

    @Test
    void tellsEveryAddressAndItsSources() throws IOException {
        try (FakeInternet internet = new FakeInternet()) {
            URI page = internet.page("/ip", FakeInternet.saying(200, "203.0.113.7"));
            contacts(true, internet.stun("203.0.113.7").toString(), page.toString());
            Terminal terminal = new Terminal(folder);
            assertThat(terminal.run("address")).isZero();
            assertThat(terminal.out())
                    .contains(
                            "192.168.0.7",
                            "192.168.0.1",
                            "The router does not tell.",
                            "sees 203.0.113.7",
                            "All that answered tell the same.",
                            "The Internet sees 203.0.113.7. The router does not say its own address");
        }
    }

    @Test
    void tellsTheSameAsJson() throws IOException {
        try (FakeInternet internet = new FakeInternet()) {
            URI page = internet.page("/ip", FakeInternet.saying(200, "203.0.113.7"));
            contacts(true, internet.stun("203.0.113.8").toString(), page.toString());
            Terminal terminal = new Terminal(folder, Locale.KOREAN);
            assertThat(terminal.run("address", "--json")).isZero();
            JsonNode node = new ObjectMapper().readTree(terminal.out());
            assertThat(node.at("/internal/0").asText()).isEqualTo("192.168.0.7");
            assertThat(node.at("/gateway").asText()).isEqualTo("192.168.0.1");
            assertThat(node.at("/router/says").asText()).isEqualTo("unsaid");
            assertThat(node.at("/external/ipv4").asText()).isEqualTo("203.0.113.8");
            assertThat(node.at("/external/agreement/ipv4").asText()).isEqualTo("differ");
            assertThat(node.at("/sources")).hasSize(3);
            assertThat(node.at("/sources/1/failure").asText()).isNotEmpty();
            assertThat(node.at("/way/kind").asText()).isEqualTo("unsaid");
            assertThat(node.at("/way/text").asText()).contains("인터넷에서 보이는 주소는 203.0.113.8");
        }
    }

    @Test
    void contactsNobodyWhereThatIsSwitchedOff() throws IOException {
        try (FakeInternet internet = new FakeInternet()) {
            contacts(false, internet.stun("203.0.113.7").toString(), "https://ip.example.org/");
            Terminal terminal = new Terminal(folder);
            assertThat(terminal.run("address")).isEqualTo(1);
            assertThat(terminal.out()).contains("switched off in its settings");
            assertThat(internet.asked()).isEmpty();
        }
    }

    @Test
    void saysWhatIsWrongInTheSettings() throws IOException {
        contacts(true, "no server", "https://ip.example.org/");
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("address")).isEqualTo(1);
        assertThat(terminal.out()).contains("\"no server\" is not a STUN server");
    }

    private void contacts(boolean allowed, String stun, String echo) throws IOException {
        Settings settings = new Settings(new Terminal(folder).folder, Clock.systemUTC());
        settings.internet(new InternetServices(allowed, List.of(stun), List.of(echo), List.of()));
    }
}
