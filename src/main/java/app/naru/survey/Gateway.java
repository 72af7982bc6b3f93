package app.naru.survey;

import java.net.InetAddress;

/**
 * A default gateway.
 *
 * @param interfaceIndex the interface it is reached by
 * @param metric lower is preferred
 */
public record Gateway(InetAddress address, int interfaceIndex, int metric) {}
