package app.naru.diagnosis;

import java.net.InetAddress;
import java.util.Optional;

/**
 * How things were when the way was last looked at.
 *
 * @param lan this PC's address on the local network
 * @param wsl the address of WSL's virtual machine
 * @param outside the address by which the Internet knew this home
 */
public record Remembered(
        Optional<InetAddress> lan, Optional<InetAddress> wsl, Optional<InetAddress> outside) {

    public static final Remembered NOTHING =
            new Remembered(Optional.empty(), Optional.empty(), Optional.empty());
}
