package app.naru.diagnosis;

import app.naru.forward.Port;
import app.naru.internet.PublicAddresses;
import app.naru.internet.RouterWord;
import app.naru.internet.WayIn;
import app.naru.path.RouterStanding;
import app.naru.router.Answer;
import app.naru.router.ExternalAddress;
import app.naru.router.Found;
import app.naru.router.MappedPort;
import app.naru.router.Mapping;
import app.naru.router.Refusal;
import app.naru.router.Router;
import app.naru.router.RouterFinder;
import app.naru.survey.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Asks the routers what they do for a forward; changes nothing. */
final class RouterLook {

    private final RouterFinder finder;

    RouterLook(RouterFinder finder) {
        this.finder = finder;
    }

    RouterSight look(Case it) throws InterruptedException {
        Found found = finder.find();
        Optional<RouterStanding> standing = it.standing().router();
        if (found.best().isEmpty()) {
            return RouterSight.silence(Optional.of(wayIn(it, new RouterWord.Unsaid())));
        }
        Router best = found.best().get();
        Answer<ExternalAddress> external = external(found);
        Optional<List<MappedPort>> list = list(found);
        Port outside =
                standing.flatMap(each -> each.externalPort(it.forward().ports().first()))
                        .orElse(it.forward().ports().first());
        return new RouterSight(
                Optional.of(best.at().address()),
                best.at().own(),
                Optional.of(wayIn(it, word(external))),
                standing.flatMap(RouterStanding::refusal).or(() -> telling(external)),
                list.flatMap(all -> entry(it, all, outside)),
                list.isPresent(),
                standing.map(RouterStanding::maps).orElse(false),
                standing.map(RouterStanding::mappings).orElse(List.of()).stream()
                        .anyMatch(Mapping::permanent));
    }

    private static Optional<Refusal> telling(Answer<ExternalAddress> external) {
        return external.refusal().filter(Refusal::noWayIn);
    }

    private static Answer<ExternalAddress> external(Found found) {
        List<Answer<ExternalAddress>> all =
                found.routers().stream().map(Router::externalAddress).toList();
        return all.stream()
                .filter(answer -> answer.refusal().isEmpty())
                .findFirst()
                .orElse(all.getFirst());
    }

    private static Optional<List<MappedPort>> list(Found found) {
        return found.routers().stream()
                .flatMap(router -> router.list().result().stream())
                .findFirst();
    }

    private static Optional<MappedPort> entry(Case it, List<MappedPort> all, Port outside) {
        return all.stream()
                .filter(each ->
                        each.protocol() == it.forward().protocol()
                                && each.externalPort() == outside.number()
                                && each.enabled())
                .findFirst();
    }

    private static RouterWord word(Answer<ExternalAddress> external) {
        return switch (external) {
            case Answer.Got<ExternalAddress>(ExternalAddress address) ->
                    address.address()
                            .<RouterWord>map(RouterWord.Has::new)
                            .orElseGet(RouterWord.HasNone::new);
            case Answer.Refused<ExternalAddress>(Refusal why) ->
                    why.noWayIn() ? new RouterWord.HasNone() : new RouterWord.Unsaid();
        };
    }

    private static WayIn wayIn(Case it, RouterWord word) {
        List<InetAddress> own = it.network().stream().flatMap(Network::addresses).toList();
        return WayIn.of(word, it.situation().outside().known().orElse(PublicAddresses.NONE), own);
    }
}
