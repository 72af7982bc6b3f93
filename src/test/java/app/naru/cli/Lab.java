package app.naru.cli;

import app.naru.LabScript;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A home network in network namespaces: {@code lan} (192.168.77.10) is this PC, {@code lan2}
 * (192.168.77.11) a phone on the same Wi-Fi, {@code wan} (11.0.0.1) someone on the Internet. The
 * router between them, with a real miniupnpd, is 11.0.0.2 there. No packet leaves the machine.
 */
final class Lab {

    static final String PC = "192.168.77.10";
    static final String PUBLIC = "11.0.0.2";

    /** Unlike those of other labs that run at the same time. */
    private static final String PREFIX = "cli" + ProcessHandle.current().pid() % 10_000 + "-";

    private static final LabScript HERE = new LabScript(PREFIX, Map.of());

    private final LabScript script;

    private Lab(LabScript script) {
        this.script = script;
    }

    /** Sets the network up, or skips the test with the reason. */
    static Lab up() throws IOException, InterruptedException {
        return up("public");
    }

    /** Sets that variant of the router up, or skips the test with the reason. */
    static Lab up(String variant) throws IOException, InterruptedException {
        return up(variant, Map.of());
    }

    /** Sets that variant up with these settings of the script's. */
    static Lab up(String variant, Map<String, String> settings)
            throws IOException, InterruptedException {
        Lab lab = new Lab(new LabScript(PREFIX, settings));
        lab.script.up(variant);
        return lab;
    }

    /** Returns what that namespace is called. */
    static String name(String namespace) {
        return HERE.name(namespace);
    }

    /** Returns the command as it is run in that namespace; it keeps its process id. */
    static List<String> in(String namespace, List<String> command) {
        return HERE.in(namespace, command);
    }

    /** Returns what the command in that namespace wrote to standard output. */
    static String output(String namespace, String... command)
            throws IOException, InterruptedException {
        return HERE.output(namespace, command);
    }

    /** Returns the page that the phone gets; empty if it gets none. */
    static String fetch(int port) throws IOException, InterruptedException {
        return output("lan2", "curl", "-s", "-m", "10", "http://" + PC + ":" + port + "/");
    }

    /** Returns the page that someone on the Internet gets; empty if they get none. */
    static String fetchFromOutside(int port) throws IOException, InterruptedException {
        return output("wan", "curl", "-s", "-m", "10", "http://" + PUBLIC + ":" + port + "/");
    }

    /** Returns the sockets of the PC that listen at that port, with their programs. */
    static String listening(int port) throws IOException, InterruptedException {
        return output("lan", "ss", "-Hltnp", "sport = :" + port);
    }

    /** Takes the network down again. */
    void down() throws IOException, InterruptedException {
        script.run("down");
    }
}
