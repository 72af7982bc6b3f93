package app.naru.cli;

import app.naru.forward.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code naru} itself: says how it is used. */
@Command(name = "naru", versionProvider = Version.class)
@SuppressWarnings("UnusedVariable") // picocli asks whether the options are there, not these fields
final class RootCommand implements Callable<Integer> {

    /** Here for the help and the check alone: the texts are chosen before anything is parsed. */
    @Option(
            names = "--lang",
            paramLabel = "en|ko",
            scope = ScopeType.INHERIT,
            descriptionKey = "naru.lang")
    private Optional<Locale> language = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "naru.help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "naru.version")
    private boolean version;

    private final Context context;

    RootCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.output().warn(Sentence.of("cli.which"));
        return CommandLine.ExitCode.USAGE;
    }
}
