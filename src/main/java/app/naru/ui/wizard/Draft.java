package app.naru.ui.wizard;

import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import app.naru.path.HopKind;
import app.naru.path.HopPlaces;
import app.naru.path.HopView;
import app.naru.path.Hops;
import app.naru.path.Link;
import app.naru.path.Plan;
import app.naru.path.Standing;
import app.naru.server.KnownPreset;
import app.naru.server.LocalServer;
import app.naru.survey.Situation;
import app.naru.ui.AudienceDraft;
import app.naru.ui.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The forward as entered so far. All pages share it, so going back and forth loses nothing. */
final class Draft {

    private final ObjectProperty<Set<FirewallChange>> agreed = new SimpleObjectProperty<>(Set.of());
    private final String id;
    private final boolean editing;
    private final Surroundings here;
    private final BooleanProperty sample = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<KnownPreset>> preset =
            new SimpleObjectProperty<>(Optional.empty());
    private final ServerDraft server;
    private final HttpDraft http;
    private final ListenDraft listen;
    private final AudienceDraft audience;
    private final RuleDraft rule;
    private final StringBinding suggestedName;
    private final ObjectBinding<Reading<Forward>> forward;

    /**
     * @param existing the forward to begin with, which is changed if it is one of the others
     * @param others the forwards that there are already
     * @param here this PC, as it is now
     * @param words says a sentence in the person's language, for names
     */
    Draft(
            Optional<Forward> existing,
            List<Forward> others,
            Surroundings here,
            Function<Sentence, String> words) {
        this.id = existing.map(Forward::id).orElseGet(Forward::newId);
        this.editing = others.stream().anyMatch(each -> each.id().equals(id));
        this.here = here;
        List<String> names =
                others.stream()
                        .filter(each -> !each.id().equals(id))
                        .map(each -> each.name().text())
                        .toList();
        Predicate<ForwardName> taken =
                name -> names.stream().anyMatch(name.text()::equalsIgnoreCase);
        server = new ServerDraft(existing);
        http = new HttpDraft(server, existing);
        SuggestedName suggested = new SuggestedName(words, taken);
        suggestedName =
                Bindings.createStringBinding(
                        () ->
                                suggested.of(
                                        server,
                                        here.servers().get(),
                                        sample.get(),
                                        preset.get().map(KnownPreset::title)),
                        server.protocol(),
                        server.place(),
                        server.distro(),
                        server.ports().reading(),
                        here.servers(),
                        sample,
                        preset);
        listen = new ListenDraft(server, here.situation(), existing);
        audience = new AudienceDraft(existing);
        rule = new RuleDraft(suggestedName, taken, here.situation(), existing);
        forward =
                Bindings.createObjectBinding(
                        this::read,
                        server.protocol(),
                        server.server(),
                        server.startWsl(),
                        http.reading(),
                        listen.door(),
                        audience.audience(),
                        audience.lifetime(),
                        audience.mapAnyway(),
                        rule.profiles(),
                        rule.trustNetwork(),
                        rule.name().reading(),
                        rule.description().reading());
    }

    private Reading<Forward> read() {
        return Stream.of(
                        server.server(),
                        http.reading(),
                        listen.door(),
                        audience.audience(),
                        audience.lifetime(),
                        rule.profiles(),
                        rule.name().reading(),
                        rule.description().reading())
                .flatMap(each -> each.getValue().problem().stream())
                .findFirst()
                .<Reading<Forward>>map(Reading.Bad::new)
                .orElseGet(() -> Reading.of(this::put));
    }

    /** Puts together what has been read. */
    private Forward put() {
        ListenDraft.Door door = listen.door().get().orThrow();
        return new Forward(
                id,
                rule.name().reading().get().orThrow(),
                server.protocol().get(),
                door.ports(),
                door.listen(),
                server.server().get().orThrow().target(),
                audience.audience().get().orThrow(),
                audience.lifetime().get().orThrow(),
                rule.profiles().get().orThrow(),
                rule.description().reading().get().orThrow(),
                server.startWsl().get() && server.place().get() == ServerDraft.Place.WSL,
                rule.trustNetwork().get(),
                audience.mapAnyway().get(),
                http.reading().get().orThrow());
    }

    /** Returns the forward where everything has been entered and is right. */
    Optional<Forward> forward() {
        return forward.get().good();
    }

    /** The forward, or the first thing that is not right. */
    ObjectBinding<Reading<Forward>> reading() {
        return forward;
    }

    /** What the person agreed to have removed. */
    ObjectProperty<Set<FirewallChange>> agreed() {
        return agreed;
    }

    /** Returns what it takes to open it, with what was agreed to; empty while an entry is wrong. */
    Optional<Plan> plan() {
        return forward().map(each -> Plan.of(each, here.situation().get(), agreed.get()));
    }

    /** Returns the id that the forward keeps whatever else is changed. */
    String id() {
        return id;
    }

    /** Whether a forward that there was before is being changed. */
    boolean editing() {
        return editing;
    }

    /** This PC as it is now. */
    ReadOnlyObjectProperty<Situation> situation() {
        return here.situation();
    }

    /** The servers of this PC, the likeliest first. */
    ReadOnlyObjectProperty<List<LocalServer>> servers() {
        return here.servers();
    }

    /** Whether the server is Naru's own sample page. */
    BooleanProperty sample() {
        return sample;
    }

    /** The preset that it began with; empty for none. */
    ObjectProperty<Optional<KnownPreset>> preset() {
        return preset;
    }

    ServerDraft server() {
        return server;
    }

    HttpDraft http() {
        return http;
    }

    ListenDraft listen() {
        return listen;
    }

    AudienceDraft audience() {
        return audience;
    }

    RuleDraft rule() {
        return rule;
    }

    /** Returns the hops as they stand before anything is changed; empty while an entry is wrong. */
    Optional<List<HopView>> hops() {
        return forward().map(it -> Hops.look(it, situation().get(), Standing.CLOSED));
    }

    /** Returns the address and port of each hop, as far as they are known. */
    Map<HopKind, String> places() {
        Situation now = situation().get();
        return forward()
                .map(it -> HopPlaces.of(it, Link.onThisNetwork(it, now), now))
                .orElse(Map.of());
    }
}
