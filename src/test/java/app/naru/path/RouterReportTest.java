package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.internet.WayIn;
import app.naru.router.FakeMappingServer;
import app.naru.router.Found;
import app.naru.survey.Situation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the wizard is told of a router before anything is asked of it. */
final class RouterReportTest {

    private static final Situation SITUATION =
            Situations.linux(Situations.listener("0.0.0.0", 8000, "python3"));

    private FakeMappingServer router;

    @BeforeEach
    void start() throws IOException {
        router = new FakeMappingServer();
    }

    @AfterEach
    void stop() {
        router.close();
    }

    @Test
    void aRouterWithAPublicAddressIsWilling() {
        assertThat(RouterReport.of(router.found(), SITUATION))
                .isInstanceOfSatisfying(
                        RouterReport.Willing.class,
                        willing ->
                                assertThat(willing.address())
                                        .contains(Address.parse("203.0.113.9")));
    }

    @Test
    void theInternetIsAskedWhereTheSituationDoesNotHoldYetWhatItSees() {
        Found judged =
                router.found().judgedBy(routers -> Optional.of(Address.parse("198.51.100.7")));

        assertThat(RouterReport.of(judged, SITUATION))
                .isInstanceOfSatisfying(
                        RouterReport.NoWayIn.class,
                        none -> {
                            assertThat(none.why().kind()).isEqualTo(WayIn.Kind.OTHER_ADDRESS);
                            assertThat(none.why().sentence().arguments())
                                    .containsExactly("203.0.113.9", "198.51.100.7");
                            assertThat(none.why().help()).isNotEmpty();
                        });
    }

    @Test
    void noneIsNeededWhereThisPcItselfHasTheAddressThatTheInternetSees() {
        Situation direct = SITUATION.withOutside(MappedForwardsTest.seen("192.168.0.7"));
        assertThat(RouterReport.of(new Found(List.of()), direct))
                .isInstanceOfSatisfying(
                        RouterReport.NoneNeeded.class,
                        none -> assertThat(none.why().kind()).isEqualTo(WayIn.Kind.DIRECT));
    }

    @Test
    void noRouterIsSilent() {
        assertThat(RouterReport.of(new Found(List.of()), SITUATION))
                .isEqualTo(new RouterReport.Silent());
    }
}
