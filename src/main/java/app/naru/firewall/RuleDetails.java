package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What few rules say beside who reaches what. Windows' own dialog has it among what is shown last.
 *
 * @param service the only service that it is about; empty for any program
 * @param icmp the only type of ICMP that it is about; empty for all. netsh takes one a rule
 * @param local the only addresses of this PC that it is about; empty for all
 * @param interfaceType the only kind of interface; empty for all. netsh takes one a rule
 * @param edge whether what comes in may come through a tunnel; empty where it may not
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RuleDetails(
        Optional<ServiceName> service,
        Optional<IcmpMatch> icmp,
        Optional<LocalAddresses> local,
        Optional<InterfaceType> interfaceType,
        Optional<EdgeTraversal> edge) {

    /** Nothing of it. */
    public static final RuleDetails NONE =
            new RuleDetails(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /**
     * Returns what the rule says of it. Of several ICMP types and kinds of interface it is the
     * first: the rule is another then, which {@link Likeness} sees.
     *
     * @throws InvalidInput if it says what no rule of Naru's does
     */
    static RuleDetails of(FirewallRule rule) {
        return new RuleDetails(
                Optional.of(rule.service()).filter(name -> !name.isEmpty()).map(ServiceName::parse),
                rule.icmp().stream().findFirst(),
                Optional.of(rule.localAddresses())
                        .filter(addresses -> !addresses.isEmpty())
                        .map(LocalAddresses::new),
                rule.text().value(RuleKey.IFTYPE).map(InterfaceType::decode),
                EdgeTraversal.of(rule));
    }

    /**
     * @throws InvalidInput if it says what a rule of that direction and protocol can't
     */
    void check(Direction direction, RuleProtocol protocol) {
        if (icmp.isPresent() && !protocol.isIcmp()) {
            throw new InvalidInput("rule.icmp.protocol", protocol.lowerCase());
        }
        if (edge.isPresent() && direction != Direction.IN) {
            throw new InvalidInput("rule.edge.out", edge.get().netsh());
        }
    }
}
