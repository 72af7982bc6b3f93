package app.naru.internet;

/**
 * Someone on the Internet who tells from which address this PC's packets come.
 *
 * @param name the server, as the settings name it; with this PC's address where it is asked from
 *     one alone
 */
public record Source(Kind kind, String name) {

    /** How it is asked. */
    public enum Kind {
        /** By a datagram (RFC 8489). */
        STUN("STUN"),
        /** By fetching a page that shows the visitor's address. */
        HTTPS("HTTPS");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Returns the protocol's name, the same in every language. */
        public String title() {
            return title;
        }
    }
}
