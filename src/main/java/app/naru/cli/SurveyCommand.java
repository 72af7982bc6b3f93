package app.naru.cli;

import app.naru.survey.Situation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru survey}: what this PC is like; changes nothing. */
@Command(name = "survey")
final class SurveyCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    SurveyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Output output = context.output();
        try (Parts parts = context.open()) {
            Situation situation = parts.survey().look();
            if (json) {
                output.json(new SurveyJson(output.texts()).of(situation));
            } else {
                new SurveyText(output).print(situation);
            }
            return ExitCode.OK;
        }
    }
}
