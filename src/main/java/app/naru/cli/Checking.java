package app.naru.cli;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.internet.CheckService;
import app.naru.internet.ServiceCheck;
import app.naru.path.Arrival;
import app.naru.path.Forwards;
import app.naru.path.InternetContacts;
import app.naru.path.OutsideCheck;
import app.naru.text.PlainPage;
import app.naru.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The check from outside of a forward that is open in the foreground, as it goes on. */
final class Checking implements AutoCloseable {

    private final OpenReport report;
    private final OutsideCheck check;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Checking::thread);
    private Optional<CompletableFuture<ServiceCheck.Result>> asked = Optional.empty();
    private int told;

    private Checking(OpenReport report, OutsideCheck check) {
        this.report = report;
        this.check = check;
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("check-from-outside").unstarted(work);
    }

    /**
     * Begins the check and says how.
     *
     * @param thorough whether another port may be opened for it, and services be asked
     * @return empty where it can't be checked, which was said
     */
    static Optional<Checking> begin(
            Forwards forwards, Forward forward, Parts parts, OpenReport report, boolean thorough)
            throws IOException {
        if (!thorough && OutsideCheck.takesAnotherPort(forwards, forward)) {
            report.uncheckable(Sentence.of("cli.check.another"));
            return Optional.empty();
        }
        return switch (OutsideCheck.begin(forwards, forward, Texts.LANGUAGES, PlainPage::itWorks)) {
            case OutsideCheck.Beginning.Impossible(Sentence why) -> {
                report.uncheckable(Sentence.of("cli.check.not", why));
                yield Optional.empty();
            }
            case OutsideCheck.Beginning.Begun(OutsideCheck check) -> {
                report.checkable(check.link(), check.limits());
                Checking checking = new Checking(report, check);
                if (thorough) {
                    checking.ask(parts);
                }
                yield Optional.of(checking);
            }
        };
    }

    private void ask(Parts parts) {
        List<CheckService> services = InternetContacts.checkServices(parts.settings());
        asked =
                Optional.of(
                        CompletableFuture.supplyAsync(
                                () -> {
                                    try {
                                        return check.ask(services, report::asking);
                                    } catch (InterruptedException over) {
                                        throw new CompletionException(over);
                                    }
                                },
                                thread));
    }

    /** Says what has come since the last time. */
    void tell() {
        List<Arrival> arrivals = check.arrivals();
        arrivals.stream()
                .skip(told)
                .filter(arrival -> arrival.byPhone() || arrival.refused())
                .forEach(report::arrived);
        told = Math.max(told, arrivals.size());
        asked.filter(CompletableFuture::isDone)
                .ifPresent(result -> {
                    asked = Optional.empty();
                    report.asked(result.join());
                });
    }

    @Override
    public void close() {
        thread.shutdownNow();
        check.close();
    }
}
