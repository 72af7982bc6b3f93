package app.naru.firewall;

import app.naru.forward.Sentence;

/** What came of changing a rule. */
public sealed interface RuleOutcome {

    /** The firewall now is as wanted: the rule was read back, or its absence. */
    record Done() implements RuleOutcome {}

    /** It was as wanted before; nothing was run. */
    record AlreadySo() implements RuleOutcome {}

    /**
     * The command said that it failed, and yet the registry shows the change.
     *
     * @param exitCode the command's, not 0
     */
    record DoneAnyway(int exitCode) implements RuleOutcome {}

    /** The user said no to the administrator's prompt. */
    record Declined() implements RuleOutcome {}

    /** The user said yes to one prompt and no to the next: the old is gone, the new not there. */
    record Halfway() implements RuleOutcome {}

    /** There is no rule of that name. */
    record NoSuchRule() implements RuleOutcome {}

    /** Windows refused to ask: a policy denies elevation. */
    record DeniedByPolicy() implements RuleOutcome {}

    /** No end within the limit, and the registry does not show the change. */
    record TimedOut() implements RuleOutcome {}

    /**
     * The command ended, and the registry does not show the change.
     *
     * @param exitCode the command's; 0 means that it claimed success
     */
    record NotSo(int exitCode) implements RuleOutcome {}

    /**
     * The command could not be started.
     *
     * @param error the Win32 error code
     */
    record NotStarted(int error) implements RuleOutcome {}

    /**
     * Nothing was run, for it would have met a rule that is not Naru's.
     *
     * @param name that rule's name
     */
    record NotOurs(String name) implements RuleOutcome {}

    /**
     * The registry could not be read.
     *
     * @param detail what the system said
     */
    record Failed(String detail) implements RuleOutcome {}

    /** Whether the firewall is now as wanted. */
    default boolean asWanted() {
        return switch (this) {
            case Done done -> true;
            case AlreadySo so -> true;
            case DoneAnyway anyway -> true;
            case Declined declined -> false;
            case Halfway halfway -> false;
            case NoSuchRule none -> false;
            case DeniedByPolicy denied -> false;
            case TimedOut late -> false;
            case NotSo not -> false;
            case NotStarted not -> false;
            case NotOurs not -> false;
            case Failed failed -> false;
        };
    }

    /** Returns what to tell the user, of the rule of that name. */
    default Sentence sentence(RuleName rule) {
        return sentence(Sentence.of("firewall.thing.rule", rule));
    }

    /**
     * Returns what to tell the user.
     *
     * @param thing what was to be changed, in words: {@code firewall.thing.rule} and its like
     */
    default Sentence sentence(Sentence thing) {
        return switch (this) {
            case Done done -> Sentence.of("firewall.done", thing);
            case AlreadySo so -> Sentence.of("firewall.alreadySo", thing);
            case DoneAnyway(int exitCode) -> Sentence.of("firewall.doneAnyway", thing, exitCode);
            case Declined declined -> Sentence.of("firewall.declined", thing);
            case Halfway halfway -> Sentence.of("firewall.halfway", thing);
            case NoSuchRule none -> Sentence.of("firewall.noSuchRule", thing);
            case DeniedByPolicy denied -> Sentence.of("firewall.deniedByPolicy", thing);
            case TimedOut late -> Sentence.of("firewall.timedOut", thing);
            case NotSo(int exitCode) ->
                    exitCode == 0
                            ? Sentence.of("firewall.claimed", thing)
                            : Sentence.of("firewall.notSo", thing, exitCode);
            case NotStarted(int error) -> Sentence.of("firewall.notStarted", thing, error);
            case NotOurs(String name) -> Sentence.of("firewall.notOurs", thing, name);
            case Failed(String detail) -> Sentence.of("firewall.failed", thing, detail);
        };
    }
}
