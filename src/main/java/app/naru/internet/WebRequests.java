package app.naru.internet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Short questions to web services: no redirects, no proxy (that would be the proxy's address), no
 * more of the answer than a bound.
 */
final class WebRequests implements AutoCloseable {

    private final Duration limit;
    private @Nullable HttpClient client;

    /**
     * @param limit until the answer begins
     */
    WebRequests(Duration limit) {
        this.limit = limit;
    }

    /** Made when it is needed: a first client takes a second on a slow PC. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .proxy(HttpClient.Builder.NO_PROXY)
                            .connectTimeout(limit)
                            .build();
            client = made;
        }
        return made;
    }

    /**
     * An answer.
     *
     * @param body its beginning, byte by byte as Latin letters; one longer than the bound where it
     *     is longer than that
     */
    record Answer(int status, String body) {

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    /**
     * Asks; blocks until the answer is there.
     *
     * @param most bytes of the answer
     * @throws IOException if there is none in time
     * @throws InterruptedException if it is cancelled
     */
    Answer get(URI address, String accept, int most) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(limit)
                        .header("Accept", accept)
                        .header("User-Agent", "Naru")
                        .build();
        HttpResponse<InputStream> response =
                client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answer(
                    response.statusCode(),
                    new String(body.readNBytes(most + 1), StandardCharsets.ISO_8859_1));
        }
    }

    /** Breaks off what is under way. */
    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
