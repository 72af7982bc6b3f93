package app.naru.diagnosis;

import app.naru.diagnosis.SideBySide.Look;
import app.naru.firewall.HyperVRule;
import app.naru.firewall.PortProxy;
import app.naru.firewall.RuleState;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Protocol;
import app.naru.path.FirewallChange;
import app.naru.relay.Endpoint;
import app.naru.router.RouterFinder;
import app.naru.server.Speech;
import app.naru.survey.Situation;
import app.naru.survey.Survey;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Looks at the whole way of a forward, and says what stands in it. Changes nothing. */
public final class Examiner {

    /** With the survey before it, all is over within ten seconds whatever hangs. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Several services may be asked in turn, each of which may take its time. */
    private static final Duration VISIT = Duration.ofSeconds(75);

    private final Survey survey;
    private final Optional<WindowsFirewall> windows;
    private final RouterLook router;
    private final VisitProof visits;

    /**
     * @param windows empty on a system that has no Windows Defender Firewall
     */
    public Examiner(
            Survey survey,
            Optional<WindowsFirewall> windows,
            RouterFinder router,
            VisitProof visits) {
        this.survey = survey;
        this.windows = windows;
        this.router = new RouterLook(router);
        this.visits = visits;
    }

    /**
     * Looks at it. Blocks for ten seconds at most; where others are asked to come, as long as they
     * take.
     *
     * @throws InterruptedException if it is cancelled; nothing of it goes on then
     */
    public Examination examine(Inquiry inquiry, Progress progress) throws InterruptedException {
        long start = System.nanoTime();
        Subject subject = inquiry.subject();
        Case bare =
                new Case(
                        subject.forward(),
                        subject.stage(),
                        subject.standing(),
                        subject.trouble(),
                        surveyed(subject),
                        Seen.NOTHING,
                        inquiry.remembered());
        Case whole = bare.with(seen(bare, inquiry, progress));
        return new Examination(
                whole, Diagnosis.of(whole), Duration.ofNanos(System.nanoTime() - start));
    }

    /** A relay of another process of Naru's is no server. */
    private Situation surveyed(Subject subject) throws InterruptedException {
        CompletableFuture<Situation> look = survey.look(soFar -> {});
        try {
            Situation situation = look.get();
            return subject.openIn().map(situation::seenFrom).orElse(situation);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the survey failed", e.getCause());
        } finally {
            look.cancel(true);
        }
    }

    private Seen seen(Case it, Inquiry inquiry, Progress progress) throws InterruptedException {
        Optional<Seen> kept = inquiry.kept();
        Ways ways = Ways.of(it);
        boolean tcp = it.forward().protocol() == Protocol.TCP;
        try (SideBySide looks = new SideBySide(LIMIT, progress)) {
            List<Endpoint> toServer = tcp && kept.isEmpty() ? ways.toServer() : List.of();
            List<Look<Reach>> server = each(toServer, looks, "server", Knock::at);
            List<Look<Reach>> front =
                    each(tcp ? ways.front() : List.of(), looks, "front", ways::knock);
            Look<Speech> speech =
                    looks.look("speech", () -> tcp ? ways.speech() : Optional.empty());
            Look<Door> door = looks.look("door", () -> DoorTrial.of(it));
            Look<FirewallSight> firewall = looks.look("firewall", () -> firewall(it));
            Look<PortProxy> proxy = looks.look("portproxy", this::portProxy);
            Look<Boolean> hyperV = looks.look("hyperv", () -> hyperV(it));
            Look<RouterSight> atRouter = looks.look("router", () -> atRouter(it));
            Look<OutsideSight> outside =
                    looks.look(
                            "outside",
                            inquiry.outside() ? VISIT : LIMIT,
                            () ->
                                    inquiry.outside()
                                            ? visits.fromOutside(it, looks::doing)
                                            : Optional.empty());
            Look<Boolean> device =
                    looks.look(
                            "device",
                            inquiry.device().orElse(Duration.ZERO).plus(LIMIT),
                            () ->
                                    inquiry.device().isPresent()
                                            ? visits.fromNetwork(
                                                    it, inquiry.device().get(), looks::doing)
                                            : Optional.empty());
            return new Seen(
                    kept.map(Seen::server).orElse(all(server)),
                    all(front),
                    speech.seen().or(() -> kept.flatMap(Seen::speech)),
                    door.seen(),
                    proxy.seen(),
                    hyperV.seen(),
                    firewall.seen(),
                    atRouter.seen(),
                    outside.seen().or(() -> inquiry.stillTrue().flatMap(Examiner::lost)),
                    device.seen().or(() -> inquiry.stillTrue().flatMap(Examiner::inVain)));
        }
    }

    private static Optional<OutsideSight> lost(Seen before) {
        return before.outside().filter(sight -> !sight.arrived());
    }

    private static Optional<Boolean> inVain(Seen before) {
        return before.device().filter(came -> !came);
    }

    private static List<Look<Reach>> each(
            List<Endpoint> all, SideBySide looks, String what, Function<Endpoint, Reach> knock) {
        return all.stream()
                .map(to -> looks.look(what, () -> Optional.of(knock.apply(to))))
                .toList();
    }

    private static List<Reach> all(List<Look<Reach>> looks) throws InterruptedException {
        List<Reach> reaches = new ArrayList<>();
        for (Look<Reach> look : looks) {
            look.seen().ifPresent(reaches::add);
        }
        return reaches;
    }

    private Optional<RouterSight> atRouter(Case it) throws InterruptedException {
        return it.forInternet() ? Optional.of(router.look(it)) : Optional.empty();
    }

    private Optional<FirewallSight> firewall(Case it) {
        return windows.flatMap(all -> FirewallLook.of(all.policy().get(), it));
    }

    private Optional<PortProxy> portProxy() throws IOException {
        return windows.isPresent()
                ? Optional.of(PortProxy.read(windows.get().portProxies()))
                : Optional.empty();
    }

    /** Only PowerShell can tell, which takes seconds: asked where it matters. */
    private Optional<Boolean> hyperV(Case it) throws IOException {
        boolean matters =
                it.inWsl() && it.wsl().map(Wsl::mode).equals(Optional.of(NetworkingMode.MIRRORED));
        Optional<HyperVRule> rule =
                it.planned(FirewallChange.MakeHyperVRule.class).stream()
                        .map(change -> ((FirewallChange.MakeHyperVRule) change).rule())
                        .findFirst();
        return matters && windows.isPresent() && rule.isPresent()
                ? Optional.of(windows.get().hyperV().state(rule.get()) == RuleState.PRESENT)
                : Optional.empty();
    }
}
