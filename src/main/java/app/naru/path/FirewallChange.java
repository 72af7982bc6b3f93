package app.naru.path;

import app.naru.firewall.Action;
import app.naru.firewall.Cmdlet;
import app.naru.firewall.Direction;
import app.naru.firewall.Firewall;
import app.naru.firewall.HyperVFirewall;
import app.naru.firewall.HyperVRule;
import app.naru.firewall.NetshCommand;
import app.naru.firewall.NetworkId;
import app.naru.firewall.PortProxyEntry;
import app.naru.firewall.QueryUserBlocks;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.RuleWords;
import app.naru.forward.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change to what Windows lets in or keeps out. Several of them take one prompt together. */
public sealed interface FirewallChange extends Change {

    @Override
    default HopKind hop() {
        return HopKind.FIREWALL;
    }

    @Override
    default boolean outlivesNaru() {
        return true;
    }

    @Override
    default Sentence undoing() {
        return Sentence.of("path.undo.firewall", thing());
    }

    /** Returns the name of the rules of Naru's own that it is about; empty for anything else. */
    default Optional<RuleName> ownRule() {
        return Optional.empty();
    }

    /**
     * Returns what came of it, or of taking it back.
     *
     * @param done what is said where it was done, of what was changed
     */
    default Sentence told(Outcome outcome, String done) {
        return switch (outcome) {
            case Outcome.Done ok -> Sentence.of(done, thing());
            case Outcome.AlreadySo so -> Sentence.of("firewall.alreadySo", thing());
            default -> outcome.sentence();
        };
    }

    /**
     * A rule in Windows Defender Firewall is there as specified.
     *
     * @param was the rule of its name that it replaces, to be made again; empty where there is
     *     none, where there were several, or one that Naru would not make so
     */
    record MakeRule(RuleSpec rule, Optional<RuleSpec> was) implements FirewallChange {

        /** Makes one that replaces none. */
        public MakeRule(RuleSpec rule) {
            this(rule, Optional.empty());
        }

        /**
         * Returns what makes these rules and can bring back what they replace.
         *
         * @throws IOException if the rules that are there can't be read
         */
        public static List<FirewallChange> replacing(List<RuleSpec> rules, Firewall there)
                throws IOException {
            List<FirewallChange> changes = new ArrayList<>();
            for (RuleSpec rule : rules) {
                changes.add(new MakeRule(rule, there.find(rule.name())));
            }
            return changes;
        }

        @Override
        public Optional<RuleName> ownRule() {
            return Optional.of(rule.name());
        }

        @Override
        public Sentence description() {
            return opens()
                    ? Sentence.of(
                            "path.change.rule",
                            rule.protocol().name(),
                            rule.ports(),
                            Sentence.of(remoteKey()),
                            rule.name())
                    : Sentence.of("path.change.otherRule", RuleWords.of(rule), rule.name());
        }

        /** Whether it is the kind of rule that a forward needs. */
        private boolean opens() {
            return rule.direction() == Direction.IN
                    && rule.action() == Action.ALLOW
                    && rule.enabled()
                    && !rule.ports().isAny()
                    && rule.remotePorts().isAny();
        }

        private String remoteKey() {
            return switch (rule.remote()) {
                case Remote.Anyone anyone -> "path.from.anyone";
                case Remote.LocalSubnet subnet -> "path.from.lan";
                case Remote.Addresses addresses -> "path.from.chosen";
                case Remote.Range range -> "path.from.chosen";
            };
        }

        @Override
        public Optional<String> command() {
            return Optional.of(NetshCommand.add(rule).toString());
        }

        @Override
        public Sentence thing() {
            return RuleWords.named(rule.name());
        }

        @Override
        public Sentence undoing() {
            return Sentence.of("path.change.removeRule", rule.name());
        }
    }

    /**
     * The rules of a name of Naru's own are gone.
     *
     * @param was the rule, to be made again; empty where there were several, or one that Naru would
     *     not make so
     */
    record RemoveRule(RuleName name, Optional<RuleSpec> was) implements FirewallChange {

        @Override
        public Optional<RuleName> ownRule() {
            return Optional.of(name);
        }

        @Override
        public Sentence description() {
            return Sentence.of("path.change.removeRule", name);
        }

        @Override
        public Optional<String> command() {
            return Optional.of(
                    was.map(NetshCommand::delete)
                            .orElseGet(() -> NetshCommand.delete(name))
                            .toString());
        }

        @Override
        public Sentence thing() {
            return RuleWords.named(name);
        }
    }

    /** The rules of a name of Naru's own are turned on, or off. */
    record SwitchRule(RuleName name, boolean on) implements FirewallChange {

        @Override
        public Optional<RuleName> ownRule() {
            return Optional.of(name);
        }

        @Override
        public Sentence description() {
            return Sentence.of(on ? "path.change.ruleOn" : "path.change.ruleOff", name);
        }

        @Override
        public Optional<String> command() {
            return Optional.of(NetshCommand.enable(name, on).toString());
        }

        @Override
        public Sentence thing() {
            return RuleWords.named(name);
        }
    }

    /** A rule in the Hyper-V firewall, which stands before WSL. */
    record MakeHyperVRule(HyperVRule rule) implements FirewallChange {

        @Override
        public Sentence description() {
            return RuleWords.of(rule);
        }

        @Override
        public Optional<String> command() {
            return Optional.of(rule.command());
        }

        @Override
        public Sentence thing() {
            return RuleWords.named(rule);
        }
    }

    /**
     * Every rule of Naru's own is gone from the Hyper-V firewall. What they were is not known, so
     * it is not undone.
     *
     * @param except the ids of those that stay
     */
    record RemoveHyperVRules(List<String> except) implements FirewallChange {

        public RemoveHyperVRules {
            except = List.copyOf(except);
        }

        @Override
        public Sentence description() {
            return Sentence.of("path.change.hyperv");
        }

        @Override
        public Optional<String> command() {
            return Optional.of(HyperVFirewall.command(except));
        }

        @Override
        public boolean outlivesNaru() {
            return false;
        }

        @Override
        public boolean canBeUndone() {
            return false;
        }

        @Override
        public Sentence thing() {
            return Sentence.of("firewall.thing.hypervs");
        }
    }

    /** An entry of Windows' own TCP proxy is gone. */
    record RemovePortProxy(PortProxyEntry entry) implements FirewallChange {

        @Override
        public Sentence description() {
            return Sentence.of("path.change.portproxy", entry.from(), entry.to());
        }

        @Override
        public Optional<String> command() {
            return Optional.of(NetshCommand.deletePortProxy(entry).toString());
        }

        @Override
        public boolean staysWhenClosed() {
            return true;
        }

        @Override
        public Sentence thing() {
            return RuleWords.named(entry);
        }
    }

    /**
     * Windows takes a network for a private one, which it took for a public one.
     *
     * @param name what people know it by: the adapter's name
     */
    record TrustNetwork(NetworkId network, String name) implements FirewallChange {

        @Override
        public Sentence description() {
            return Sentence.of("path.change.trust", name);
        }

        @Override
        public Optional<String> command() {
            return Optional.of(Cmdlet.trusting(network));
        }

        @Override
        public Sentence thing() {
            return Sentence.of("firewall.thing.network", name);
        }
    }

    /**
     * The blocks that Windows wrote by itself for a program are gone. It is not undone: Windows
     * writes them again when it asks again and gets a no.
     *
     * @param ids the ids of the rules
     */
    record RemoveBlocks(String program, List<String> ids) implements FirewallChange {

        public RemoveBlocks {
            ids = List.copyOf(ids);
        }

        @Override
        public Sentence description() {
            return Sentence.of("path.change.blocks", program);
        }

        @Override
        public Optional<String> command() {
            return Optional.of(QueryUserBlocks.command(ids));
        }

        @Override
        public boolean staysWhenClosed() {
            return true;
        }

        @Override
        public boolean outlivesNaru() {
            return false;
        }

        @Override
        public boolean canBeUndone() {
            return false;
        }

        @Override
        public Sentence thing() {
            return RuleWords.blocksOf(program);
        }
    }
}
