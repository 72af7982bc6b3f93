package app.naru.firewall;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A rule that Naru wants in the firewall. Everything in it is as the firewall takes it (MS-FASP
 * 2.2.37), so that no command made of it can be refused.
 *
 * @param program the only program that it is about; empty for any
 * @param ports of this PC; {@link PortList#ANY} unless the protocol has ports
 * @param remotePorts of the other end; {@link PortList#ANY} unless the protocol has ports
 * @param profiles the kinds of network it applies on, at least one; all three are "any"
 * @param details among the other values where it is written down, and missing where it is nothing
 */
public record RuleSpec(
        RuleName name,
        String description,
        Direction direction,
        Action action,
        Optional<ProgramPath> program,
        RuleProtocol protocol,
        PortList ports,
        PortList remotePorts,
        Remote remote,
        Set<NetworkProfile> profiles,
        @JsonUnwrapped RuleDetails details,
        boolean enabled) {

    /**
     * @throws InvalidInput if ports are named for a protocol that has none, no profile is, or the
     *     description or one of the details can't be such a rule's
     */
    @JsonCreator
    public RuleSpec {
        description = Forward.checkedDescription(description);
        if (action == Action.BYPASS) {
            throw new InvalidInput("rule.action", action.lowerCase());
        }
        if (!protocol.hasPorts() && !(ports.isAny() && remotePorts.isAny())) {
            throw new InvalidInput("rule.ports.protocol", protocol.lowerCase());
        }
        details.check(direction, protocol);
        if (profiles.isEmpty()) {
            throw new InvalidInput("forward.profiles", name);
        }
        profiles = Collections.unmodifiableSortedSet(new TreeSet<>(profiles));
    }

    /**
     * Makes an enabled rule that lets in what arrives for these ports.
     *
     * @param program the only program that it lets receive; empty for any. A path of another system
     *     than Windows, where the rule can only be shown, is left out.
     */
    public RuleSpec(
            RuleName name,
            String description,
            Optional<String> program,
            Protocol protocol,
            PortRange ports,
            Remote remote,
            Set<NetworkProfile> profiles) {
        this(
                name,
                description,
                Direction.IN,
                Action.ALLOW,
                program.filter(path -> !path.startsWith("/")).map(ProgramPath::new),
                RuleProtocol.of(protocol),
                PortList.of(ports),
                PortList.ANY,
                remote,
                profiles,
                RuleDetails.NONE,
                true);
    }

    /** Returns any rule of that name, for what goes by the name alone. */
    static RuleSpec named(RuleName name) {
        return new RuleSpec(
                name,
                "",
                Direction.OUT,
                Action.BLOCK,
                Optional.empty(),
                RuleProtocol.ANY,
                PortList.ANY,
                PortList.ANY,
                new Remote.Anyone(),
                Set.of(NetworkProfile.values()),
                RuleDetails.NONE,
                true);
    }

    /** Returns what has to be wanted to get such a rule; empty where Naru makes no such rules. */
    static Optional<RuleSpec> of(FirewallRule rule) {
        try {
            return RuleName.bearsMark(rule.name()) ? Optional.of(like(rule)) : Optional.empty();
        } catch (InvalidInput noneOfNarus) {
            return Optional.empty();
        }
    }

    /**
     * Returns a rule of Naru's own that does the same as anyone's; it gets Naru's mark.
     *
     * @throws InvalidInput if Naru makes no rules that do
     */
    public static RuleSpec like(FirewallRule rule) {
        RuleSpec spec =
                new RuleSpec(
                        RuleName.marked(rule.name()),
                        rule.description(),
                        rule.direction(),
                        rule.action(),
                        Optional.of(rule.program())
                                .filter(path -> !path.isEmpty())
                                .map(ProgramPath::new),
                        RuleProtocol.of(rule.protocol()),
                        ports(rule.localPorts()),
                        ports(rule.remotePorts()),
                        Remote.matching(rule.remoteAddresses()),
                        rule.profiles(),
                        RuleDetails.of(rule),
                        rule.active());
        if (Likeness.of(spec, rule) != Likeness.SAME) {
            throw new InvalidInput("script.unlike", rule.name());
        }
        return spec;
    }

    /** Returns the rule that the firewall will hold. */
    public FirewallRule rule() {
        return FirewallRule.decode(SpecText.of(this));
    }

    private static PortList ports(List<PortMatch> matches) {
        return matches.isEmpty()
                ? PortList.ANY
                : PortList.parse(
                        matches.stream().map(PortMatch::toString).collect(Collectors.joining(",")));
    }

    /** Returns the same rule, enabled or not. */
    public RuleSpec enabled(boolean wanted) {
        return new RuleSpec(
                name,
                description,
                direction,
                action,
                program,
                protocol,
                ports,
                remotePorts,
                remote,
                profiles,
                details,
                wanted);
    }
}
