package app.naru.firewall;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Block rules that Windows writes by itself when a program first listens and its question
 * "allow access?" is not answered with yes. They beat every allow rule. Found by the ids that
 * Windows gives them and nobody else does, so that a block that someone made on purpose is never
 * taken for one.
 */
public final class QueryUserBlocks {

    private static final Pattern ID =
            Pattern.compile(
                    "(TCP|UDP) Query User\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}.+");

    private final FirewallRegistry registry;

    public QueryUserBlocks(FirewallRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns the blocks that Windows wrote for that program and that hold on some network.
     *
     * @param program the program's path, in any case of letters
     * @throws IOException if the rules can't be read
     */
    public List<StoredRule> of(String program) throws IOException {
        StoreRules rules = StoreRules.read(registry, PolicyStore.LOCAL);
        if (rules instanceof StoreRules.Unreadable(String reason)) {
            throw new IOException(reason);
        }
        return of(rules.known().stream(), program);
    }

    /** Returns the known blocks of those rules that Windows wrote for that program. */
    public static List<StoredRule> of(Policy policy, String program) {
        return of(policy.rules(), program);
    }

    private static List<StoredRule> of(Stream<StoredRule> rules, String program) {
        return rules.filter(QueryUserBlocks::isOne)
                .filter(stored -> isFor(stored.rule(), program))
                .toList();
    }

    /** Whether the rule is such a block. */
    public static boolean isOne(StoredRule stored) {
        FirewallRule rule = stored.rule();
        return stored.store() == PolicyStore.LOCAL
                && ID.matcher(stored.id()).matches()
                && rule.action() == Action.BLOCK
                && rule.direction() == Direction.IN
                && rule.active();
    }

    private static boolean isFor(FirewallRule rule, String program) {
        return !rule.program().isEmpty()
                && ProgramMatch.of(rule.program(), program).compareTo(Match.LIKELY) >= 0;
    }

    /** Returns the command that removes the blocks of these ids, for the user to see first. */
    public static String command(Collection<String> ids) {
        return Cmdlet.remove(ids).text();
    }

    /**
     * Removes these blocks, by their exact ids. Only with the user's consent. Nothing is removed if
     * one of them is no such block, or is another rule by now.
     */
    public ElevatedTask removing(Collection<StoredRule> blocks) {
        return new Task(List.copyOf(blocks));
    }

    /** The blocks are to be gone. */
    private final class Task implements ElevatedTask {

        private final List<StoredRule> blocks;

        Task(List<StoredRule> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean done() throws IOException {
            return stillThere().isEmpty();
        }

        private List<StoredRule> stillThere() throws IOException {
            Map<String, String> texts = registry.rules(PolicyStore.LOCAL);
            return blocks.stream().filter(block -> texts.containsKey(block.id())).toList();
        }

        @Override
        public Optional<RuleOutcome> refusal() throws IOException {
            Map<String, String> texts = registry.rules(PolicyStore.LOCAL);
            return stillThere().stream()
                    .filter(each ->
                            !isOne(each) || !each.rule().encode().equals(texts.get(each.id())))
                    .findFirst()
                    .map(each -> new RuleOutcome.NotOurs(each.rule().name()));
        }

        /** netsh knows no ids, and by the name it could meet someone's own block. */
        @Override
        public List<NetshCommand> commands() {
            return List.of();
        }

        @Override
        public List<Cmdlet> statements() throws IOException {
            List<String> ids = stillThere().stream().map(StoredRule::id).toList();
            Cmdlet all = Cmdlet.remove(ids);
            return PowerShellCommand.fits(all)
                    ? List.of(all)
                    : ids.stream().map(id -> Cmdlet.remove(List.of(id))).toList();
        }
    }
}
