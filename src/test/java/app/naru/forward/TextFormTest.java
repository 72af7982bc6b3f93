package app.naru.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every value has one text form: what is written is read as the same value, as JSON too. */
class TextFormTest {

    private static final int VALUES = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(20261122);

    @Test
    void portsAndRanges() {
        roundTrips(this::port, Port::parse, Port.class);
        roundTrips(this::range, PortRange::parse, PortRange.class);
    }

    @Test
    void addressesAndSubnets() throws UnknownHostException {
        for (int i = 0; i < VALUES; i++) {
            InetAddress address = address();
            assertThat(Address.parse(Address.text(address))).isEqualTo(address);
        }
        roundTrips(this::cidr, Cidr::parse, Cidr.class);
    }

    @Test
    void whatAForwardIsMadeOf() {
        roundTrips(this::target, Target::parse, Target.class);
        roundTrips(this::audience, Audience::parse, Audience.class);
        roundTrips(this::lifetime, Lifetime::parse, Lifetime.class);
        roundTrips(this::listen, Listen::parse, Listen.class);
        roundTrips(this::name, ForwardName::parse, ForwardName.class);
    }

    @Test
    void protocolsAndProfiles() throws JsonProcessingException {
        for (Protocol protocol : Protocol.values()) {
            assertThat(Protocol.parse(protocol.lowerCase())).isEqualTo(protocol);
            assertThat(Protocol.parse(" " + protocol.name())).isEqualTo(protocol);
            assertThat(JSON.writeValueAsString(protocol))
                    .isEqualTo('"' + protocol.lowerCase() + '"');
        }
        for (NetworkProfile profile : NetworkProfile.values()) {
            assertThat(NetworkProfile.parse(profile.lowerCase())).isEqualTo(profile);
            assertThat(JSON.readValue('"' + profile.lowerCase() + '"', NetworkProfile.class))
                    .isEqualTo(profile);
        }
    }

    /** Whatever is typed is taken or refused with a sentence; nothing else happens. */
    @Test
    void anyInputIsTakenOrRefused() {
        List<Function<String, Object>> parsers =
                List.of(
                        Port::parse,
                        PortRange::parse,
                        Address::parse,
                        Cidr::parse,
                        Target::parse,
                        Audience::parse,
                        Lifetime::parse,
                        Listen::parse,
                        ForwardName::parse,
                        Protocol::parse,
                        NetworkProfile::parse,
                        Forward::checkedDescription);
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            String input = input();
            Function<String, Object> parser = parsers.get(i % parsers.size());
            try {
                Object value = parser.apply(input);
                String text =
                        value instanceof InetAddress address
                                ? Address.text(address)
                                : value.toString();
                if (!(value instanceof Enum<?>)) {
                    Object again = parser.apply(text);
                    assertThat(again).as(input).isEqualTo(value);
                }
                taken++;
            } catch (InvalidInput e) {
                assertThat(e.sentence().key()).startsWith("invalid.");
                refused++;
            }
        }
        assertThat(taken).isGreaterThan(5_000);
        assertThat(refused).isGreaterThan(5_000);
    }

    private <T> void roundTrips(
            java.util.function.Supplier<T> generator, Function<String, T> parse, Class<T> type) {
        for (int i = 0; i < VALUES; i++) {
            T value = generator.get();
            assertThat(parse.apply(value.toString())).isEqualTo(value);
            try {
                String json = JSON.writeValueAsString(value);
                assertThat(JSON.readValue(json, type)).as(json).isEqualTo(value);
                assertThat(json).startsWith("\"");
            } catch (JsonProcessingException e) {
                throw new AssertionError(value.toString(), e);
            }
        }
    }

    private Port port() {
        return new Port(1 + random.nextInt(Port.MAX));
    }

    private PortRange range() {
        Port one = port();
        Port other = port();
        return one.compareTo(other) <= 0 ? new PortRange(one, other) : new PortRange(other, one);
    }

    private InetAddress address() {
        byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(bytes);
        // Runs of zeros, as real IPv6 addresses have them, at both ends and in between.
        int from = random.nextInt(bytes.length + 1);
        for (int i = from; i < Math.min(bytes.length, from + random.nextInt(12)); i++) {
            bytes[i] = 0;
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private Cidr cidr() {
        InetAddress address = address();
        return Cidr.around(address, random.nextInt(address.getAddress().length * 8 + 1));
    }

    private Target target() {
        return switch (random.nextInt(4)) {
            case 0 -> new Target.ThisPc(port());
            case 1 ->
                    new Target.InWsl(
                            random.nextBoolean() ? "" : "Ubuntu-" + random.nextInt(30), port());
            case 2 -> new Target.Device("nas" + random.nextInt(9) + ".home.arpa", port());
            default -> device();
        };
    }

    private Target device() {
        InetAddress address = address();
        return address.isLoopbackAddress() || address.isAnyLocalAddress()
                ? new Target.ThisPc(port())
                : new Target.Device(Address.text(address), port());
    }

    private Audience audience() {
        return switch (random.nextInt(3)) {
            case 0 -> new Audience.ThisNetwork();
            case 1 -> new Audience.Internet();
            default ->
                    new Audience.Chosen(
                            IntStream.range(0, 1 + random.nextInt(5))
                                    .mapToObj(i -> cidr())
                                    .toList());
        };
    }

    private Lifetime lifetime() {
        return random.nextInt(10) == 0
                ? new Lifetime.UntilStopped()
                : new Lifetime.For(Duration.ofSeconds(1 + random.nextInt(365 * 86_400)));
    }

    private Listen listen() {
        return random.nextInt(10) == 0 ? new Listen.LanAddresses() : new Listen.At(address());
    }

    private ForwardName name() {
        int[] characters = "가나다라 漢字 azAZ09 -_.()[]&%^+#, éß ".codePoints().toArray();
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(60); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return new ForwardName(text.toString());
    }

    private String input() {
        List<String> parts =
                List.of(
                        "8000",
                        "0",
                        "65535",
                        "65536",
                        "-",
                        ":",
                        "[",
                        "]",
                        "/",
                        "24",
                        ".",
                        "1h",
                        "30m",
                        "2d",
                        "always",
                        "lan",
                        "internet",
                        "192.168.0.7",
                        "10.0.0.0",
                        "fd00::7",
                        "::1",
                        "::",
                        "wsl",
                        "wsl:",
                        "Ubuntu",
                        "localhost",
                        ",",
                        " ",
                        "tcp",
                        "UDP",
                        "public",
                        "nas",
                        "|",
                        "\"",
                        "@",
                        "\n",
                        "\u2028",
                        "\ud83d",
                        "가",
                        "%",
                        "01.2.3.4",
                        "1e3",
                        "١",
                        "all");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }
}
