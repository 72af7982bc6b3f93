package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The Block rules that Windows writes by itself when a program first listens and its question
 * "allow access?" is not answered with yes. They beat every allow rule. Found by the ids that
 * Windows gives them and nobody else does, so that a block that someone made on purpose is never
 * taken for one.
 */
public final class QueryUserBlocks {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Pattern ID =
            Pattern.compile(
                    "(TCP|UDP) Query User\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}.+");

    private final FirewallRegistry registry;
    private final Elevation elevation;

    public QueryUserBlocks(FirewallRegistry registry, Elevation elevation) {
        this.registry = registry;
        this.elevation = elevation;
    }

    /**
     * Returns the blocks that Windows wrote for that program and that hold on some network.
     *
     * @param program the program's path, in any case of letters
     * @throws IOException if the rules can't be read
     */
    public List<StoredRule> of(String program) throws IOException {
        StoreRules rules = StoreRules.read(registry, PolicyStore.LOCAL);
        return switch (rules) {
            case StoreRules.Unreadable(String reason) -> throw new IOException(reason);
            case StoreRules.Read read ->
                    read.rules().stream()
                            .filter(QueryUserBlocks::isOne)
                            .filter(stored -> isFor(stored.rule(), program))
                            .toList();
        };
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

    /** Returns the command that removes these blocks, for the user to see first. */
    public static String command(Collection<StoredRule> blocks) {
        return Cmdlet.remove(ids(blocks)).text();
    }

    /**
     * Removes these blocks, by their exact ids and with one prompt. Only with the user's consent.
     *
     * @return {@code NotOurs} if one of them is no such block, or is another rule by now; nothing
     *     is removed then
     */
    public RuleOutcome remove(Collection<StoredRule> blocks) {
        try {
            List<StoredRule> there = stillThere(blocks);
            if (there.isEmpty()) {
                return new RuleOutcome.AlreadySo();
            }
            Map<String, String> texts = registry.rules(PolicyStore.LOCAL);
            for (StoredRule each : there) {
                if (!isOne(each) || !each.rule().encode().equals(texts.get(each.id()))) {
                    return new RuleOutcome.NotOurs(each.rule().name());
                }
            }
            Elevation.Ending ending = new Elevation.Ending.Exited(0);
            for (PowerShellCommand command : commands(there)) {
                ending =
                        elevation.run(
                                Elevation.SystemProgram.POWERSHELL, command.arguments(), LIMIT);
                if (!ending.equals(new Elevation.Ending.Exited(0))) {
                    break;
                }
            }
            return Firewall.outcome(ending, stillThere(blocks).isEmpty());
        } catch (IOException e) {
            return new RuleOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static List<PowerShellCommand> commands(List<StoredRule> blocks) {
        return PowerShellCommand.of(
                blocks.stream().map(block -> Cmdlet.remove(List.of(block.id()))).toList());
    }

    private List<StoredRule> stillThere(Collection<StoredRule> blocks) throws IOException {
        Map<String, String> texts = registry.rules(PolicyStore.LOCAL);
        return blocks.stream().filter(block -> texts.containsKey(block.id())).toList();
    }

    private static List<String> ids(Collection<StoredRule> blocks) {
        return blocks.stream().map(StoredRule::id).toList();
    }
}
