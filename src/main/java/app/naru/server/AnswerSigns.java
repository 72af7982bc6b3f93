package app.naru.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Recognises what kind of server answered, by what is its own in the answer. */
final class AnswerSigns {

    private record Sign(ServerKind kind, Predicate<HttpAnswer> fits) {}

    /** The first that fits counts: Angular's server answers with Vite's scripts, too. */
    private static final List<Sign> SIGNS =
            List.of(
                    new Sign(ServerKind.HTTPS, AnswerSigns::wantsTls),
                    new Sign(ServerKind.DJANGO, AnswerSigns::isDjango),
                    server(ServerKind.FLASK, "Werkzeug/"),
                    server(ServerKind.PYTHON_HTTP, "SimpleHTTP/"),
                    new Sign(ServerKind.JUPYTER, AnswerSigns::isJupyter),
                    server(ServerKind.PYTHON_WEB, "uvicorn"),
                    server(ServerKind.PYTHON_WEB, "gunicorn"),
                    server(ServerKind.PYTHON_WEB, "hypercorn"),
                    server(ServerKind.PYTHON_WEB, "daphne"),
                    server(ServerKind.PYTHON_WEB, "waitress"),
                    server(ServerKind.PYTHON_WEB, "WSGIServer/"),
                    server(ServerKind.PYTHON_WEB, "TornadoServer/"),
                    body(ServerKind.ANGULAR, "<app-root"),
                    body(ServerKind.VITE, "/@vite/client"),
                    poweredBy(ServerKind.NEXT, "Next.js"),
                    body(ServerKind.WEBPACK, "webpack-dev-server"),
                    body(ServerKind.WEBPACK, "/static/js/bundle.js"),
                    poweredBy(ServerKind.NODE, "Express"),
                    new Sign(ServerKind.RAILS, AnswerSigns::isRails),
                    new Sign(ServerKind.SPRING, AnswerSigns::isSpring),
                    // PHP's own server alone sends the request's Host header back.
                    new Sign(ServerKind.PHP, answer -> answer.has("Host")),
                    server(ServerKind.ASPNET, "Kestrel"),
                    server(ServerKind.NGINX, "nginx"),
                    server(ServerKind.APACHE, "Apache"),
                    server(ServerKind.IIS, "Microsoft-"),
                    poweredBy(ServerKind.PHP, "PHP/"),
                    new Sign(ServerKind.HTTP, answer -> true));

    private static final byte TLS_ALERT = 0x15;
    private static final byte TLS_MAJOR = 3;

    private AnswerSigns() {}

    /** Returns what answered; empty where the answer says nothing. */
    static Optional<ServerKind> kind(byte[] answer) {
        return HttpAnswer.parse(answer).map(AnswerSigns::kind).or(() -> byGreeting(answer));
    }

    private static ServerKind kind(HttpAnswer answer) {
        return SIGNS.stream()
                .filter(sign -> sign.fits().test(answer))
                .map(Sign::kind)
                .findFirst()
                .orElse(ServerKind.HTTP);
    }

    /** What servers say that know no HTTP: SSH names itself (RFC 4253), TLS sends an alert. */
    private static Optional<ServerKind> byGreeting(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        if (text.startsWith("SSH-")) {
            return Optional.of(ServerKind.SSH);
        }
        if (text.startsWith("-ERR ") || text.startsWith("-DENIED Redis")) {
            return Optional.of(ServerKind.REDIS);
        }
        if (text.contains("mysql_native_password") || text.contains("caching_sha2_password")) {
            return Optional.of(ServerKind.MYSQL);
        }
        // RFC 8446 section 6: content type alert, then the version.
        return answer.length >= 2 && answer[0] == TLS_ALERT && answer[1] == TLS_MAJOR
                ? Optional.of(ServerKind.HTTPS)
                : Optional.empty();
    }

    /** nginx, Apache, Go and Node's proxies say in plain text that they want TLS. */
    private static boolean wantsTls(HttpAnswer answer) {
        return answer.head().getFirst().contains(" 400")
                && (answer.body().contains("plain HTTP request was sent to HTTPS port")
                        || answer.body().contains("HTTP request to an HTTPS server")
                        || answer.body().contains("speaking plain HTTP to an SSL-enabled server"));
    }

    /** By Django's own pages, or by what its SecurityMiddleware adds behind its own server. */
    private static boolean isDjango(HttpAnswer answer) {
        return answer.body().contains("<code>DEBUG = True</code>")
                || answer.body().contains("DisallowedHost at ")
                || answer.body().contains("django_")
                || answer.says("Set-Cookie", "csrftoken=")
                || (answer.says("Server", "WSGIServer/")
                        && answer.has("X-Frame-Options")
                        && answer.has("Referrer-Policy"));
    }

    private static boolean isJupyter(HttpAnswer answer) {
        return answer.says("Server", "TornadoServer/")
                && (answer.header("Location").matches("\\S*/(lab|tree|login)\\b\\S*")
                        || answer.body().contains("Jupyter"));
    }

    private static boolean isRails(HttpAnswer answer) {
        return answer.has("X-Runtime") && answer.has("X-Request-Id");
    }

    private static boolean isSpring(HttpAnswer answer) {
        return answer.body().contains("Whitelabel Error Page")
                || answer.body().contains("Apache Tomcat")
                || answer.says("Server", "Apache-Coyote")
                || answer.says("Set-Cookie", "JSESSIONID=")
                || answer.body().matches("\\{\"timestamp\":.{1,40},\"status\":\\d{3},\"error\":.*");
    }

    private static Sign server(ServerKind kind, String part) {
        return new Sign(kind, answer -> answer.says("Server", part));
    }

    private static Sign poweredBy(ServerKind kind, String part) {
        return new Sign(kind, answer -> answer.says("X-Powered-By", part));
    }

    private static Sign body(ServerKind kind, String part) {
        return new Sign(kind, answer -> answer.body().contains(part));
    }
}
