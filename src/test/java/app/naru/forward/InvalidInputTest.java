package app.naru.forward;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.naru.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told to someone whose input can't be taken, word for word. */
class InvalidInputTest {

    private static final Set<NetworkProfile> PROFILES = EnumSet.of(NetworkProfile.PRIVATE);

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        "port.number",
                        () -> Port.parse("abc"),
                        "\"abc\" is not a port. A port is a whole number from 1 to 65535.",
                        "\"abc\"는 포트가 아닙니다. 포트는 1부터 65535까지의 정수입니다."),
                refused(
                        "port.range",
                        () -> Port.parse("65536"),
                        "65536 is not a port: ports go from 1 to 65535.",
                        "65536은 포트가 아닙니다. 포트는 1부터 65535까지입니다."),
                refused(
                        "port.backwards",
                        () -> PortRange.parse("80-70"),
                        "80-70 runs backwards. Write the lower port first: 70-80.",
                        "80-70은 순서가 거꾸로입니다. 작은 포트를 먼저 쓰세요: 70-80"),
                refused(
                        "protocol",
                        () -> Protocol.parse("sctp"),
                        "\"sctp\" is not a protocol. Write tcp or udp.",
                        "\"sctp\"는 프로토콜이 아닙니다. tcp 또는 udp로 쓰세요."),
                refused(
                        "address",
                        () -> Address.parse("192.168.0.256"),
                        "\"192.168.0.256\" is not an IP address. Write it like 192.168.0.7 or fd00::7.",
                        "\"192.168.0.256\"은 IP 주소가 아닙니다. 192.168.0.7이나 fd00::7처럼 쓰세요."),
                refused(
                        "cidr",
                        () -> Cidr.parse("10.0.0.0/x"),
                        "\"10.0.0.0/x\" is not an address or a subnet. Write it like 192.168.0.7 or 192.168.0.0/24.",
                        "\"10.0.0.0/x\"는 주소나 서브넷이 아닙니다. 192.168.0.7이나 192.168.0.0/24처럼 쓰세요."),
                refused(
                        "cidr.prefix",
                        () -> Cidr.parse("10.0.0.0/33"),
                        "In 10.0.0.0/33 the number after the slash is too large: it goes from 0 to 32.",
                        "10.0.0.0/33에서 빗금 뒤의 수가 너무 큽니다. 0부터 32까지입니다."),
                refused(
                        "cidr.hostBits",
                        () -> Cidr.parse("192.168.0.7/24"),
                        "192.168.0.7/24 is an address within a subnet, not the subnet. Did you mean 192.168.0.0/24?",
                        "192.168.0.7/24는 서브넷이 아니라 서브넷 안의 주소입니다. 192.168.0.0/24를 쓰려던 것인가요?"),
                refused(
                        "target.distro",
                        () -> Target.parse("wsl:Ubu ntu:80"),
                        "\"Ubu ntu\" is not the name of a WSL distribution.",
                        "\"Ubu ntu\"는 WSL 배포판의 이름이 아닙니다."),
                refused(
                        "target.host",
                        () -> Target.parse("my nas:80"),
                        "\"my nas\" is not a host name or an IP address.",
                        "\"my nas\"는 호스트 이름이나 IP 주소가 아닙니다."),
                refused(
                        "target.brackets",
                        () -> Target.parse("fd00::7:80"),
                        "Write the IPv6 address of \"fd00::7:80\" in brackets, like [fd00::7]:80.",
                        "\"fd00::7:80\"의 IPv6 주소는 [fd00::7]:80처럼 대괄호 안에 쓰세요."),
                refused(
                        "audience.empty",
                        () -> Audience.parse(" , "),
                        "Name at least one address or subnet, like 192.168.0.7 or 192.168.0.0/24.",
                        "192.168.0.7이나 192.168.0.0/24 같은 주소나 서브넷을 하나 이상 쓰세요."),
                refused(
                        "audience.many",
                        () -> Audience.parse("10.0.0.1,".repeat(1_001)),
                        "1001 addresses are too many for one rule: the firewall takes at most 1000.",
                        "주소 1001개는 규칙 하나에 너무 많습니다. 방화벽은 최대 1000개까지 받습니다."),
                refused(
                        "lifetime",
                        () -> Lifetime.parse("soon"),
                        "\"soon\" is not a time. Write it like 30m, 2h, 1d or 1h30m (in words,"
                                + " too: 1 hour 30 minutes), or always.",
                        "\"soon\"은 시간이 아닙니다. 45분, 1시간 30분, 2일이나 30m, 2h, 1d, 1h30m처럼 쓰거나"
                                + " always라고 쓰세요."),
                refused(
                        "lifetime.range",
                        () -> Lifetime.parse("400d"),
                        "400d can't be: from one second to 365 days.",
                        "400d는 안 됩니다. 1초부터 365일까지입니다."),
                refused(
                        "profile",
                        () -> NetworkProfile.parse("home"),
                        "\"home\" is not a kind of network. Write domain, private or public.",
                        "\"home\"은 네트워크 종류가 아닙니다. domain, private, public 가운데 하나를 쓰세요."),
                refused(
                        "name.empty",
                        () -> ForwardName.parse("  "),
                        "Give it a name.",
                        "이름을 지어 주세요."),
                refused(
                        "name.long",
                        () -> ForwardName.parse("x".repeat(201)),
                        "The name has 201 characters; at most 200 fit into a firewall rule.",
                        "이름이 201자입니다. 방화벽 규칙에는 최대 200자까지 들어갑니다."),
                refused(
                        "name.character",
                        () -> ForwardName.parse("a|b"),
                        "The name can't hold \"|\". Use letters, digits, spaces and - _ . ( ) [ ].",
                        "이름에 \"|\"는 쓸 수 없습니다. 글자, 숫자, 공백과 - _ . ( ) [ ]를 쓰세요."),
                refused(
                        "name.all",
                        () -> ForwardName.parse("ALL"),
                        "\"ALL\" can't be a name: to the firewall it means every rule there is.",
                        "\"ALL\"은 이름으로 쓸 수 없습니다. 방화벽에서는 모든 규칙을 뜻합니다."),
                refused(
                        "description.long",
                        () -> Forward.checkedDescription("x".repeat(501)),
                        "The description has 501 characters; at most 500 are taken.",
                        "설명이 501자입니다. 최대 500자까지 쓸 수 있습니다."),
                refused(
                        "description.character",
                        () -> Forward.checkedDescription("one\u2028two"),
                        "The description can't start with @ or hold |, quotation marks or line breaks.",
                        "설명은 @로 시작할 수 없고 |, 따옴표, 줄바꿈을 쓸 수 없습니다."),
                refused(
                        "forward.id",
                        () -> forward("../../x", "8000", "8000", PROFILES),
                        "\"../../x\" is not the mark of a forward.",
                        "\"../../x\"는 포워드의 식별자가 아닙니다."),
                refused(
                        "forward.targetPorts",
                        () -> forward("0123abcd", "8000-8010", "65530", PROFILES),
                        "11 ports from 65530 on would go beyond port 65535.",
                        "65530부터 포트 11개는 65535번을 넘어갑니다."),
                refused(
                        "forward.profiles",
                        () -> forward("0123abcd", "80", "80", Collections.emptySet()),
                        "Choose at least one kind of network.",
                        "네트워크 종류를 하나 이상 고르세요."),
                refused(
                        "forward.http",
                        () ->
                                forward("0123abcd", "80-81", "80", PROFILES)
                                        .inHttpMode(HttpNames.NONE),
                        "HTTP mode is for one TCP port, not for 80-81.",
                        "HTTP 모드는 TCP 포트 하나에만 쓸 수 있습니다. 80-81에는 쓸 수 없습니다."),
                refused(
                        "http.name",
                        () -> HttpNames.parse("pc.example.com, a:80"),
                        "\"a:80\" is not a host name. Write it like pc.example.com, without a port.",
                        "\"a:80\"은 호스트 이름이 아닙니다. 포트 없이 pc.example.com처럼 쓰세요."),
                refused(
                        "http.many",
                        () ->
                                HttpNames.parse(
                                        IntStream.rangeClosed(1, 21)
                                                .mapToObj(number -> "pc" + number)
                                                .collect(Collectors.joining(","))),
                        "21 names are too many: 20 at most.",
                        "이름이 21개로 너무 많습니다. 20개까지 쓸 수 있습니다."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void saysWhatIsWrongInBothLanguages(
            String key, ThrowingCallable input, String english, String korean) {
        assertThatThrownBy(input)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> {
                            assertThat(refusal.sentence().key()).isEqualTo("invalid." + key);
                            assertThat(refusal).hasMessageStartingWith(key + ": ");
                            assertThat(Texts.in(Locale.ENGLISH).say(refusal.sentence()))
                                    .isEqualTo(english);
                            assertThat(Texts.in(Locale.KOREAN).say(refusal.sentence()))
                                    .isEqualTo(korean);
                        });
    }

    @Test
    void everyRefusalOfThisPackageIsTriedHere() throws IOException {
        Pattern refusal = Pattern.compile("new InvalidInput\\(\\s*\"([\\w.]+)\"");
        Set<String> inSources = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/app/naru/forward"))) {
            for (Path file : files.toList()) {
                refusal.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> inSources.add(found.group(1)));
            }
        }
        Set<String> tried =
                refusals().map(each -> (String) each.get()[0]).collect(toCollection(TreeSet::new));
        assertThat(tried).isEqualTo(inSources);
    }

    private static Arguments refused(
            String key, ThrowingCallable input, String english, String korean) {
        return arguments(key, input, english, korean);
    }

    private static Forward forward(
            String id, String ports, String target, Set<NetworkProfile> profiles) {
        return new Forward(
                id,
                new ForwardName("Django"),
                Protocol.TCP,
                PortRange.parse(ports),
                new Listen.LanAddresses(),
                Target.parse(target),
                new Audience.ThisNetwork(),
                new Lifetime.For(Duration.ofHours(2)),
                profiles,
                "");
    }
}
