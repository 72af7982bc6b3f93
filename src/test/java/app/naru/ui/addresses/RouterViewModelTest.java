package app.naru.ui.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Address;
import app.naru.forward.Protocol;
import app.naru.internet.IpVersion;
import app.naru.internet.PublicAddresses;
import app.naru.internet.Source;
import app.naru.internet.SourceAnswer;
import app.naru.internet.WayIn;
import app.naru.path.OpenToTheInternet;
import app.naru.router.Found;
import app.naru.router.ListingRouter;
import app.naru.router.MappedPort;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Desk;
import app.naru.ui.Questions;
import app.naru.ui.addresses.RouterViewModel.Entry;
import app.naru.ui.addresses.RouterViewModel.Owner;
import app.naru.ui.addresses.RouterViewModel.State;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A router that really keeps a list; what is at loopback is this PC's. */
final class RouterViewModelTest {

    private static final MappedPort OURS = entry(8000, "127.0.0.1", "Naru Django");
    private static final MappedPort PHONE = entry(9000, "192.168.0.9", "Naru Vite");
    private static final MappedPort GAME = entry(7000, "127.0.0.1", "A game");

    @TempDir Path folder;
    private Desk desk;
    private ListingRouter router;
    private Found found;
    private final List<Questions.Question> asked = new ArrayList<>();
    private RouterViewModel model;

    private static MappedPort entry(int port, String client, String name) {
        return new MappedPort(Protocol.TCP, port, client, port, name, 0, true);
    }

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(folder, BackgroundTasks.direct());
        router = new ListingRouter();
        router.entries.addAll(List.of(OURS, PHONE, GAME));
        found = router.found();
        model =
                new RouterViewModel(
                        progress -> found,
                        desk.forwards,
                        desk.live::situation,
                        desk.tasks,
                        (question, ifYes) -> {
                            asked.add(question);
                            ifYes.run();
                        });
    }

    @AfterEach
    void close() throws IOException {
        router.close();
        desk.close();
    }

    private List<Entry> entries() {
        return answered().devices().getFirst().entries().orElseThrow();
    }

    /** What the Internet tells may come after what the router says. */
    @Test
    void weighsWhatTheRouterSaysAgainstWhatTheInternetTells() {
        model.search();
        WayIn alone = answered().way();
        assertThat(alone.kind()).isEqualTo(WayIn.Kind.UNCONFIRMED);

        model.compare(told(alone.router().orElseThrow()));
        assertThat(answered().way().kind()).isEqualTo(WayIn.Kind.OPEN);

        model.compare(told(Address.parse("198.51.100.7")));
        assertThat(answered().way().kind()).isNotIn(WayIn.Kind.OPEN, WayIn.Kind.UNCONFIRMED);
    }

    private static PublicAddresses told(InetAddress address) {
        return new PublicAddresses(
                List.of(
                        new SourceAnswer(
                                new Source(Source.Kind.STUN, "stun.example.org:3478"),
                                IpVersion.IPV4,
                                new SourceAnswer.Seen(address),
                                10)));
    }

    private State.Answered answered() {
        return (State.Answered) model.stateProperty().get();
    }

    @Test
    void tellsOursFromOthers() {
        model.search();

        assertThat(entries()).extracting(Entry::port).containsExactly(OURS, PHONE, GAME);
        assertThat(entries())
                .extracting(Entry::owner)
                .containsExactly(Owner.OURS, Owner.OTHERS, Owner.OTHERS);
        State.Answered answered = (State.Answered) model.stateProperty().get();
        assertThat(answered.way().kind()).isEqualTo(WayIn.Kind.UNCONFIRMED);
        assertThat(answered.devices().getFirst().router().protocols()).containsExactly("UPnP");
    }

    @Test
    void oursIsTakenBackAfterAsking() {
        model.search();
        model.remove(entries().getFirst());

        assertThat(asked).hasSize(1);
        assertThat(router.entries).containsExactly(PHONE, GAME);
        assertThat(entries()).extracting(Entry::port).containsExactly(PHONE, GAME);
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void othersAreOnlyShown() {
        model.search();
        Entry game = entries().get(2);

        assertThatThrownBy(() -> model.remove(game)).isInstanceOf(IllegalArgumentException.class);
        assertThat(router.entries).hasSize(3);
    }

    @Test
    void tellsWhatNaruHasOpenedWhereTheRouterTellsNothing() throws Exception {
        try (OpenToTheInternet open = new OpenToTheInternet(folder.resolve("open"), "TCP")) {
            RouterViewModel silent =
                    new RouterViewModel(
                            progress -> open.router.found(),
                            open.forwards,
                            desk.live::situation,
                            desk.tasks,
                            (question, ifYes) -> {});

            silent.search();

            assertThat(((State.Answered) silent.stateProperty().get()).devices())
                    .singleElement()
                    .satisfies(device -> {
                        assertThat(device.entries()).isEmpty();
                        assertThat(device.own())
                                .singleElement()
                                .returns(Owner.OPEN_FORWARD, Entry::owner)
                                .returns(
                                        open.forward.ports().first().number(),
                                        entry -> entry.port().externalPort());
                    });
        }
    }

    @Test
    void nobodyAnswers() {
        found = new Found(List.of());
        model.search();

        assertThat(model.stateProperty().get()).isInstanceOf(State.Silent.class);
    }
}
