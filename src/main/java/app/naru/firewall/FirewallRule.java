package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A firewall rule, understood (FW_RULE, MS-FASP 2.2.37). Its text keeps what is not understood.
 *
 * @param text the rule as it was written
 * @param active whether it is enabled; a rule whose text does not say so is not
 * @param protocol the IP protocol's number, 0 to 255, or {@link #ANY_PROTOCOL}
 * @param profiles the kinds of network that it applies on, at least one
 * @param localPorts none means any
 * @param remotePorts none means any
 * @param icmp the ICMP or ICMPv6 types; none means any
 * @param localAddresses none means any; as soon as there is one, only these, of either kind
 * @param remoteAddresses none means any; as soon as there is one, only these, of either kind
 */
public record FirewallRule(
        RuleText text,
        Action action,
        Direction direction,
        boolean active,
        int protocol,
        Set<NetworkProfile> profiles,
        List<PortMatch> localPorts,
        List<PortMatch> remotePorts,
        List<IcmpMatch> icmp,
        List<AddressMatch> localAddresses,
        List<AddressMatch> remoteAddresses) {

    /** What FW_RULE holds for a rule about every protocol; the text then has no Protocol. */
    public static final int ANY_PROTOCOL = 256;

    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ICMPV6 = 58;

    public FirewallRule {
        profiles = Collections.unmodifiableSet(EnumSet.copyOf(profiles));
        localPorts = List.copyOf(localPorts);
        remotePorts = List.copyOf(remotePorts);
        icmp = List.copyOf(icmp);
        localAddresses = List.copyOf(localAddresses);
        remoteAddresses = List.copyOf(remoteAddresses);
    }

    /**
     * Reads a rule as the registry holds it.
     *
     * @throws MalformedRule if the text is none, or a value is not what its key takes
     */
    public static FirewallRule decode(String text) {
        return of(RuleText.decode(text));
    }

    /**
     * Understands a rule's text.
     *
     * @throws MalformedRule if a value is not what its key takes, Action or Dir is missing, or a
     *     key that may be there once is there twice
     */
    public static FirewallRule of(RuleText text) {
        return new RuleReader(text).read();
    }

    /** Returns the same rule with that name. */
    FirewallRule named(String name) {
        List<RuleText.Field> renamed =
                text.fields().stream()
                        .map(field ->
                                field.is(RuleKey.NAME)
                                        ? RuleText.Field.of(field.key(), name)
                                        : field)
                        .toList();
        return of(new RuleText(text.head(), renamed));
    }

    /** Returns the text that the registry holds; {@link #decode} gives this rule again. */
    public String encode() {
        return text.encode();
    }

    /** Returns the display name; empty where it has none. */
    @JsonProperty
    public String name() {
        return text.value(RuleKey.NAME).orElse("");
    }

    /** Returns the description; empty where it has none. */
    @JsonProperty
    public String description() {
        return text.value(RuleKey.DESC).orElse("");
    }

    /** Returns the group; empty where it has none. */
    @JsonProperty
    public String group() {
        return text.value(RuleKey.EMBEDCTXT).orElse("");
    }

    /**
     * Returns the program's path, {@code System}, or empty for any; may hold {@code %SystemRoot%}
     * and its like.
     */
    @JsonProperty
    public String program() {
        return text.value(RuleKey.APP).orElse("");
    }

    /** Returns the service's short name, {@code *} for any service, or empty. */
    @JsonProperty
    public String service() {
        return text.value(RuleKey.SVC).orElse("");
    }

    /** Whether the key stands there with {@code TRUE}. */
    boolean says(RuleKey key) {
        return text.value(key).filter("TRUE"::equalsIgnoreCase).isPresent();
    }

    /** Returns the rule as its text: what it is known by in logs. */
    @Override
    public String toString() {
        return encode();
    }
}
