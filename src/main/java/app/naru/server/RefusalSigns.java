package app.naru.server;

import java.util.Optional;

/** Recognises by their own words the servers that do not answer to a host's name. */
final class RefusalSigns {

    private RefusalSigns() {}

    /** Returns how the answer refuses the name; empty where it does not. */
    static Optional<HostRefusal> of(HttpAnswer answer) {
        String body = answer.body();
        if (body.contains("Blocked request. This host (")) {
            return Optional.of(
                    body.contains("angular.json") ? HostRefusal.ANGULAR : HostRefusal.VITE);
        }
        if (body.strip().equals("Invalid Host header")) {
            return Optional.of(HostRefusal.WEBPACK);
        }
        if (answer.status() == 403 && body.contains("Blocked host")) {
            return Optional.of(HostRefusal.RAILS);
        }
        // Without DEBUG, Django says no more than the second.
        boolean django =
                answer.status() == 400
                        && (body.contains("DisallowedHost")
                                || body.contains("<h1>Bad Request (400)</h1>"));
        return django ? Optional.of(HostRefusal.DJANGO) : Optional.empty();
    }

    /** Whether Django refuses a form, for whatever reason. */
    static boolean ofForm(HttpAnswer answer) {
        return answer.status() == 403 && answer.body().contains("CSRF verification failed");
    }

    /** Whether Django says that it refuses a form because of where it comes from: it debugs. */
    static boolean ofOrigin(HttpAnswer answer) {
        return answer.status() == 403 && answer.body().contains("Origin checking failed");
    }

    /** Whether it is one of Django's debug pages. */
    static boolean debug(HttpAnswer answer) {
        return answer.body().contains("<code>DEBUG = True</code>");
    }
}
