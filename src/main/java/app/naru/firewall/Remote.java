package app.naru.firewall;

import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The other end that a rule is about, as netsh takes it: {@code any}, {@code localsubnet}, or a
 * list.
 */
public sealed interface Remote {

    record Anyone() implements Remote {
        @Override
        @JsonValue
        public String toString() {
            return "any";
        }
    }

    /** Whoever is in the subnet of the interface; the firewall follows when the network changes. */
    record LocalSubnet() implements Remote {
        @Override
        @JsonValue
        public String toString() {
            return "localsubnet";
        }
    }

    record Addresses(List<Cidr> list) implements Remote {
        public Addresses {
            list = List.copyOf(list);
        }

        @Override
        @JsonValue
        public String toString() {
            return list.stream().map(Cidr::toString).collect(Collectors.joining(","));
        }
    }

    /** Returns the other end that stands for the audience. */
    static Remote of(Audience audience) {
        return switch (audience) {
            case Audience.ThisNetwork network -> new LocalSubnet();
            case Audience.Internet internet -> new Anyone();
            case Audience.Chosen(List<Cidr> list) -> new Addresses(list);
        };
    }

    @JsonCreator
    static Remote parse(String text) {
        return switch (text) {
            case "any" -> new Anyone();
            case "localsubnet" -> new LocalSubnet();
            default -> new Addresses(Arrays.stream(text.split(",")).map(Cidr::parse).toList());
        };
    }
}
