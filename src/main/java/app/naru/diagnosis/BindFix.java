package app.naru.diagnosis;

import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.server.ServerKind;
import app.naru.server.Speech;
import java.util.Optional;

/** How a server is told to listen on every address, in the words of its kind. */
final class BindFix {

    private BindFix() {}

    static Fix of(Case it) {
        ServerKind kind = it.seen().speech().map(Speech::kind).orElse(ServerKind.UNKNOWN);
        return command(kind, it.forward().target().port())
                .<Fix>map(text -> new Fix.Copy(Sentence.of("diagnosis.fix.bindBy"), text))
                .orElseGet(() -> new Fix.ByHand(Sentence.of("diagnosis.fix.bind")));
    }

    private static Optional<String> command(ServerKind kind, Port port) {
        return Optional.ofNullable(
                switch (kind) {
                    case DJANGO -> "python manage.py runserver 0.0.0.0:" + port;
                    case FLASK -> "flask run --host 0.0.0.0 --port " + port;
                    case PYTHON_HTTP -> "python -m http.server --bind 0.0.0.0 " + port;
                    case JUPYTER -> "jupyter lab --ip 0.0.0.0 --port " + port;
                    case VITE -> "npx vite --host 0.0.0.0 --port " + port;
                    case ANGULAR -> "ng serve --host 0.0.0.0 --port " + port;
                    case WEBPACK -> "npx webpack serve --host 0.0.0.0 --port " + port;
                    case NEXT -> "npx next dev -H 0.0.0.0 -p " + port;
                    case RAILS -> "bin/rails server -b 0.0.0.0 -p " + port;
                    case PHP -> "php -S 0.0.0.0:" + port;
                    default -> null;
                });
    }
}
