package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * That a forward is in HTTP mode: requests reach the server as if they came from its own PC.
 *
 * @param names host names under which visitors may ask, besides this PC's own names and addresses
 */
public record HttpNames(List<String> names) {

    /** None but this PC's own. */
    public static final HttpNames NONE = new HttpNames(List.of());

    private static final int MOST = 20;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[a-z0-9_][a-z0-9_-]{0,62}(\\.[a-z0-9_][a-z0-9_-]{0,62})*");

    public HttpNames {
        names = names.stream().map(HttpNames::checked).distinct().toList();
        if (names.size() > MOST) {
            throw new InvalidInput("http.many", names.size(), MOST);
        }
    }

    private static String checked(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (!NAME.matcher(plain).matches()) {
            throw new InvalidInput("http.name", name);
        }
        return plain;
    }

    /**
     * Reads names separated by commas or spaces; none of them is fine.
     *
     * @throws InvalidInput if one of them is no host name
     */
    @JsonCreator
    public static HttpNames parse(String text) {
        return new HttpNames(
                Arrays.stream(text.split("[,\\s]+")).filter(part -> !part.isEmpty()).toList());
    }

    @Override
    @JsonValue
    public String toString() {
        return String.join(",", names);
    }
}
