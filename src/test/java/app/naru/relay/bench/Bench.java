package app.naru.relay.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Naru's relay beside others, round after round in turn: {@code Bench ROUNDS SECONDS [MEASURE…]}.
 * Prints each round, then the median of every figure and of its ratio to nginx, HAProxy, rinetd and
 * socat within the same round. Every other round goes through them backwards, so that what drifts
 * favours none. {@code guarded} is Naru's relay with an access list and limits, {@code c1} the same
 * by Java's quick compiler alone, as the window's program runs. {@code -Dbefore=CLASSPATH} puts
 * another build of Naru's relay beside, {@code -Dpeers=NAME,NAME} leaves the others out, {@code
 * -DwarmUp=SECONDS} is how long each measure first runs for nothing.
 */
final class Bench {

    private static final int TARGET = 28_000;
    private static final String WARM_UP_SECONDS = System.getProperty("warmUp", "4");
    private static final List<String> MEASURES =
            List.of("bulk1", "bulk16", "trips", "tripsBesideBulk", "short", "udp", "idle");

    private final Path folder;
    private final String seconds;
    private final List<Peer> peers = new ArrayList<>();

    /** Figure → peer → one value for each round. */
    private final Map<String, Map<String, List<Double>>> figures = new TreeMap<>();

    private Bench(Path folder, String seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        List<String> measures =
                arguments.length > 2
                        ? Arrays.asList(arguments).subList(2, arguments.length)
                        : MEASURES;
        Bench bench = new Bench(Files.createTempDirectory("naru-bench"), arguments[1]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> bench.peers.forEach(Peer::close)));
        bench.startPeers();
        for (String measure : measures) {
            for (int round = 0; round <= rounds; round++) {
                for (Peer peer : round % 2 == 0 ? bench.peers : bench.peers.reversed()) {
                    // The first round has Java compile what is used, and does not count.
                    bench.measure(measure, peer, round > 0);
                }
            }
        }
        bench.report();
    }

    private void startPeers() throws IOException, InterruptedException {
        int port = TARGET + 1;
        String now = System.getProperty("java.class.path");
        peers.add(Peer.direct(TARGET));
        peers.add(Peer.naru("naru", port++, TARGET, folder, "-cp", now));
        peers.add(Peer.naru("guarded", port++, TARGET, folder, "-Dguarded=true", "-cp", now));
        peers.add(Peer.naru("c1", port++, TARGET, folder, "-XX:TieredStopAtLevel=1", "-cp", now));
        String before = System.getProperty("before", "");
        if (!before.isEmpty()) {
            peers.add(Peer.naru("before", port++, TARGET, folder, "-cp", before));
        }
        peers.add(Peer.nginx(port++, TARGET, folder));
        peers.add(Peer.haproxy(port++, TARGET, folder));
        peers.add(Peer.rinetd(port++, TARGET, folder));
        peers.add(Peer.socat(port, TARGET, folder));
        String only = System.getProperty("peers", "");
        for (Peer peer : List.copyOf(peers)) {
            if (!only.isEmpty() && !List.of(only.split(",")).contains(peer.name())) {
                peer.close();
                peers.remove(peer);
            }
        }
        Thread.sleep(2_000);
        for (Peer peer : peers) {
            if (peer.process().stream().anyMatch(process -> !process.isAlive())) {
                throw new IOException(
                        peer.name() + " did not start; see " + folder + "/" + peer.name() + ".log");
            }
        }
    }

    private void measure(String measure, Peer peer, boolean counts)
            throws IOException, InterruptedException {
        boolean hasUdp = !List.of("haproxy", "rinetd", "socat").contains(peer.name());
        boolean direct = peer.process().isEmpty();
        if (!counts && !isJava(peer)) {
            return;
        }
        if ((measure.equals("udp") && !hasUdp) || (measure.equals("idle") && direct)) {
            return;
        }
        Map<String, Double> found = new LinkedHashMap<>();
        double before = peer.cpuSeconds();
        if (measure.equals("idle")) {
            found.put("KiB each", memoryOfEach(peer));
        } else {
            boolean oneCore = measure.equals("trips");
            peer.pin(oneCore ? "0" : "0-1");
            String time = counts ? seconds : WARM_UP_SECONDS;
            found.putAll(load(measure, peer, oneCore ? "0" : "0-1", time));
        }
        double cpu = peer.cpuSeconds() - before;
        Double gib = found.remove("GiB");
        if (gib != null && !direct) {
            found.put("CPU s/GiB", cpu / gib);
        }
        Double connections = found.remove("connections");
        if (connections != null && !direct) {
            found.put("CPU us each", cpu / connections * 1e6);
        }
        Double datagrams = found.remove("datagrams");
        if (datagrams != null && !direct) {
            found.put("CPU us each", cpu / datagrams * 1e6);
        }
        System.out.printf("%-16s %-8s %s%n", measure, peer.name(), found);
        if (counts) {
            found.forEach((name, value) ->
                    figures.computeIfAbsent(measure + " " + name, f -> new TreeMap<>())
                            .computeIfAbsent(peer.name(), p -> new ArrayList<>())
                            .add(value));
        }
    }

    /** Returns the KiB that each idle connection takes. */
    private double memoryOfEach(Peer peer) throws IOException, InterruptedException {
        long before = heldKib(peer);
        Process server = startLoad("serve", peer, "0-1", "0");
        awaitServer();
        Process clients = startLoad("idle", peer, "0-1", "0");
        try {
            String said = clients.inputReader().readLine();
            if (said == null) {
                throw new IOException("no idle connections by " + peer.name());
            }
            return (heldKib(peer) - before) / (double) Load.IDLE;
        } finally {
            clients.destroyForcibly().waitFor();
            server.destroyForcibly().waitFor();
        }
    }

    private static void awaitServer() throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket there = new Socket(InetAddress.getLoopbackAddress(), TARGET)) {
                there.setSoLinger(true, 0);
                return;
            } catch (ConnectException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException("the server did not start");
    }

    private static long heldKib(Peer peer) throws IOException, InterruptedException {
        return isJava(peer)
                ? JavaMemory.heldKib(peer.process().getFirst().pid())
                : peer.residentKib();
    }

    private static boolean isJava(Peer peer) {
        return List.of("naru", "guarded", "c1", "before").contains(peer.name());
    }

    private Map<String, Double> load(String measure, Peer peer, String processors, String time)
            throws IOException, InterruptedException {
        Process load = startLoad(measure, peer, processors, time);
        String said = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        load.waitFor();
        Map<String, Double> found = new LinkedHashMap<>();
        for (String line : said.lines().toList()) {
            int tab = line.indexOf('\t');
            found.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
        return found;
    }

    private Process startLoad(String measure, Peer peer, String processors, String time)
            throws IOException {
        return new ProcessBuilder(
                        "taskset",
                        "-c",
                        processors,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName(),
                        measure,
                        Integer.toString(TARGET),
                        Integer.toString(peer.port()),
                        time)
                .redirectError(folder.resolve("load.err").toFile())
                .start();
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.waitFor();
    }

    private void report() {
        System.out.println();
        figures.forEach((figure, byPeer) -> {
            System.out.println(figure);
            List<Double> naru = byPeer.getOrDefault("naru", List.of());
            byPeer.forEach((peer, values) ->
                    System.out.printf(
                            "    %-8s %12.3f    naru/%s %.3f%n",
                            peer, median(values), peer, ratio(naru, values)));
        });
    }

    private static double ratio(List<Double> naru, List<Double> other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(naru.size(), other.size()); i++) {
            ratios.add(naru.get(i) / other.get(i));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
