package app.naru.path;

import app.naru.internet.CheckService;
import app.naru.internet.Contacts;
import app.naru.internet.ServiceCheck;
import app.naru.settings.InternetServices;
import app.naru.settings.Settings;
import java.util.List;
import java.util.Optional;

/** Whom Naru may ask on the Internet, as the settings have it. */
public final class InternetContacts {

    private InternetContacts() {}

    /**
     * Returns whom to ask; empty where the user has switched that off.
     *
     * @throws app.naru.forward.InvalidInput if the settings hold what is no server or web address
     */
    public static Optional<Contacts> in(Settings settings) {
        InternetServices set = settings.internet();
        return set.allowed() ? Optional.of(of(set)) : Optional.empty();
    }

    /**
     * Returns the services that may be asked to come, the first first; none where the user has
     * switched that off.
     *
     * @throws app.naru.forward.InvalidInput if the settings hold what is no server or web address
     */
    public static List<CheckService> checkServices(Settings settings) {
        return in(settings).map(Contacts::check).orElse(List.of());
    }

    /**
     * Returns the check by those services; empty where nobody may be asked.
     *
     * @throws app.naru.forward.InvalidInput if the settings hold what is no server or web address
     */
    public static Optional<ServiceCheck> serviceCheck(Settings settings) {
        return Optional.of(checkServices(settings))
                .filter(all -> !all.isEmpty())
                .map(ServiceCheck::new);
    }

    /**
     * Returns whom these settings name.
     *
     * @throws app.naru.forward.InvalidInput if one of them is no server or web address
     */
    public static Contacts of(InternetServices set) {
        return Contacts.parse(set.stun(), set.echo(), set.check());
    }
}
