package app.naru.cli;

import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import app.naru.path.PortProxyImport;
import app.naru.settings.SavedForward;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code naru portproxy import}: makes forwards of the entries at a port, switched off, and removes
 * the entries.
 */
@Command(name = "import")
final class PortProxyImportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PORT", descriptionKey = "PORT")
    private Port port = new Port(1);

    @Option(names = "--dry-run")
    private boolean dryRun;

    private final Context context;

    PortProxyImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return OnWindows.run(context, this::takeOver);
    }

    private int takeOver(Parts parts, WindowsFirewall firewall) throws IOException {
        List<PortProxyEntry> entries =
                PortProxy.read(firewall.portProxies()).entries().stream()
                        .filter(entry -> entry.listenPort().equals(port))
                        .toList();
        if (entries.isEmpty()) {
            context.output().warn(Sentence.of("cli.portproxy.noneAt", port));
            return ExitCode.SOFTWARE;
        }
        int code = ExitCode.OK;
        for (PortProxyEntry entry : entries) {
            code = Math.max(code, takeOver(parts, entry));
        }
        return code;
    }

    /** The forward is kept before the entry goes, so that a failure between loses nothing. */
    private int takeOver(Parts parts, PortProxyEntry entry) throws IOException {
        Output output = context.output();
        Forward forward = PortProxyImport.of(entry, parts.survey().look());
        FirewallChange change = new FirewallChange.RemovePortProxy(entry);
        output.say("cli.portproxy.forward", forward.name(), entry.from(), forward.target());
        change.command().ifPresent(command -> output.line("  " + command));
        if (dryRun) {
            output.say("cli.open.dryRun");
            return ExitCode.OK;
        }
        parts.settings().put(new SavedForward(forward, false, Optional.empty()));
        int code = OnWindows.make(context, parts, forward.name(), change);
        if (code != ExitCode.OK) {
            parts.settings().remove(forward.id());
        }
        return code;
    }
}
