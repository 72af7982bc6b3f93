package app.naru.server;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Guesses what kind of server listens from its program, its command line and its port. Asks nobody:
 * {@link ServerProbe} does.
 */
final class ServerGuess {

    /**
     * How a kind of server is recognised.
     *
     * @param program the whole name of the executable, in lower case, without {@code .exe}
     * @param command what stands somewhere in the command line
     */
    private record Sign(ServerKind kind, Pattern program, Pattern command) {
        boolean fits(String name, String commandLine) {
            return program.matcher(name).matches() && command.matcher(commandLine).find();
        }
    }

    private static final String PYTHON = "(python|pypy|uv|pythonw|py)[\\d.]*";
    private static final String NODE = "(node|nodejs|bun|deno|next-server.*|npm|esbuild)";
    private static final String JAVA = "javaw?";
    private static final String ANY = ".*";

    /** The first that fits counts: what is particular stands before what is general. */
    private static final List<Sign> SIGNS =
            List.of(
                    sign(ServerKind.DJANGO, ANY, "\\brunserver(_plus)?\\b"),
                    sign(ServerKind.FLASK, ANY, "\\bflask\\b.*\\brun\\b|werkzeug"),
                    sign(ServerKind.PYTHON_HTTP, PYTHON, "-m *http\\.server|SimpleHTTPServer"),
                    sign(
                            ServerKind.PYTHON_WEB,
                            ANY,
                            "\\b(uvicorn|gunicorn|hypercorn|daphne|waitress|streamlit)\\b"
                                    + "|\\bfastapi\\b.*\\b(dev|run)\\b"),
                    sign(
                            ServerKind.JUPYTER,
                            ANY,
                            "\\bjupyter[-_ ]?(lab|notebook|server)|\\bnotebook\\b.*--port"),
                    sign(ServerKind.ANGULAR, NODE, "\\bng(\\.js)?\\W+(serve|s|dev)\\b"),
                    sign(ServerKind.NEXT, NODE, "\\bnext-server\\b|\\bnext\\W+(dev|start)\\b"),
                    sign(
                            ServerKind.WEBPACK,
                            NODE,
                            "webpack(-dev-server|\\W+serve|-cli)|\\breact-scripts\\b"
                                    + "|vue-cli-service"),
                    sign(ServerKind.VITE, NODE, "\\bvite\\b"),
                    sign(ServerKind.NODE, NODE, ""),
                    sign(
                            ServerKind.MINECRAFT,
                            JAVA,
                            "(?i)minecraft|spigot|\\b(paper|purpur|forge|fabric)\\b.*\\.jar"
                                    + "|\\bserver\\.jar"),
                    sign(ServerKind.MINECRAFT, "bedrock_server", ""),
                    sign(
                            ServerKind.SPRING,
                            JAVA,
                            "(?i)spring|catalina|tomcat|\\bbootRun\\b|-boot\\b"),
                    sign(ServerKind.RAILS, "(ruby|rails|puma)[\\d.]*", ANY),
                    sign(ServerKind.PHP, "php[\\d.]*", " -S\\b|artisan +serve"),
                    sign(ServerKind.ASPNET, "dotnet|iisexpress", ""),
                    sign(ServerKind.NGINX, "nginx", ""),
                    sign(ServerKind.APACHE, "apache2|httpd", ""),
                    sign(ServerKind.POSTGRESQL, "postgres|postmaster", ""),
                    sign(ServerKind.MYSQL, "mysqld|mariadbd", ""),
                    sign(ServerKind.REDIS, "redis-server|valkey-server|memurai", ""),
                    sign(ServerKind.SSH, "sshd|dropbear", ""),
                    sign(ServerKind.RDP, "xrdp|termsrv", ""),
                    sign(ServerKind.SMB, "smbd", ""));

    /** Whatever these listen for, it is the system's. */
    private static final Set<String> SYSTEM_PROGRAMS =
            Set.of(
                    "systemd",
                    "systemd-resolved",
                    "systemd-resolve",
                    "systemd-networkd",
                    "systemd-timesyncd",
                    "cupsd",
                    "cups-browsed",
                    "rpcbind",
                    "rpc.statd",
                    "avahi-daemon",
                    "dhclient",
                    "dhcpcd",
                    "networkmanager",
                    "chronyd",
                    "ntpd",
                    "dnsmasq",
                    "exim4",
                    "master",
                    "snapd",
                    "svchost",
                    "system",
                    "lsass",
                    "wininit",
                    "services",
                    "spoolsv",
                    "searchindexer",
                    "msmpeng",
                    "mdnsresponder",
                    "launchd",
                    "rapportd",
                    "controlcenter");

    /** What a port is for whose program can't be seen, or which is one of Windows' own. */
    private static final Map<Integer, ServerKind> TCP_PORTS =
            Map.ofEntries(
                    Map.entry(22, ServerKind.SSH),
                    Map.entry(53, ServerKind.SYSTEM),
                    Map.entry(111, ServerKind.SYSTEM),
                    Map.entry(135, ServerKind.SYSTEM),
                    Map.entry(139, ServerKind.SMB),
                    Map.entry(445, ServerKind.SMB),
                    Map.entry(631, ServerKind.SYSTEM),
                    Map.entry(3306, ServerKind.MYSQL),
                    Map.entry(3389, ServerKind.RDP),
                    Map.entry(5040, ServerKind.SYSTEM),
                    Map.entry(5355, ServerKind.SYSTEM),
                    Map.entry(5357, ServerKind.SYSTEM),
                    Map.entry(5432, ServerKind.POSTGRESQL),
                    Map.entry(6379, ServerKind.REDIS),
                    Map.entry(7680, ServerKind.SYSTEM),
                    Map.entry(25565, ServerKind.MINECRAFT));

    /** DNS, DHCP, RPC, NTP, NetBIOS, IKE, SSDP, RDP, WS-Discovery, mDNS, LLMNR; and one game. */
    private static final Map<Integer, ServerKind> UDP_PORTS =
            Map.ofEntries(
                    Map.entry(53, ServerKind.SYSTEM),
                    Map.entry(67, ServerKind.SYSTEM),
                    Map.entry(68, ServerKind.SYSTEM),
                    Map.entry(111, ServerKind.SYSTEM),
                    Map.entry(123, ServerKind.SYSTEM),
                    Map.entry(137, ServerKind.SYSTEM),
                    Map.entry(138, ServerKind.SYSTEM),
                    Map.entry(323, ServerKind.SYSTEM),
                    Map.entry(500, ServerKind.SYSTEM),
                    Map.entry(546, ServerKind.SYSTEM),
                    Map.entry(631, ServerKind.SYSTEM),
                    Map.entry(1900, ServerKind.SYSTEM),
                    Map.entry(3389, ServerKind.RDP),
                    Map.entry(3702, ServerKind.SYSTEM),
                    Map.entry(4500, ServerKind.SYSTEM),
                    Map.entry(5050, ServerKind.SYSTEM),
                    Map.entry(5353, ServerKind.SYSTEM),
                    Map.entry(5355, ServerKind.SYSTEM),
                    Map.entry(19132, ServerKind.MINECRAFT));

    private ServerGuess() {}

    /** Returns what it most likely is; unknown where nothing speaks for anything. */
    static ServerKind of(Protocol protocol, Port port, Optional<Program> program) {
        Optional<ServerKind> byPort =
                Optional.ofNullable(
                        (protocol == Protocol.TCP ? TCP_PORTS : UDP_PORTS).get(port.number()));
        return program.flatMap(each -> byProgram(protocol, each, byPort))
                .or(() -> byPort)
                .orElse(ServerKind.UNKNOWN);
    }

    private static Optional<ServerKind> byProgram(
            Protocol protocol, Program program, Optional<ServerKind> byPort) {
        String name = program.name().toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
        if (SYSTEM_PROGRAMS.contains(name)) {
            return Optional.of(byPort.orElse(ServerKind.SYSTEM));
        }
        return SIGNS.stream()
                .filter(sign -> sign.fits(name, program.commandLine()))
                .map(Sign::kind)
                // A web server's UDP socket is not the web server: Node asks names over it.
                .filter(kind -> protocol == Protocol.TCP || !kind.opensInBrowser())
                .findFirst();
    }

    private static Sign sign(ServerKind kind, String program, String command) {
        return new Sign(kind, Pattern.compile(program), Pattern.compile(command));
    }
}
