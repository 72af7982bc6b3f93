package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be taken is named in one sentence, with exit code 2, before anything is touched. */
final class BadInputTest {

    @TempDir Path folder;

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of("open 0", "0 is not a port"),
                Arguments.of("open 65536", "65536 is not a port"),
                Arguments.of("open abc", "\"abc\" is not a port"),
                Arguments.of("open 80-70", "80-70 runs backwards"),
                Arguments.of("open 99999999999", "99999999999 is not a port"),
                Arguments.of("open -5", "\"-5\" is not a port"),
                Arguments.of("open", "Which port?"),
                Arguments.of("open 8000 8001", "\"8001\" is not understood"),
                Arguments.of("open 8000 --audience 10.0.0.1/8", "Did you mean 10.0.0.0/8?"),
                Arguments.of("open 8000 --audience 10.0.0.0/33", "goes from 0 to 32"),
                Arguments.of("open 8000 --map-anyway", "Write --audience internet."),
                Arguments.of("open 8000 --audience friends", "\"friends\" is not"),
                Arguments.of("open 8000 --name a|b", "can't hold \"|\""),
                Arguments.of("open 8000 --name a\"b", "can't hold \"\"\""),
                Arguments.of("open 8000 --name all", "\"all\" can't be a name"),
                Arguments.of("open 8000 --name " + "x".repeat(201), "201 characters"),
                Arguments.of("open 8000 --description a|b", "The description can't"),
                Arguments.of("open 8000 --for soon", "\"soon\" is not a time"),
                Arguments.of("open 8000 --for 0s", "can't be: from one second"),
                Arguments.of("open 8000 --profiles home", "\"home\" is not a kind of network"),
                Arguments.of("open 8000 --listen here", "\"here\" is not an IP address"),
                Arguments.of("open 8000 --to nowhere:", "\"\" is not a port"),
                Arguments.of("open 8000 --to fd00::7:80", "in brackets"),
                Arguments.of("open 8000-8010 --to 65530", "would go beyond port 65535"),
                Arguments.of("open --sample --to 9000", "can't be combined with --to"),
                Arguments.of("open --sample --udp", "can't be combined with --udp"),
                Arguments.of("open 8000 --to", "--to is missing"),
                Arguments.of("open 8000 --json --json", "--json can be given only once"),
                Arguments.of("open 8000 --frob", "no option --frob"),
                Arguments.of("frob", "\"frob\" is not understood"),
                Arguments.of("--lang xx survey", "\"xx\" is not a language"),
                Arguments.of("close", "Which one?"),
                Arguments.of("close a --all", "Which one?"),
                Arguments.of("relay --to 127.0.0.1:80", "--listen is missing"),
                Arguments.of("relay --listen 127.0.0.1:80", "--to is missing"),
                Arguments.of("relay --listen 80 --to 127.0.0.1:80", "\"80\" is not an address"),
                Arguments.of("relay --listen fd00::1:80 --to 127.0.0.1:80", "in brackets"),
                Arguments.of("relay --listen 127.0.0.1:0 --to 127.0.0.1:80", "0 is not a port"),
                Arguments.of("firewall", "What is to be done with the firewall?"),
                Arguments.of("firewall frob", "\"frob\" is not understood"),
                Arguments.of("firewall list --stores", "no option --stores"),
                Arguments.of("firewall explain", "--port is missing"),
                Arguments.of("firewall explain --port 70000", "70000 is not a port"),
                Arguments.of("firewall explain --port 1-2", "\"1-2\" is not a port"),
                Arguments.of("firewall explain --port 80 --remote nas", "\"nas\" is not an IP"),
                Arguments.of("firewall explain --port 80 --remote ::g", "\"::g\" is not an IP"),
                Arguments.of("firewall explain --port 80 --profile home", "\"home\" is not a kind"),
                Arguments.of("firewall explain --port 80 --program a.exe", "\"a.exe\" is not a"),
                Arguments.of("firewall decode v2.31|", "\"v2.31|\" is not understood"),
                Arguments.of("firewall add --port 80", "--name is missing"),
                Arguments.of("firewall add --name x", "What is the rule about?"),
                Arguments.of("firewall add --name x --in --out --port 80", "--in and --out can't"),
                Arguments.of(
                        "firewall add --name x --allow --block --port 80",
                        "--allow and --block can't"),
                Arguments.of("firewall add --name all --port 80", "\"all\" can't be a name"),
                Arguments.of("firewall add --name a|b --port 80", "can't hold \"|\""),
                Arguments.of("firewall add --name x --port 80,90-80", "90-80 runs backwards"),
                Arguments.of("firewall add --name x --port 80,", "\"\" is not a port"),
                Arguments.of("firewall add --name x --remote-port 0", "0 is not a port"),
                Arguments.of("firewall add --name x --service a/b", "\"a/b\" is not a service"),
                Arguments.of(
                        "firewall add --name x --protocol icmpv4 --icmp-type 8:9:1",
                        "\"8:9:1\" is not a type"),
                Arguments.of("firewall add --name x --port 80 --icmp-type 8", "not with tcp"),
                Arguments.of("firewall add --name x --local lan", "\"lan\" is not an address of"),
                Arguments.of(
                        "firewall add --name x --port 80 --interface wifi",
                        "\"wifi\" is not a kind"),
                Arguments.of("firewall add --name x --port 80 --edge on", "\"on\" is not a way"),
                Arguments.of("firewall add --name x --out --port 80 --edge yes", "what goes out"),
                Arguments.of("firewall add --name x --protocol gre", "\"gre\" is not a protocol"),
                Arguments.of(
                        "firewall add --name x --protocol icmpv4 --port 80",
                        "tcp and udp only, not with icmpv4"),
                Arguments.of(
                        "firewall add --name x --protocol any --remote-port 80",
                        "tcp and udp only, not with any"),
                Arguments.of("firewall add --name x --program a.exe", "\"a.exe\" is not a Windows"),
                Arguments.of(
                        "firewall add --name x --remote 10.0.0.1/8", "Did you mean 10.0.0.0/8"),
                Arguments.of("firewall add --name x --remote 0.0.0.0/0", "every address there is"),
                Arguments.of(
                        "firewall add --name x --remote 10.0.0.9-10.0.0.1",
                        "not a range of addresses"),
                Arguments.of(
                        "firewall add --name x --port 80 --profiles home",
                        "\"home\" is not a kind"),
                Arguments.of(
                        "firewall add --name x --port 80 --description a|b",
                        "The description can't"),
                Arguments.of(
                        "firewall add --name x --port " + "8000,".repeat(500) + "8000",
                        "Windows takes at most 2000"),
                Arguments.of("firewall remove", "--name is missing"),
                Arguments.of("firewall remove --name all", "\"all\" can't be a name"),
                Arguments.of("wsl Ubuntu", "\"Ubuntu\" is not understood"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isNamedAndTouchesNothing(String arguments, String sentence) {
        Terminal terminal = new Terminal(folder);

        int code = terminal.run(arguments.split(" "));

        assertThat(terminal.err()).contains(sentence);
        assertThat(code).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.timesOpened()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isNamedInKorean(String arguments, String ignored) {
        Terminal terminal = new Terminal(folder, Locale.KOREAN);

        int code = terminal.run(arguments.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).containsPattern("[가-힣]");
        assertThat(Arrays.asList(terminal.err().split("\n")))
                .as("no stack trace")
                .hasSizeLessThan(3);
    }

    @Test
    void anAddressOfNoInterfaceIsNamed() {
        Terminal terminal = new Terminal(folder);

        int code = terminal.run("open", "8000", "--listen", "192.168.5.5");

        assertThat(terminal.err()).contains("192.168.5.5 is not an address of this PC");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aRelayAtAnAddressOfNoInterfaceIsNamed() {
        Terminal terminal = new Terminal(folder);

        int code = terminal.run("relay", "--listen", "203.0.113.9:8000", "--to", "127.0.0.1:80");

        assertThat(terminal.err()).contains("203.0.113.9 is not an address of this PC");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void withoutACommandTheHelpIsPointedAt() {
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("--lang", "en")).isEqualTo(2);
        assertThat(terminal.err()).contains("naru --help");
    }
}
