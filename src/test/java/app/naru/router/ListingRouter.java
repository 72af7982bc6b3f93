package app.naru.router;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A UPnP router on loopback that really keeps its list: shows it and deletes from it. */
public final class ListingRouter implements AutoCloseable {

    private static final int INVALID_INDEX = 713;
    private static final int NO_SUCH_ENTRY = 714;

    private final FakeIgd igd = new FakeIgd();

    /** What it sends where; can be changed at any time. */
    public final List<MappedPort> entries = Collections.synchronizedList(new ArrayList<>());

    public ListingRouter() throws IOException {
        igd.on("GetGenericPortMappingEntry", this::generic);
        igd.on("GetSpecificPortMappingEntry", this::specific);
        igd.on("DeletePortMapping", this::delete);
    }

    /** Returns what a search finds. */
    public Found found() {
        return new Found(List.of(igd.router(FakeIgd.FIRST)));
    }

    private String generic(String body) {
        int index = Integer.parseInt(FakeIgd.argument(body, "NewPortMappingIndex"));
        return index < entries.size()
                ? FakeIgd.ok("GetGenericPortMappingEntry", text(entries.get(index)))
                : FakeIgd.fault(INVALID_INDEX);
    }

    private String specific(String body) {
        return entries.stream()
                .filter(entry -> isMeant(entry, body))
                .findFirst()
                .map(entry -> FakeIgd.ok("GetSpecificPortMappingEntry", text(entry)))
                .orElseGet(() -> FakeIgd.fault(NO_SUCH_ENTRY));
    }

    private String delete(String body) {
        return entries.removeIf(entry -> isMeant(entry, body))
                ? FakeIgd.ok("DeletePortMapping", "")
                : FakeIgd.fault(NO_SUCH_ENTRY);
    }

    private static boolean isMeant(MappedPort entry, String body) {
        return FakeIgd.argument(body, "NewExternalPort")
                        .equals(Integer.toString(entry.externalPort()))
                && FakeIgd.argument(body, "NewProtocol").equals(entry.protocol().name());
    }

    private static String text(MappedPort entry) {
        return value("NewRemoteHost", "")
                + value("NewExternalPort", entry.externalPort())
                + value("NewProtocol", entry.protocol().name())
                + value("NewInternalPort", entry.internalPort())
                + value("NewInternalClient", entry.internalClient())
                + value("NewEnabled", entry.enabled() ? 1 : 0)
                + value("NewPortMappingDescription", entry.description())
                + value("NewLeaseDuration", entry.leaseSeconds());
    }

    private static String value(String name, Object value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }

    @Override
    public void close() throws IOException {
        igd.close();
    }
}
