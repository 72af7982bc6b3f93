package app.naru.internet;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import java.net.InetAddress;
import java.net.URI;

/**
 * A service on the Internet that connects to a port when it is asked to.
 *
 * @param template its web address, with <code>{port}</code> and, where the service is to be told
 *     that too, <code>{address}</code> in the places of what is to be checked
 */
public record CheckService(String template) {

    private static final String PORT = "{port}";
    private static final String ADDRESS = "{address}";

    /**
     * Reads a template.
     *
     * @throws InvalidInput if it has no place for the port, or is no web address
     */
    public static CheckService parse(String text) {
        CheckService service = new CheckService(text.strip());
        if (!service.template.contains(PORT)) {
            throw new InvalidInput("internet.check", text);
        }
        Contacts.page(service.template.replace(PORT, "1").replace(ADDRESS, "192.0.2.1"));
        return service;
    }

    /** Returns the name of its host. */
    public String host() {
        return Contacts.page(template.replace(PORT, "1").replace(ADDRESS, "192.0.2.1")).getHost();
    }

    /** Returns where to ask for that. */
    URI at(InetAddress address, Port port) {
        return Contacts.page(
                template.replace(PORT, port.toString()).replace(ADDRESS, Address.text(address)));
    }
}
