package app.naru.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcListenersTest {

    /** What this PC really has, compared with sockets that the test opens itself. */
    @Nested
    @EnabledOnOs(OS.LINUX)
    class OnThisPc {

        private final ProcListeners listeners = new ProcListeners(Path.of("/proc"));

        @Test
        void findsAnIpv4SocketOnLoopbackWithItsProgram() throws IOException {
            try (ServerSocketChannel socket =
                    ServerSocketChannel.open(StandardProtocolFamily.INET)) {
                socket.bind(new InetSocketAddress(Address.parse("127.0.0.1"), 0));
                Listener found = only(Protocol.TCP, socket.socket().getLocalPort());
                assertThat(found.address()).isEqualTo(Address.parse("127.0.0.1"));
                assertThat(found.beyondLoopback()).isFalse();
                Program program = found.program().orElseThrow();
                assertThat(program.pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(program.name()).isEqualTo("java");
                assertThat(program.path()).isEqualTo(ProcessHandle.current().info().command());
                assertThat(program.commandLine()).contains("java").doesNotContain("\0");
            }
        }

        @Test
        void tellsTheSameSocketsWithoutTheirPrograms() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, Address.parse("127.0.0.1"))) {
                Port port = new Port(socket.getLocalPort());
                assertThat(listeners.sockets())
                        .filteredOn(each -> each.port().equals(port))
                        .singleElement()
                        .satisfies(each -> assertThat(each.program()).isEmpty());
            }
        }

        @Test
        void findsAnIpv6SocketOnLoopback() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, Address.parse("::1"))) {
                Listener found = only(Protocol.TCP, socket.getLocalPort());
                assertThat(found.address()).isEqualTo(Address.parse("::1"));
                assertThat(found.program().orElseThrow().pid())
                        .isEqualTo(ProcessHandle.current().pid());
            }
        }

        @Test
        void findsADualStackSocketOnAllAddresses() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                Listener found = only(Protocol.TCP, socket.getLocalPort());
                assertThat(found.address().isAnyLocalAddress()).isTrue();
                assertThat(found.beyondLoopback()).isTrue();
                assertThat(found.takes(Address.parse("192.0.2.9"))).isTrue();
            }
        }

        @Test
        void findsAUdpSocketButNotAConnectedOne() throws IOException {
            try (DatagramSocket server =
                            new DatagramSocket(
                                    new InetSocketAddress(Address.parse("127.0.0.1"), 0));
                    DatagramSocket client =
                            new DatagramSocket(
                                    new InetSocketAddress(Address.parse("127.0.0.1"), 0))) {
                client.connect(server.getLocalSocketAddress());
                Listener found = only(Protocol.UDP, server.getLocalPort());
                assertThat(found.program().orElseThrow().pid())
                        .isEqualTo(ProcessHandle.current().pid());
                assertThat(at(Protocol.UDP, client.getLocalPort())).isEmpty();
            }
        }

        @Test
        void findsNothingAnymoreOnceTheSocketIsClosed() throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
                assertThat(at(Protocol.TCP, port)).hasSize(1);
            }
            assertThat(at(Protocol.TCP, port)).isEmpty();
        }

        private Listener only(Protocol protocol, int port) throws IOException {
            List<Listener> found = at(protocol, port);
            assertThat(found).hasSize(1);
            return found.getFirst();
        }

        private List<Listener> at(Protocol protocol, int port) throws IOException {
            return listeners.read().stream()
                    .filter(each -> each.protocol() == protocol)
                    .filter(each -> each.port().equals(new Port(port)))
                    .toList();
        }
    }

    /** A proc filesystem written down as files. */
    @Nested
    class OfAPcWrittenDown {

        private static final String HEADER = "  sl  local_address rem_address   st\n";

        @TempDir private Path proc;

        @Test
        void readsNameAndCommandLineOfTheSocketsOwner() throws IOException {
            tables(row("0100007F:1F40", 501));
            process(77, "/usr/bin/python3.11", "python3", "python3\0manage.py\0runserver\0", 501);
            assertThat(read())
                    .extracting(Listener::program)
                    .containsExactly(
                            Optional.of(
                                    new Program(
                                            77,
                                            "python3.11",
                                            Optional.of("/usr/bin/python3.11"),
                                            "python3 manage.py runserver")));
        }

        @Test
        void leavesTheProgramEmptyWhereItIsNotToBeSeen() throws IOException {
            tables(row("00000000:0016", 502) + row("00000000:0050", 0));
            Files.createDirectories(proc.resolve("88"));
            assertThat(read()).hasSize(2).allMatch(each -> each.program().isEmpty());
        }

        @Test
        void namesTheMasterRatherThanItsWorkers() throws IOException {
            tables(row("00000000:0050", 503));
            process(101, "/usr/sbin/nginx", "nginx", "nginx: worker\0", 503);
            process(99, "/usr/sbin/nginx", "nginx", "nginx: master\0", 503);
            assertThat(pids()).containsExactly(99L);
        }

        @Test
        void namesTheServiceRatherThanSystemdThatHandedItTheSocket() throws IOException {
            tables(row("00000000:0277", 504) + row("00000000:006F", 505));
            process(1, "/usr/lib/systemd/systemd", "systemd", "/sbin/init\0", 504, 505);
            process(300, "/usr/sbin/cupsd", "cupsd", "cupsd\0-l\0", 504);
            assertThat(pids()).containsExactly(300L, 1L);
        }

        @Test
        void takesTheShortNameWhereTheExecutableIsNotToBeSeen() throws IOException {
            tables(row("00000000:0050", 506));
            process(5, "/x", "lighttpd\n", "", 506);
            Files.delete(proc.resolve("5/exe"));
            assertThat(read().getFirst().program())
                    .contains(new Program(5, "lighttpd", Optional.empty(), ""));
        }

        @Test
        void knowsAProgramThatWasReplacedWhileItRuns() throws IOException {
            tables(row("00000000:0050", 507));
            process(6, "/opt/node (deleted)", "node", "node\0", 507);
            assertThat(read().getFirst().program().orElseThrow().path()).contains("/opt/node");
        }

        @Test
        void cutsACommandLineThatNeverEnds() throws IOException {
            tables(row("00000000:0050", 508));
            process(7, "/opt/node", "node", "x\033\n".repeat(100_000), 508);
            String command = read().getFirst().program().orElseThrow().commandLine();
            assertThat(command).hasSizeLessThanOrEqualTo(ProcPrograms.LONGEST_COMMAND);
            assertThat(command).doesNotContainPattern("\\p{Cntrl}");
        }

        @Test
        void doesWithoutIpv6() throws IOException {
            tables(row("00000000:0050", 509));
            Files.delete(proc.resolve("net/tcp6"));
            Files.delete(proc.resolve("net/udp6"));
            assertThat(read()).hasSize(1);
        }

        @Test
        void saysThatThereIsNoTable() throws IOException {
            tables("");
            Files.delete(proc.resolve("net/tcp"));
            assertThatThrownBy(this::read).isInstanceOf(NoSuchFileException.class);
        }

        private List<Listener> read() throws IOException {
            return new ProcListeners(proc).read();
        }

        private List<Long> pids() throws IOException {
            return read().stream().map(each -> each.program().orElseThrow().pid()).toList();
        }

        private void tables(String tcpRows) throws IOException {
            Files.createDirectories(proc.resolve("net"));
            Files.writeString(proc.resolve("net/tcp"), HEADER + tcpRows);
            for (String other : List.of("tcp6", "udp", "udp6")) {
                Files.writeString(proc.resolve("net").resolve(other), HEADER);
            }
        }

        private static String row(String local, long inode) {
            return "   0: " + local + " 00000000:0000 0A 0:0 00:0 0  1000 0 " + inode + " 1 0\n";
        }

        private void process(long pid, String exe, String comm, String command, long... inodes)
                throws IOException {
            Path folder = Files.createDirectories(proc.resolve(Long.toString(pid)));
            Path descriptors = Files.createDirectories(folder.resolve("fd"));
            Files.createSymbolicLink(folder.resolve("exe"), Path.of(exe));
            Files.writeString(folder.resolve("comm"), comm);
            Files.writeString(folder.resolve("cmdline"), command);
            Files.createSymbolicLink(descriptors.resolve("0"), Path.of("/dev/null"));
            for (int i = 0; i < inodes.length; i++) {
                Files.createSymbolicLink(
                        descriptors.resolve(Integer.toString(i + 3)),
                        Path.of("socket:[" + inodes[i] + "]"));
            }
        }
    }
}
