package app.naru.diagnosis;

import java.net.InetAddress;
import java.util.Optional;

/**
 * How things were when the way was last looked at.
 *
 * @param lan this PC's address on the local network
 * @param wsl the address of WSL's virtual machine
 * @param outside the address by which the Internet knew this home
 * @param visited whether a visit from outside has arrived, and nothing was in the way since
 */
public record Remembered(
        Optional<InetAddress> lan,
        Optional<InetAddress> wsl,
        Optional<InetAddress> outside,
        boolean visited) {

    public static final Remembered NOTHING =
            new Remembered(Optional.empty(), Optional.empty(), Optional.empty(), false);
}
