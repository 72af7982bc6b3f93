package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.wsl.Distro;
import app.naru.wsl.Wsl;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru wsl}: what this PC has of WSL; never starts it. */
@Command(name = "wsl")
final class WslCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    WslCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Output output = context.output();
        try (Parts parts = context.open()) {
            if (parts.wsl().isEmpty()) {
                output.warn(Sentence.of("survey.wsl.notHere"));
                return ExitCode.SOFTWARE;
            }
            Wsl wsl = parts.wsl().get().read();
            if (json) {
                output.json(node(wsl));
            } else {
                print(wsl);
            }
            return ExitCode.OK;
        }
    }

    /**
     * {@code installed}, {@code storeVersion} (null for the one that came with Windows), {@code
     * running}, {@code mode} ({@code nat}, {@code mirrored}, {@code consomme}, {@code bridged},
     * {@code none}), {@code natAddress} (or null; of a WSL that does not run, its last one) and
     * {@code distros}, each with {@code id}, {@code name}, {@code version} (1 or 2) and {@code
     * default}.
     */
    private static ObjectNode node(Wsl wsl) {
        ObjectNode node = Json.object();
        node.put("installed", wsl.installed());
        node.put("storeVersion", wsl.storeVersion().orElse(null));
        node.put("running", wsl.running());
        node.put("mode", Json.constant(wsl.mode()));
        node.put("natAddress", wsl.natAddress().map(Address::text).orElse(null));
        node.set("distros", Json.array(wsl.distros(), WslCommand::distro));
        return node;
    }

    private static ObjectNode distro(Distro distro) {
        return Json.object()
                .put("id", distro.id())
                .put("name", distro.name())
                .put("version", distro.version())
                .put("default", distro.isDefault());
    }

    private void print(Wsl wsl) {
        Output output = context.output();
        if (!wsl.installed()) {
            output.say("cli.survey.noWsl");
            return;
        }
        for (Distro distro : wsl.distros()) {
            output.say(
                    distro.isDefault() ? "cli.wsl.distro.default" : "cli.wsl.distro",
                    distro.name(),
                    distro.version());
        }
        output.say(wsl.running() ? "cli.wsl.runs" : "cli.wsl.stopped");
        wsl.natAddress().ifPresent(address -> output.say("cli.wsl.address", Address.text(address)));
        output.say("cli.wsl.mode." + wsl.mode().name());
    }
}
