package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.naru.FreePorts;
import app.naru.diagnosis.Cause;
import app.naru.diagnosis.Diagnosis.Verdict;
import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Finding;
import app.naru.diagnosis.Fix;
import app.naru.forward.Forward;
import app.naru.forward.HttpNames;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.server.SampleServer;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Checks;
import app.naru.ui.check.ReportText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the way of a real relay to a real server. */
final class ChecksTest {

    @TempDir private Path folder;

    private World world;
    private Checks checks;
    private Forward forward;
    private SampleServer server;
    private final List<Finding> failing = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        server = SampleServer.start(0, visitor -> "<h1>hello</h1>");
        world = new World(folder, OperatingSystem.LINUX, List.of());
        int port = FreePorts.one();
        forward = World.forward("aaaaaaa1", "Family site", port, server.port().toString());
        world.with(forward);
        world.forwards.situation(world.survey.look());
        BackgroundTasks tasks = BackgroundTasks.direct();
        checks = world.checks(tasks, new Notices(List.of()));
        checks.whenFailing((each, finding) -> failing.add(finding));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        world.close();
    }

    private ForwardStatus status() {
        return world.forwards.status(forward);
    }

    private Examination checked() {
        checks.check(status());
        return checks.of(status()).orElseThrow();
    }

    @Test
    void aClosedForwardIsOpenedByItsFixAndLookedAtAgain() {
        Finding answer = checked().diagnosis().answer().orElseThrow();
        assertThat(answer.cause()).isEqualTo(Cause.RELAY_NOT_RUNNING);

        checks.apply(status(), answer, answer.fixes().getFirst());

        assertThat(status().state()).isEqualTo(ForwardStatus.State.OPEN);
        assertThat(checks.of(status()).orElseThrow().diagnosis().verdict())
                .isEqualTo(Verdict.REACHABLE);
    }

    @Test
    void aFixIsUndoneAsLongAsItStands() throws Exception {
        Finding answer = checked().diagnosis().answer().orElseThrow();
        assertThat(checks.fixed(status())).isEmpty();
        checks.apply(status(), answer, answer.fixes().getFirst());
        assertThat(checks.fixed(status())).contains(answer.fixes().getFirst().title());

        checks.undo(status());

        assertThat(status().state()).isEqualTo(ForwardStatus.State.CLOSED);
        assertThat(checks.fixed(status())).isEmpty();
        assertThat(checks.of(status()).orElseThrow().diagnosis().verdict())
                .isEqualTo(Verdict.NOT_REACHABLE);
    }

    @Test
    void httpModeIsUndoneByTheSameForwardWithoutIt() throws Exception {
        world.saved.open(forward, step -> {});
        Forward changed = forward.inHttpMode(HttpNames.NONE);
        Fix httpMode = new Fix.Reopen(Sentence.of("diagnosis.fix.httpMode"), changed);
        checks.apply(status(), anyFinding(), httpMode);
        assertThat(world.saved.list()).extracting(ForwardStatus::forward).containsExactly(changed);
        assertThat(checks.fixed(status())).contains(httpMode.title());

        checks.undo(status());

        assertThat(world.saved.list())
                .extracting(ForwardStatus::forward, ForwardStatus::state)
                .containsExactly(tuple(forward, ForwardStatus.State.OPEN));
        assertThat(checks.fixed(status())).isEmpty();
    }

    @Test
    void whatWasEditedAfterAFixHasNothingToUndo() throws Exception {
        world.saved.open(forward, step -> {});
        Fix httpMode =
                new Fix.Reopen(
                        Sentence.of("diagnosis.fix.httpMode"), forward.inHttpMode(HttpNames.NONE));
        checks.apply(status(), anyFinding(), httpMode);

        world.saved.open(forward, step -> {});

        assertThat(checks.fixed(status())).isEmpty();
    }

    /** Which it was, only the look after a fix minds. */
    private Finding anyFinding() throws Exception {
        server.close();
        Finding finding = checked().diagnosis().answer().orElseThrow();
        server = SampleServer.start(server.port().number(), visitor -> "<h1>hello</h1>");
        return finding;
    }

    @Test
    void naruItselfIsNoVisitor() throws Exception {
        world.saved.open(forward, step -> {});

        assertThat(checked().diagnosis().verdict()).isEqualTo(Verdict.REACHABLE);

        assertThat(status().traffic().orElseThrow().accepted()).isZero();
        assertThat(world.forwards.guests(forward.id()).orElseThrow().all()).isEmpty();
    }

    @Test
    void aServerThatStopsIsToldOnceAndShownInThePicture() throws Exception {
        world.saved.open(forward, step -> {});
        checks.watch();
        assertThat(failing).isEmpty();

        server.close();
        checks.watch();
        checks.watch();

        assertThat(failing).extracting(Finding::cause).containsExactly(Cause.NOTHING_LISTENS);
        assertThat(checks.seen(status()).hops())
                .filteredOn(view -> view.hop() == HopKind.SERVER)
                .extracting(HopView::state)
                .containsExactly(HopView.State.PROBLEM);
        assertThat(checks.log(forward.id())).hasSize(3);
    }

    @Test
    void aServerThatIsBackIsToldOf() throws Exception {
        List<String> working = new ArrayList<>();
        checks.whenWorking(each -> working.add(each.id()));
        world.saved.open(forward, step -> {});
        server.close();
        checks.watch();
        assertThat(working).isEmpty();

        server = SampleServer.start(server.port().number(), visitor -> "<h1>hello</h1>");
        checks.watch();
        assertThat(working).containsExactly(forward.id());
    }

    @Test
    void glancesNoticeAServerThatEndsAndOneThatIsBackThoughNobodyVisitsIt() throws Exception {
        List<String> working = new ArrayList<>();
        checks.whenWorking(each -> working.add(each.id()));
        world.saved.open(forward, step -> {});
        checks.glance();
        checks.glance();
        assertThat(checks.log(forward.id())).hasSize(1);

        server.close();
        checks.glance();
        assertThat(serverHop()).isEqualTo(HopView.State.PROBLEM);
        checks.glance();
        assertThat(failing).extracting(Finding::cause).containsExactly(Cause.NOTHING_LISTENS);
        checks.glance();
        assertThat(checks.log(forward.id())).hasSize(3);

        working.clear();
        server = SampleServer.start(server.port().number(), visitor -> "<h1>hello</h1>");
        checks.glance();
        assertThat(serverHop()).isEqualTo(HopView.State.OPEN);
        assertThat(working).containsExactly(forward.id());
        checks.glance();
        assertThat(checks.log(forward.id())).hasSize(4);
    }

    private HopView.State serverHop() {
        return checks.seen(status()).hops().stream()
                .filter(view -> view.hop() == HopKind.SERVER)
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aReportLeavesNamesOutUnlessTheyAreWanted() {
        Examination examination = checked();

        assertThat(ReportText.of(examination, Texts.in(Locale.ENGLISH), false))
                .contains("In the way (Relay, certain)")
                .doesNotContain("Family site");
        assertThat(ReportText.of(examination, Texts.in(Locale.KOREAN), true))
                .contains("Family site", "막고 있는 것");
    }

    @Test
    void whatWasSeenBelongsToTheForwardAsItWas() throws Exception {
        checked();
        world.saved.open(forward, step -> {});

        assertThat(checks.of(status())).isEmpty();
    }
}
