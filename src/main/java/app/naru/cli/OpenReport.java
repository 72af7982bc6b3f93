package app.naru.cli;

import app.naru.forward.Sentence;
import app.naru.internet.ServiceCheck;
import app.naru.path.Arrival;
import app.naru.path.ForwardStatus;
import app.naru.path.HopView;
import app.naru.path.Journal;
import app.naru.path.Opening;
import app.naru.path.Plan;
import app.naru.path.Step;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Tells what {@code naru open} does: to people, or to a program. */
interface OpenReport {

    /** Before anything is changed. */
    void planned(Plan plan, List<HopView> hops, boolean dryRun);

    /** Before and after each change. */
    void step(Step step);

    void notOpened(Opening.NotOpened notOpened);

    void opened(ForwardStatus status);

    /** Every second while it is open; says what has changed since the last time. */
    void stands(ForwardStatus status);

    /**
     * It can be checked from outside.
     *
     * @param link to open on a phone
     * @param limits what that does not show
     */
    void checkable(URI link, Optional<Sentence> limits);

    /** It can't be checked from outside. */
    void uncheckable(Sentence why);

    /** Somebody came while it was checked. */
    void arrived(Arrival arrival);

    /**
     * A service is asked to connect. Called on another thread.
     *
     * @param host the service's
     */
    void asking(String host);

    /** That came of asking a service to connect. */
    void asked(ServiceCheck.Result result);

    void closing(Ending ending);

    /** Before and after each change is taken back. */
    void undone(Step step);

    /**
     * @param left what could not be taken back
     */
    void closed(List<Journal.Entry> left);
}
