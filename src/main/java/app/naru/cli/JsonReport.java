package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.ServiceCheck;
import app.naru.path.Arrival;
import app.naru.path.ForwardStatus;
import app.naru.path.HopView;
import app.naru.path.Journal;
import app.naru.path.Offer;
import app.naru.path.Opening;
import app.naru.path.Outcome;
import app.naru.path.Plan;
import app.naru.path.ServiceWords;
import app.naru.path.Step;
import app.naru.relay.RelaySnapshot;
import app.naru.text.Texts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One JSON object a line, each with {@code event}: {@code plan}, {@code step}, {@code not-opened},
 * {@code open}, {@code traffic}, {@code changed}, {@code closing}, {@code undo}, {@code closed}.
 */
final class JsonReport implements OpenReport {

    private final Output output;
    private final Texts texts;
    private Optional<RelaySnapshot> traffic = Optional.empty();
    private String standing = "";

    JsonReport(Output output) {
        this.output = output;
        this.texts = output.texts();
    }

    /**
     * {@code dryRun}, {@code forward}, {@code changes} in their order, {@code offers} ({@code
     * change} and {@code why}: what is in the way and is removed only on request), {@code
     * obstacles}, {@code hops} from the server outwards.
     */
    @Override
    public void planned(Plan plan, List<HopView> hops, boolean dryRun) {
        ObjectNode event = event("plan");
        event.put("dryRun", dryRun);
        event.set("forward", Json.forward(plan.forward()));
        event.set("changes", Json.array(plan.changes(), change -> Json.change(change, texts)));
        event.set("offers", Json.array(plan.offers(), this::offer));
        event.set("obstacles", Json.array(plan.obstacles(), each -> Json.sentence(each, texts)));
        event.set("hops", Json.array(hops, hop -> Json.hop(hop, texts)));
        output.json(event);
    }

    private ObjectNode offer(Offer offer) {
        ObjectNode node = Json.object();
        node.set("change", Json.change(offer.change(), texts));
        node.set("why", Json.sentence(offer.why(), texts));
        return node;
    }

    @Override
    public void step(Step step) {
        step("step", step);
    }

    @Override
    public void undone(Step step) {
        step("undo", step);
    }

    /**
     * {@code number} of {@code of}, {@code change}, {@code outcome}: {@code started}, {@code done},
     * {@code already-so}, {@code not-here}, {@code by-hand}, {@code stays}, {@code declined} or
     * {@code failed}; and {@code text}.
     */
    private void step(String name, Step step) {
        ObjectNode event = event(name).put("number", step.number()).put("of", step.of());
        event.set("change", Json.change(step.change(), texts));
        event.put("outcome", step.outcome().map(JsonReport::word).orElse("started"));
        event.put(
                "text",
                step.outcome()
                        .map(outcome -> texts.say(outcome.sentence()))
                        .orElseGet(() -> texts.say(step.change().description())));
        output.json(event);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> "done";
            case Outcome.AlreadySo so -> "already-so";
            case Outcome.NotHere notHere -> "not-here";
            case Outcome.ByHand byHand -> "by-hand";
            case Outcome.Stays stays -> "stays";
            case Outcome.Declined declined -> "declined";
            case Outcome.Failed failed -> "failed";
        };
    }

    /** {@code reason}, {@code declined}, {@code otherPort}: one that would do, or null. */
    @Override
    public void notOpened(Opening.NotOpened notOpened) {
        ObjectNode event = event("not-opened");
        event.set("reason", Json.sentence(notOpened.why(), texts));
        event.put("declined", notOpened.declined());
        event.put(
                "otherPort",
                notOpened.otherPort().map(port -> (Integer) port.number()).orElse(null));
        output.json(event);
    }

    /**
     * {@code pid} of this process, {@code forward}, {@code until} (ISO 8601, or null), {@code
     * links} and {@code hops}.
     */
    @Override
    public void opened(ForwardStatus status) {
        ObjectNode event = event("open").put("pid", ProcessHandle.current().pid());
        event.set("forward", Json.forward(status.forward()));
        event.put("until", status.until().map(Instant::toString).orElse(null));
        traffic = status.traffic();
        standing = standing(status).toString();
        event.setAll(standing(status));
        output.json(event);
    }

    /**
     * {@code traffic} with the relay's counters; {@code changed} with {@code links}, {@code hops}
     * and {@code trouble} (or null).
     */
    @Override
    public void stands(ForwardStatus status) {
        if (!standing(status).toString().equals(standing)) {
            standing = standing(status).toString();
            ObjectNode event = event("changed");
            event.setAll(standing(status));
            output.json(event);
        }
        if (!status.traffic().equals(traffic)) {
            traffic = status.traffic();
            ObjectNode event = event("traffic");
            traffic.ifPresent(snapshot -> event.setAll(Json.traffic(snapshot)));
            output.json(event);
        }
    }

    private ObjectNode standing(ForwardStatus status) {
        ObjectNode node = Json.object();
        node.set("links", Json.links(status.links()));
        node.set("hops", Json.array(status.hops(), hop -> Json.hop(hop, texts)));
        node.set(
                "trouble",
                status.trouble().map(trouble -> Json.sentence(trouble, texts)).orElse(null));
        return node;
    }

    /** {@code link} to open on a phone; {@code limits}: what that does not show, or null. */
    @Override
    public void checkable(URI link, Optional<Sentence> limits) {
        ObjectNode event = event("check").put("link", link.toString());
        event.set("limits", limits.map(each -> Json.sentence(each, texts)).orElse(null));
        output.json(event);
    }

    /** {@code reason}. */
    @Override
    public void uncheckable(Sentence why) {
        ObjectNode event = event("check-impossible");
        event.set("reason", Json.sentence(why, texts));
        output.json(event);
    }

    /**
     * {@code visitor}, {@code origin} ({@code outside}, {@code router}, {@code home}, {@code
     * network}, {@code other-network}), {@code phone}, {@code refused}, {@code proves} and {@code
     * text}.
     */
    @Override
    public void arrived(Arrival arrival) {
        output.json(
                event("arrived")
                        .put("visitor", Address.text(arrival.visitor()))
                        .put("origin", Json.constant(arrival.origin()))
                        .put("phone", arrival.byPhone())
                        .put("refused", arrival.refused())
                        .put("proves", arrival.proves())
                        .put("text", texts.say(arrival.sentence())));
    }

    /** {@code host} of the service. */
    @Override
    public void asking(String host) {
        output.json(event("asking").put("host", host));
    }

    /**
     * {@code result} ({@code arrived}, {@code refused}, {@code never-arrived}, {@code unavailable})
     * and {@code text}.
     */
    @Override
    public void asked(ServiceCheck.Result result) {
        String word =
                switch (result) {
                    case ServiceCheck.Result.Arrived(ServiceCheck.Visitor visitor) ->
                            visitor.refused() ? "refused" : "arrived";
                    case ServiceCheck.Result.NeverArrived never -> "never-arrived";
                    case ServiceCheck.Result.Unavailable unavailable -> "unavailable";
                };
        output.json(
                event("service")
                        .put("result", word)
                        .put("text", texts.say(ServiceWords.of(result))));
    }

    /** {@code reason}: {@code interrupted}, {@code time-over} or {@code asked}. */
    @Override
    public void closing(Ending ending) {
        output.json(event("closing").put("reason", Json.constant(ending)));
    }

    /** {@code left}: the changes that could not be taken back. */
    @Override
    public void closed(List<Journal.Entry> left) {
        ObjectNode event = event("closed");
        event.set("left", Json.array(left, entry -> Json.change(entry.change(), texts)));
        output.json(event);
    }

    private static ObjectNode event(String name) {
        return Json.object().put("event", name);
    }
}
