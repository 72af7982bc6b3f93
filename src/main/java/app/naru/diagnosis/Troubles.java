package app.naru.diagnosis;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has been told of each open forward, so that no cause is told twice: it is told when a way
 * that worked stops working, and again only when it has worked in between.
 */
public final class Troubles {

    private final Map<String, Set<Cause>> told = new HashMap<>();

    /** Returns what there is to tell after that look. */
    public synchronized Optional<Finding> news(Diagnosis now) {
        String id = now.forward().id();
        if (now.stage() != Stage.OPEN) {
            told.remove(id);
            return Optional.empty();
        }
        Optional<Finding> answer =
                now.answer().filter(each -> each.sureness() != Sureness.CANT_TELL);
        if (answer.isEmpty()) {
            told.remove(id);
            return Optional.empty();
        }
        Set<Cause> before = told.computeIfAbsent(id, each -> EnumSet.noneOf(Cause.class));
        return before.add(answer.get().cause()) ? answer : Optional.empty();
    }

    /** Tells of the forward as of one that is new. */
    public synchronized void forget(String id) {
        told.remove(id);
    }
}
