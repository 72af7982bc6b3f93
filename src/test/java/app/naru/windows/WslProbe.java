package app.naru.windows;

import app.naru.forward.Address;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslInside;
import app.naru.wsl.WslInsideReader;
import app.naru.wsl.WslOutput;
import app.naru.wsl.WslProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link WineProbe}'s steps with wsl.exe. Their first field is its environment: {@code A=b;C=d}.
 */
final class WslProbe {

    private static final Wsl WSL =
            new Wsl(
                    Optional.of("2.6.3.0"),
                    List.of(
                            new Distro("{1}", "Ubuntu", 2, true),
                            new Distro("{2}", "Debian", 2, false)),
                    true,
                    NetworkingMode.NAT,
                    Optional.empty());

    private WslProbe() {}

    private static WslExe exe(String environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String each : environment.split(";", -1)) {
            String[] parts = each.split("=", 2);
            if (parts.length == 2) {
                variables.put(parts[0], parts[1]);
            }
        }
        return new WslExe(new Win32Registry(), variables);
    }

    /** The fields: the environment, the limit in milliseconds, the arguments. */
    static void run(PrintStream out, List<String> with) throws InterruptedException {
        long start = System.nanoTime();
        try {
            WslOutput output =
                    exe(with.get(0))
                            .run(
                                    with.subList(2, with.size()),
                                    Duration.ofMillis(Long.parseLong(with.get(1))));
            out.println("code " + output.code());
            out.println("own " + Arrays.toString(output.own().lines().toArray()));
        } catch (IOException e) {
            out.println("failed " + e.getMessage());
        }
        out.println("millis " + (System.nanoTime() - start) / 1_000_000);
    }

    static void inside(PrintStream out, List<String> with) throws InterruptedException {
        try {
            WslInside inside = new WslInsideReader(exe(with.get(0))).read(WSL);
            out.println("running " + inside.running());
            out.println("eth0 " + inside.eth0().map(Address::text).orElse("none"));
            out.println("mode " + inside.mode());
            inside.listeners().forEach(out::println);
        } catch (IOException e) {
            out.println("failed " + e.getMessage());
        }
    }

    static void hold(PrintStream out, List<String> with) throws InterruptedException {
        try (WslProgram.Held held =
                exe(with.get(0))
                        .hold(with.get(1), Duration.ofMillis(Long.parseLong(with.get(2))))) {
            out.println("alive " + held.alive());
            held.close();
            for (int i = 0; i < 100 && held.alive(); i++) {
                Thread.sleep(50);
            }
            out.println("alive " + held.alive());
        } catch (IOException e) {
            out.println("failed " + e.getMessage());
        }
    }
}
