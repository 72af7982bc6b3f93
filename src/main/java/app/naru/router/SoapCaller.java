package app.naru.router;

import app.naru.router.Refusal.Kind;
import app.naru.router.Soap.Outcome;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Calls the actions of a gateway's connection service. */
final class SoapCaller {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final RouterAt at;
    private final URI control;

    SoapCaller(RouterAt at, URI control) {
        this.at = at;
        this.control = control;
    }

    /**
     * Calls an action from this PC's address towards the router, or, where this PC does not have
     * that one any more, from whichever it has now: enough to look and to delete.
     *
     * @param arguments name, value, name, value …
     */
    Answer<Outcome.Done> call(String action, String... arguments) {
        try {
            return send(at.ownAddress(), action, arguments);
        } catch (BindException moved) {
            return fromAnywhere(action, arguments);
        } catch (IOException silent) {
            return refused(Kind.NO_ANSWER);
        }
    }

    private Answer<Outcome.Done> fromAnywhere(String action, String... arguments) {
        try {
            return send(new InetSocketAddress(0).getAddress(), action, arguments);
        } catch (IOException silent) {
            return refused(Kind.NO_ANSWER);
        }
    }

    /** Calls an action from this PC's address towards the router and from no other. */
    Answer<Outcome.Done> callFromOwn(String action, String... arguments) {
        try {
            return send(at.ownAddress(), action, arguments);
        } catch (IOException movedOrSilent) {
            return refused(Kind.NO_ANSWER);
        }
    }

    private Answer<Outcome.Done> send(InetAddress own, String action, String... arguments)
            throws IOException {
        HttpResponse response =
                Http.post(
                                control,
                                own,
                                LIMIT,
                                at.service() + "#" + action,
                                Soap.call(at.service(), action, named(arguments)))
                        .response();
        return Soap.read(response.body(), action)
                .map(this::judged)
                .orElseGet(() -> refused(Kind.NONSENSE));
    }

    private Answer<Outcome.Done> judged(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> Answer.got(done);
            case Outcome.Fault(int code) ->
                    Answer.refused(Refusal.of(ResultCodes.upnp(code), at, code));
        };
    }

    private static SequencedMap<String, String> named(String... arguments) {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return named;
    }

    private Answer<Outcome.Done> refused(Kind kind) {
        return Answer.refused(Refusal.of(kind, at));
    }
}
