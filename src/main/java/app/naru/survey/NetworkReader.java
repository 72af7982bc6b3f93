package app.naru.survey;

import java.io.IOException;

/** Reads interfaces, addresses and gateways; each system tells them in its own way. */
public interface NetworkReader {

    /**
     * @throws IOException if the system does not tell
     */
    Network read() throws IOException;
}
