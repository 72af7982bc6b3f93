package app.naru.relay;

import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.forward.Target;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A place to connect to; a name is looked up when it is connected to.
 *
 * @param host a host name or an IP address
 */
public record Endpoint(String host, Port port) {

    /** Reads {@code HOST:PORT}; an IPv6 address stands in brackets. */
    @JsonCreator
    public static Endpoint parse(String text) {
        return switch (Target.parse(text)) {
            case Target.ThisPc(Port port) -> new Endpoint("127.0.0.1", port);
            case Target.Device(String host, Port port) -> new Endpoint(host, port);
            case Target.InWsl wsl -> throw new InvalidInput("target.host", text);
        };
    }

    @Override
    @JsonValue
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
