package app.naru.router;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The service of a gateway that maps ports (WANIPConnection:1 and :2, WANPPPConnection:1).
 *
 * @param type as the device writes it; it goes into every call
 * @param control where it is called, on the device itself
 */
record ConnectionService(String type, URI control) {

    private static final Pattern TYPE =
            Pattern.compile("(?i)urn:[a-z0-9.-]{1,64}:service:wan(ip|ppp)connection:([1-9])");
    private static final int MOST = 8;

    /** Whether it has what came with version 2, such as AddAnyPortMapping. */
    boolean secondVersion() {
        return !type.endsWith(":1");
    }

    /**
     * Returns the services in a device description (UPnP Device Architecture 2.0 section 2.3), in
     * its order; empty where it has none that can be called on the device itself.
     *
     * @param page where the description is
     */
    static List<ConnectionService> read(String description, URI page, InetAddress device) {
        Optional<Xml> root = Xml.parse(description);
        if (root.isEmpty()) {
            return List.of();
        }
        URI base =
                root.get()
                        .childText("urlbase")
                        .flatMap(url -> DeviceUrl.parse(url, device))
                        .orElse(page);
        return root.get()
                .all()
                .filter(element -> element.name().equals("service"))
                .flatMap(service -> service(service, base, device).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<ConnectionService> service(Xml service, URI base, InetAddress device) {
        return service.childText("servicetype")
                .filter(type -> TYPE.matcher(type).matches())
                .flatMap(type ->
                        service.childText("controlurl")
                                .flatMap(url -> DeviceUrl.resolve(base, url, device))
                                .map(control -> new ConnectionService(type, control)));
    }
}
