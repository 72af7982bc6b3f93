package app.naru.router;

import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.router.Soap.Outcome.Done;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of mappings that a UPnP gateway keeps. */
final class PortList {

    private static final int NO_SUCH_ENTRY = 714;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SoapCaller caller;

    PortList(SoapCaller caller) {
        this.caller = caller;
    }

    /** Returns who has that port of the router; got empty where nobody has. */
    Answer<Optional<MappedPort>> holder(Protocol protocol, Port externalPort) {
        Answer<Optional<MappedPort>> answer =
                caller.call(
                                "GetSpecificPortMappingEntry",
                                "NewRemoteHost",
                                "",
                                "NewExternalPort",
                                externalPort.toString(),
                                "NewProtocol",
                                protocol.name())
                        .then(done ->
                                Answer.got(
                                        Optional.of(entry(done, protocol, externalPort.number()))));
        boolean nobody = answer.refusal().filter(why -> why.number() == NO_SUCH_ENTRY).isPresent();
        return nobody ? Answer.got(Optional.empty()) : answer;
    }

    /**
     * Returns the entries, read one by one until the router has no more, repeats itself, or the
     * bounds are reached.
     */
    Answer<List<MappedPort>> all() {
        long end = System.nanoTime() + LIMIT.toNanos();
        Set<MappedPort> entries = new LinkedHashSet<>();
        for (int i = 0; i < IgdRouter.MOST_ENTRIES && System.nanoTime() < end; i++) {
            Answer<Done> answer =
                    caller.call(
                            "GetGenericPortMappingEntry",
                            "NewPortMappingIndex",
                            Integer.toString(i));
            Optional<Refusal> refusal = answer.refusal();
            if (refusal.isPresent()) {
                // The end of the list is an error: 713, and with some routers 402, 501 or 714.
                boolean ended = refusal.get().number() != 0 && (i > 0 || isEnd(refusal.get()));
                return ended ? Answer.got(List.copyOf(entries)) : Answer.refused(refusal.get());
            }
            Optional<MappedPort> entry = answer.result().flatMap(PortList::entry);
            if (entry.isPresent() && !entries.add(entry.get())) {
                break;
            }
        }
        return Answer.got(List.copyOf(entries));
    }

    private static boolean isEnd(Refusal refusal) {
        return switch (refusal.number()) {
            case 402, 501, 713, 714, 730 -> true;
            default -> false;
        };
    }

    private static Optional<MappedPort> entry(Done done) {
        try {
            Protocol protocol = Protocol.parse(done.text("newprotocol"));
            return done.number("newexternalport").map(port -> entry(done, protocol, port));
        } catch (InvalidInput otherProtocol) {
            return Optional.empty();
        }
    }

    private static MappedPort entry(Done done, Protocol protocol, int externalPort) {
        String enabled = done.text("newenabled");
        return new MappedPort(
                protocol,
                externalPort,
                done.text("newinternalclient"),
                done.number("newinternalport").orElse(0),
                done.text("newportmappingdescription"),
                done.number("newleaseduration").orElse(0),
                !enabled.equals("0") && !enabled.equalsIgnoreCase("false"));
    }
}
