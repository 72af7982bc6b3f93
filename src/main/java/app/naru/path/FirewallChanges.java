package app.naru.path;

import app.naru.firewall.ElevatedTask;
import app.naru.firewall.RuleOutcome;
import app.naru.firewall.StoredRule;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes changes to Windows' firewalls and takes them back, several with one prompt. */
final class FirewallChanges {

    private final Optional<WindowsFirewall> windows;

    /**
     * @param windows empty on a system that has no Windows Defender Firewall
     */
    FirewallChanges(Optional<WindowsFirewall> windows) {
        this.windows = windows;
    }

    /** Whether there is anything here that could be changed. */
    boolean here() {
        return windows.isPresent();
    }

    /** Makes them. Blocks while Windows asks the user. Returns what came of each. */
    List<Outcome> make(List<FirewallChange> changes) {
        return windows.map(firewall -> new Run(firewall).make(changes))
                .orElseGet(() -> notHere(changes));
    }

    /** Takes them back, in that order. Blocks while Windows asks the user. */
    List<Outcome> takeBack(List<FirewallChange> changes) {
        return windows.map(firewall -> new Run(firewall).takeBack(changes))
                .orElseGet(() -> notHere(changes));
    }

    private static List<Outcome> notHere(List<FirewallChange> changes) {
        return changes.stream()
                .<Outcome>map(change -> new Outcome.NotHere(Sentence.of("path.firewall.notHere")))
                .toList();
    }

    /** What can be brought about, or what there is to say instead. */
    private sealed interface Way {
        record Task(ElevatedTask task) implements Way {}

        record Nothing(Outcome outcome) implements Way {}
    }

    private record Run(WindowsFirewall windows) {

        List<Outcome> make(List<FirewallChange> changes) {
            return bring(changes, changes.stream().map(this::making).toList());
        }

        List<Outcome> takeBack(List<FirewallChange> changes) {
            return bring(changes, changes.stream().map(this::takingBack).toList());
        }

        private List<Outcome> bring(List<FirewallChange> changes, List<Way> ways) {
            List<ElevatedTask> tasks = new ArrayList<>();
            for (Way way : ways) {
                if (way instanceof Way.Task(ElevatedTask task)) {
                    tasks.add(task);
                }
            }
            List<RuleOutcome> brought = new ArrayList<>(windows.tasks().bring(tasks));
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                outcomes.add(
                        switch (ways.get(i)) {
                            case Way.Task task -> outcome(brought.removeFirst(), changes.get(i));
                            case Way.Nothing(Outcome outcome) -> outcome;
                        });
            }
            return outcomes;
        }

        private Way making(FirewallChange change) {
            return switch (change) {
                case FirewallChange.MakeRule make ->
                        new Way.Task(windows.rules().making(make.rule()));
                case FirewallChange.RemoveRule remove ->
                        new Way.Task(windows.rules().removing(remove.name()));
                case FirewallChange.SwitchRule turn ->
                        new Way.Task(windows.rules().switching(turn.name(), turn.on()));
                case FirewallChange.MakeHyperVRule make ->
                        new Way.Task(windows.hyperV().making(make.rule()));
                case FirewallChange.RemoveHyperVRules remove ->
                        new Way.Task(windows.hyperV().removingOwn(remove.except()));
                case FirewallChange.RemovePortProxy remove ->
                        new Way.Task(windows.portProxyChanges().removing(remove.entry()));
                case FirewallChange.RemoveBlocks remove -> removing(remove);
                case FirewallChange.TrustNetwork trust ->
                        new Way.Task(windows.networks().trusting(trust.network()));
            };
        }

        /** Only the blocks that the user saw go, and only as they are now. */
        private Way removing(FirewallChange.RemoveBlocks remove) {
            try {
                List<StoredRule> there =
                        windows.blocks().of(remove.program()).stream()
                                .filter(block -> remove.ids().contains(block.id()))
                                .toList();
                return new Way.Task(windows.blocks().removing(there));
            } catch (IOException e) {
                RuleOutcome failed = new RuleOutcome.Failed(String.valueOf(e.getMessage()));
                return new Way.Nothing(outcome(failed, remove));
            }
        }

        private Way takingBack(FirewallChange change) {
            return switch (change) {
                case FirewallChange.MakeRule make ->
                        new Way.Task(
                                make.was()
                                        .map(windows.rules()::making)
                                        .orElseGet(() -> windows.rules().removing(make.rule())));
                case FirewallChange.RemoveRule remove ->
                        remove.was()
                                .<Way>map(rule -> new Way.Task(windows.rules().making(rule)))
                                .orElseGet(() -> stays("path.stays.rule", remove.name()));
                case FirewallChange.SwitchRule turned ->
                        new Way.Task(windows.rules().switching(turned.name(), !turned.on()));
                case FirewallChange.MakeHyperVRule make ->
                        new Way.Task(windows.hyperV().removing(make.rule()));
                case FirewallChange.RemovePortProxy remove ->
                        new Way.Task(windows.portProxyChanges().making(remove.entry()));
                case FirewallChange.TrustNetwork trust ->
                        new Way.Task(windows.networks().distrusting(trust.network()));
                case FirewallChange.RemoveHyperVRules remove ->
                        new Way.Nothing(new Outcome.Stays(Sentence.of("path.stays.hyperv")));
                case FirewallChange.RemoveBlocks remove ->
                        stays("path.stays.blocks", remove.program());
            };
        }

        private static Way stays(String key, Object what) {
            return new Way.Nothing(new Outcome.Stays(Sentence.of(key, what)));
        }
    }

    private static Outcome outcome(RuleOutcome outcome, FirewallChange change) {
        Sentence sentence = outcome.sentence(change.thing());
        return switch (outcome) {
            case RuleOutcome.AlreadySo so -> new Outcome.AlreadySo();
            case RuleOutcome.Declined declined -> new Outcome.Declined(sentence);
            case RuleOutcome.Halfway halfway -> new Outcome.Declined(sentence);
            default -> outcome.asWanted() ? new Outcome.Done() : new Outcome.Failed(sentence);
        };
    }
}
