package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Port;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhoneRequestTest {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.KOREAN);

    @Test
    void isAnotherEachTimeAndBeginsAsItsLinkSays() {
        PhoneRequest request = PhoneRequest.next();
        assertThat(request.token()).matches("[a-z2-7]{16}");
        assertThat(request).isNotEqualTo(PhoneRequest.next());
        assertThat(request.at(Address.parse("203.0.113.7"), new Port(8000)))
                .hasToString("http://203.0.113.7:8000/naru-check-" + request.token());
        assertThat(new String(request.opening(), StandardCharsets.US_ASCII))
                .isEqualTo("GET /naru-check-" + request.token() + " HTTP/1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Language: ko-KR,ko;q=0.9,en;q=0.8 | ko",
                "accept-language:en-US,en;q=0.9,ko;q=0.8 | en",
                "Accept-Language: fr,ko;q=0.1 | ko",
                "Accept-Language: fr | en",
                "Accept-Language: ;;;=,, | en",
                "Accept-Language: | en",
                "Host: 203.0.113.7 | en"
            })
    void speaksThePhonesLanguage(String header, String language) {
        String head = "GET /naru-check-x HTTP/1.1\r\nUser-Agent: phone\r\n" + header + "\r\n\r\n";
        assertThat(PhoneRequest.language(head, SPOKEN).getLanguage()).isEqualTo(language);
    }

    @Test
    void answersWithAPageThatIsNotKept() {
        String response = new String(PhoneRequest.response("<p>됩니다"), StandardCharsets.UTF_8);
        assertThat(response)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: 12\r\n", "Cache-Control: no-store\r\n")
                .endsWith("\r\n\r\n<p>됩니다");
    }
}
