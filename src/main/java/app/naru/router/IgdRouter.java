package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.router.Refusal.Kind;
import app.naru.router.Soap.Outcome.Done;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A router that speaks UPnP: WANIPConnection:1 or :2, or WANPPPConnection:1. */
final class IgdRouter implements Router {

    /** The most entries of its list that are read. */
    static final int MOST_ENTRIES = 500;

    private static final int INVALID_ARGUMENTS = 402;
    private static final int NO_SUCH_ENTRY = 714;
    private static final int CONFLICT = 718;
    private static final int SAME_PORTS_ONLY = 724;
    private static final int PERMANENT_ONLY = 725;

    private final RouterAt at;
    private final SoapCaller caller;
    private final PortList portList;

    IgdRouter(RouterAt at, URI control) {
        this.at = at;
        this.caller = new SoapCaller(at, control);
        this.portList = new PortList(caller);
    }

    @Override
    public RouterAt at() {
        return at;
    }

    @Override
    public Answer<ExternalAddress> externalAddress() {
        return caller.call("GetExternalIPAddress").then(this::address);
    }

    private Answer<ExternalAddress> address(Done done) {
        String text = done.text("newexternalipaddress");
        if (text.isEmpty()) {
            return Answer.got(new ExternalAddress(Optional.empty()));
        }
        try {
            return Answer.got(ExternalAddress.of(Address.parse(text)));
        } catch (InvalidInput noAddress) {
            return Answer.refused(Refusal.of(Kind.NONSENSE, at));
        }
    }

    @Override
    public Answer<Mapping> mapAnyway(MappingRequest request) {
        Answer<Mapping> answer = add(request);
        return isPortTaken(answer) ? mapElsewhere(request, answer) : answer;
    }

    private static boolean isPortTaken(Answer<Mapping> answer) {
        return answer.refusal().filter(why -> why.kind() == Kind.PORT_TAKEN).isPresent();
    }

    private Answer<Mapping> mapElsewhere(MappingRequest request, Answer<Mapping> taken) {
        List<Port> others = ExternalPorts.insteadOf(request.wantedExternalPort());
        if (!at.service().endsWith(":1")) {
            Answer<Mapping> answer = addAny(request.withExternalPort(others.getFirst()));
            if (answer.result().isPresent()) {
                return answer;
            }
        }
        Answer<Mapping> answer = taken;
        for (Port other : others) {
            answer = add(request.withExternalPort(other));
            if (!isPortTaken(answer)) {
                return answer;
            }
        }
        return answer;
    }

    @Override
    public Answer<Mapping> renew(Mapping mapping, Duration lease) {
        return add(mapping.request(lease));
    }

    /** Some routers hand a port to whoever asks last, so who has it is asked first. */
    private Answer<Mapping> add(MappingRequest request) {
        Answer<Optional<MappedPort>> holder =
                portList.holder(request.protocol(), request.wantedExternalPort());
        Optional<Refusal> silent = holder.refusal().filter(why -> why.kind() == Kind.NO_ANSWER);
        if (silent.isPresent()) {
            return Answer.refused(silent.get());
        }
        boolean taken =
                holder.result()
                        .flatMap(found -> found)
                        .filter(entry -> !isSame(entry, request.internalPort()))
                        .isPresent();
        return taken
                ? Answer.refused(Refusal.of(Kind.PORT_TAKEN, at, CONFLICT))
                : addLeased(request);
    }

    /** An entry without any description is ours where it goes to our port. */
    private boolean isSame(MappedPort entry, Port internalPort) {
        return isOurs(entry) && entry.internalPort() == internalPort.number();
    }

    private boolean isOurs(MappedPort entry) {
        return entry.internalClient().equals(at.own())
                && (entry.marked() || entry.description().isEmpty());
    }

    private Answer<Mapping> addLeased(MappingRequest request) {
        Answer<Done> answer = call("AddPortMapping", request, request.leaseSeconds());
        int lease = request.leaseSeconds();
        int code = answer.refusal().map(Refusal::number).orElse(0);
        if (code == PERMANENT_ONLY || code == INVALID_ARGUMENTS) {
            lease = 0;
            answer = call("AddPortMapping", request, lease);
            code = answer.refusal().map(Refusal::number).orElse(0);
        }
        if (code == SAME_PORTS_ONLY
                && !request.wantedExternalPort().equals(request.internalPort())) {
            return add(request.withExternalPort(request.internalPort()));
        }
        int granted = lease;
        return answer.then(
                done -> Answer.got(made(request, request.wantedExternalPort(), granted)));
    }

    /** WANIPConnection:2 section 2.5.19: the router takes another port where the asked is taken. */
    private Answer<Mapping> addAny(MappingRequest request) {
        return call("AddAnyPortMapping", request, request.leaseSeconds())
                .then(done ->
                        done.number("newreservedport")
                                .filter(port -> port > 0 && port <= Port.MAX)
                                .map(port ->
                                        Answer.got(
                                                made(
                                                        request,
                                                        new Port(port),
                                                        request.leaseSeconds())))
                                .orElseGet(() -> Answer.refused(Refusal.of(Kind.NONSENSE, at))));
    }

    private Answer<Done> call(String action, MappingRequest request, int lease) {
        return caller.callFromOwn(
                action,
                "NewRemoteHost",
                "",
                "NewExternalPort",
                request.wantedExternalPort().toString(),
                "NewProtocol",
                request.protocol().name(),
                "NewInternalPort",
                request.internalPort().toString(),
                "NewInternalClient",
                at.own(),
                "NewEnabled",
                "1",
                "NewPortMappingDescription",
                request.description(),
                "NewLeaseDuration",
                Integer.toString(lease));
    }

    private Mapping made(MappingRequest request, Port externalPort, int lease) {
        return new Mapping(
                at,
                request.protocol(),
                request.internalPort(),
                externalPort,
                Optional.empty(),
                lease,
                Instant.now(),
                request.name(),
                "");
    }

    /** Looks first whose it is by now: another's is left alone. */
    @Override
    public Answer<Mapping> unmap(Mapping mapping) {
        Answer<Optional<MappedPort>> holder =
                portList.holder(mapping.protocol(), mapping.externalPort());
        Optional<MappedPort> entry = holder.result().flatMap(found -> found);
        if (entry.isPresent() && !isOurs(entry.get())) {
            return Answer.refused(Refusal.of(Kind.NOT_OURS, at));
        }
        boolean gone = holder.result().isPresent() && entry.isEmpty();
        return gone ? Answer.got(mapping) : delete(mapping);
    }

    private Answer<Mapping> delete(Mapping mapping) {
        Answer<Mapping> answer =
                caller.call(
                                "DeletePortMapping",
                                "NewRemoteHost",
                                "",
                                "NewExternalPort",
                                mapping.externalPort().toString(),
                                "NewProtocol",
                                mapping.protocol().name())
                        .then(done -> Answer.got(mapping));
        boolean gone = answer.refusal().filter(why -> why.number() == NO_SUCH_ENTRY).isPresent();
        return gone ? Answer.got(mapping) : answer;
    }

    @Override
    public Answer<List<MappedPort>> list() {
        return portList.all();
    }

    @Override
    public Answer<Pulse> pulse(Mapping mapping) {
        return portList.holder(mapping.protocol(), mapping.externalPort())
                .then(entry ->
                        Answer.got(
                                new Pulse.Listed(
                                        entry.filter(each -> isSame(each, mapping.internalPort()))
                                                .isPresent())));
    }
}
