package app.naru.router;

import app.naru.router.Answer.Refused;
import java.util.List;
import java.util.Optional;

/**
 * The routers that have answered, the best first; the same device once for every protocol that it
 * speaks.
 *
 * @param outlook what their words are judged by before a port is mapped
 */
public record Found(List<Router> routers, Outlook outlook) {

    public Found {
        routers = List.copyOf(routers);
    }

    /** Routers whose word is believed. */
    public Found(List<Router> routers) {
        this(routers, Outlook.none());
    }

    /** Returns the same routers, their words judged by that. */
    public Found judgedBy(Outlook other) {
        return new Found(routers, other);
    }

    /** Returns the one to use; empty where none has answered. */
    public Optional<Router> best() {
        return routers.stream().findFirst();
    }

    /**
     * Maps a port by the best; where that refuses what another protocol or device may still do, by
     * the next.
     *
     * @return the first refusal where none of them does it; empty where there is no router
     */
    public Optional<Answer<Mapping>> map(MappingRequest request) {
        Optional<Answer<Mapping>> first = Optional.empty();
        for (Router router : routers) {
            Answer<Mapping> answer = router.map(request, outlook);
            if (!(answer instanceof Refused<Mapping>(Refusal why)) || !why.othersMayDo()) {
                return Optional.of(answer);
            }
            first = first.or(() -> Optional.of(answer));
        }
        return first;
    }
}
