package app.naru.path;

import app.naru.relay.RelaySpec;

/** What a plan would run. */
final class Planned {

    private Planned() {}

    static RelaySpec relay(Plan plan) {
        return plan.changes().stream()
                .filter(Change.RunRelay.class::isInstance)
                .map(change -> ((Change.RunRelay) change).relay())
                .findFirst()
                .orElseThrow();
    }

    /** Returns the first command. */
    static String command(Plan plan) {
        return plan.changes().stream()
                .flatMap(change -> change.command().stream())
                .findFirst()
                .orElseThrow();
    }
}
