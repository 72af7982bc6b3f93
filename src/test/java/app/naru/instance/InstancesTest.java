package app.naru.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.path.ForwardStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that find and ask each other; here several in one. */
final class InstancesTest {

    @TempDir Path folder;

    /** Answers and counts what it was asked. */
    private static final class Fake implements Resident {

        private final boolean window;
        private final AtomicInteger shown = new AtomicInteger();
        private final List<String> closed = new ArrayList<>();

        Fake(boolean window) {
            this.window = window;
        }

        @Override
        public boolean hasWindow() {
            return window;
        }

        @Override
        public void show() {
            shown.incrementAndGet();
        }

        @Override
        public List<ForwardStatus> forwards() {
            return List.of();
        }

        @Override
        public synchronized boolean close(String nameOrId) {
            closed.add(nameOrId);
            return nameOrId.equals("Django");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void nobodyRunsWhereThereIsNoFolder() throws IOException {
        Instances instances = new Instances(folder.resolve("none"));

        assertThat(instances.running()).isEmpty();
        assertThat(instances.close("Django")).isEmpty();
        assertThat(instances.showWindow()).isFalse();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void askThoseThatArePublished() throws IOException {
        Instances instances = new Instances(folder);
        Fake window = new Fake(true);
        Fake commandLine = new Fake(false);
        Published first = instances.publish(window);
        Published second = instances.publish(commandLine);

        assertThat(instances.running()).extracting(Running::hasWindow).contains(true, false);
        assertThat(instances.showWindow()).isTrue();
        assertThat(window.shown).hasValue(1);
        assertThat(commandLine.shown).hasValue(0);
        assertThat(instances.close("Django")).hasSize(2);
        assertThat(instances.close("Blog")).isEmpty();
        assertThat(commandLine.closed).containsExactly("Django", "Blog");

        first.close();
        assertThat(instances.showWindow()).isFalse();
        second.close();
        assertThat(instances.running()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatADeadProcessLeftIsRemoved() throws IOException {
        Files.writeString(
                folder.resolve("naru-1-dead.json"),
                "{\"pid\":1,\"port\":1,\"token\":\"x\",\"hasWindow\":true}");
        Files.writeString(folder.resolve("naru-1-dead.lock"), "");

        assertThat(new Instances(folder).running()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseCanReadTheToken() throws IOException {
        Path own = folder.resolve("running");
        Published published = new Instances(own).publish(new Fake(false));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(own)) {
            assertThat(files.filter(each -> each.toString().endsWith(".json")))
                    .singleElement()
                    .satisfies(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
        published.close();
    }

    @Test
    void whoDoesNotKnowTheTokenGetsNoAnswer() throws IOException {
        Fake resident = new Fake(true);
        Published published = new Instances(folder).publish(resident);

        assertThat(said("{\"token\":\"guess\",\"ask\":\"SHOW\"}\n")).isEmpty();
        assertThat(said("GET / HTTP/1.1\r\n\r\n")).isEmpty();
        assertThat(said("x".repeat(100_000))).isEmpty();
        assertThat(said("{\"ask\":null}\n")).isEmpty();
        assertThat(resident.shown).hasValue(0);
        assertThat(new Instances(folder).showWindow()).isTrue();
        published.close();
    }

    /** Returns what a stranger gets for saying that. */
    private String said(String question) throws IOException {
        Path file =
                files().stream()
                        .filter(each -> each.toString().endsWith(".json"))
                        .findFirst()
                        .get();
        int port = Wire.parse(Files.readAllBytes(file), Wire.Address.class).port();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException hungUp) {
            return "";
        }
    }

    @Test
    void anAnswerIsBounded() {
        byte[] endless = "x".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() ->
                        Wire.receive(new ByteArrayInputStream(endless), Wire.Answer.class, 50))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("50");
    }

    @Test
    void ofSeveralThatStartAtOnceOneBecomesTheWindow() throws Exception {
        int many = 8;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Optional<HeldLock>>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            for (int i = 0; i < many; i++) {
                results.add(
                        threads.submit(() -> {
                            start.await();
                            return new Instances(folder).becomeWindow();
                        }));
            }
            start.countDown();
        }
        List<HeldLock> held = new ArrayList<>();
        for (Future<Optional<HeldLock>> result : results) {
            result.get().ifPresent(held::add);
        }

        assertThat(held).hasSize(1);
        held.getFirst().close();
        Optional<HeldLock> next = new Instances(folder).becomeWindow();
        assertThat(next).isPresent();
        next.orElseThrow().close();
    }
}
