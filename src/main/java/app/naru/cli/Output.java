package app.naru.cli;

import app.naru.forward.Sentence;
import app.naru.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.ExitCode;

/**
 * Where a command writes, in the user's language.
 *
 * @param terminal whether a person looks on, so that a line can be written over
 */
public record Output(Texts texts, PrintWriter out, PrintWriter err, boolean terminal) {

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void say(String key, Object... arguments) {
        line(texts.say(key, arguments));
    }

    /** Says it as one of several, below what they belong to. */
    void item(String key, Object... arguments) {
        line("  " + texts.say(key, arguments));
    }

    /** Writes over the line that was written so the last time; for a terminal. */
    void overwrite(String text) {
        // Erase in line (ECMA-48 8.3.41): what is left of a longer line goes.
        out.print("\r" + text + "\u001b[K");
        out.flush();
    }

    /** Says something went wrong. */
    void warn(Sentence sentence) {
        err.println(texts.say(sentence));
        err.flush();
    }

    /**
     * Says what came of it, where it is looked for.
     *
     * @return the exit code
     */
    int told(Sentence outcome, boolean asWanted) {
        if (!asWanted) {
            warn(outcome);
            return ExitCode.SOFTWARE;
        }
        line(texts.say(outcome));
        return ExitCode.OK;
    }

    /** Writes the value on a line of its own. */
    void json(JsonNode value) {
        line(Json.line(value));
    }
}
