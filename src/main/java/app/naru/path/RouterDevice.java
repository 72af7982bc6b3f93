package app.naru.path;

import app.naru.forward.Sentence;
import app.naru.router.Answer;
import app.naru.router.ExternalAddress;
import app.naru.router.Found;
import app.naru.router.MappedPort;
import app.naru.router.Router;
import app.naru.router.RouterAt;
import app.naru.router.RouterProtocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A router as one device, whatever number of protocols it speaks.
 *
 * @param ways one for each protocol, the best first; at least one
 */
public record RouterDevice(List<Router> ways) {

    public RouterDevice {
        ways = List.copyOf(ways);
    }

    /** Returns the devices among what was found, the best first. */
    public static List<RouterDevice> of(Found found) {
        Map<String, List<Router>> devices =
                found.routers().stream()
                        .collect(
                                Collectors.groupingBy(
                                        router -> router.at().address(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return devices.values().stream().map(RouterDevice::new).toList();
    }

    /** Returns where it is. */
    public RouterAt at() {
        return ways.getFirst().at();
    }

    /** Returns what it speaks, for people. */
    public List<String> protocols() {
        return ways.stream()
                .map(router -> router.at().protocol())
                .distinct()
                .map(RouterProtocol::title)
                .toList();
    }

    /**
     * Asks for its address on the far side, by one protocol after the other: the first that tells
     * one, else the first refusal. Blocks for seconds at most.
     */
    public Answer<ExternalAddress> external() {
        Answer<ExternalAddress> first = ways.getFirst().externalAddress();
        if (first.refusal().isEmpty()) {
            return first;
        }
        return ways.stream()
                .skip(1)
                .map(Router::externalAddress)
                .filter(answer -> answer.refusal().isEmpty())
                .findFirst()
                .orElse(first);
    }

    /** Asks the same and says it in words. */
    public Sentence externalInWords() {
        return switch (external()) {
            case Answer.Got<ExternalAddress>(ExternalAddress address) -> address.sentence();
            case Answer.Refused<ExternalAddress>(var why) -> why.sentence();
        };
    }

    /** Asks what it sends where; empty where it does not tell. Blocks for seconds at most. */
    public Optional<List<MappedPort>> list() {
        return ways.stream().flatMap(router -> router.list().result().stream()).findFirst();
    }

    /** Returns the way by which it told its list, and by which an entry of it is taken back. */
    public Router listing() {
        return ways.stream()
                .filter(router -> router.at().protocol().lists())
                .findFirst()
                .orElseGet(ways::getFirst);
    }
}
