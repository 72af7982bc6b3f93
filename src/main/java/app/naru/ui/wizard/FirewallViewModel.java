package app.naru.ui.wizard;

import app.naru.firewall.NetshCommand;
import app.naru.firewall.RuleSpec;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import app.naru.path.Forecast;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.Offer;
import app.naru.path.Plan;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;

/**
 * The firewall's page: the steps of Windows' own dialog for a new inbound rule, and its command.
 */
final class FirewallViewModel {

    private final Draft draft;
    private final ObjectBinding<Optional<Plan>> plan;
    private final ObjectBinding<Optional<RuleSpec>> rule;
    private final ObjectBinding<List<Offer>> offers;
    private final ObjectBinding<Optional<Forecast>> forecast;
    private final ObjectBinding<Optional<Sentence>> blocked;
    private final StringBinding command;
    private final ObjectBinding<Optional<Sentence>> notHere;
    private final ObjectBinding<Optional<Sentence>> profileNote;
    private final ObjectBinding<Optional<Sentence>> ruleName;
    private final BooleanBinding mayTrust;

    FirewallViewModel(Draft draft) {
        this.draft = draft;
        plan =
                Bindings.createObjectBinding(
                        draft::plan, draft.reading(), draft.situation(), draft.agreed());
        rule =
                Bindings.createObjectBinding(
                        () -> plan.get().flatMap(FirewallViewModel::rule), plan);
        offers = Bindings.createObjectBinding(this::readOffers, draft.reading(), draft.situation());
        forecast = Bindings.createObjectBinding(() -> forecast(false), plan);
        blocked = Bindings.createObjectBinding(() -> forecast(true).map(this::hopeless), plan);
        command =
                Bindings.createStringBinding(
                        () ->
                                rule.get()
                                        .map(NetshCommand::add)
                                        .map(NetshCommand::toString)
                                        .orElse(""),
                        rule);
        notHere =
                Bindings.createObjectBinding(this::readNotHere, draft.reading(), draft.situation());
        ruleName =
                Bindings.createObjectBinding(() -> rule.get().map(FirewallViewModel::named), rule);
        mayTrust =
                Bindings.createBooleanBinding(
                        this::readMayTrust, draft.situation(), draft.rule().trustNetwork());
        profileNote =
                Bindings.createObjectBinding(
                        this::readProfileNote, draft.situation(), draft.rule().profiles());
    }

    /** A public network that Windows can be told about. */
    private boolean readMayTrust() {
        return draft.rule().trustNetwork().get()
                || draft.situation()
                        .get()
                        .network()
                        .known()
                        .flatMap(network -> network.internalAddress().flatMap(network::owner))
                        .filter(each -> each.network().isPresent())
                        .flatMap(NetInterface::profile)
                        .equals(Optional.of(NetworkProfile.PUBLIC));
    }

    private static Optional<RuleSpec> rule(Plan plan) {
        return plan.changes().stream()
                .filter(FirewallChange.MakeRule.class::isInstance)
                .map(FirewallChange.MakeRule.class::cast)
                .map(FirewallChange.MakeRule::rule)
                .findFirst();
    }

    /** What was agreed to stays on show, so that it can be taken back. */
    private List<Offer> readOffers() {
        return draft.forward()
                .map(forward -> Plan.of(forward, draft.situation().get()).offers())
                .orElse(List.of());
    }

    private Optional<Forecast> forecast(boolean isBlocked) {
        return plan.get().flatMap(Plan::forecast).filter(each -> each.isBlocked() == isBlocked);
    }

    private Sentence hopeless(Forecast forecast) {
        return Sentence.of(
                rule.get().isPresent()
                        ? "wizard.firewall.verdict.blocked"
                        : "wizard.firewall.verdict.vain",
                forecast.then().sentence());
    }

    private static Sentence named(RuleSpec rule) {
        return rule.program().isPresent()
                ? Sentence.of("wizard.firewall.named.relay", rule.name())
                : Sentence.of("wizard.firewall.named", rule.name());
    }

    private Optional<Sentence> readNotHere() {
        return draft.situation().get().system() == Situation.OperatingSystem.WINDOWS
                ? Optional.empty()
                : draft.hops().stream()
                        .flatMap(List::stream)
                        .filter(view -> view.hop() == HopKind.FIREWALL)
                        .map(HopView::sentence)
                        .findFirst();
    }

    private Optional<Sentence> readProfileNote() {
        Optional<NetworkProfile> now =
                draft.situation().get().network().known().flatMap(Network::profile);
        return now.map(profile -> {
            Sentence kind = Sentence.of("profile." + profile.lowerCase());
            return draft.rule().profile(profile).get()
                    ? Sentence.of("wizard.firewall.profile.now", kind)
                    : Sentence.of("path.lan.profile", kind);
        });
    }

    /** Whether it can be offered to make the present network a private one. */
    BooleanBinding mayTrust() {
        return mayTrust;
    }

    Draft draft() {
        return draft;
    }

    /** The rule that would be made; empty while an entry is wrong. */
    ObjectBinding<Optional<RuleSpec>> rule() {
        return rule;
    }

    /** What is in the way and can be removed, agreed to or not. */
    ObjectBinding<List<Offer>> offers() {
        return offers;
    }

    /** Agrees to the removal, or no longer. */
    void agree(FirewallChange change, boolean yes) {
        Set<FirewallChange> agreed = new LinkedHashSet<>(draft.agreed().get());
        if (yes) {
            agreed.add(change);
        } else {
            agreed.remove(change);
        }
        draft.agreed().set(Set.copyOf(agreed));
    }

    /** What the firewall does now and will do then; empty where nobody gets through even then. */
    ObjectBinding<Optional<Forecast>> forecast() {
        return forecast;
    }

    /** Why nobody gets through even then; empty where someone does. */
    ObjectBinding<Optional<Sentence>> blocked() {
        return blocked;
    }

    /** The exact command that makes the rule; empty while an entry is wrong. */
    StringBinding command() {
        return command;
    }

    /** What the rule is called in the firewall, and whose program it is for. */
    ObjectBinding<Optional<Sentence>> ruleName() {
        return ruleName;
    }

    /** What is left to the user on this system; empty where Naru makes the rule. */
    ObjectBinding<Optional<Sentence>> notHere() {
        return notHere;
    }

    /** What Windows takes the present network for, and whether the rule applies there. */
    ObjectBinding<Optional<Sentence>> profileNote() {
        return profileNote;
    }
}
