package app.naru.internet;

import app.naru.forward.Address;
import app.naru.internet.SourceAnswer.Failed;
import app.naru.internet.SourceAnswer.Failure;
import app.naru.internet.SourceAnswer.Outcome;
import app.naru.internet.SourceAnswer.Seen;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Asks everyone for the public address, all at once, each with the same limit. Where packets may
 * leave by another way than the router's, as with a VPN, one is asked by the router's, too.
 */
public final class AddressQuery {

    /** The longest that it takes. */
    public static final Duration LIMIT = Duration.ofSeconds(3);

    private final Contacts contacts;
    private final Optional<InetAddress> besideOtherWays;
    private final Duration limit;

    /**
     * @param besideOtherWays this PC's address on the router's network, where there are other ways
     */
    public AddressQuery(Contacts contacts, Optional<InetAddress> besideOtherWays) {
        this(contacts, besideOtherWays, LIMIT);
    }

    AddressQuery(Contacts contacts, Optional<InetAddress> besideOtherWays, Duration limit) {
        this.contacts = contacts;
        this.besideOtherWays = besideOtherWays;
        this.limit = limit;
    }

    /** A source, and how it is asked. */
    private record Question(Source source, IpVersion version, Callable<Outcome> ask) {}

    /**
     * Asks.
     *
     * @param progress is told each answer as soon as it is there, on a thread of its own
     * @return the answers in the order of the contacts
     * @throws InterruptedException if it is cancelled; nothing of it goes on then
     */
    public PublicAddresses ask(Consumer<SourceAnswer> progress) throws InterruptedException {
        long start = System.nanoTime();
        // Not virtual ones: a slow name service would hold on to the few threads that carry them.
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("public-address-", 0).factory());
        try (WebRequests web = new WebRequests(limit)) {
            List<Question> questions = questions(web);
            List<Future<SourceAnswer>> pending = new ArrayList<>();
            for (Question question : questions) {
                pending.add(threads.submit(() -> answer(question, start, progress)));
            }
            List<SourceAnswer> answers = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                answers.add(await(questions.get(i), pending.get(i), start));
            }
            return new PublicAddresses(answers);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Question> questions(WebRequests web) {
        List<Question> questions = new ArrayList<>();
        for (IpVersion version : IpVersion.values()) {
            for (StunServer server : contacts.stun()) {
                questions.add(
                        new Question(
                                new Source(Source.Kind.STUN, server.toString()),
                                version,
                                new StunQuery(server, version, limit)::ask));
            }
        }
        besideOtherWays.ifPresent(own ->
                contacts.stun().stream()
                        .findFirst()
                        .ifPresent(server -> questions.add(besideOtherWays(server, own))));
        for (URI page : contacts.echo()) {
            questions.add(
                    new Question(
                            new Source(Source.Kind.HTTPS, page.toString()),
                            IpVersion.IPV4,
                            () -> fetch(web, page)));
        }
        return questions;
    }

    private Question besideOtherWays(StunServer server, InetAddress own) {
        return new Question(
                new Source(Source.Kind.STUN, server + " ← " + Address.text(own)),
                IpVersion.IPV4,
                new StunQuery(server, IpVersion.IPV4, limit, Optional.of(own))::ask);
    }

    private SourceAnswer await(Question question, Future<SourceAnswer> pending, long start)
            throws InterruptedException {
        try {
            long left = start + limit.toNanos() - System.nanoTime();
            return pending.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return new SourceAnswer(
                    question.source(),
                    question.version(),
                    new Failed(Failure.SILENT),
                    limit.toMillis());
        } catch (ExecutionException bug) {
            throw new IllegalStateException(question.source() + " can't be asked", bug.getCause());
        }
    }

    private static SourceAnswer answer(
            Question question, long start, Consumer<SourceAnswer> progress) throws Exception {
        Outcome outcome = question.ask().call();
        SourceAnswer answer =
                new SourceAnswer(
                        question.source(),
                        outcome instanceof Seen(var address)
                                ? IpVersion.of(address)
                                : question.version(),
                        outcome,
                        (System.nanoTime() - start) / 1_000_000);
        progress.accept(answer);
        return answer;
    }

    private static Outcome fetch(WebRequests web, URI page) throws InterruptedException {
        try {
            WebRequests.Answer answer = web.get(page, "text/plain", EchoPage.LONGEST);
            return EchoPage.read(answer.isGood() ? answer.body() : "")
                    .<Outcome>map(Seen::new)
                    .orElseGet(() -> new Failed(Failure.NONSENSE));
        } catch (HttpTimeoutException late) {
            return new Failed(Failure.SILENT);
        } catch (ConnectException noWay) {
            return new Failed(isUnknownName(noWay) ? Failure.NOT_FOUND : Failure.NO_WAY);
        } catch (IOException broken) {
            return new Failed(Failure.NONSENSE);
        }
    }

    /** The client wraps it, once or twice. */
    private static boolean isUnknownName(ConnectException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
