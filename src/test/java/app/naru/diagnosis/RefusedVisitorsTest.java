package app.naru.diagnosis;

import static app.naru.diagnosis.Answers.answer;
import static app.naru.diagnosis.Answers.reopen;
import static app.naru.diagnosis.Answers.texts;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Diagnosis.Verdict;
import app.naru.forward.PortRange;
import app.naru.path.HopKind;
import app.naru.path.Situations;
import app.naru.server.HostRefusal;
import app.naru.server.ServerKind;
import app.naru.server.Speech;
import app.naru.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said and offered where a server refuses visitors who come by another name. */
final class RefusedVisitorsTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);

    @Test
    void djangoGetsTheVeryHostsAndNeverAStar() {
        Finding lan = answer(new Scene().speech(django("192.168.0.7")));
        assertThat(texts(lan))
                .containsExactly(
                        "ALLOWED_HOSTS = ['localhost', '127.0.0.1', '[::1]', '192.168.0.7']");

        Finding internet =
                answer(new Scene().internet().speech(django("192.168.0.7", "198.51.100.9")));
        assertThat(texts(internet).getFirst())
                .contains("'192.168.0.7', '198.51.100.9'")
                .doesNotContain("*");
        assertThat(internet.hop()).isEqualTo(HopKind.SERVER);
        assertThat(ENGLISH.say(internet.sentence()))
                .isEqualTo(
                        "Django refuses visitors who come to 192.168.0.7: that host is not in"
                                + " ALLOWED_HOSTS.");
    }

    @Test
    void aServerThatRefusesNamesCanBePutBehindHttpMode() {
        Fix.Reopen fix = reopen(answer(new Scene().speech(django("192.168.0.7"))));

        assertThat(fix.changed().http()).isPresent();
        assertThat(fix.changed().ports()).isEqualTo(PortRange.parse("8000"));
        assertThat(fix.meaning()).isPresent();
        assertThat(reopen(answer(heldByTheServer())).changed().ports())
                .as("the server itself has 8000")
                .isEqualTo(PortRange.parse("48000"));
    }

    private static Scene heldByTheServer() {
        return new Scene()
                .listeners(Situations.listener("0.0.0.0", 8000, "python.exe"))
                .speech(django("192.168.0.7"));
    }

    @Test
    void whoAsksByANameThatHttpModeDoesNotKnowCanBeLetIn() {
        Diagnosis diagnosis =
                new Scene()
                        .inHttpMode()
                        .askedFor(7, "Home.Example.", "203.0.113.4", "[2001:db8::1]", "a.example")
                        .diagnose();

        assertThat(diagnosis.verdict()).as("others get through").isEqualTo(Verdict.REACHABLE);
        Finding note = diagnosis.notes().getFirst();
        assertThat(note.cause()).isEqualTo(Cause.ASKED_BY_OTHER_NAME);
        assertThat(ENGLISH.say(note.sentence())).contains("7", "Home.Example.");
        assertThat(note.fixes())
                .as("an IPv6 address is no name")
                .extracting(fix -> ((Fix.Reopen) fix).changed().http().orElseThrow().names())
                .containsExactly(
                        List.of("home.example"), List.of("203.0.113.4"), List.of("a.example"));
    }

    @Test
    void aForwardInHttpModeIsNotOfferedIt() {
        Scene scene = new Scene().speech(django("192.168.0.7")).inHttpMode();

        assertThat(answer(scene).fixes()).hasOnlyElementsOfType(Fix.Copy.class);
    }

    @Test
    void formsAreTrustedFromEveryAddressAtOnceAndNeverFromAnywhere() {
        Speech speech =
                new Speech(
                        ServerKind.DJANGO,
                        true,
                        false,
                        false,
                        List.of(
                                new Speech.Reply("localhost", 200, Optional.empty()),
                                new Speech.Reply("192.168.0.7", 200, Optional.empty()),
                                new Speech.Reply("2001:db8::7", 200, Optional.empty())),
                        Optional.of("http://192.168.0.7:8000"));

        assertThat(texts(answer(new Scene().speech(speech))))
                .containsExactly(
                        "CSRF_TRUSTED_ORIGINS = ['http://192.168.0.7:8000',"
                                + " 'http://[2001:db8::7]:8000']");
    }

    private static Speech django(String... refused) {
        return refusing(HostRefusal.DJANGO, refused);
    }

    private static Speech refusing(HostRefusal by, String... hosts) {
        List<Speech.Reply> replies =
                Arrays.stream(hosts)
                        .map(host -> new Speech.Reply(host, 400, Optional.of(by)))
                        .toList();
        return new Speech(ServerKind.HTTP, true, false, false, replies, Optional.empty());
    }

    @Test
    void eachDevelopmentServerGetsItsOwnLine() {
        assertThat(texts(answer(new Scene().speech(refusing(HostRefusal.VITE, "192.168.0.7")))))
                .containsExactly("server: { allowedHosts: ['192.168.0.7'] },");
        assertThat(texts(answer(new Scene().speech(refusing(HostRefusal.WEBPACK, "192.168.0.7")))))
                .containsExactly("devServer: { allowedHosts: ['192.168.0.7'] },");
        assertThat(texts(answer(new Scene().speech(refusing(HostRefusal.RAILS, "192.168.0.7")))))
                .containsExactly("config.hosts << \"192.168.0.7\"");
        assertThat(texts(answer(new Scene().speech(refusing(HostRefusal.ANGULAR, "192.168.0.7")))))
                .containsExactly("\"allowedHosts\": [\"192.168.0.7\"]");
    }

    @Test
    void aNameThatIsRefusedWhereAddressesAreTakenIsOnlyWorthKnowing() {
        Diagnosis diagnosis =
                new Scene().speech(refusing(HostRefusal.VITE, "my-pc.local")).diagnose();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.REACHABLE);
        assertThat(diagnosis.notes())
                .extracting(Finding::cause)
                .contains(Cause.DEV_SERVER_REFUSES_HOST);
    }
}
