package app.naru.cli;

import app.naru.path.ForwardStatus;
import app.naru.path.HopView;
import app.naru.path.Journal;
import app.naru.path.Opening;
import app.naru.path.Plan;
import app.naru.path.Step;
import java.util.List;

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

    void closing(Ending ending);

    /** Before and after each change is taken back. */
    void undone(Step step);

    /**
     * @param left what could not be taken back
     */
    void closed(List<Journal.Entry> left);
}
