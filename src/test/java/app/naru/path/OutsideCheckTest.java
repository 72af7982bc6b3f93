package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Sentence;
import app.naru.internet.ServiceCheck;
import app.naru.path.OutsideCheck.Beginning;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The check from outside of a forward with a real relay. Who comes from where is ArrivalsTest's.
 */
@Timeout(60)
final class OutsideCheckTest {

    @TempDir Path journals;

    private static Beginning begin(OpenToTheInternet open) throws IOException {
        return OutsideCheck.begin(
                open.forwards,
                open.forward,
                List.of(Locale.ENGLISH, Locale.KOREAN),
                language -> "It works in " + language);
    }

    private static OutsideCheck begun(OpenToTheInternet open) throws IOException {
        return ((Beginning.Begun) begin(open)).check();
    }

    @Test
    void thePhonesLinkIsAnsweredByNaruUntilTheCheckIsOver() throws Exception {
        try (OpenToTheInternet open = new OpenToTheInternet(journals, "TCP")) {
            OutsideCheck check = begun(open);
            URI link = check.link();
            assertThat(link.toString()).startsWith("http://203.0.113.9:");
            assertThat(check.limits()).isEmpty();

            assertThat(open.get(link)).isEqualTo("It works in ko");
            assertThat(open.get(URI.create(link + "x"))).isEqualTo(OpenToTheInternet.PAGE);

            check.close();
            assertThat(open.get(link)).isEqualTo(OpenToTheInternet.PAGE);
            assertThat(open.forwards.status(open.forward).state())
                    .isEqualTo(ForwardStatus.State.OPEN);
        }
    }

    @Test
    void eachCheckHasATokenOfItsOwn() throws Exception {
        try (OpenToTheInternet open = new OpenToTheInternet(journals, "TCP")) {
            OutsideCheck first = begun(open);
            URI old = first.link();
            first.close();
            try (OutsideCheck second = begun(open)) {
                assertThat(second.link()).isNotEqualTo(old);
                assertThat(open.get(old)).isEqualTo(OpenToTheInternet.PAGE);
            }
        }
    }

    @Test
    void aUdpForwardGetsADoorOfItsOwnWhichIsClosedAgain() throws Exception {
        try (OpenToTheInternet open = new OpenToTheInternet(journals, "UDP")) {
            String tcp = "6/" + open.forward.ports().first();
            assertThat(OutsideCheck.takesAnotherPort(open.forwards, open.forward)).isTrue();
            assertThat(open.router.mapped).doesNotContainKey(tcp);

            OutsideCheck check = begun(open);
            assertThat(open.router.mapped).containsKey(tcp);
            assertThat(check.limits().orElseThrow().key()).isEqualTo("check.limits.udp");
            assertThat(open.get(check.link())).isEqualTo("It works in ko");

            check.close();
            assertThat(open.router.mapped).doesNotContainKey(tcp);
            assertThat(open.forwards.open()).hasSize(1);
        }
    }

    @Test
    void whatIsClosedCanNotBeChecked() throws Exception {
        try (OpenToTheInternet open = new OpenToTheInternet(journals, "TCP")) {
            open.forwards.close(open.forward.id(), step -> {});
            assertThat(begin(open))
                    .isEqualTo(new Beginning.Impossible(Sentence.of("check.notOpen")));
        }
    }

    @Test
    void whereTheRouterLetsNobodyInItIsSaidAndNoDoorStaysOpen() throws Exception {
        try (OpenToTheInternet open = new OpenToTheInternet(journals, "UDP")) {
            open.router.address = "100.64.3.4";
            assertThat(begin(open))
                    .isInstanceOfSatisfying(
                            Beginning.Impossible.class,
                            not ->
                                    assertThat(not.why().key())
                                            .isEqualTo("router.refused.CARRIER_NAT"));
            assertThat(open.forwards.open()).hasSize(1);
        }
    }

    @Test
    void withoutAServiceNothingIsKnown() throws Exception {
        try (OpenToTheInternet open = new OpenToTheInternet(journals, "TCP");
                OutsideCheck check = begun(open)) {
            assertThat(check.ask(List.of(), host -> {}))
                    .isEqualTo(new ServiceCheck.Result.Unavailable());
            assertThat(check.arrivals()).isEmpty();
        }
    }
}
