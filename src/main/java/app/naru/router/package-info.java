/**
 * A small, strict client for what home routers offer to open a port: PCP (RFC 6887), NAT-PMP (RFC
 * 6886) and UPnP Internet Gateway Device 1 and 2. Everything that comes from the network is taken
 * for hostile: bounded in size and time, never followed to another host.
 */
@NullMarked
package app.naru.router;

import org.jspecify.annotations.NullMarked;
