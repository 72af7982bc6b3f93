package app.naru.relay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A relay under load, as a process of its own.
 *
 * @param name as the table shows it
 * @param port where it listens
 * @param process none for the direct connection
 */
record Peer(String name, int port, List<Process> process) implements AutoCloseable {

    private static final double TICKS_PER_SECOND = 100;

    static Peer direct(int port) {
        return new Peer("direct", port, List.of());
    }

    static Peer start(String name, int port, Path folder, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(name + ".log").toFile());
        return new Peer(name, port, List.of(builder.start()));
    }

    /**
     * @param options of Java, the class path among them
     */
    static Peer naru(String name, int port, int target, Path folder, String... options)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(
                name,
                port,
                folder,
                Stream.of(
                                Stream.of(java, "-XX:+UseSerialGC", "-Xms24m", "-Xmx128m"),
                                Stream.of(options),
                                Stream.of(NaruRelay.class.getName()),
                                Stream.of(Integer.toString(port), Integer.toString(target)))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    static Peer nginx(int port, int target, Path folder) throws IOException {
        Path conf =
                Files.writeString(
                        folder.resolve("nginx.conf"),
                        """
                        load_module /usr/lib/nginx/modules/ngx_stream_module.so;
                        daemon off;
                        pid nginx.pid;
                        error_log nginx.err;
                        worker_processes 2;
                        events { worker_connections 19000; }
                        stream {
                          server {
                            listen 127.0.0.1:%1$d backlog=4096;
                            proxy_pass 127.0.0.1:%2$d;
                            proxy_buffer_size 64k;
                          }
                          server {
                            listen 127.0.0.1:%1$d udp;
                            proxy_pass 127.0.0.1:%2$d;
                          }
                        }
                        """
                                .formatted(port, target));
        return start("nginx", port, folder, "nginx", "-p", folder + "/", "-c", conf.toString());
    }

    static Peer haproxy(int port, int target, Path folder) throws IOException {
        Path conf =
                Files.writeString(
                        folder.resolve("haproxy.cfg"),
                        """
                        global
                          nbthread 2
                          maxconn %3$d
                          maxpipes 40
                        defaults
                          mode tcp
                          option splice-auto
                          option splice-request
                          option splice-response
                          timeout connect 5s
                          timeout client 10m
                          timeout server 10m
                        listen relay
                          bind 127.0.0.1:%1$d backlog 4096
                          server target 127.0.0.1:%2$d
                        """
                                .formatted(port, target, Load.IDLE));
        return start("haproxy", port, folder, "haproxy", "-db", "-f", conf.toString());
    }

    static Peer rinetd(int port, int target, Path folder) throws IOException {
        Path conf =
                Files.writeString(
                        folder.resolve("rinetd.conf"),
                        "127.0.0.1 %d 127.0.0.1 %d%n".formatted(port, target));
        return start("rinetd", port, folder, "rinetd", "-f", "-c", conf.toString());
    }

    static Peer socat(int port, int target, Path folder) throws IOException {
        return start(
                "socat",
                port,
                folder,
                "socat",
                "-b131072",
                "TCP-LISTEN:" + port + ",bind=127.0.0.1,fork,reuseaddr,backlog=4096",
                "TCP:127.0.0.1:" + target);
    }

    /** Returns the seconds of processor time that it has used so far, with all its processes. */
    double cpuSeconds() throws IOException {
        double ticks = 0;
        for (ProcessHandle one : processes()) {
            ticks += ticks(one.pid());
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Returns the user and system time of a process and its ended children (proc(5)). */
    private static long ticks(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /** Returns the memory of its own that it holds, in KiB, with all its processes. */
    long residentKib() throws IOException {
        long kib = 0;
        for (ProcessHandle one : processes()) {
            kib += residentKib(one.pid());
        }
        return kib;
    }

    private static long residentKib(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /** Confines it to these processors. */
    void pin(String processors) throws IOException, InterruptedException {
        for (ProcessHandle one : processes()) {
            Bench.run("taskset", "-apc", processors, Long.toString(one.pid()));
        }
    }

    List<ProcessHandle> processes() {
        return process.stream()
                .flatMap(p -> Stream.concat(Stream.of(p.toHandle()), p.descendants()))
                .toList();
    }

    @Override
    public void close() {
        for (Process one : process) {
            List<ProcessHandle> children = one.descendants().toList();
            one.destroy();
            children.forEach(ProcessHandle::destroy);
            try {
                if (!one.waitFor(5, TimeUnit.SECONDS)) {
                    one.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
