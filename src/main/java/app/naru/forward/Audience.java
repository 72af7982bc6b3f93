package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Who may reach the server: {@code lan}, {@code internet}, or addresses and subnets with commas.
 */
public sealed interface Audience {

    /** Everyone on the networks that this PC is on. */
    record ThisNetwork() implements Audience {
        @Override
        @JsonValue
        public String toString() {
            return "lan";
        }
    }

    /** These addresses and subnets alone. */
    record Chosen(List<Cidr> addresses) implements Audience {

        /** The firewall takes no more in one rule (MS-FASP 2.2.37). */
        static final int MOST = 1_000;

        public Chosen {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty()) {
                throw new InvalidInput("audience.empty", "");
            }
            if (addresses.size() > MOST) {
                throw new InvalidInput("audience.many", addresses.size(), MOST);
            }
        }

        @Override
        @JsonValue
        public String toString() {
            return addresses.stream().map(Cidr::toString).collect(Collectors.joining(","));
        }
    }

    /** Everyone, from anywhere. */
    record Internet() implements Audience {
        @Override
        @JsonValue
        public String toString() {
            return "internet";
        }
    }

    /**
     * Reads {@code lan}, {@code internet}, or addresses and subnets separated by commas or spaces.
     *
     * @throws InvalidInput if one of them is none
     */
    @JsonCreator
    static Audience parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "lan" -> new ThisNetwork();
            case "internet" -> new Internet();
            default ->
                    new Chosen(
                            Arrays.stream(text.split("[,\\s]+"))
                                    .filter(part -> !part.isEmpty())
                                    .map(Cidr::parse)
                                    .toList());
        };
    }
}
