package app.naru.relay;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Shows a client out. A socket that is closed with bytes unread sends a reset, which the client
 * would take for a fault of the network; so what it still sends is read and dropped, for a while.
 */
final class Lingering implements Ready {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Connection connection;
    private final SocketChannel client;

    Lingering(Connection connection, SocketChannel client) {
        this.connection = connection;
        this.client = client;
    }

    void begin() {
        SelectorLoop loop = connection.share().loop();
        try {
            client.shutdownOutput();
            loop.register(client, SelectionKey.OP_READ, this);
            loop.after(LIMIT, this::end);
        } catch (IOException alreadyGone) {
            end();
        }
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            if (client.read(connection.share().loop().buffer()) < 0) {
                end();
            }
        } catch (IOException alreadyGone) {
            end();
        }
    }

    @Override
    public void abort() {
        end();
    }

    private void end() {
        connection.closeQuietly(client);
        connection.ended(Visit.Reason.NOT_REACHED);
    }
}
