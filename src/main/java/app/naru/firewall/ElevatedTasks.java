package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings tasks about with as few prompts as can be, and believes only what it reads afterwards.
 * What one command of netsh's can do goes through netsh; what would take several prompts goes
 * through one PowerShell, and through netsh after all where this PC's PowerShell does not do it.
 * Where Naru has the rights already, it calls what it can call itself.
 */
public final class ElevatedTasks {

    private static final Duration NETSH_LIMIT = Duration.ofSeconds(30);

    /** PowerShell takes seconds to start on a slow PC. */
    private static final Duration POWERSHELL_LIMIT = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(ElevatedTasks.class);

    private final Elevation elevation;

    public ElevatedTasks(Elevation elevation) {
        this.elevation = elevation;
    }

    /** A task on its way. */
    private static final class Job {
        private final ElevatedTask task;
        private @Nullable RuleOutcome outcome;

        Job(ElevatedTask task) {
            this.task = task;
        }

        boolean open() {
            return outcome == null;
        }
    }

    /** Brings one about. Blocks while Windows asks the user. */
    public RuleOutcome bring(ElevatedTask task) {
        return bring(List.of(task)).getFirst();
    }

    /**
     * Brings all of them about, in order. Blocks while Windows asks the user.
     *
     * @return what came of each, in the same order
     */
    public List<RuleOutcome> bring(List<? extends ElevatedTask> tasks) {
        List<Job> jobs = tasks.stream().map(Job::new).toList();
        jobs.forEach(job -> attempt(job, () -> before(job.task)));
        together(jobs.stream().filter(Job::open).toList());
        jobs.stream().filter(Job::open).forEach(job -> attempt(job, () -> alone(job.task)));
        return jobs.stream().map(ElevatedTasks::outcome).toList();
    }

    private static RuleOutcome outcome(Job job) {
        return job.outcome == null ? new RuleOutcome.NotSo(1) : job.outcome;
    }

    private interface Attempt {
        Optional<RuleOutcome> make() throws IOException;
    }

    private static void attempt(Job job, Attempt attempt) {
        try {
            attempt.make().ifPresent(outcome -> job.outcome = outcome);
        } catch (IOException e) {
            job.outcome = new RuleOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<RuleOutcome> before(ElevatedTask task) throws IOException {
        Optional<RuleOutcome> refusal = task.refusal();
        return refusal.isEmpty() && task.done()
                ? Optional.of(new RuleOutcome.AlreadySo())
                : refusal;
    }

    /** Leaves open what does not fit into a script, and what a locked-down PowerShell refused. */
    private void together(List<Job> jobs) {
        List<Job> scripted = new ArrayList<>();
        List<Cmdlet> statements = new ArrayList<>();
        for (Job job : jobs) {
            attempt(
                    job,
                    () -> {
                        List<Cmdlet> needed = job.task.statements();
                        if (needed.stream().allMatch(PowerShellCommand::fits)) {
                            scripted.add(job);
                            statements.addAll(needed);
                        }
                        return Optional.empty();
                    });
        }
        if (!elevation.asks() || !savesPrompts(scripted)) {
            return;
        }
        Elevation.Ending ending = run(statements);
        for (Job job : scripted) {
            attempt(
                    job,
                    () -> {
                        boolean done = job.task.done();
                        return done || !mayBeForbidden(ending)
                                ? Optional.of(outcome(ending, done))
                                : Optional.empty();
                    });
        }
    }

    private static boolean savesPrompts(List<Job> jobs) {
        int prompts = 0;
        for (Job job : jobs) {
            try {
                prompts += Math.max(1, job.task.commands().size());
            } catch (IOException e) {
                job.outcome = new RuleOutcome.Failed(String.valueOf(e.getMessage()));
            }
        }
        return prompts > 1;
    }

    private static boolean mayBeForbidden(Elevation.Ending ending) {
        return switch (ending) {
            case Elevation.Ending.Exited(int code) -> code != 0;
            case Elevation.Ending.NotStarted not -> true;
            case Elevation.Ending.Declined declined -> false;
            case Elevation.Ending.DeniedByPolicy denied -> false;
            case Elevation.Ending.TimedOut late -> false;
        };
    }

    private Optional<RuleOutcome> alone(ElevatedTask task) throws IOException {
        if (!elevation.asks() && bySelf(task)) {
            return Optional.of(outcome(new Elevation.Ending.Exited(0), task.done()));
        }
        List<NetshCommand> commands = task.commands();
        if (commands.isEmpty()) {
            Elevation.Ending ending = run(task.statements());
            return Optional.of(outcome(ending, task.done()));
        }
        Elevation.Ending ending = new Elevation.Ending.Exited(0);
        int ran = 0;
        for (NetshCommand command : commands) {
            ending = elevation.run(Elevation.SystemProgram.NETSH, command.arguments(), NETSH_LIMIT);
            if (!(ending instanceof Elevation.Ending.Exited)) {
                break;
            }
            ran++;
        }
        boolean done = task.done();
        return Optional.of(
                ran > 0 && !done && ending instanceof Elevation.Ending.Declined
                        ? new RuleOutcome.Halfway()
                        : outcome(ending, done));
    }

    private static boolean bySelf(ElevatedTask task) {
        try {
            return task.bringBySelf();
        } catch (IOException e) {
            LOG.info("A program of Windows' is to do what Naru could not", e);
            return false;
        }
    }

    private Elevation.Ending run(List<Cmdlet> statements) {
        Elevation.Ending ending = new Elevation.Ending.Exited(0);
        for (PowerShellCommand command : PowerShellCommand.of(statements)) {
            ending =
                    elevation.run(
                            Elevation.SystemProgram.POWERSHELL,
                            command.arguments(),
                            POWERSHELL_LIMIT);
            if (!ending.equals(new Elevation.Ending.Exited(0))) {
                break;
            }
        }
        return ending;
    }

    /** Returns what came of it: what is there counts more than what the command said. */
    private static RuleOutcome outcome(Elevation.Ending ending, boolean asWanted) {
        return switch (ending) {
            case Elevation.Ending.Exited(int code) when asWanted ->
                    code == 0 ? new RuleOutcome.Done() : new RuleOutcome.DoneAnyway(code);
            case Elevation.Ending.Exited(int code) -> new RuleOutcome.NotSo(code);
            case Elevation.Ending ignored when asWanted -> new RuleOutcome.Done();
            case Elevation.Ending.Declined declined -> new RuleOutcome.Declined();
            case Elevation.Ending.DeniedByPolicy denied -> new RuleOutcome.DeniedByPolicy();
            case Elevation.Ending.TimedOut late -> new RuleOutcome.TimedOut();
            case Elevation.Ending.NotStarted(int error) -> new RuleOutcome.NotStarted(error);
        };
    }
}
