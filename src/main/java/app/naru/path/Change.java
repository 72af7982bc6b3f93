package app.naru.path;

import app.naru.forward.Address;
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
    @JsonSubTypes.Type(value = FirewallChange.MakeRule.class, name = "make-rule"),
    @JsonSubTypes.Type(value = FirewallChange.RemoveRule.class, name = "remove-rule"),
    @JsonSubTypes.Type(value = FirewallChange.SwitchRule.class, name = "switch-rule"),
    @JsonSubTypes.Type(value = FirewallChange.MakeHyperVRule.class, name = "make-hyperv-rule"),
    @JsonSubTypes.Type(
            value = FirewallChange.RemoveHyperVRules.class,
            name = "remove-hyperv-rules"),
    @JsonSubTypes.Type(value = FirewallChange.RemovePortProxy.class, name = "remove-portproxy"),
    @JsonSubTypes.Type(value = FirewallChange.TrustNetwork.class, name = "trust-network"),
    @JsonSubTypes.Type(value = FirewallChange.RemoveBlocks.class, name = "remove-blocks"),
    @JsonSubTypes.Type(value = Change.RunRelay.class, name = "run-relay"),
    @JsonSubTypes.Type(value = Change.MapPorts.class, name = "map-ports"),
    @JsonSubTypes.Type(value = Change.KeepDistroRunning.class, name = "keep-distro-running")
})
public sealed interface Change
        permits FirewallChange, Change.RunRelay, Change.MapPorts, Change.KeepDistroRunning {

    /** Returns the hop that it opens. */
    HopKind hop();

    /** Returns what it does, for people. */
    Sentence description();

    /** Returns what it changes, as it stands in a sentence. */
    Sentence thing();

    /** Returns what taking it back does, for people. */
    Sentence undoing();

    /** Returns the exact command that does it, where it is one. */
    Optional<String> command();

    /** Whether it is still there when Naru has ended. */
    boolean outlivesNaru();

    /** Whether it was done for good: closing the forward that it was done for leaves it so. */
    default boolean staysWhenClosed() {
        return false;
    }

    /** Whether it can be taken back. */
    default boolean canBeUndone() {
        return true;
    }

    /** A relay in Naru itself. */
    record RunRelay(RelaySpec relay) implements Change {

        @Override
        public HopKind hop() {
            return HopKind.RELAY;
        }

        @Override
        public Sentence description() {
            if (relay.http().isPresent()) {
                return Sentence.of(
                        "path.change.relay.http",
                        Address.text(relay.addresses().getFirst()),
                        relay.ports(),
                        relay.targets().getFirst(),
                        relay.http().get().serverAuthority());
            }
            return Sentence.of(
                    "path.change.relay",
                    relay.protocol().name(),
                    Address.text(relay.addresses().getFirst()),
                    relay.ports(),
                    relay.targets().getFirst());
        }

        @Override
        public Sentence thing() {
            return Sentence.of("path.thing.relay");
        }

        @Override
        public Sentence undoing() {
            return Sentence.of(
                    "path.undo.relay", Address.text(relay.addresses().getFirst()), relay.ports());
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

    /** A distribution of WSL runs, started if need be, and is kept from stopping by itself. */
    record KeepDistroRunning(String distro) implements Change {

        @Override
        public HopKind hop() {
            return HopKind.WSL;
        }

        @Override
        public Sentence description() {
            return Sentence.of("path.change.distro", distro);
        }

        @Override
        public Sentence thing() {
            return Sentence.of("path.thing.distro", distro);
        }

        @Override
        public Sentence undoing() {
            return Sentence.of("path.undo.distro", distro);
        }

        @Override
        public Optional<String> command() {
            return Optional.of("wsl.exe -d " + distro + " -e cat");
        }

        /** WSL stops it by itself when Naru no longer holds on to it. */
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
                    Address.text(mapping.internalAddress()));
        }

        @Override
        public Sentence thing() {
            return Sentence.of("path.thing.mapping", mapping.externalPorts());
        }

        @Override
        public Sentence undoing() {
            return Sentence.of(
                    "path.undo.mapping", mapping.protocol().name(), mapping.externalPorts());
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
