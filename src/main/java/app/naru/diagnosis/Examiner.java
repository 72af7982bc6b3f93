package app.naru.diagnosis;

import app.naru.diagnosis.SideBySide.Look;
import app.naru.firewall.HyperVRule;
import app.naru.firewall.PortProxy;
import app.naru.firewall.RuleState;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Protocol;
import app.naru.path.FirewallChange;
import app.naru.path.HopKind;
import app.naru.router.RouterFinder;
import app.naru.server.Speech;
import app.naru.survey.Situation;
import app.naru.survey.Survey;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks at the whole way of a forward, and says what stands in it. Changes nothing. */
public final class Examiner {

    /** With the survey before it, all is over within ten seconds whatever hangs. */
    private static final Duration LIMIT = Duration.ofMillis(5500);

    private final Survey survey;
    private final Optional<WindowsFirewall> windows;
    private final RouterLook router;
    private final OutsideProof outside;

    /**
     * @param windows empty on a system that has no Windows Defender Firewall
     */
    public Examiner(
            Survey survey,
            Optional<WindowsFirewall> windows,
            RouterFinder router,
            OutsideProof outside) {
        this.survey = survey;
        this.windows = windows;
        this.router = new RouterLook(router);
        this.outside = outside;
    }

    /**
     * Looks at all of it. Blocks for ten seconds at most.
     *
     * @throws InterruptedException if it is cancelled; nothing of it goes on then
     */
    public Examination examine(Subject subject, Remembered remembered, Progress progress)
            throws InterruptedException {
        return examine(subject, remembered, Optional.empty(), HopKind.SERVER, progress);
    }

    /**
     * Looks at the hops from that one outwards; the others are as they were.
     *
     * @param before what was seen the last time; empty for nothing
     * @throws InterruptedException if it is cancelled; nothing of it goes on then
     */
    public Examination examine(
            Subject subject,
            Remembered remembered,
            Optional<Examination> before,
            HopKind from,
            Progress progress)
            throws InterruptedException {
        long start = System.nanoTime();
        Situation situation = surveyed(subject);
        Case bare =
                new Case(
                        subject.forward(),
                        subject.stage(),
                        subject.standing(),
                        subject.trouble(),
                        situation,
                        Seen.NOTHING,
                        remembered);
        Optional<Seen> kept =
                before.filter(last -> from.compareTo(HopKind.WSL) > 0)
                        .map(last -> last.it().seen());
        Case whole = bare.with(seen(bare, kept, progress));
        return new Examination(
                whole, Diagnosis.of(whole), Duration.ofNanos(System.nanoTime() - start));
    }

    /** A relay of another process of Naru's is no server. */
    private Situation surveyed(Subject subject) throws InterruptedException {
        try {
            Situation situation = survey.look(soFar -> {}).get();
            return subject.openIn().map(situation::seenFrom).orElse(situation);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the survey failed", e.getCause());
        }
    }

    private Seen seen(Case it, Optional<Seen> kept, Progress progress) throws InterruptedException {
        try (SideBySide looks = new SideBySide(LIMIT, progress)) {
            Ways ways = Ways.of(it);
            boolean tcp = it.forward().protocol() == Protocol.TCP;
            List<Look<Optional<Reach>>> server =
                    kept.isPresent() || !tcp
                            ? List.of()
                            : ways.toServer().stream()
                                    .map(to ->
                                            looks.look("server", () -> Optional.of(Knock.at(to))))
                                    .toList();
            List<Look<Optional<Reach>>> front =
                    !tcp
                            ? List.of()
                            : ways.front().stream()
                                    .map(to ->
                                            looks.look("front", () -> Optional.of(ways.knock(to))))
                                    .toList();
            Look<Optional<Speech>> speech =
                    looks.look("speech", () -> tcp ? ways.speech() : Optional.empty());
            Look<Optional<Door>> door = looks.look("door", () -> DoorTrial.of(it));
            Look<Optional<FirewallSight>> firewall = looks.look("firewall", () -> firewall(it));
            Look<Optional<PortProxy>> proxy = looks.look("portproxy", this::portProxy);
            Look<Optional<Boolean>> hyperV = looks.look("hyperv", () -> hyperV(it));
            Look<Optional<RouterSight>> routerSight =
                    looks.look(
                            "router",
                            () ->
                                    it.forInternet()
                                            ? Optional.of(router.look(it))
                                            : Optional.empty());
            Look<Optional<OutsideSight>> visit =
                    looks.look(
                            "outside",
                            () ->
                                    it.forInternet()
                                            ? outside.visit(it.forward())
                                            : Optional.empty());
            return new Seen(
                    kept.isPresent() ? kept.get().server() : all(server),
                    all(front),
                    speech.or(kept.flatMap(Seen::speech)),
                    door.or(Optional.empty()),
                    proxy.or(Optional.empty()),
                    hyperV.or(Optional.empty()),
                    firewall.or(Optional.empty()),
                    routerSight.or(Optional.empty()),
                    visit.or(Optional.empty()),
                    false);
        }
    }

    private static List<Reach> all(List<Look<Optional<Reach>>> looks) throws InterruptedException {
        List<Reach> reaches = new java.util.ArrayList<>();
        for (Look<Optional<Reach>> look : looks) {
            look.or(Optional.empty()).ifPresent(reaches::add);
        }
        return reaches;
    }

    private Optional<FirewallSight> firewall(Case it) {
        return windows.flatMap(all -> FirewallLook.of(all.policy().get(), it));
    }

    private Optional<PortProxy> portProxy() throws java.io.IOException {
        return windows.isPresent()
                ? Optional.of(PortProxy.read(windows.get().portProxies()))
                : Optional.empty();
    }

    /** Only PowerShell can tell, which takes seconds: asked where it matters. */
    private Optional<Boolean> hyperV(Case it) throws java.io.IOException {
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
