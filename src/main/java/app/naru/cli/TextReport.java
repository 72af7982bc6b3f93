package app.naru.cli;

import app.naru.forward.Audience;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.internet.ServiceCheck;
import app.naru.path.Arrival;
import app.naru.path.Change;
import app.naru.path.FirewallChange;
import app.naru.path.ForwardStatus;
import app.naru.path.HopView;
import app.naru.path.Journal;
import app.naru.path.Link;
import app.naru.path.Offer;
import app.naru.path.Opening;
import app.naru.path.Plan;
import app.naru.path.ServiceWords;
import app.naru.path.Step;
import app.naru.relay.RelaySnapshot;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Says it in sentences; where a person looks on, the connections stand in a line that changes. */
final class TextReport implements OpenReport {

    /** Read alike in both languages, and in ASCII: a console may have nothing else. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Output output;
    private Optional<RelaySnapshot> traffic = Optional.empty();
    private List<Link> links = List.of();
    private Optional<Sentence> trouble = Optional.empty();
    private boolean lineOpen;

    TextReport(Output output) {
        this.output = output;
    }

    @Override
    public void planned(Plan plan, List<HopView> hops, boolean dryRun) {
        if (plan.forward().audience() instanceof Audience.Internet) {
            output.say("cli.open.internet");
        }
        output.say("cli.open.path");
        hops.forEach(this::hop);
        plan.offers().forEach(this::offer);
        if (plan.obstacles().isEmpty()) {
            plan(plan);
        }
        if (dryRun) {
            output.say("cli.open.dryRun");
        }
    }

    private void plan(Plan plan) {
        if (!plan.changes().isEmpty()) {
            output.say("cli.open.plan");
        }
        for (Change change : plan.changes()) {
            output.line("  - " + output.texts().say(change.description()));
            change.command().ifPresent(command -> output.line("      " + command));
        }
        boolean relayed = plan.changes().stream().anyMatch(Change.RunRelay.class::isInstance);
        if (!relayed) {
            output.say("cli.open.direct");
        }
    }

    private void offer(Offer offer) {
        output.say("cli.open.inTheWay", offer.why());
        output.item(optionKey(offer.change()));
    }

    private static String optionKey(FirewallChange change) {
        return change instanceof FirewallChange.RemoveBlocks
                ? "cli.open.removeBlocks"
                : "cli.open.removePortProxy";
    }

    private void hop(HopView hop) {
        output.item(
                "cli.open.hop",
                Sentence.of("path.hop." + hop.hop().name()),
                Sentence.of("path.state." + hop.state().name()),
                hop.sentence());
    }

    @Override
    public void step(Step step) {
        step.outcome()
                .ifPresentOrElse(
                        outcome -> output.line("    " + output.texts().say(outcome.sentence())),
                        () ->
                                output.say(
                                        "cli.open.step",
                                        step.number(),
                                        step.of(),
                                        step.change().description()));
    }

    @Override
    public void notOpened(Opening.NotOpened notOpened) {
        output.warn(Sentence.of("cli.open.notOpened", notOpened.why()));
        Optional<Port> other = notOpened.otherPort();
        other.ifPresent(port -> output.warn(Sentence.of("cli.open.otherPort", port)));
    }

    @Override
    public void opened(ForwardStatus status) {
        links = status.links();
        traffic = status.traffic();
        output.say("cli.open.opened", status.forward().name());
        status.links().forEach(link -> output.line("    " + link.text()));
        status.until()
                .ifPresentOrElse(
                        until -> output.say("cli.open.until", time(until)),
                        () -> output.say("cli.open.untilStopped"));
        status.hops().stream()
                .filter(hop -> hop.state() == HopView.State.PROBLEM && !hop.help().isEmpty())
                .forEach(this::explain);
    }

    /** What keeps visitors out, what helps, and how to go on all the same. */
    private void explain(HopView hop) {
        hop(hop);
        hop.help().forEach(help -> output.item("cli.address.help", help));
        output.item("cli.address.help", Sentence.of("cli.open.mapAnyway"));
    }

    private String time(Instant instant) {
        return TIME.withZone(ZoneId.systemDefault()).format(instant);
    }

    @Override
    public void stands(ForwardStatus status) {
        if (!status.links().equals(links)) {
            links = status.links();
            endLine();
            output.say("cli.open.moved");
            links.forEach(link -> output.line("    " + link.text()));
        }
        if (!status.trouble().equals(trouble)) {
            trouble = status.trouble();
            endLine();
            output.warn(trouble.orElse(Sentence.of("cli.open.troubleOver")));
        }
        if (!status.traffic().equals(traffic)) {
            traffic = status.traffic();
            traffic.ifPresent(this::connections);
        }
    }

    private void connections(RelaySnapshot now) {
        String text =
                output.texts()
                        .say(
                                "cli.open.connections",
                                now.open(),
                                now.accepted(),
                                ByteCount.text(now.bytesIn()),
                                ByteCount.text(now.bytesOut()),
                                now.refused(),
                                now.failed());
        if (output.terminal()) {
            output.overwrite(text);
            lineOpen = true;
        } else {
            output.line(text);
        }
    }

    private void endLine() {
        if (lineOpen) {
            output.line("");
            lineOpen = false;
        }
    }

    @Override
    public void checkable(URI link, Optional<Sentence> limits) {
        output.say("cli.check.phone");
        output.line("    " + link);
        if (output.terminal()) {
            TerminalQr.lines(link.toString()).forEach(line -> output.line("    " + line));
        }
        limits.ifPresent(each -> output.line(output.texts().say(each)));
        output.say("check.inside");
    }

    @Override
    public void asking(String host) {
        output.say("check.service.asking", host);
    }

    @Override
    public void uncheckable(Sentence why) {
        output.line(output.texts().say(why));
    }

    @Override
    public void arrived(Arrival arrival) {
        endLine();
        output.line(output.texts().say(arrival.sentence()));
    }

    @Override
    public void asked(ServiceCheck.Result result) {
        endLine();
        output.line(output.texts().say(ServiceWords.of(result)));
    }

    @Override
    public void closing(Ending ending) {
        endLine();
        output.say("cli.open.closing." + ending.name());
    }

    @Override
    public void undone(Step step) {
        endLine();
        step.outcome()
                .ifPresent(outcome ->
                        output.say(
                                "cli.open.undone",
                                step.change().description(),
                                outcome.sentence()));
    }

    @Override
    public void closed(List<Journal.Entry> left) {
        if (left.isEmpty()) {
            output.say("cli.open.closed");
            return;
        }
        output.warn(Sentence.of("cli.left"));
        left.forEach(entry -> output.warn(entry.change().description()));
    }
}
