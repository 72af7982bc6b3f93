package app.naru.diagnosis;

import app.naru.diagnosis.Reach.Result;
import app.naru.relay.Endpoint;
import app.naru.relay.LookingSocket;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/** Connects to see whether someone answers; says nothing, and is no visit to a relay. */
final class Knock {

    /** On the same network an answer takes milliseconds. */
    private static final Duration LIMIT = Duration.ofMillis(1200);

    /** A relay that can't reach its target ends the connection within that. */
    private static final Duration STAYS = Duration.ofMillis(250);

    private Knock() {}

    /** Connects to the server. */
    static Reach at(Endpoint to) {
        return knock(to, false);
    }

    /** Connects to where others do, and sees whether it is left open. */
    static Reach before(Endpoint to) {
        return knock(to, true);
    }

    private static Reach knock(Endpoint to, boolean wait) {
        try (Socket socket = new LookingSocket()) {
            InetSocketAddress address = new InetSocketAddress(to.host(), to.port().number());
            if (address.isUnresolved()) {
                return new Reach(to, Result.UNKNOWN_NAME);
            }
            socket.connect(address, (int) LIMIT.toMillis());
            return new Reach(to, wait && ended(socket) ? Result.CLOSED_AT_ONCE : Result.ACCEPTED);
        } catch (SocketTimeoutException e) {
            return new Reach(to, Result.TIMED_OUT);
        } catch (UnknownHostException e) {
            return new Reach(to, Result.UNKNOWN_NAME);
        } catch (ConnectException e) {
            return new Reach(to, Result.REFUSED);
        } catch (IOException e) {
            return new Reach(to, Result.UNREACHABLE);
        }
    }

    private static boolean ended(Socket socket) throws IOException {
        socket.setSoTimeout((int) STAYS.toMillis());
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stays) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
