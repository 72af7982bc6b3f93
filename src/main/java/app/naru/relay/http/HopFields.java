package app.naru.relay.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells the fields that are for the next hop alone (RFC 9110 section 7.6.1). */
final class HopFields {

    private static final Set<String> ALWAYS =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "http2-settings");

    /** What a Connection field can't have removed: others rely on these. */
    private static final Set<String> NEVER =
            Set.of(
                    "host",
                    "content-length",
                    "content-type",
                    "content-encoding",
                    "cookie",
                    "set-cookie",
                    "authorization",
                    "origin",
                    "referer",
                    "location",
                    "expect",
                    "cache-control");

    private HopFields() {}

    /** Returns the others, in their order. */
    static Stream<Field> without(List<Field> fields) {
        List<String> named = Field.words(fields, "Connection");
        return fields.stream()
                .filter(field -> !ALWAYS.contains(field.key()))
                .filter(field -> !named.contains(field.key()) || NEVER.contains(field.key()));
    }
}
