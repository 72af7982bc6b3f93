package app.naru.diagnosis;

import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import java.util.Map;

/** How a server is usually started, by the port at which its kind usually is. */
final class StartCommand {

    private static final Map<Integer, String> USUAL =
            Map.of(
                    8000, "python manage.py runserver",
                    5000, "flask run",
                    5173, "npm run dev",
                    4200, "ng serve",
                    3000, "npm start",
                    8888, "jupyter lab");

    private StartCommand() {}

    static Sentence of(Case it) {
        Target target = it.forward().target();
        Port port = target.port();
        if (target instanceof Target.Device device) {
            return Sentence.of("diagnosis.fix.startThere", device.host());
        }
        String usual = USUAL.get(port.number());
        if (usual == null) {
            return Sentence.of(
                    it.inWsl() ? "diagnosis.fix.startInWsl" : "diagnosis.fix.start", port);
        }
        return Sentence.of(
                it.inWsl() ? "diagnosis.fix.startInWslBy" : "diagnosis.fix.startBy", port, usual);
    }
}
