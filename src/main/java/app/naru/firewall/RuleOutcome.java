package app.naru.firewall;

/** What came of changing a rule. */
public sealed interface RuleOutcome {

    /** The firewall now is as wanted: the rule was read back, or its absence. */
    record Done() implements RuleOutcome {}

    /** It was as wanted before; nothing was run. */
    record AlreadySo() implements RuleOutcome {}

    /** The user said no to the administrator's prompt. */
    record Declined() implements RuleOutcome {}

    /** Windows refused to ask: a policy denies elevation. */
    record DeniedByPolicy() implements RuleOutcome {}

    /** No end within the limit, and the registry does not show the change. */
    record TimedOut() implements RuleOutcome {}

    /**
     * The command ended, and the registry does not show the change.
     *
     * @param exitCode netsh's; 0 means that it claimed success
     */
    record NotSo(int exitCode) implements RuleOutcome {}

    /**
     * The command could not be started or the registry not be read.
     *
     * @param detail what the system said
     */
    record Failed(String detail) implements RuleOutcome {}
}
