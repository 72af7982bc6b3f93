package app.naru.windows;

import app.naru.firewall.ElevatedTasks;
import app.naru.firewall.Elevation;
import app.naru.firewall.Firewall;
import app.naru.firewall.FirewallRule;
import app.naru.firewall.NetworkId;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.server.Listener;
import app.naru.survey.Network;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/**
 * Runs in a Windows Java: uses one class of this package and prints what it says, a fact a line,
 * for the test that started it to judge.
 */
final class WineProbe {

    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private WineProbe() {}

    /**
     * @param arguments one: the steps, one a line, the fields of each with tabs between, as
     *     hexadecimal digits of their UTF-8, since java.exe takes only the characters of the
     *     system's code page
     */
    public static void main(String[] arguments) throws Exception {
        String steps = new String(HexFormat.of().parseHex(arguments[0]), StandardCharsets.UTF_8);
        for (String step : steps.split("\n", -1)) {
            OUT.println("== " + step);
            List<String> fields = List.of(step.split("\t", -1));
            run(fields.get(0), fields.subList(1, fields.size()));
        }
        // JNA and COM may have threads of their own
        System.exit(0);
    }

    private static void run(String what, List<String> with) throws Exception {
        switch (what) {
            case "network" -> network();
            case "listeners" -> listeners();
            case "layout" -> layout();
            case "comesApart" -> comesApart(with);
            case "elevate" -> elevate(with);
            case "firewall" -> firewall(with);
            case "settings" -> settings(PolicyStore.valueOf(with.get(0)), with.get(1));
            case "decode" -> decode();
            case "rules" -> rules(PolicyStore.valueOf(with.get(0)));
            case "wsl" -> OUT.println(wsl(Path.of(with.get(0))).read());
            case "wslRun" -> WslProbe.run(OUT, with);
            case "wslInside" -> WslProbe.inside(OUT, with);
            case "wslHold" -> WslProbe.hold(OUT, with);
            case "changes" -> FirewallProbe.run(OUT, with);
            case "trust" -> trust();
            case "autostart" -> autoStart(with.get(0), with.get(1));
            case "startMissing" ->
                    OUT.println(new RunAsStart().start("C:\\no\\such\\program.exe", ""));
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static void network() throws IOException {
        long start = System.nanoTime();
        Network network = new WindowsNetwork().read();
        OUT.println("millis " + millisSince(start));
        network.interfaces().forEach(OUT::println);
        network.gateways().forEach(OUT::println);
    }

    private static void listeners() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket tcp = new ServerSocket(0, 1, loopback);
                DatagramSocket udp = new DatagramSocket(0, loopback)) {
            OUT.println("opened TCP " + tcp.getLocalPort());
            OUT.println("opened UDP " + udp.getLocalPort());
            long start = System.nanoTime();
            List<Listener> listeners = new WindowsListeners().read();
            OUT.println("millis " + millisSince(start));
            listeners.forEach(OUT::println);
            new WindowsListeners().sockets().forEach(socket -> OUT.println("socket " + socket));
        }
        OUT.println("self " + ProcessTable.now().program(ProcessHandle.current().pid()));
    }

    /** What jna makes of the structures, in the words of lab/wine/layout.c. */
    @NullUnmarked
    private static void layout() throws ReflectiveOperationException {
        Memory zeros = new Memory(1024);
        zeros.clear();
        fields("Adapter", new AdapterAddresses.Adapter(zeros));
        fields("Unicast", new AdapterAddresses.Unicast(zeros));
        fields("Gateway", new AdapterAddresses.Gateway(zeros));
        method("GET_NETWORK_CONNECTIONS", NetworkCategories.GET_NETWORK_CONNECTIONS);
        method("NEXT", NetworkCategories.NEXT);
        method("GET_NETWORK", NetworkCategories.GET_NETWORK);
        method("GET_ADAPTER_ID", NetworkCategories.GET_ADAPTER_ID);
        method("GET_NETWORK_ID", NetworkCategories.GET_NETWORK_ID);
        method("GET_CATEGORY", NetworkCategories.GET_CATEGORY);
        method("SET_CATEGORY", NetworkCategories.SET_CATEGORY);
        sockets("TCP4", SocketTable.TCP4);
        sockets("TCP6", SocketTable.TCP6);
        sockets("UDP4", SocketTable.UDP4);
        sockets("UDP6", SocketTable.UDP6);
        OUT.println("UnicodeString LENGTH " + ProcessCommandLine.LENGTH);
        OUT.println("UnicodeString TEXT " + ProcessCommandLine.TEXT);
    }

    private static void fields(String name, Structure structure)
            throws ReflectiveOperationException {
        Method offset = Structure.class.getDeclaredMethod("fieldOffset", String.class);
        offset.setAccessible(true);
        for (var field : structure.getClass().getDeclaredFields()) {
            OUT.println(
                    name + " " + field.getName() + " " + offset.invoke(structure, field.getName()));
        }
    }

    private static void method(String name, int place) {
        OUT.println("NetworkCategories " + name + " " + place);
    }

    private static void sockets(String name, SocketTable table) {
        OUT.println(
                "SocketTable %s %d %d %d %d"
                        .formatted(
                                name, table.rowSize(), table.address(), table.port(), table.pid()));
    }

    /** Takes the command line apart again with Windows' own function. */
    private static void comesApart(List<String> arguments) {
        IntByReference count = new IntByReference();
        Pointer parts =
                Shell32.INSTANCE.CommandLineToArgvW(
                        new WString("program.exe " + CommandLine.of(arguments)), count);
        for (int i = 1; i < count.getValue(); i++) {
            String part = parts.getPointer((long) i * Native.POINTER_SIZE).getWideString(0);
            OUT.println(part);
        }
    }

    /** Arguments: how to start ({@code runas} or {@code plain}), limit in milliseconds, netsh's. */
    private static void elevate(List<String> arguments) {
        long start = System.nanoTime();
        Elevation.Ending ending =
                elevation(arguments.get(0))
                        .run(
                                Elevation.SystemProgram.NETSH,
                                arguments.subList(2, arguments.size()),
                                Duration.ofMillis(Long.parseLong(arguments.get(1))));
        OUT.println("ending " + ending);
        OUT.println("millis " + millisSince(start));
    }

    private static ShellElevation elevation(String kind) {
        return new ShellElevation(kind.equals("runas") ? new RunAsStart() : new PlainStart());
    }

    /**
     * Arguments: {@code add}, {@code remove} or {@code has}; the rule's name, description, program
     * (may be empty), protocol, ports, remote addresses and profiles.
     */
    private static void firewall(List<String> arguments) throws IOException {
        Firewall firewall = new Firewall(new WindowsFirewallRegistry());
        ElevatedTasks tasks = new ElevatedTasks(elevation("runas"));
        RuleSpec rule =
                new RuleSpec(
                        new RuleName(arguments.get(1)),
                        arguments.get(2),
                        Optional.of(arguments.get(3)).filter(program -> !program.isEmpty()),
                        Protocol.parse(arguments.get(4)),
                        PortRange.parse(arguments.get(5)),
                        Remote.parse(arguments.get(6)),
                        profiles(arguments.get(7)));
        switch (arguments.get(0)) {
            case "add" -> OUT.println("outcome " + tasks.bring(firewall.making(rule)));
            case "remove" -> OUT.println("outcome " + tasks.bring(firewall.removing(rule)));
            case "has" -> OUT.println("has " + firewall.has(rule));
            default -> throw new IllegalArgumentException(arguments.get(0));
        }
        rules(PolicyStore.LOCAL);
    }

    private static Set<NetworkProfile> profiles(String text) {
        if (text.equals("any")) {
            return EnumSet.allOf(NetworkProfile.class);
        }
        Set<NetworkProfile> profiles = EnumSet.noneOf(NetworkProfile.class);
        for (String each : text.split(",", -1)) {
            profiles.add(NetworkProfile.parse(each));
        }
        return profiles;
    }

    private static void rules(PolicyStore store) {
        long start = System.nanoTime();
        try {
            new WindowsFirewallRegistry()
                    .rules(store)
                    .forEach((id, text) -> OUT.println("rule " + id + "\t" + text));
        } catch (IOException e) {
            OUT.println("failed " + e.getMessage());
        }
        OUT.println("millis " + millisSince(start));
    }

    private static void settings(PolicyStore store, String profile) throws IOException {
        OUT.println(new WindowsFirewallRegistry().values(store, profile));
    }

    /** Reads and decodes every local rule, twice: what it takes when Java has warmed up counts. */
    private static void decode() throws Exception {
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            int decoded = 0;
            for (String text : new WindowsFirewallRegistry().rules(PolicyStore.LOCAL).values()) {
                FirewallRule.decode(text);
                decoded++;
            }
            OUT.println("decoded " + decoded + " in " + millisSince(start) + " ms");
        }
    }

    /** Has the first network taken for a private one, and prints what Windows says to that. */
    private static void trust() throws Exception {
        NetworkCategories categories = new NetworkCategories();
        NetworkCategories.Connected first = categories.begin().get().values().iterator().next();
        OUT.println("was " + first.profile());
        try {
            categories.category(first.network(), NetworkProfile.PRIVATE);
            OUT.println("is " + categories.category(first.network()));
        } catch (IOException e) {
            OUT.println("refused " + e.getCause());
        }
        try {
            categories.category(
                    new NetworkId("{00000000-0000-4000-8000-000000000000}"),
                    NetworkProfile.PRIVATE);
        } catch (IOException e) {
            OUT.println("other " + e.getMessage());
        }
    }

    private static void autoStart(String what, String program) throws IOException {
        Registry registry = new Win32Registry();
        RunKey runKey = new RunKey(registry, program);
        switch (what) {
            case "values" ->
                    registry.read(Registry.Root.CURRENT_USER, RunKey.KEY)
                            .orElseThrow()
                            .texts()
                            .forEach((name, text) -> OUT.println(name + "=" + text));
            case "state" -> OUT.println(runKey.state());
            default -> OUT.println(runKey.turn(what.equals("on")));
        }
    }

    private static RegistryWsl wsl(Path config) {
        return new RegistryWsl(new Win32Registry(), () -> List.of("vmmemWSL"), config);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
