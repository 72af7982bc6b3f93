package app.naru.firewall;

import java.io.IOException;
import java.util.Map;

/** Reads the entries of Windows' own TCP proxy from the registry; never writes them. */
public interface PortProxyRegistry {

    /**
     * Returns the values below {@code HKLM\SYSTEM\CurrentControlSet\Services\PortProxy\FAMILY\tcp}:
     * name to data; none where there is no such key.
     *
     * @throws IOException if the key can't be read
     */
    Map<String, String> values(PortProxyEntry.Family family) throws IOException;
}
