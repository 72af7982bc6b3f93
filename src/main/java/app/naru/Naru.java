package app.naru;

import app.naru.forward.Audience;
import app.naru.internet.OutsideView;
import app.naru.internet.Standpoint;
import app.naru.path.Forwards;
import app.naru.path.InternetContacts;
import app.naru.path.Journal;
import app.naru.path.RouterSearch;
import app.naru.path.SavedForwards;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Network;
import app.naru.survey.NetworkReader;
import app.naru.survey.Situation;
import app.naru.survey.Survey;
import app.naru.survey.SurveyParts;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the program, put together: the composition root. */
final class Naru implements AutoCloseable {

    private final Survey survey;
    private final Settings settings;
    private final Forwards forwards;
    private final SavedForwards savedForwards;
    private final OutsideView outside;
    private final RouterSearch router;

    /**
     * Puts the program together for this PC and this user.
     *
     * @throws IOException if the settings or the journal can't be read or made
     */
    Naru(Platform platform, SettingsFolder folder, Clock clock) throws IOException {
        long pid = ProcessHandle.current().pid();
        Situation unseen = Situation.unseen(platform.system(), pid, platform.ownProgram());
        settings = new Settings(folder, clock);
        outside =
                new OutsideView(
                        () -> InternetContacts.in(settings),
                        () -> standpoint(platform.network()),
                        clock);
        router = new RouterSearch(platform.network(), outside);
        survey =
                new Survey(
                        unseen,
                        Stream.concat(
                                        SurveyParts.of(
                                                platform.network(),
                                                platform.listeners(),
                                                platform.wsl(),
                                                outside)
                                                .stream(),
                                        platform.moreParts().stream())
                                .toList());
        Journal journal = Journal.open(folder.journals(), "naru-" + pid, clock);
        forwards =
                new Forwards(
                        journal,
                        platform.firewall(),
                        platform.listeners(),
                        router,
                        platform.wslProgram(),
                        () -> settings.preferences().limits(),
                        unseen,
                        clock);
        forwards.watch(this::wantAddressForTheInternet);
        savedForwards = new SavedForwards(settings, forwards, clock);
    }

    private static Standpoint standpoint(NetworkReader reader) {
        try {
            Network network = reader.read();
            return new Standpoint(
                    network.addresses().collect(Collectors.toSet()),
                    network.addressBesideOtherWays());
        } catch (IOException unreadable) {
            // The survey says so; what the Internet sees can be asked for all the same.
            return Standpoint.UNKNOWN;
        }
    }

    Survey survey() {
        return survey;
    }

    Settings settings() {
        return settings;
    }

    Forwards forwards() {
        return forwards;
    }

    SavedForwards savedForwards() {
        return savedForwards;
    }

    /** Who is open to the Internet has a link there. */
    private void wantAddressForTheInternet() {
        if (!outside.isWanted()
                && forwards.open().stream()
                        .anyMatch(open -> open.forward().audience() instanceof Audience.Internet)) {
            outside.want();
        }
    }

    OutsideView outside() {
        return outside;
    }

    RouterSearch router() {
        return router;
    }

    @Override
    public void close() throws IOException {
        survey.close();
        forwards.close();
    }
}
