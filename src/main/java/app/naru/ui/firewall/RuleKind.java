package app.naru.ui.firewall;

import app.naru.firewall.Direction;
import java.util.List;

/** What a new rule is about: Windows' own kinds, and what is wanted most, made at once. */
enum RuleKind {
    PROGRAM,
    PORT,
    CUSTOM,
    /** A program is kept from reaching anyone. */
    DENY_PROGRAM,
    /** Nobody here reaches an address. */
    BLOCK_ADDRESS;

    /** A step of making one. */
    enum Step {
        KIND,
        WHAT,
        ACTION,
        PROFILE,
        NAME
    }

    /** Returns the steps that leave something to choose. */
    List<Step> steps() {
        return isRecipe() ? List.of(Step.KIND, Step.WHAT, Step.NAME) : List.of(Step.values());
    }

    /** Whether it blocks what goes out, on every network. */
    boolean isRecipe() {
        return this == DENY_PROGRAM || this == BLOCK_ADDRESS;
    }

    boolean hasProgram() {
        return this == PROGRAM || this == CUSTOM || this == DENY_PROGRAM;
    }

    boolean hasPorts() {
        return this == PORT || this == CUSTOM;
    }

    boolean hasRemote() {
        return this != DENY_PROGRAM;
    }

    /** Whether the other end's ports are what a rule for that direction is about. */
    static boolean namesRemotePorts(Direction direction) {
        return direction == Direction.OUT;
    }
}
