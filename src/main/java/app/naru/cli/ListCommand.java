package app.naru.cli;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.instance.OpenElsewhere;
import app.naru.instance.Running;
import app.naru.path.ForwardStatus;
import app.naru.settings.SavedForward;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru list}: the forwards that are kept, and those that some Naru process has open. */
@Command(name = "list")
final class ListCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    ListCommand(Context context) {
        this.context = context;
    }

    /**
     * @param open as the process with that id tells; empty where it is kept but not open
     */
    private record Row(Forward forward, boolean saved, Optional<OpenElsewhere> open, long pid) {}

    @Override
    public Integer call() throws IOException {
        List<Row> rows = rows();
        Output output = context.output();
        if (json) {
            output.json(Json.array(rows, ListCommand::node));
        } else if (rows.isEmpty()) {
            output.say("cli.list.none");
        } else {
            rows.forEach(this::print);
        }
        return ExitCode.OK;
    }

    private List<Row> rows() throws IOException {
        List<Forward> kept = kept();
        List<Row> rows = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Running process : context.instances().running()) {
            for (OpenElsewhere each : process.forwards()) {
                String id = each.forward().id();
                boolean isKept = kept.stream().anyMatch(forward -> forward.id().equals(id));
                rows.add(new Row(each.forward(), isKept, Optional.of(each), process.pid()));
                open.add(id);
            }
        }
        kept.stream()
                .filter(forward -> !open.contains(forward.id()))
                .map(forward -> new Row(forward, true, Optional.empty(), 0))
                .forEach(rows::add);
        return rows;
    }

    private List<Forward> kept() throws IOException {
        try (Parts parts = context.open()) {
            return parts.settings().forwards().stream().map(SavedForward::forward).toList();
        }
    }

    /**
     * {@code forward}, {@code saved}, {@code state} ({@code closed}, {@code opening}, {@code open},
     * {@code closing}), {@code until}, {@code pid} (of the process that has it open), {@code
     * traffic}, each null where there is none, and {@code links}.
     */
    private static ObjectNode node(Row row) {
        ObjectNode node = Json.object();
        node.set("forward", Json.forward(row.forward()));
        node.put("saved", row.saved());
        node.put("state", Json.constant(state(row)));
        node.put(
                "until",
                row.open().flatMap(OpenElsewhere::until).map(Instant::toString).orElse(null));
        node.put("pid", row.open().map(open -> (Long) row.pid()).orElse(null));
        node.set(
                "traffic",
                row.open().flatMap(OpenElsewhere::traffic).map(Json::traffic).orElse(null));
        node.set("links", Json.texts(row.open().map(OpenElsewhere::links).orElse(List.of())));
        return node;
    }

    private static ForwardStatus.State state(Row row) {
        return row.open().map(OpenElsewhere::state).orElse(ForwardStatus.State.CLOSED);
    }

    private void print(Row row) {
        Forward forward = row.forward();
        String links = row.open().map(open -> String.join(" ", open.links())).orElse("");
        context.output()
                .say(
                        "cli.list.row",
                        forward.name(),
                        Sentence.of("cli.list.state." + state(row).name()),
                        forward.protocol().name(),
                        forward.ports(),
                        forward.target(),
                        forward.audience(),
                        links);
    }
}
