package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The client in a process of its own, inside a network namespace: takes commands by lines, answers
 * each with lines and an empty one.
 */
final class LabProbe {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .build();

    private Found found = new Found(List.of());
    private final List<Mapping> mappings = new ArrayList<>();
    private final StringBuffer events = new StringBuffer();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final LeaseKeeper keeper =
            new LeaseKeeper(
                    Clock.systemUTC(),
                    scheduler,
                    progress -> new Discovery().find(vantage(), Discovery.Patience.FIRST, progress),
                    event -> events.append(event.getClass().getSimpleName()).append(' '));

    private LabProbe() {}

    public static void main(String[] arguments) throws Exception {
        LabProbe probe = new LabProbe();
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(probe.answer(line));
            System.out.println();
        }
        System.exit(0);
    }

    /** A probe that ends over an exception would leave the test waiting. */
    private String answer(String line) {
        try {
            return run(line.split(" ")).strip();
        } catch (Exception thrown) {
            return "thrown " + thrown;
        }
    }

    private String run(String... command) throws Exception {
        return switch (command[0]) {
            case "find" -> find(Discovery.Patience.valueOf(command[1]));
            case "address" -> told(router(command[1]).externalAddress());
            case "map" -> map(router(command[1]), request(command));
            case "best" -> found.map(request(command)).map(this::mapped).orElse("none");
            case "unmap" -> unmap(Protocol.parse(command[1]), Port.parse(command[2]));
            case "save" -> save(Path.of(command[1]));
            case "delete" -> delete(Path.of(command[1]));
            case "serve" -> serve(Integer.parseInt(command[1]));
            case "list" -> list();
            case "keep" -> mapped(keeper.keep(router(command[1]), request(command)));
            case "kept" -> keeper.mappings() + " " + events;
            case "close" -> close();
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    /** {@code WORD ROUTER PROTOCOL INTERNAL EXTERNAL [SECONDS]}. */
    private static MappingRequest request(String... command) {
        return new MappingRequest(
                Protocol.parse(command[2]),
                Port.parse(command[3]),
                Port.parse(command[4]),
                command.length > 5
                        ? Duration.ofSeconds(Long.parseLong(command[5]))
                        : MappingRequest.LEASE,
                "lab",
                false);
    }

    private String find(Discovery.Patience patience) throws InterruptedException {
        Vantage vantage = vantage();
        long start = System.nanoTime();
        found = new Discovery().find(vantage, patience, SearchProgress.none());
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        StringBuilder text = new StringBuilder("ms " + took);
        found.routers()
                .forEach(router ->
                        text.append('\n')
                                .append(router.at().protocol())
                                .append(' ')
                                .append(router.at().address())
                                .append(' ')
                                .append(router.at().own())
                                .append(' ')
                                .append(router.at().service()));
        return text.toString();
    }

    private Router router(String protocol) {
        return found.routers().stream()
                .filter(router -> router.at().protocol() == RouterProtocol.valueOf(protocol))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(protocol));
    }

    private String map(Router router, MappingRequest request) {
        return mapped(router.map(request));
    }

    private String mapped(Answer<Mapping> answer) {
        answer.result().ifPresent(mappings::add);
        return told(answer);
    }

    private static String told(Answer<?> answer) {
        return answer.result()
                .map(Object::toString)
                .orElseGet(() ->
                        answer.refusal()
                                .map(why -> "refused " + why.kind() + " " + why.code())
                                .orElse(""));
    }

    private String unmap(Protocol protocol, Port port) {
        Mapping mapping =
                mappings.stream()
                        .filter(each -> each.sameInside(protocol, port))
                        .reduce((first, second) -> second)
                        .orElseThrow();
        mappings.remove(mapping);
        return told(mapping.router().open().unmap(mapping));
    }

    private String save(Path file) throws IOException {
        JSON.writeValue(file.toFile(), mappings.getLast());
        return "saved";
    }

    private static String delete(Path file) throws IOException {
        Mapping mapping = JSON.readValue(file.toFile(), Mapping.class);
        return told(mapping.router().open().unmap(mapping));
    }

    private static String serve(int port) throws IOException {
        ServerSocket server = new ServerSocket(port);
        Thread.ofVirtual().start(() -> greet(server));
        return "serves";
    }

    private static void greet(ServerSocket server) {
        while (true) {
            try (Socket visitor = server.accept()) {
                visitor.getOutputStream()
                        .write("HTTP/1.0 200 OK\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException left) {
                return;
            }
        }
    }

    private String list() {
        return told(router("UPNP_IGD").list());
    }

    private String close() {
        keeper.close();
        scheduler.shutdownNow();
        return events.toString();
    }

    private static Vantage vantage() {
        try {
            List<InetAddress> own =
                    NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .filter(address -> !address.isLoopbackAddress())
                            .toList();
            return new Vantage(own, gateways());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The kernel writes them backwards, in hexadecimal. */
    private static List<InetAddress> gateways() throws IOException {
        return Files.readAllLines(Path.of("/proc/net/route")).stream()
                .skip(1)
                .map(line -> line.toLowerCase(Locale.ROOT).split("\t"))
                .filter(fields -> fields[1].equals("00000000"))
                .map(fields -> HexFormat.of().parseHex(fields[2]))
                .map(LabProbe::reversed)
                .toList();
    }

    private static InetAddress reversed(byte[] bytes) {
        return Address.parse(
                Arrays.asList(3, 2, 1, 0).stream()
                        .map(i -> Integer.toString(bytes[i] & 0xff))
                        .reduce((first, second) -> first + "." + second)
                        .orElseThrow());
    }
}
