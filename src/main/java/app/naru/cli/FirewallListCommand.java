package app.naru.cli;

import app.naru.firewall.MalformedRule;
import app.naru.firewall.Policy;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.RuleLabels;
import app.naru.firewall.RuleWords;
import app.naru.firewall.StoreRules;
import app.naru.firewall.StoredRule;
import app.naru.forward.Sentence;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru firewall list}: the rules of Windows Defender Firewall; changes nothing. */
@Command(name = "list")
final class FirewallListCommand implements Callable<Integer> {

    @Option(names = "--all-stores")
    private boolean allStores;

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    FirewallListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return OnWindows.run(
                context, (parts, firewall) -> list(firewall.policy().get(), firewall.labels()));
    }

    private int list(Policy policy, RuleLabels labels) {
        List<PolicyStore> stores =
                List.of(allStores ? PolicyStore.values() : new PolicyStore[] {PolicyStore.LOCAL});
        if (json) {
            context.output().json(Json.array(nodes(policy, stores), node -> node));
        } else {
            stores.forEach(store -> print(store, policy.rules(store), labels));
        }
        return unreadable(policy, stores) ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /**
     * Each rule with {@code store} ({@code local}, {@code group-policy}, {@code mdm}), {@code id}
     * and the fields of {@link Json#rule}; one that can't be understood with {@code error} instead
     * of those fields.
     */
    private List<ObjectNode> nodes(Policy policy, List<PolicyStore> wanted) {
        List<ObjectNode> nodes = new ArrayList<>();
        for (PolicyStore store : wanted) {
            if (policy.rules(store) instanceof StoreRules.Read read) {
                read.rules().forEach(stored -> nodes.add(node(stored)));
                new TreeMap<>(read.malformed())
                        .forEach((id, why) -> nodes.add(malformed(store, id, why)));
            }
        }
        return nodes;
    }

    private static ObjectNode node(StoredRule stored) {
        ObjectNode node = Json.object();
        node.put("store", stored.store().text()).put("id", stored.id());
        node.setAll(Json.rule(stored.rule()));
        return node;
    }

    private ObjectNode malformed(PolicyStore store, String id, MalformedRule why) {
        ObjectNode node = Json.object().put("store", store.text()).put("id", id);
        node.set("error", Json.sentence(why.sentence(), context.output().texts()));
        return node;
    }

    private void print(PolicyStore store, StoreRules rules, RuleLabels labels) {
        if (!(rules instanceof StoreRules.Read read)) {
            return;
        }
        Output output = context.output();
        output.say("cli.firewall.store." + store.name(), read.rules().size());
        for (StoredRule stored : read.rules()) {
            output.item("cli.firewall.row", labels.name(stored), RuleWords.inFull(stored.rule()));
        }
        new TreeMap<>(read.malformed())
                .forEach((id, why) -> output.item("cli.firewall.row", id, why.sentence()));
    }

    /** Says which of them can't be read, and whether there is one. */
    private boolean unreadable(Policy policy, List<PolicyStore> stores) {
        boolean any = false;
        for (PolicyStore store : stores) {
            if (policy.rules(store) instanceof StoreRules.Unreadable unreadable) {
                any = true;
                context.output()
                        .warn(
                                Sentence.of(
                                        "cli.firewall.unreadable." + store.name(),
                                        unreadable.reason()));
            }
        }
        return any;
    }
}
