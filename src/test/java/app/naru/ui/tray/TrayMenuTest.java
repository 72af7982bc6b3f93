package app.naru.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.ForwardStatus;
import app.naru.path.ForwardStatus.State;
import app.naru.path.Link;
import app.naru.text.Texts;
import app.naru.ui.ForwardWords;
import app.naru.ui.Health;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrayMenuTest {

    private final List<String> done = new ArrayList<>();
    private final TrayMenu menu =
            new TrayMenu(
                    new TrayMenu.Commands(
                            () -> done.add("show"),
                            id -> done.add("toggle " + id),
                            status -> done.add("copy " + status.forward().id()),
                            () -> done.add("close all"),
                            () -> done.add("quit")));

    private TrayState state(ForwardStatus... forwards) {
        Texts texts = Texts.in(Locale.ENGLISH);
        return menu.state(texts, new ForwardWords(texts), List.of(forwards));
    }

    private static ForwardStatus status(String id, State state, Optional<Sentence> trouble) {
        Forward forward =
                new Forward(
                        id,
                        new ForwardName("Django"),
                        Protocol.TCP,
                        PortRange.of(8000),
                        new Listen.LanAddresses(),
                        Target.parse("8000"),
                        new Audience.ThisNetwork(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.PRIVATE),
                        "");
        URI uri = URI.create("http://192.168.0.7:8000/");
        return new ForwardStatus(
                forward,
                state,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(
                        new Link(
                                Link.Reach.NETWORK,
                                Address.parse("192.168.0.7"),
                                uri.toString(),
                                Optional.of(uri))),
                trouble);
    }

    @Test
    void saysThatThereIsNothingYet() {
        TrayState state = state();

        assertThat(state.health()).isEqualTo(Health.CLOSED);
        assertThat(state.tooltip()).isEqualTo("Naru: nothing is open");
        assertThat(state.menu()).contains(new TrayItem.Info("No servers yet"));
    }

    @Test
    void showsClosesAndQuits() {
        state().menu().forEach(TrayMenuTest::choose);

        assertThat(done).containsExactly("show", "close all", "quit");
    }

    @Test
    void switchesEachForwardAndCopiesItsLink() {
        TrayItem.Submenu forward = submenu(state(status("aaaaaaa1", State.OPEN, Optional.empty())));

        assertThat(forward.text()).isEqualTo("Django — Open");
        assertThat(forward.items())
                .anySatisfy(item ->
                        assertThat(item)
                                .isInstanceOfSatisfying(
                                        TrayItem.Check.class,
                                        check -> assertThat(check.on()).isTrue()));
        forward.items().forEach(TrayMenuTest::choose);
        assertThat(done).containsExactly("toggle aaaaaaa1", "copy aaaaaaa1");
    }

    @Test
    void letsAForwardThatIsOnItsWayBe() {
        TrayItem.Submenu forward =
                submenu(state(status("aaaaaaa1", State.OPENING, Optional.empty())));

        assertThat(forward.items())
                .filteredOn(TrayItem.Check.class::isInstance)
                .singleElement()
                .satisfies(check -> assertThat(((TrayItem.Check) check).enabled()).isFalse());
    }

    @Test
    void tellsWhatStandsInTheWayOfOneAmongOthers() {
        TrayState state =
                state(
                        status("aaaaaaa1", State.OPEN, Optional.of(Sentence.of("path.lan.none"))),
                        status("aaaaaaa2", State.OPEN, Optional.empty()));

        assertThat(state.health()).isEqualTo(Health.PROBLEM);
        assertThat(state.tooltip()).isEqualTo("Naru: something is in the way");
        assertThat(submenu(state).items())
                .contains(new TrayItem.Info("This PC has no address on a local network."));
    }

    private static TrayItem.Submenu submenu(TrayState state) {
        return state.menu().stream()
                .filter(TrayItem.Submenu.class::isInstance)
                .map(TrayItem.Submenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void choose(TrayItem item) {
        switch (item) {
            case TrayItem.Item(String text, Runnable action) -> action.run();
            case TrayItem.Check check -> check.action().run();
            case TrayItem.Info info -> {}
            case TrayItem.Separator separator -> {}
            case TrayItem.Submenu submenu -> submenu.items().forEach(TrayMenuTest::choose);
        }
    }
}
