package app.naru.wsl;

import java.io.IOException;

/** Reads what this PC has of WSL; reading never starts it. */
public interface WslReader {

    /**
     * @throws IOException if the system does not tell
     */
    Wsl read() throws IOException;
}
