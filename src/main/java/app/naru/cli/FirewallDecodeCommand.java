package app.naru.cli;

import app.naru.firewall.FirewallRule;
import app.naru.firewall.MalformedRule;
import app.naru.forward.Sentence;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * {@code naru firewall decode}: says what rule texts mean, as the registry holds them; on every
 * system, and without looking at this PC.
 */
@Command(name = "decode")
final class FirewallDecodeCommand implements Callable<Integer> {

    private final Context context;

    FirewallDecodeCommand(Context context) {
        this.context = context;
    }

    /**
     * Writes for each line of standard input an object on a line: the fields of {@link Json#rule},
     * or {@code error} where the line is no rule.
     */
    @Override
    public Integer call() throws IOException {
        InputLines lines = new InputLines(context.in());
        int code = ExitCode.OK;
        for (Optional<InputLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            ObjectNode node = decoded(line.get());
            if (node.has("error")) {
                code = ExitCode.SOFTWARE;
            }
            context.output().json(node);
        }
        return code;
    }

    private ObjectNode decoded(InputLines.Line line) {
        try {
            return Json.rule(FirewallRule.decode(line.text()));
        } catch (MalformedRule e) {
            return error(e.sentence());
        } catch (CharacterCodingException e) {
            return error(Sentence.of("cli.firewall.notUtf8"));
        }
    }

    private ObjectNode error(Sentence why) {
        ObjectNode node = Json.object();
        node.set("error", Json.sentence(why, context.output().texts()));
        return node;
    }
}
