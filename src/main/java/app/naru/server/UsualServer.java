package app.naru.server;

import app.naru.forward.Audience;
import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.Lifetime;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of server that many open to others, with what it usually wants. */
public enum UsualServer {
    DJANGO(
            "Django",
            Protocol.TCP,
            8000,
            Visitors.NEAR,
            Http.OWN_NAME,
            "python manage.py runserver"),
    FLASK("Flask", Protocol.TCP, 5000, Visitors.NEAR, Http.AS_IT_IS, "flask run"),
    VITE("Vite", Protocol.TCP, 5173, Visitors.NEAR, Http.OWN_NAME, "npm run dev"),
    NODE("Node.js", Protocol.TCP, 3000, Visitors.NEAR, Http.AS_IT_IS, "npm start"),
    SPRING("Spring Boot", Protocol.TCP, 8080, Visitors.NEAR, Http.AS_IT_IS, "./gradlew bootRun"),
    STATIC(
            "Static files",
            Protocol.TCP,
            8000,
            Visitors.NEAR,
            Http.AS_IT_IS,
            "python -m http.server"),
    /** Java Edition; its visitors are friends elsewhere. */
    MINECRAFT(
            "Minecraft",
            Protocol.TCP,
            25565,
            Visitors.FRIENDS_ELSEWHERE,
            Http.AS_IT_IS,
            "java -jar server.jar nogui"),
    MINECRAFT_BEDROCK(
            "Minecraft Bedrock",
            Protocol.UDP,
            19132,
            Visitors.FRIENDS_ELSEWHERE,
            Http.AS_IT_IS,
            "bedrock_server"),
    SSH("SSH", Protocol.TCP, 22, Visitors.NEAR, Http.AS_IT_IS, ""),
    RDP("Remote Desktop", Protocol.TCP, 3389, Visitors.NEAR, Http.AS_IT_IS, "");

    /** Who usually comes. */
    private enum Visitors {
        NEAR,
        FRIENDS_ELSEWHERE
    }

    /** Under which name it is asked. */
    private enum Http {
        /** Its own PC's: it refuses others. */
        OWN_NAME,
        AS_IT_IS
    }

    private static final int LEAST_HOURS = 2;
    private static final int EVENING_HOURS = 8;

    private final String name;
    private final Protocol protocol;
    private final int port;
    private final Visitors visitors;
    private final Http http;
    private final String start;

    UsualServer(
            String name, Protocol protocol, int port, Visitors visitors, Http http, String start) {
        this.name = name;
        this.protocol = protocol;
        this.port = port;
        this.visitors = visitors;
        this.http = http;
        this.start = start;
    }

    /** Returns the one that the command line calls so, in any case of letters. */
    public static Optional<UsualServer> named(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equalsIgnoreCase(id)).findFirst();
    }

    /** Returns what the command line calls it: {@code django}, {@code minecraft-bedrock}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it is called, for people. */
    public Sentence title() {
        return Sentence.of("preset." + name());
    }

    /** Returns what a forward of it begins with. */
    public Preset preset() {
        boolean near = visitors == Visitors.NEAR;
        return new Preset(
                id(),
                new ForwardName(name),
                protocol,
                PortRange.of(port),
                near ? new Audience.ThisNetwork() : new Audience.Internet(),
                new Lifetime.For(Duration.ofHours(near ? LEAST_HOURS : EVENING_HOURS)),
                http == Http.OWN_NAME ? Optional.of(HttpNames.NONE) : Optional.empty());
    }

    /** Returns what one who opens it has to know, the most important first. */
    public List<Sentence> notes() {
        Sentence note = Sentence.of("preset.note." + name());
        return switch (this) {
            case DJANGO, FLASK, VITE, NODE, SPRING ->
                    List.of(note, Sentence.of("preset.note.development"));
            case MINECRAFT, MINECRAFT_BEDROCK -> List.of(note, Sentence.of("preset.note.friends"));
            case SSH, RDP -> List.of(note, Sentence.of("preset.note.password"));
            case STATIC -> List.of(note);
        };
    }

    /** Returns how it is usually started; empty where Windows starts it. */
    public Optional<String> startCommand() {
        return Optional.of(start).filter(command -> !command.isEmpty());
    }

    /** Returns how it is started to listen at that port; empty where Windows starts it. */
    public Optional<String> startCommand(Port at) {
        String option =
                switch (this) {
                    case DJANGO, STATIC -> " " + at;
                    case FLASK -> " --port " + at;
                    case VITE -> " -- --port " + at;
                    // they read it from their own settings
                    case NODE, SPRING, MINECRAFT, MINECRAFT_BEDROCK, SSH, RDP -> "";
                };
        return startCommand().map(command -> at.number() == port ? command : command + option);
    }

    /**
     * Whether what listens there is this, as far as can be told: what is not known may be anything.
     */
    public boolean fits(ServerKind kind) {
        return switch (kind) {
            case UNKNOWN, HTTP, HTTPS, IIS -> true;
            default -> kinds().contains(kind);
        };
    }

    private Set<ServerKind> kinds() {
        return switch (this) {
            case DJANGO -> Set.of(ServerKind.DJANGO, ServerKind.PYTHON_WEB);
            case FLASK -> Set.of(ServerKind.FLASK, ServerKind.PYTHON_WEB);
            case VITE -> Set.of(ServerKind.VITE);
            case NODE -> Set.of(ServerKind.NODE, ServerKind.NEXT);
            case SPRING -> Set.of(ServerKind.SPRING);
            case STATIC ->
                    Set.of(
                            ServerKind.PYTHON_HTTP,
                            ServerKind.NGINX,
                            ServerKind.APACHE,
                            ServerKind.PHP,
                            ServerKind.NODE);
            case MINECRAFT, MINECRAFT_BEDROCK -> Set.of(ServerKind.MINECRAFT);
            case SSH -> Set.of(ServerKind.SSH);
            case RDP -> Set.of(ServerKind.RDP);
        };
    }
}
