package app.naru.relay.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL of plain HTTP.
 *
 * @param scheme {@code http://}, or {@code //} where the URL leaves it out
 * @param path all behind the host; empty or with a slash first
 */
record WebUrl(String scheme, Authority authority, String path) {

    private static final Pattern FORM =
            Pattern.compile("((?:http:)?//)([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE);

    /** Returns what the text says; empty where it is no such URL. */
    static Optional<WebUrl> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Authority.parse(matcher.group(2))
                .map(authority -> new WebUrl(matcher.group(1), authority, path(matcher.group(3))));
    }

    private static String path(String text) {
        return text.startsWith("?") ? "/" + text : text;
    }

    /** Returns the same at another place. */
    String at(String otherAuthority) {
        return scheme + otherAuthority + path;
    }
}
