package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands one rule's text, field by field. */
final class RuleReader {

    private static final Pattern PLATFORM = Pattern.compile("[0-9]{1,3}:[0-9]{1,3}:[0-9]{1,3}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private final RuleText text;
    private final Set<RuleKey> seen = EnumSet.noneOf(RuleKey.class);
    private final Set<NetworkProfile> profiles = EnumSet.noneOf(NetworkProfile.class);
    private final List<PortMatch> localPorts = new ArrayList<>();
    private final List<PortMatch> remotePorts = new ArrayList<>();
    private final List<IcmpMatch> icmp = new ArrayList<>();
    private final List<AddressMatch> localAddresses = new ArrayList<>();
    private final List<AddressMatch> remoteAddresses = new ArrayList<>();
    private @Nullable Action action;
    private @Nullable Direction direction;
    private boolean active;
    private int protocol = FirewallRule.ANY_PROTOCOL;

    RuleReader(RuleText text) {
        this.text = text;
    }

    FirewallRule read() {
        for (RuleText.Field field : text.fields()) {
            Optional<RuleKey> known = field.known();
            if (known.isPresent()) {
                if (!seen.add(known.get()) && !known.get().repeats()) {
                    throw new MalformedRule("twice", field.key());
                }
                take(known.get(), field.value(), field);
            }
        }
        return new FirewallRule(
                text,
                given(action, "Action"),
                given(direction, "Dir"),
                active,
                protocol,
                profiles.isEmpty() ? EnumSet.allOf(NetworkProfile.class) : profiles,
                localPorts,
                remotePorts,
                icmp,
                localAddresses,
                remoteAddresses);
    }

    private void take(RuleKey key, String value, RuleText.Field field) {
        switch (key) {
            case ACTION -> action = word(Action.values(), field);
            case DIR -> direction = word(Direction.values(), field);
            case PROFILE -> profiles.add(word(NetworkProfile.values(), field));
            case ACTIVE -> active = bool(field);
            case PROTOCOL -> protocol = protocol(field);
            case LPORT, LPORT2_10, LPORT2_20, LPORT2_24, LPORT2_25, LPORT2_29 ->
                    localPorts.add(PortMatch.decode(value));
            case RPORT, RPORT2_10, RPORT2_28 -> remotePorts.add(PortMatch.decode(value));
            case ICMP4, ICMP6 -> icmp.add(IcmpMatch.decode(value));
            case LA4 -> localAddresses.add(AddressMatch.decode(value, false));
            case LA6 -> localAddresses.add(AddressMatch.decode(value, true));
            case RA4, RA42 -> remoteAddresses.add(AddressMatch.decode(value, false));
            case RA6, RA62 -> remoteAddresses.add(AddressMatch.decode(value, true));
            case EDGE, LSM, LOM, PCROSS, AUTHBYPASSOUT -> bool(field);
            case PLATFORM -> shaped(PLATFORM, field);
            case SKIPVER -> shaped(VERSION, field);
            case APP, SVC, IF, IFTYPE -> notEmpty(field);
            case NAME,
                    DESC,
                    EMBEDCTXT,
                    DEFER,
                    SECURITY,
                    SECURITY2_9,
                    SECURITY2,
                    RMAUTH,
                    RUAUTH,
                    LUAUTH,
                    LUAUTH2_24,
                    LUOWN,
                    APPPKGID,
                    PFN,
                    PLATFORM2,
                    TTK,
                    TTK2_22,
                    TTK2_27,
                    TTK2_28,
                    NNM,
                    SECURITYREALMID -> {
                // Text, kept as it is.
            }
        }
    }

    private static <T> T given(@Nullable T value, String key) {
        if (value == null) {
            throw new MalformedRule("missing", key);
        }
        return value;
    }

    private static <E extends Enum<E>> E word(E[] words, RuleText.Field field) {
        for (E word : words) {
            if (word.name().equalsIgnoreCase(field.value())) {
                return word;
            }
        }
        throw new MalformedRule("value", field.toString());
    }

    private static boolean bool(RuleText.Field field) {
        if (field.value().equalsIgnoreCase("TRUE")) {
            return true;
        }
        if (field.value().equalsIgnoreCase("FALSE")) {
            return false;
        }
        throw new MalformedRule("value", field.toString());
    }

    private static int protocol(RuleText.Field field) {
        shaped(NUMBER, field);
        int number = Integer.parseInt(field.value());
        if (number > 255) {
            throw new MalformedRule("value", field.toString());
        }
        return number;
    }

    private static void shaped(Pattern shape, RuleText.Field field) {
        if (!shape.matcher(field.value()).matches()) {
            throw new MalformedRule("value", field.toString());
        }
    }

    private static void notEmpty(RuleText.Field field) {
        if (field.value().isEmpty()) {
            throw new MalformedRule("value", field.toString());
        }
    }
}
