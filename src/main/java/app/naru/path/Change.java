package app.naru.path;

import app.naru.firewall.NetshCommand;
import app.naru.firewall.RuleSpec;
import app.naru.forward.Sentence;
import app.naru.relay.RelaySpec;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * Something that Naru would change on this PC to open a hop. Data alone: it can be shown before it
 * is done, is written to the journal, and {@link Changes} carries it out and takes it back.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.AllowInbound.class, name = "allow-inbound"),
    @JsonSubTypes.Type(value = Change.RunRelay.class, name = "run-relay"),
    @JsonSubTypes.Type(value = Change.MapPorts.class, name = "map-ports")
})
public sealed interface Change {

    /** Returns the hop that it opens. */
    HopKind hop();

    /** Returns what it does, for people. */
    Sentence description();

    /** Returns the exact command that does it, where it is one. */
    Optional<String> command();

    /** Whether it is still there when Naru has ended. */
    boolean outlivesNaru();

    /** A rule in Windows Defender Firewall. */
    record AllowInbound(RuleSpec rule) implements Change {

        @Override
        public HopKind hop() {
            return HopKind.FIREWALL;
        }

        @Override
        public Sentence description() {
            return Sentence.of(
                    "path.change.rule",
                    rule.protocol().name(),
                    rule.ports(),
                    Sentence.of(remoteKey()),
                    rule.name());
        }

        private String remoteKey() {
            return switch (rule.remote()) {
                case app.naru.firewall.Remote.Anyone anyone -> "path.from.anyone";
                case app.naru.firewall.Remote.LocalSubnet subnet -> "path.from.lan";
                case app.naru.firewall.Remote.Addresses addresses -> "path.from.chosen";
                case app.naru.firewall.Remote.Range range -> "path.from.chosen";
            };
        }

        @Override
        public Optional<String> command() {
            return Optional.of(NetshCommand.add(rule).toString());
        }

        @Override
        public boolean outlivesNaru() {
            return true;
        }
    }

    /** A relay in Naru itself. */
    record RunRelay(RelaySpec relay) implements Change {

        @Override
        public HopKind hop() {
            return HopKind.RELAY;
        }

        @Override
        public Sentence description() {
            return Sentence.of(
                    "path.change.relay",
                    relay.protocol().name(),
                    app.naru.forward.Address.text(relay.addresses().getFirst()),
                    relay.ports(),
                    relay.targets().getFirst());
        }

        @Override
        public Optional<String> command() {
            return Optional.empty();
        }

        @Override
        public boolean outlivesNaru() {
            return false;
        }
    }

    /** The router sends its ports to this PC. */
    record MapPorts(PortMapping mapping) implements Change {

        @Override
        public HopKind hop() {
            return HopKind.ROUTER;
        }

        @Override
        public Sentence description() {
            return Sentence.of(
                    "path.change.mapping",
                    mapping.protocol().name(),
                    mapping.externalPorts(),
                    app.naru.forward.Address.text(mapping.internalAddress()));
        }

        @Override
        public Optional<String> command() {
            return Optional.empty();
        }

        /** Naru takes it back when it ends; after a crash it stands until its lease is over. */
        @Override
        public boolean outlivesNaru() {
            return true;
        }
    }
}
