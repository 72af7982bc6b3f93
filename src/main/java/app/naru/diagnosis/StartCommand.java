package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.server.UsualServer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a server is usually started: by its name, which tells its kind, or else by its port. */
final class StartCommand {

    private static final Map<Integer, String> BY_PORT =
            Map.of(
                    8000, "python manage.py runserver",
                    5000, "flask run",
                    5173, "npm run dev",
                    4200, "ng serve",
                    3000, "npm start",
                    8888, "jupyter lab");

    private StartCommand() {}

    static Sentence of(Case it) {
        return of(it.forward(), it.inWsl());
    }

    static Sentence of(Forward forward, boolean inWsl) {
        Target target = forward.target();
        Port port = target.port();
        if (target instanceof Target.Device device) {
            return Sentence.of("diagnosis.fix.startThere", device.host());
        }
        return usual(forward.name().text().toLowerCase(Locale.ROOT), port)
                .map(command ->
                        Sentence.of(
                                inWsl ? "diagnosis.fix.startInWslBy" : "diagnosis.fix.startBy",
                                port,
                                command))
                .orElseGet(() ->
                        Sentence.of(
                                inWsl ? "diagnosis.fix.startInWsl" : "diagnosis.fix.start", port));
    }

    /** Empty where Windows starts it, or nobody knows. */
    private static Optional<String> usual(String name, Port port) {
        if (name.contains("http.server")) {
            return Optional.of("python -m http.server " + port);
        }
        return Arrays.stream(UsualServer.values())
                .filter(each -> name.contains(words(each)))
                .max(Comparator.comparingInt(each -> words(each).length()))
                .map(each -> each.startCommand(port))
                .orElseGet(() -> Optional.ofNullable(BY_PORT.get(port.number())));
    }

    private static String words(UsualServer server) {
        return server.preset().name().text().toLowerCase(Locale.ROOT);
    }
}
