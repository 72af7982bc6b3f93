package app.naru.path;

import app.naru.internet.RouterWord;
import app.naru.router.Answer;
import app.naru.router.ExternalAddress;
import app.naru.router.Found;
import app.naru.router.Refusal;
import app.naru.router.Router;
import java.util.List;

/** What routers say of the address that they have on their far side. */
public final class RouterWords {

    private RouterWords() {}

    /**
     * Asks them until one tells an address.
     *
     * @return that none has an address, where none of them tells one and at least one says so
     */
    public static RouterWord of(Found found) {
        List<RouterWord> words = found.routers().stream().map(RouterWords::of).toList();
        return words.stream()
                .filter(RouterWord.Has.class::isInstance)
                .findFirst()
                .or(() -> words.stream().filter(RouterWord.HasNone.class::isInstance).findFirst())
                .orElseGet(RouterWord.Unsaid::new);
    }

    private static RouterWord of(Router router) {
        return switch (router.externalAddress()) {
            case Answer.Got<ExternalAddress>(ExternalAddress outer) ->
                    outer.address()
                            .<RouterWord>map(RouterWord.Has::new)
                            .orElseGet(RouterWord.HasNone::new);
            case Answer.Refused<ExternalAddress>(Refusal why) ->
                    why.noWayIn() ? new RouterWord.HasNone() : new RouterWord.Unsaid();
        };
    }
}
