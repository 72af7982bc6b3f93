package app.naru.forward;

import java.util.Optional;

/**
 * What a kind of server usually wants: a forward begins with it, and everything can still be
 * changed.
 *
 * @param id stays the same when everything else is edited
 * @param audience who usually is to reach it
 * @param http that it is opened in HTTP mode; empty where its bytes are passed on as they are
 */
public record Preset(
        String id,
        ForwardName name,
        Protocol protocol,
        PortRange ports,
        Audience audience,
        Lifetime lifetime,
        Optional<HttpNames> http) {

    public Preset {
        if (!id.matches("[0-9a-z-]{1,32}")) {
            throw new InvalidInput("forward.id", id);
        }
        if (http.isPresent() && (protocol != Protocol.TCP || ports.size() > 1)) {
            throw new InvalidInput("forward.http", ports);
        }
    }

    /** Returns the same preset under another name. */
    public Preset named(ForwardName other) {
        return new Preset(id, other, protocol, ports, audience, lifetime, http);
    }

    /** Returns what makes that forward, to open others like it. */
    public static Preset of(Forward forward) {
        return new Preset(
                Forward.newId(),
                forward.name(),
                forward.protocol(),
                forward.ports().movedTo(forward.target().port()),
                forward.audience(),
                forward.lifetime(),
                forward.http());
    }
}
