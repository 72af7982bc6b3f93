package app.naru.ui;

import app.naru.firewall.NetshCommand;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Lifetime;
import app.naru.forward.Preset;
import app.naru.forward.Sentence;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Who may come and for how long, as entered so far. */
public final class AudienceDraft {

    /** Who may come. */
    public enum Who {
        THIS_NETWORK,
        CHOSEN,
        INTERNET
    }

    /** For how long. */
    public enum HowLong {
        TWO_HOURS(Duration.ofHours(2)),
        HALF_AN_HOUR(Duration.ofMinutes(30)),
        EIGHT_HOURS(Duration.ofHours(8)),
        UNTIL_STOPPED(Duration.ZERO),
        CUSTOM(Duration.ZERO);

        private final Duration duration;

        HowLong(Duration duration) {
            this.duration = duration;
        }

        private static HowLong of(Lifetime lifetime) {
            return switch (lifetime) {
                case Lifetime.UntilStopped untilStopped -> UNTIL_STOPPED;
                case Lifetime.For(Duration wanted) -> {
                    for (HowLong each : values()) {
                        if (each.duration.equals(wanted)) {
                            yield each;
                        }
                    }
                    yield CUSTOM;
                }
            };
        }
    }

    private final ObjectProperty<Who> who = new SimpleObjectProperty<>(Who.THIS_NETWORK);
    private final ObjectProperty<HowLong> howLong = new SimpleObjectProperty<>(HowLong.TWO_HOURS);
    private final BooleanProperty internetUnderstood = new SimpleBooleanProperty(false);
    private final BooleanProperty mapAnyway;
    private final Field<Audience> chosen;
    private final Field<Lifetime> custom;
    private final ObservableValue<Optional<Sentence>> chosenComplaint;
    private final ObservableValue<Optional<Sentence>> customComplaint;
    private final ObjectBinding<Reading<Audience>> audience;
    private final ObjectBinding<Reading<Lifetime>> lifetime;

    public AudienceDraft(Optional<Forward> existing) {
        chosen =
                new Field<>(
                        existing.map(Forward::audience)
                                .filter(Audience.Chosen.class::isInstance)
                                .map(audience -> audience.toString().replace(",", ", "))
                                .orElse(""),
                        AudienceDraft::readChosen);
        custom =
                new Field<>(
                        existing.map(Forward::lifetime)
                                .filter(lifetime -> HowLong.of(lifetime) == HowLong.CUSTOM)
                                .map(Lifetime::toString)
                                .orElse(""),
                        AudienceDraft::readCustom);
        chosenComplaint = chosen.complaintWhere(who.isEqualTo(Who.CHOSEN));
        customComplaint = custom.complaintWhere(howLong.isEqualTo(HowLong.CUSTOM));
        mapAnyway = new SimpleBooleanProperty(existing.map(Forward::mapAnyway).orElse(false));
        existing.ifPresent(this::prefill);
        audience =
                Bindings.createObjectBinding(
                        this::readAudience, who, internetUnderstood, chosen.reading());
        lifetime = Bindings.createObjectBinding(this::readLifetime, howLong, custom.reading());
    }

    /** As a preset has it. What the Internet means is asked when the preset is used. */
    public static AudienceDraft of(Preset preset) {
        AudienceDraft draft = new AudienceDraft(Optional.empty());
        draft.suggest(preset.audience(), preset.lifetime());
        draft.internetUnderstood.set(true);
        return draft;
    }

    private void prefill(Forward forward) {
        who.set(who(forward.audience()));
        internetUnderstood.set(forward.audience() instanceof Audience.Internet);
        howLong.set(HowLong.of(forward.lifetime()));
    }

    private static Who who(Audience audience) {
        return switch (audience) {
            case Audience.ThisNetwork network -> Who.THIS_NETWORK;
            case Audience.Chosen list -> Who.CHOSEN;
            case Audience.Internet internet -> Who.INTERNET;
        };
    }

    /** Enters what is usual. What the Internet means has to be understood all the same. */
    public void suggest(Audience usual, Lifetime time) {
        who.set(who(usual));
        if (usual instanceof Audience.Chosen) {
            chosen.text().set(usual.toString().replace(",", ", "));
        }
        howLong.set(HowLong.of(time));
        if (HowLong.of(time) == HowLong.CUSTOM) {
            custom.text().set(time.toString());
        }
    }

    /** The words for the other two audiences are no addresses, so they are not taken here. */
    private static Reading<Audience> readChosen(String text) {
        if (text.isBlank()) {
            return Reading.bad("invalid.audience.empty", "");
        }
        Reading<Audience> typed = Reading.of(() -> Audience.parse(text));
        return typed.then(read ->
                read instanceof Audience.Chosen
                        ? fitting(read)
                        : Reading.bad("invalid.cidr", text.strip()));
    }

    /** What no firewall rule can hold is said here, and not when it is to be made. */
    private static Reading<Audience> fitting(Audience chosen) {
        int length = chosen.toString().length();
        return length > NetshCommand.LONGEST_ADDRESSES
                ? Reading.bad("invalid.audience.long", length, NetshCommand.LONGEST_ADDRESSES)
                : new Reading.Good<>(chosen);
    }

    private static Reading<Lifetime> readCustom(String text) {
        return text.isBlank()
                ? Reading.bad("wizard.audience.custom.missing")
                : Reading.of(() -> Lifetime.parse(text));
    }

    private Reading<Audience> readAudience() {
        return switch (who.get()) {
            case THIS_NETWORK -> new Reading.Good<>(new Audience.ThisNetwork());
            case CHOSEN -> chosen.reading().get();
            case INTERNET ->
                    internetUnderstood.get()
                            ? new Reading.Good<>(new Audience.Internet())
                            : Reading.bad("wizard.audience.internet.confirmFirst");
        };
    }

    private Reading<Lifetime> readLifetime() {
        HowLong wanted = howLong.get();
        return switch (wanted) {
            case TWO_HOURS, HALF_AN_HOUR, EIGHT_HOURS ->
                    new Reading.Good<>(new Lifetime.For(wanted.duration));
            case UNTIL_STOPPED -> new Reading.Good<>(new Lifetime.UntilStopped());
            case CUSTOM -> custom.reading().get();
        };
    }

    public ObjectProperty<Who> who() {
        return who;
    }

    /** Whether the person confirmed to know what opening to the Internet means. */
    public BooleanProperty internetUnderstood() {
        return internetUnderstood;
    }

    /** Whether the router maps the ports even where nothing would arrive at it. */
    public BooleanProperty mapAnyway() {
        return mapAnyway;
    }

    /** Addresses and subnets; count only where those are chosen. */
    public Field<Audience> chosen() {
        return chosen;
    }

    /** What to say of the addresses; nothing while others may come. */
    public ObservableValue<Optional<Sentence>> chosenComplaint() {
        return chosenComplaint;
    }

    public ObjectProperty<HowLong> howLong() {
        return howLong;
    }

    /** A time of the person's own; counts only where that is chosen. */
    public Field<Lifetime> custom() {
        return custom;
    }

    /** What to say of the person's own time; nothing while another is chosen. */
    public ObservableValue<Optional<Sentence>> customComplaint() {
        return customComplaint;
    }

    public ObjectBinding<Reading<Audience>> audience() {
        return audience;
    }

    public ObjectBinding<Reading<Lifetime>> lifetime() {
        return lifetime;
    }
}
