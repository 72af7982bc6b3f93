package app.naru.ui.wizard;

import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.ui.Field;
import app.naru.ui.Reading;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** What the firewall's rule adds: its name, its description and where it applies. */
final class RuleDraft {

    private final Map<NetworkProfile, BooleanProperty> profiles =
            new EnumMap<>(NetworkProfile.class);
    private final BooleanProperty trustNetwork;
    private final Field<ForwardName> name;
    private final Field<String> description;
    private final ObjectBinding<Reading<Set<NetworkProfile>>> chosenProfiles;
    private final ObjectBinding<Optional<Sentence>> profileProblem;
    private boolean profilesFollow;
    private boolean nameFollows;
    private boolean following;

    /**
     * @param suggestedName the name until the person gives another
     * @param taken whether another forward has that name
     */
    RuleDraft(
            ObservableValue<String> suggestedName,
            Predicate<ForwardName> taken,
            ReadOnlyObjectProperty<Situation> situation,
            Optional<Forward> existing) {
        name =
                new Field<>(
                        existing.map(forward -> forward.name().text())
                                .orElseGet(suggestedName::getValue),
                        text -> readName(text, taken));
        description =
                new Field<>(
                        existing.map(Forward::description).orElse(""),
                        text -> Reading.of(() -> Forward.checkedDescription(text)));
        trustNetwork = new SimpleBooleanProperty(existing.map(Forward::trustNetwork).orElse(false));
        Set<NetworkProfile> first =
                existing.map(Forward::profiles).orElseGet(() -> usual(situation.get()));
        for (NetworkProfile profile : NetworkProfile.values()) {
            BooleanProperty chosen = new SimpleBooleanProperty(first.contains(profile));
            chosen.addListener((observed, before, now) -> profilesFollow &= following);
            profiles.put(profile, chosen);
        }
        chosenProfiles =
                Bindings.createObjectBinding(
                        this::readProfiles, profiles.values().toArray(Observable[]::new));
        profileProblem =
                Bindings.createObjectBinding(() -> chosenProfiles.get().problem(), chosenProfiles);
        nameFollows = existing.isEmpty();
        profilesFollow = existing.isEmpty();
        name.text().addListener((observed, before, now) -> nameFollows &= following);
        suggestedName.addListener((observed, before, now) -> followName(now));
        situation.addListener((observed, before, now) -> followNetwork(now));
    }

    private void followName(String suggested) {
        if (nameFollows) {
            following = true;
            name.text().set(suggested);
            following = false;
        }
    }

    private void followNetwork(Situation now) {
        if (profilesFollow) {
            following = true;
            Set<NetworkProfile> usual = usual(now);
            profiles.forEach((profile, chosen) -> chosen.set(usual.contains(profile)));
            following = false;
        }
    }

    /**
     * The kinds of network that one trusts, and the kind that this PC is on now: Windows takes home
     * networks for public ones until told otherwise, and a rule for others would let nobody in.
     */
    private static Set<NetworkProfile> usual(Situation situation) {
        Set<NetworkProfile> usual = EnumSet.of(NetworkProfile.DOMAIN, NetworkProfile.PRIVATE);
        situation.network().known().stream()
                .map(Network::interfaces)
                .flatMap(List::stream)
                .filter(NetInterface::reachesDevices)
                .flatMap(each -> each.profile().stream())
                .forEach(usual::add);
        return usual;
    }

    private static Reading<ForwardName> readName(String text, Predicate<ForwardName> taken) {
        Reading<ForwardName> typed = Reading.of(() -> ForwardName.parse(text));
        return typed.then(
                read -> taken.test(read) ? Reading.bad("invalid.name.taken", read) : typed);
    }

    private Reading<Set<NetworkProfile>> readProfiles() {
        Set<NetworkProfile> chosen = EnumSet.noneOf(NetworkProfile.class);
        profiles.forEach((profile, on) -> {
            if (on.get()) {
                chosen.add(profile);
            }
        });
        return chosen.isEmpty()
                ? Reading.bad("invalid.forward.profiles")
                : new Reading.Good<>(chosen);
    }

    /** Whether Windows is told that the present network, a public one, is private. */
    BooleanProperty trustNetwork() {
        return trustNetwork;
    }

    /** Whether the rule applies on networks of that kind. */
    BooleanProperty profile(NetworkProfile profile) {
        return Objects.requireNonNull(profiles.get(profile));
    }

    ObjectBinding<Reading<Set<NetworkProfile>>> profiles() {
        return chosenProfiles;
    }

    /** That no kind of network is chosen; empty where one is. */
    ObjectBinding<Optional<Sentence>> profileProblem() {
        return profileProblem;
    }

    Field<ForwardName> name() {
        return name;
    }

    Field<String> description() {
        return description;
    }
}
