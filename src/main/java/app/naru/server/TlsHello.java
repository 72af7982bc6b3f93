package app.naru.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Finds out whether a server speaks TLS; says nothing to it beyond the greeting. */
final class TlsHello {

    private TlsHello() {}

    /** Whether it greets back (RFC 8446 section 4.1), whoever it says it is. */
    static boolean isAnswered(InetSocketAddress to, Duration limit) {
        try (Socket socket = new Socket()) {
            socket.connect(to, (int) limit.toMillis());
            socket.setSoTimeout((int) limit.toMillis());
            try (SSLSocket tls =
                    (SSLSocket)
                            anyCertificate()
                                    .getSocketFactory()
                                    .createSocket(socket, to.getHostString(), to.getPort(), true)) {
                tls.startHandshake();
                return true;
            }
        } catch (SSLException e) {
            // A server that wants a certificate or a name of its own ends the greeting by an alert.
            return String.valueOf(e.getMessage()).contains("fatal alert");
        } catch (IOException | GeneralSecurityException silent) {
            return false;
        }
    }

    /** Nothing is entrusted to it: only whether there is an answer counts. */
    private static SSLContext anyCertificate() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anyone()}, null);
        return context;
    }

    private static final class Anyone implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException("there are no clients");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
