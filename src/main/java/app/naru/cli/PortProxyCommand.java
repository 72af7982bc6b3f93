package app.naru.cli;

import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.path.InTheWay;
import app.naru.survey.Situation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru portproxy}: lists the entries of Windows' own TCP proxy; changes nothing. */
@Command(name = "portproxy")
final class PortProxyCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    private PortProxyCommand(Context context) {
        this.context = context;
    }

    /** Returns the command with its own ones. */
    static CommandLine with(Context context) {
        return new CommandLine(new PortProxyCommand(context))
                .addSubcommand(new PortProxyImportCommand(context));
    }

    @Override
    public Integer call() throws IOException {
        return OnWindows.run(
                context,
                (parts, firewall) -> {
                    PortProxy proxy = PortProxy.read(firewall.portProxies());
                    Situation situation = parts.survey().look();
                    if (json) {
                        context.output()
                                .json(
                                        Json.array(
                                                proxy.entries(),
                                                each -> node(each, proxy, situation)));
                    } else {
                        print(proxy, situation);
                    }
                    return ExitCode.OK;
                });
    }

    private void print(PortProxy proxy, Situation situation) {
        Output output = context.output();
        if (proxy.entries().isEmpty()) {
            output.say("cli.portproxy.none");
        }
        List<PortProxyEntry> loops = proxy.loops(InTheWay.own(situation));
        proxy.entries()
                .forEach(entry ->
                        output.line(
                                output.texts().say(InTheWay.words(entry, loops.contains(entry)))));
        proxy.unreadable().forEach(each -> output.say("cli.portproxy.unreadable", each));
    }

    /** Returns {@code family}, {@code listen}, {@code connect} and {@code loop}. */
    static ObjectNode node(PortProxyEntry entry, PortProxy proxy, Situation situation) {
        return Json.object()
                .put("family", entry.family().lowerCase())
                .put("listen", entry.from())
                .put("connect", entry.to())
                .put("loop", proxy.loops(InTheWay.own(situation)).contains(entry));
    }
}
