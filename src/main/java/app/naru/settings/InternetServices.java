package app.naru.settings;

import java.util.List;

/**
 * Whom Naru may contact on the Internet to learn the public address and to have it checked that
 * visitors arrive. Nobody is contacted as long as no forward is for the Internet and the user does
 * not ask.
 *
 * @param allowed whether anyone may be contacted at all
 * @param stun STUN servers, {@code host:port}
 * @param echo pages that show the visitor's address alone
 * @param check services that connect to a port when asked, with <code>{port}</code> and <code>
 *     {address}</code> in their places
 */
public record InternetServices(
        boolean allowed, List<String> stun, List<String> echo, List<String> check) {

    /** Run by well-known organisations, and open to everyone without an account. */
    public static final InternetServices DEFAULT =
            new InternetServices(
                    true,
                    List.of(
                            "stun.l.google.com:19302",
                            "stun.cloudflare.com:3478",
                            "stun.nextcloud.com:3478"),
                    List.of(
                            "https://checkip.amazonaws.com/",
                            "https://api.ipify.org/",
                            "https://api6.ipify.org/"),
                    List.of(
                            "https://ifconfig.co/port/{port}",
                            "https://check-host.net/check-tcp?host={address}:{port}&max_nodes=3"));

    public InternetServices {
        stun = List.copyOf(stun);
        echo = List.copyOf(echo);
        check = List.copyOf(check);
    }

    /** Returns the same, with or without the leave to contact them. */
    public InternetServices withAllowed(boolean other) {
        return new InternetServices(other, stun, echo, check);
    }
}
