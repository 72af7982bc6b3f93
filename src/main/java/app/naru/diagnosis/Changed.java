package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.HttpNames;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The same forward with one thing otherwise. */
final class Changed {

    private Changed() {}

    static Forward target(Forward was, Target target) {
        return of(was, was.listen(), target, was.profiles());
    }

    static Forward listen(Forward was, Listen listen) {
        return of(was, listen, was.target(), was.profiles());
    }

    static Forward alsoOn(Forward was, NetworkProfile profile) {
        Set<NetworkProfile> wider = EnumSet.copyOf(was.profiles());
        wider.add(profile);
        return of(was, was.listen(), was.target(), wider);
    }

    /** On that port and in HTTP mode. */
    static Forward httpMode(Forward was, Port port) {
        return was.movedTo(port).inHttpMode(HttpNames.NONE);
    }

    /** That visitors may ask for that name, too. */
    static Forward alsoNamed(Forward was, String name) {
        List<String> names = new ArrayList<>(was.http().orElse(HttpNames.NONE).names());
        names.add(name);
        return was.inHttpMode(new HttpNames(names));
    }

    private static Forward of(
            Forward was, Listen listen, Target target, Set<NetworkProfile> profiles) {
        return new Forward(
                was.id(),
                was.name(),
                was.protocol(),
                was.ports(),
                listen,
                target,
                was.audience(),
                was.lifetime(),
                profiles,
                was.description(),
                was.startWsl(),
                was.trustNetwork(),
                was.mapAnyway(),
                was.http());
    }
}
