package app.naru.ui.firewall;

import app.naru.firewall.FirewallRule;
import app.naru.firewall.RuleScript;
import app.naru.forward.Sentence;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.firewall.RuleChanges.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Writes the rules on show as a script. */
final class RuleExport {

    private final Texts texts;
    private final BackgroundTasks tasks;
    private final Consumer<Told> told;

    /**
     * @param told is told what came of it
     */
    RuleExport(Texts texts, BackgroundTasks tasks, Consumer<Told> told) {
        this.texts = texts;
        this.tasks = tasks;
        this.told = told;
    }

    void write(List<FirewallRule> rules, RuleScript.Format format, Path file) {
        tasks.task(
                        () -> {
                            RuleScript script = RuleScript.of(format, rules);
                            Files.write(file, script.file(texts::say));
                            return script;
                        })
                .onSuccess(script -> told.accept(new Told(words(script, file), true, List.of())))
                .onFailure(
                        IOException.class,
                        failure ->
                                told.accept(
                                        new Told(
                                                Sentence.of(
                                                        "rules.export.failed",
                                                        file,
                                                        String.valueOf(failure.getMessage())),
                                                false,
                                                List.of())))
                .run();
    }

    private static Sentence words(RuleScript script, Path file) {
        return script.leftOut().isEmpty()
                ? Sentence.of("cli.firewall.exported", script.statements().size(), file)
                : Sentence.of(
                        "rules.exported.some",
                        script.statements().size(),
                        file,
                        script.leftOut().size());
    }
}
