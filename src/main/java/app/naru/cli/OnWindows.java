package app.naru.cli;

import app.naru.firewall.WindowsFirewall;
import app.naru.forward.ForwardName;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import app.naru.path.Outcome;
import java.io.IOException;
import picocli.CommandLine.ExitCode;

/** What the commands have in common that work with Windows' firewall. */
final class OnWindows {

    private OnWindows() {}

    /** What a command does there. */
    @FunctionalInterface
    interface Work {
        int run(Parts parts, WindowsFirewall firewall) throws IOException;
    }

    /**
     * Does it and returns the exit code; on another system says that there is no such firewall.
     *
     * @param missing what is said there
     */
    static int run(Context context, Sentence missing, Work work) throws IOException {
        try (Parts parts = context.open()) {
            if (parts.firewall().isEmpty()) {
                context.output().warn(missing);
                return ExitCode.SOFTWARE;
            }
            return work.run(parts, parts.firewall().get());
        }
    }

    /** Does it like {@link #run(Context, Sentence, Work)}. */
    static int run(Context context, Work work) throws IOException {
        return run(context, Sentence.of("cli.firewall.notHere"), work);
    }

    /** Makes a change that stays, says what came of it and returns the exit code. */
    static int make(Context context, Parts parts, ForwardName name, FirewallChange change) {
        Outcome outcome = parts.forwards().make(name, change);
        return told(context.output(), change, outcome, "firewall.done");
    }

    /**
     * Says what came of a change, or of taking it back, and returns the exit code.
     *
     * @param done what is said where it was done, of what was changed
     */
    static int told(Output output, FirewallChange change, Outcome outcome, String done) {
        return output.told(change.told(outcome, done), outcome.good());
    }
}
