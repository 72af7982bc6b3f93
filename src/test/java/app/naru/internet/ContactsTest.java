package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactsTest {

    @ParameterizedTest
    @CsvSource({
        "stun.example.org, stun.example.org:3478",
        "stun.example.org:19302, stun.example.org:19302",
        "192.0.2.1:3478, 192.0.2.1:3478",
        "[2001:db8::1]:3479, [2001:db8::1]:3479"
    })
    void readsStunServers(String text, String read) {
        assertThat(StunServer.parse(text)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "stun:host:1", "host:", "host:99999999", "h/p", "[::1"})
    void refusesWhatIsNoStunServer(String text) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> StunServer.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://example.org/",
                "file:///etc/passwd",
                "example.org",
                "https:///x",
                "https://user:secret@example.org/",
                "https://exa mple.org/"
            })
    void refusesWhatIsNoPage(String text) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Contacts.page(text));
    }

    @Test
    void putsThePortAndTheAddressIntoTheServicesAddress() {
        CheckService service =
                CheckService.parse("https://check.example.org/tcp?host={address}:{port}");
        assertThat(service.host()).isEqualTo("check.example.org");
        assertThat(service.at(Address.parse("203.0.113.7"), new Port(8000)))
                .hasToString("https://check.example.org/tcp?host=203.0.113.7:8000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/port/", "{port}", "ftp://example.org/{port}"})
    void refusesWhatIsNoCheckingService(String text) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> CheckService.parse(text));
    }
}
