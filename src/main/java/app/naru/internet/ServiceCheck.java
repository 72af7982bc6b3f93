package app.naru.internet;

import app.naru.forward.Port;
import app.naru.internet.ServiceCheck.Result.Arrived;
import app.naru.internet.ServiceCheck.Result.NeverArrived;
import app.naru.internet.ServiceCheck.Result.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks services on the Internet to connect to a port here. What they answer is not believed: only
 * what arrives counts.
 */
public final class ServiceCheck {

    /** Some answer only when their own attempt has timed out. */
    private static final Duration ANSWER = Duration.ofSeconds(15);

    /** Some connect only after they have answered. */
    private static final Duration ARRIVAL = Duration.ofSeconds(8);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int LONGEST = 4096;

    private final List<CheckService> services;
    private final Duration answerLimit;
    private final Duration arrivalLimit;

    public ServiceCheck(List<CheckService> services) {
        this(services, ANSWER, ARRIVAL);
    }

    /**
     * @param answerLimit for each service's answer
     * @param arrivalLimit for who has not arrived when it is there
     */
    public ServiceCheck(List<CheckService> services, Duration answerLimit, Duration arrivalLimit) {
        this.services = List.copyOf(services);
        this.answerLimit = answerLimit;
        this.arrivalLimit = arrivalLimit;
    }

    /**
     * Someone from outside.
     *
     * @param refused whether the server did not take the connection
     */
    public record Visitor(InetAddress address, boolean refused) {}

    /** What came of it. */
    public sealed interface Result {

        /** Someone from outside came as far as Naru. */
        record Arrived(Visitor visitor) implements Result {}

        /**
         * The service was asked and said that it would connect, but nothing arrived.
         *
         * @param service its host
         */
        record NeverArrived(String service) implements Result {}

        /** None of the services could be asked, so nothing is known. */
        record Unavailable() implements Result {}
    }

    /**
     * Asks one service after the other until somebody has arrived.
     *
     * @param address the public one of this home
     * @param port the one of the router's far side
     * @param arrived tells who has arrived from outside since this was called; called often
     * @param asking is told the host that is asked now
     * @throws InterruptedException if it is cancelled
     */
    public Result ask(
            InetAddress address,
            Port port,
            Supplier<Optional<Visitor>> arrived,
            Consumer<String> asking)
            throws InterruptedException {
        ExecutorService thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("checking-service-", 0).factory());
        try (WebRequests web = new WebRequests(answerLimit)) {
            Result soFar = new Unavailable();
            for (CheckService service : services) {
                asking.accept(service.host());
                Future<Boolean> asked = thread.submit(() -> isAsked(web, service, address, port));
                boolean good = awaitAnswer(asked, arrived);
                Optional<Visitor> visitor =
                        good ? awaitVisitor(arrived, arrivalLimit) : arrived.get();
                if (visitor.isPresent()) {
                    return new Arrived(visitor.get());
                }
                if (good) {
                    soFar = new NeverArrived(service.host());
                }
            }
            return soFar;
        } finally {
            thread.shutdownNow();
        }
    }

    private static boolean isAsked(
            WebRequests web, CheckService service, InetAddress address, Port port)
            throws InterruptedException {
        try {
            return web.get(service.at(address, port), "application/json", LONGEST).isGood();
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Returns whether the service answered well; does not wait for it once somebody arrived. */
    private boolean awaitAnswer(Future<Boolean> asked, Supplier<Optional<Visitor>> arrived)
            throws InterruptedException {
        long end = System.nanoTime() + answerLimit.toNanos();
        while (System.nanoTime() < end && arrived.get().isEmpty()) {
            try {
                return asked.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // Somebody may have arrived meanwhile.
            } catch (ExecutionException bug) {
                throw new IllegalStateException("a service can't be asked", bug.getCause());
            }
        }
        asked.cancel(true);
        return false;
    }

    private static Optional<Visitor> awaitVisitor(
            Supplier<Optional<Visitor>> arrived, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Optional<Visitor> visitor = arrived.get();
        while (visitor.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
            visitor = arrived.get();
        }
        return visitor;
    }
}
