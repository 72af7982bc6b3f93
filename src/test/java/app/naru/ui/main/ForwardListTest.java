package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Lifetime;
import app.naru.server.SampleServer;
import app.naru.settings.SavedForward;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has the forwards read anew, and what does not. */
final class ForwardListTest {

    @TempDir Path folder;

    private Instant now = Instant.now();
    private SampleServer server;
    private World world;
    private ForwardList list;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
        port = FreePorts.one();
        world = new World(folder, OperatingSystem.LINUX, List.of());
        world.forwards.situation(world.survey.look(soFar -> {}).join());
        BackgroundTasks tasks = BackgroundTasks.direct();
        Notices notices = new Notices(List.of());
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        list =
                new ForwardList(
                        world.saved,
                        world.forwards,
                        tasks,
                        notices,
                        world.checks(tasks, notices),
                        clock);
    }

    @AfterEach
    void stop() throws IOException {
        world.close();
        server.close();
    }

    private Forward site(Lifetime lifetime) {
        Forward site = World.forward("aaaaaaa1", "Site", port, server.port().toString());
        return new Forward(
                site.id(),
                site.name(),
                site.protocol(),
                site.ports(),
                site.listen(),
                site.target(),
                site.audience(),
                lifetime,
                site.profiles(),
                site.description());
    }

    private ForwardRow open(Lifetime lifetime) throws IOException {
        world.saved.open(site(lifetime), step -> {});
        return list.selected().orElseThrow();
    }

    /** What would be read in a second. */
    private boolean aSecondLater() {
        now = now.plusSeconds(1);
        boolean moved = list.haveMoved();
        if (moved) {
            list.refresh();
        }
        return moved;
    }

    private void visit() throws IOException {
        try (Socket visitor = new Socket(Address.parse(World.HERE), port)) {
            visitor.getOutputStream()
                    .write(
                            "GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(visitor.getInputStream().readAllBytes()).isNotEmpty();
        }
        await().until(() ->
                world.forwards
                        .status(site(new Lifetime.UntilStopped()))
                        .traffic()
                        .filter(traffic -> traffic.open() == 0)
                        .isPresent());
    }

    @Test
    void isReadWhenAForwardIsKeptByWhomeverItMayBe() throws IOException {
        list.refresh();
        world.settings.put(
                new SavedForward(site(new Lifetime.UntilStopped()), false, Optional.empty()));

        assertThat(list.rows()).singleElement().extracting(ForwardRow::id).isEqualTo("aaaaaaa1");

        world.settings.remove("aaaaaaa1");
        assertThat(list.rows()).isEmpty();
    }

    @Test
    void restsOnceAnOpenForwardHasBeenRead() throws IOException {
        open(new Lifetime.UntilStopped());
        aSecondLater();
        int readings = list.readingsProperty().get();

        for (int second = 0; second < 10; second++) {
            assertThat(aSecondLater()).isFalse();
        }
        assertThat(list.readingsProperty().get()).isEqualTo(readings);
    }

    @Test
    void isReadWhenSomeoneHasCome() throws IOException {
        ForwardRow row = open(new Lifetime.UntilStopped());
        aSecondLater();
        aSecondLater();
        now = now.plusSeconds(30);
        list.haveMoved();

        visit();
        assertThat(aSecondLater()).isTrue();

        assertThat(row.visitorsProperty().get()).hasSize(1);
        // All of it in the second in which it came.
        assertThat(row.ratesProperty().get().subList(0, 59)).containsOnly(0.0);
        assertThat(row.ratesProperty().get().getLast()).isGreaterThan(100.0);
    }

    @Test
    void readsTheVisitorsOfWhatIsChosen() throws IOException {
        open(new Lifetime.UntilStopped());
        world.with(World.forward("aaaaaaa2", "Other", FreePorts.one(), "8000"));
        list.selectedIdProperty().set("aaaaaaa2");
        visit();
        aSecondLater();
        ForwardRow row = list.find("aaaaaaa1").orElseThrow();
        assertThat(row.visitorsProperty().get()).isEmpty();

        list.selectedIdProperty().set("aaaaaaa1");

        assertThat(row.visitorsProperty().get()).hasSize(1);
    }

    @Test
    void tellsTheTimeThatIsLeftEachMinuteAndInTheEndEachSecond() throws IOException {
        ForwardRow row = open(new Lifetime.For(Duration.ofMinutes(10)));
        now = row.status().until().orElseThrow().minusSeconds(600);
        list.refresh();
        list.haveMoved();
        int told = 0;
        for (int second = 0; second < 539; second++) {
            told += aSecondLater() ? 1 : 0;
        }
        assertThat(told).isEqualTo(8);
        assertThat(row.leftProperty().get().orElseThrow().toMinutes()).isEqualTo(2);

        now = row.status().until().orElseThrow().minusSeconds(60);
        aSecondLater();
        assertThat(aSecondLater()).isTrue();
        assertThat(row.leftProperty().get()).contains(Duration.ofSeconds(58));
    }
}
