package app.naru.cli;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.instance.Published;
import app.naru.instance.Resident;
import app.naru.path.FirewallChange;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.Offer;
import app.naru.path.Opening;
import app.naru.path.PcWatch;
import app.naru.path.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import picocli.CommandLine.ExitCode;

/** One forward from its plan to its end, in the foreground. */
final class OpenRun {

    /** An address that no interface has is the input's fault; every other obstacle the PC's. */
    private static final String FOREIGN_ADDRESS = "path.relay.foreignAddress";

    private final Context context;
    private final Parts parts;
    private final Forwards forwards;
    private final Forward forward;
    private final Predicate<FirewallChange> consent;
    private final OpenReport report;
    private final boolean thoroughCheck;
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();

    /**
     * @param parts have seen this PC
     * @param consent to what of the plan's offers the user has agreed
     * @param thoroughCheck whether services on the Internet are asked to connect
     */
    OpenRun(
            Context context,
            Parts parts,
            Forward forward,
            Predicate<FirewallChange> consent,
            OpenReport report,
            boolean thoroughCheck) {
        this.thoroughCheck = thoroughCheck;
        this.context = context;
        this.parts = parts;
        this.forwards = parts.forwards();
        this.forward = forward;
        this.consent = consent;
        this.report = report;
    }

    /** Shows what would be done and returns the exit code. */
    int planOnly() {
        Plan plan = forwards.plan(forward, agreed());
        report.planned(plan, forwards.status(forward).hops(), true);
        return plan.obstacles().isEmpty() ? ExitCode.OK : refuse(plan.obstacles().getFirst());
    }

    /** Opens the forward, stays until it is to end, closes it and returns the exit code. */
    int open() throws IOException {
        Plan plan = forwards.plan(forward, agreed());
        report.planned(plan, forwards.status(forward).hops(), false);
        if (!plan.obstacles().isEmpty()) {
            return refuse(plan.obstacles().getFirst());
        }
        forwards.watchExpiry(each -> {
            if (each.id().equals(forward.id())) {
                ending.complete(Ending.TIME_OVER);
            }
        });
        context.stop().whenRequested(() -> ending.complete(Ending.INTERRUPTED));
        Published published = context.instances().publish(new Foreground());
        try {
            return switch (forwards.open(forward, agreed(), report::step)) {
                case Opening.Opened(ForwardStatus status) -> stay(status);
                case Opening.NotOpened notOpened -> {
                    report.notOpened(notOpened);
                    yield ExitCode.SOFTWARE;
                }
            };
        } finally {
            published.close();
        }
    }

    private List<FirewallChange> agreed() {
        return forwards.plan(forward).offers().stream().map(Offer::change).filter(consent).toList();
    }

    private int refuse(Sentence obstacle) {
        report.notOpened(new Opening.NotOpened(obstacle, false, Optional.empty()));
        return obstacle.key().equals(FOREIGN_ADDRESS) ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private int stay(ForwardStatus status) throws IOException {
        report.opened(status);
        PcWatch watch =
                new PcWatch(
                        parts.network(),
                        parts.wsl(),
                        forwards,
                        () -> forwards.situation(parts.survey().look()));
        Optional<Checking> check = check();
        try {
            report.closing(awaitEnding(check));
        } finally {
            check.ifPresent(Checking::close);
            watch.close();
        }
        forwards.close(forward.id(), report::undone);
        List<Journal.Entry> left =
                forwards.leftOver().stream()
                        .filter(entry -> entry.forwardId().equals(forward.id()))
                        .toList();
        report.closed(left);
        return left.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Optional<Checking> check() throws IOException {
        return forward.audience() instanceof Audience.Internet
                ? Checking.begin(forwards, forward, parts, report, thoroughCheck)
                : Optional.empty();
    }

    private Ending awaitEnding(Optional<Checking> check) {
        while (true) {
            try {
                return ending.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException stillOpen) {
                report.stands(forwards.status(forward));
                check.ifPresent(Checking::tell);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Ending.INTERRUPTED;
            } catch (ExecutionException e) {
                throw new IllegalStateException("an ending has no failure", e);
            }
        }
    }

    /** What other processes may ask of this one. */
    private final class Foreground implements Resident {

        @Override
        public boolean hasWindow() {
            return false;
        }

        @Override
        public void show() {
            throw new UnsupportedOperationException("there is no window");
        }

        @Override
        public List<ForwardStatus> forwards() {
            return forwards.open();
        }

        /** Closes at once, so that it is closed when the answer goes out. */
        @Override
        public boolean close(String nameOrId) {
            if (!forward.answersTo(nameOrId)) {
                return false;
            }
            boolean closed = forwards.close(forward.id(), report::undone).isEmpty();
            ending.complete(Ending.ASKED);
            return closed;
        }
    }
}
