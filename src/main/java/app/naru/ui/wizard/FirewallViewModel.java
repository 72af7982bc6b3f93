package app.naru.ui.wizard;

import app.naru.firewall.NetshCommand;
import app.naru.firewall.RuleSpec;
import app.naru.forward.Forward;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import app.naru.path.Plan;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;

/**
 * The firewall's page: the steps of Windows' own dialog for a new inbound rule, and its command.
 */
final class FirewallViewModel {

    private final Draft draft;
    private final ObjectBinding<Optional<RuleSpec>> rule;
    private final StringBinding command;
    private final ObjectBinding<Optional<Sentence>> notHere;
    private final ObjectBinding<Optional<Sentence>> profileNote;
    private final ObjectBinding<Optional<Sentence>> ruleName;

    FirewallViewModel(Draft draft) {
        this.draft = draft;
        rule = Bindings.createObjectBinding(this::readRule, draft.reading(), draft.situation());
        command =
                Bindings.createStringBinding(
                        () ->
                                rule.get()
                                        .map(NetshCommand::add)
                                        .map(NetshCommand::toString)
                                        .orElse(""),
                        rule);
        notHere = Bindings.createObjectBinding(this::readNotHere, draft.situation());
        ruleName =
                Bindings.createObjectBinding(() -> rule.get().map(FirewallViewModel::named), rule);
        profileNote =
                Bindings.createObjectBinding(
                        this::readProfileNote, draft.situation(), draft.rule().profiles());
    }

    private Optional<RuleSpec> readRule() {
        return draft.forward().flatMap(this::ruleFor);
    }

    private Optional<RuleSpec> ruleFor(Forward forward) {
        return Plan.of(forward, draft.situation().get()).changes().stream()
                .filter(FirewallChange.MakeRule.class::isInstance)
                .map(FirewallChange.MakeRule.class::cast)
                .map(FirewallChange.MakeRule::rule)
                .findFirst();
    }

    private static Sentence named(RuleSpec rule) {
        return rule.program().isPresent()
                ? Sentence.of("wizard.firewall.named.relay", rule.name())
                : Sentence.of("wizard.firewall.named", rule.name());
    }

    private Optional<Sentence> readNotHere() {
        return draft.situation().get().system() == Situation.OperatingSystem.WINDOWS
                ? Optional.empty()
                : Optional.of(Sentence.of("path.firewall.notHere"));
    }

    private Optional<Sentence> readProfileNote() {
        Optional<NetworkProfile> now =
                draft.situation().get().network().known().flatMap(FirewallViewModel::profile);
        return now.map(profile -> {
            Sentence kind = Sentence.of("profile." + profile.lowerCase());
            return draft.rule().profile(profile).get()
                    ? Sentence.of("wizard.firewall.profile.now", kind)
                    : Sentence.of("path.lan.profile", kind);
        });
    }

    private static Optional<NetworkProfile> profile(Network network) {
        return network.internalAddress().flatMap(network::owner).flatMap(NetInterface::profile);
    }

    Draft draft() {
        return draft;
    }

    /** The rule that would be made; empty while an entry is wrong. */
    ObjectBinding<Optional<RuleSpec>> rule() {
        return rule;
    }

    /** The exact command that makes the rule; empty while an entry is wrong. */
    StringBinding command() {
        return command;
    }

    /** What the rule is called in the firewall, and whose program it is for. */
    ObjectBinding<Optional<Sentence>> ruleName() {
        return ruleName;
    }

    /** Why the rule is not made on this system; empty where it is. */
    ObjectBinding<Optional<Sentence>> notHere() {
        return notHere;
    }

    /** What Windows takes the present network for, and whether the rule applies there. */
    ObjectBinding<Optional<Sentence>> profileNote() {
        return profileNote;
    }
}
