package app.naru.relay;

import java.util.Optional;

/**
 * A relay's counters at one moment.
 *
 * @param open connections (UDP: sessions) now
 * @param accepted connections since the start
 * @param refused clients that the access list, a block or a limit turned away
 * @param failed connections whose target could not be reached
 * @param foreign requests that HTTP mode did not pass on, for they were for another host
 * @param bytesIn bytes from clients to the target
 * @param bytesOut bytes from the target to clients
 * @param lastError empty where nothing went wrong yet
 */
public record RelaySnapshot(
        int open,
        long accepted,
        long refused,
        long failed,
        ForeignHosts foreign,
        long bytesIn,
        long bytesOut,
        Optional<LastError> lastError) {}
