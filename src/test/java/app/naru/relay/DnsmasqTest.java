package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.FreePorts;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real name server behind the relay, asked by Java's own client of DNS. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DnsmasqTest {

    /** Together more than the 512 bytes that fit into an answer by UDP (RFC 1035 section 4.2.1). */
    private static final int TEXTS = 12;

    /** Asked twice, it would come twice. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private Process dnsmasq;
    private int serverPort;

    @BeforeEach
    void startServer(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/dnsmasq")), "dnsmasq-base is installed");
        serverPort = FreePorts.one();
        start(folder);
        await().ignoreExceptionsInstanceOf(NamingException.class)
                .until(() -> !ask(serverPort, "ferry.example", "A").isEmpty());
    }

    private void start(Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("/usr/sbin/dnsmasq");
        command.addAll(List.of("--keep-in-foreground", "--bind-interfaces"));
        command.addAll(List.of("--no-resolv", "--no-hosts", "--conf-file=/dev/null"));
        command.add("--user=" + System.getProperty("user.name"));
        command.add("--pid-file=" + folder.resolve("pid"));
        command.addAll(List.of("--listen-address=127.0.0.1", "--port=" + serverPort));
        command.add("--host-record=ferry.example,192.0.2.7,2001:db8::7");
        for (int i = 0; i < TEXTS; i++) {
            command.add("--txt-record=long.example," + text(i));
        }
        dnsmasq =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
    }

    private static String text(int number) {
        return number + "-".repeat(100);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        if (dnsmasq != null) {
            dnsmasq.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void answersThroughTheRelayAsItDoesItself() throws Exception {
        Relay udp = open(Protocol.UDP, FreePorts.one());
        int port = Relays.address(udp).getPort();
        assertThat(ask(port, "ferry.example", "A")).containsExactly("192.0.2.7");
        assertThat(ask(port, "ferry.example", "AAAA"))
                .isEqualTo(ask(serverPort, "ferry.example", "AAAA"))
                .hasSize(1);
        assertThat(udp.snapshot().bytesIn()).isPositive();
        // An answer is counted once it was sent, which its receiver may be ahead of.
        await().until(() -> udp.snapshot().bytesOut() > udp.snapshot().bytesIn());
        assertThat(udp.visits()).allMatch(visit -> visit.target().isPresent());
    }

    /** What does not fit is asked for once more, by TCP on the same port. */
    @Test
    void carriesTheLongAnswerByTheRelayOfTcpBeside() throws Exception {
        Relay udp = open(Protocol.UDP, FreePorts.one());
        Relay tcp = open(Protocol.TCP, Relays.address(udp).getPort());
        assertThat(ask(Relays.address(udp).getPort(), "long.example", "TXT"))
                .hasSize(TEXTS)
                .contains(text(0), text(TEXTS - 1));
        assertThat(udp.snapshot().accepted()).isEqualTo(1);
        assertThat(tcp.snapshot().accepted()).isEqualTo(1);
    }

    @Test
    void isSilentWhileTheServerIsGoneAndAnswersWhenItIsBack(@TempDir Path folder) throws Exception {
        Relay udp = open(Protocol.UDP, FreePorts.one());
        int port = Relays.address(udp).getPort();
        assertThat(ask(port, "ferry.example", "A")).hasSize(1);
        dnsmasq.destroyForcibly().waitFor();
        assertThatExceptionOfType(NamingException.class)
                .isThrownBy(() -> ask(port, "ferry.example", "A", Duration.ofMillis(500)));
        start(folder);
        await().ignoreExceptionsInstanceOf(NamingException.class)
                .until(() -> ask(port, "ferry.example", "A").size() == 1);
    }

    private Relay open(Protocol protocol, int port) throws IOException {
        Relay relay =
                Relay.open(
                        new RelaySpec(
                                protocol,
                                List.of(Relays.LOOPBACK),
                                PortRange.of(port),
                                List.of(Relays.endpoint(serverPort)),
                                Access.EVERYONE));
        opened.add(relay);
        return relay;
    }

    private static List<String> ask(int port, String name, String type) throws NamingException {
        return ask(port, name, type, PATIENCE);
    }

    /** Returns the values of the name's records of that type; asks again after a while. */
    private static List<String> ask(int port, String name, String type, Duration patience)
            throws NamingException {
        Hashtable<String, String> how = new Hashtable<>();
        how.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        how.put(Context.PROVIDER_URL, "dns://127.0.0.1:" + port + "/");
        how.put("com.sun.jndi.dns.timeout.initial", String.valueOf(patience.toMillis()));
        how.put("com.sun.jndi.dns.timeout.retries", "3");
        InitialDirContext context = new InitialDirContext(how);
        try {
            var records = context.getAttributes(name, new String[] {type}).get(type);
            List<String> values = new ArrayList<>();
            for (int i = 0; records != null && i < records.size(); i++) {
                values.add(records.get(i).toString());
            }
            return values;
        } finally {
            context.close();
        }
    }
}
