package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import java.util.List;
import java.util.Optional;

/** The relay's way around a server that refuses the names of visitors: nothing of it is edited. */
final class HttpModeFix {

    private HttpModeFix() {}

    /** More than these can't be told apart by a person. */
    private static final int MOST_NAMES = 3;

    /** Returns one fix for each of the hosts that HTTP mode can be told of. */
    static List<Fix> named(Forward forward, List<String> hosts) {
        return hosts.stream()
                .flatMap(host -> named(forward, host).stream())
                .limit(MOST_NAMES)
                .toList();
    }

    private static Optional<Fix> named(Forward forward, String host) {
        try {
            return Optional.of(
                    new Fix.Reopen(
                            Sentence.of("diagnosis.fix.httpName", host),
                            Changed.alsoNamed(forward, host),
                            Optional.of(Sentence.of("diagnosis.fix.httpName.means"))));
        } catch (InvalidInput noName) {
            return Optional.empty();
        }
    }

    /** Returns the fix; none where the forward is in HTTP mode already, or can't be. */
    static List<Fix> of(Case it) {
        Forward forward = it.forward();
        if (forward.http().isPresent()
                || forward.protocol() != Protocol.TCP
                || forward.ports().size() > 1) {
            return List.of();
        }
        Port first = forward.ports().first();
        // Where the server itself holds the port, a relay needs another one.
        boolean relayed = it.relay().isPresent();
        Port port = relayed ? first : RouterFixes.other(first);
        Sentence title =
                relayed
                        ? Sentence.of("diagnosis.fix.httpMode")
                        : Sentence.of("diagnosis.fix.httpModeAt", port);
        return List.of(
                new Fix.Reopen(
                        title,
                        Changed.httpMode(forward, port),
                        Optional.of(Sentence.of("diagnosis.fix.httpMode.means"))));
    }
}
