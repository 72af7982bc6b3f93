package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.internet.OutsideView.View;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OutsideViewTest {

    private FakeInternet internet;
    private Standpoint here = Standpoint.UNKNOWN;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);
    private OutsideView view;

    @BeforeEach
    void connect() throws IOException {
        internet = new FakeInternet();
        Contacts contacts =
                new Contacts(
                        List.of(),
                        List.of(internet.page("/ip", FakeInternet.saying(200, "203.0.113.7"))),
                        List.of());
        view = new OutsideView(() -> Optional.of(contacts), () -> here, ticking());
    }

    private Clock ticking() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @AfterEach
    void disconnect() {
        internet.close();
    }

    @Test
    void contactsNobodyAsLongAsNobodyWantsToKnow() throws Exception {
        assertThat(view.look()).isEqualTo(new View.NotWanted());
        assertThat(internet.asked()).isEmpty();
        view.want();
        assertThat(view.look()).isInstanceOf(View.Looked.class);
        assertThat(internet.asked()).containsExactly("/ip");
    }

    @Test
    void contactsNobodyWhenThatIsSwitchedOff() throws Exception {
        OutsideView off = new OutsideView(Optional::empty, () -> here, clock);
        off.want();
        assertThat(off.ask(answer -> {})).isEqualTo(new View.SwitchedOff());
    }

    @Test
    void saysWhatIsWrongWithTheSettings() throws Exception {
        OutsideView broken =
                new OutsideView(
                        () -> Optional.of(Contacts.parse(List.of("a b"), List.of(), List.of())),
                        () -> here,
                        clock);
        assertThat(broken.ask(answer -> {}))
                .isEqualTo(new View.Unusable(new InvalidInput("internet.stun", "a b").sentence()));
    }

    /** A VPN that was just switched off must not be blamed for another minute. */
    @Test
    void asksAnewWhereThisPcStandsElsewhere() throws Exception {
        view.ask(answer -> {});
        here = new Standpoint(Set.of(Address.parse("192.168.0.7")), Optional.empty());
        view.ask(answer -> {});
        assertThat(internet.asked()).hasSize(2);
        view.ask(answer -> {});
        assertThat(internet.asked()).hasSize(2);
    }

    @Test
    void asksOnceAMinuteAtMostUnlessItShallForget() throws Exception {
        view.ask(answer -> {});
        now = now.plusSeconds(59);
        view.ask(answer -> {});
        assertThat(internet.asked()).hasSize(1);
        now = now.plusSeconds(2);
        view.ask(answer -> {});
        assertThat(internet.asked()).hasSize(2);
        view.forget();
        view.ask(answer -> {});
        assertThat(internet.asked()).hasSize(3);
    }
}
