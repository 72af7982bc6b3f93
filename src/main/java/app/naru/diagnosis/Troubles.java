package app.naru.diagnosis;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to tell of open forwards without being asked: a way that worked and no longer does.
 * No cause is told twice before all has worked again, none that was there from the start, and none
 * that a second look does not find again: a server that restarts is nobody's trouble.
 */
public final class Troubles {

    private final Map<String, Known> known = new HashMap<>();

    /** What is known of one forward's way. */
    private static final class Known {
        private final Set<Cause> told = EnumSet.noneOf(Cause.class);
        private Optional<Cause> suspected = Optional.empty();
    }

    /** Returns what there is to tell after that look. */
    public synchronized Optional<Finding> news(Diagnosis now) {
        String id = now.forward().id();
        if (now.stage() != Stage.OPEN) {
            known.remove(id);
            return Optional.empty();
        }
        Known before = known.get(id);
        if (before == null) {
            Known first = new Known();
            first.told.addAll(inTheWay(now));
            known.put(id, first);
            return Optional.empty();
        }
        Optional<Finding> answer =
                now.answer().filter(each -> each.sureness() != Sureness.CANT_TELL);
        if (answer.isEmpty()) {
            before.told.clear();
        }
        Optional<Cause> fresh =
                answer.map(Finding::cause).filter(cause -> !before.told.contains(cause));
        if (fresh.isPresent() && fresh.equals(before.suspected)) {
            before.suspected = Optional.empty();
            before.told.add(fresh.get());
            return answer;
        }
        before.suspected = fresh;
        return Optional.empty();
    }

    private static Set<Cause> inTheWay(Diagnosis now) {
        return now.findings().stream()
                .filter(Finding::blocks)
                .map(Finding::cause)
                .collect(Collectors.toSet());
    }

    /** Whether another look at that forward has to show if there is something to tell. */
    public synchronized boolean unsure(String id) {
        return Optional.ofNullable(known.get(id)).flatMap(each -> each.suspected).isPresent();
    }

    /** Takes the forward for a new one. */
    public synchronized void forget(String id) {
        known.remove(id);
    }
}
