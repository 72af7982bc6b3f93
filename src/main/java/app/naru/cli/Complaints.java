package app.naru.cli;

import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what can't be taken, or what failed, and chooses the exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Output output;

    Complaints(Output output) {
        this.output = output;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        output.warn(sentence(failure));
        String command = failure.getCommandLine().getCommandSpec().qualifiedName(" ");
        output.warn(Sentence.of("cli.seeHelp", command));
        return ExitCode.USAGE;
    }

    private static Sentence sentence(ParameterException failure) {
        if (failure.getCause() instanceof InvalidInput invalid) {
            return invalid.sentence();
        }
        return switch (failure) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing when !missing.getMissing().isEmpty() ->
                    Sentence.of("cli.missing", name(missing.getMissing().getFirst()));
            case OverwrittenOptionException twice ->
                    Sentence.of("cli.twice", name(twice.getOverwritten()));
            default -> Sentence.of("cli.notUnderstood", String.valueOf(failure.getMessage()));
        };
    }

    private static Sentence unmatched(UnmatchedArgumentException failure) {
        String first = failure.getUnmatched().getFirst();
        return Sentence.of(
                failure.isUnknownOption() ? "cli.unknownOption" : "cli.unknownWord", first);
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option
                ? option.longestName()
                : argument.paramLabel();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
            throws Exception {
        return switch (failure) {
            case InvalidInput invalid -> {
                output.warn(invalid.sentence());
                yield ExitCode.USAGE;
            }
            case IOException broken -> {
                output.warn(Sentence.of("cli.failed", reason(broken)));
                yield ExitCode.SOFTWARE;
            }
            default -> throw failure;
        };
    }

    /** Many of the JDK's file errors have no message but the file's name. */
    private static String reason(IOException failure) {
        return failure.getClass() == IOException.class
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
