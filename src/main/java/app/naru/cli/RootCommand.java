package app.naru.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code naru} itself: says how it is used. */
@Command(name = "naru", versionProvider = Version.class)
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
        new CommandLine(this).getCommandSpec();
        context.output().warn(app.naru.forward.Sentence.of("cli.which"));
        return CommandLine.ExitCode.USAGE;
    }
}
