package app.naru.ui.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.EdgeTraversal;
import app.naru.firewall.InterfaceType;
import app.naru.firewall.NetshCommand;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleProtocol;
import app.naru.forward.NetworkProfile;
import app.naru.text.Texts;
import app.naru.ui.Field;
import app.naru.ui.firewall.RuleKind.Step;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NewRuleViewModelTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final String ADD = "netsh advfirewall firewall add rule ";

    private final NewRuleViewModel model =
            new NewRuleViewModel(name -> name.equals(new RuleName("Naru - taken")));
    private final NewRuleDraft draft = model.draft();

    private String command() {
        return model.command().get().map(NetshCommand::toString).orElse("");
    }

    private void nextTo(Step step) {
        assertThat(model.complete().get()).as("complete before " + step).isTrue();
        model.next();
        assertThat(model.step().get()).isEqualTo(step);
    }

    @Test
    void aProgramsRuleInWindowsSteps() {
        assertThat(ENGLISH.say(model.progress().get())).isEqualTo("Step 1 of 5");
        nextTo(Step.WHAT);
        assertThat(model.complete().get()).isFalse();
        draft.program().text().set("C:\\Python\\python.exe");
        nextTo(Step.ACTION);
        nextTo(Step.PROFILE);
        draft.profile(NetworkProfile.PUBLIC).set(false);
        nextTo(Step.NAME);

        assertThat(draft.name().text().get()).isEqualTo("python.exe");
        assertThat(command())
                .isEqualTo(
                        ADD
                                + "name=\"Naru - python.exe\" dir=in action=allow"
                                + " program=C:\\Python\\python.exe protocol=any"
                                + " remoteip=localsubnet profile=domain,private");
        assertThat(model.words().get().map(ENGLISH::say))
                .contains(
                        "Lets devices of this network reach C:\\Python\\python.exe over any"
                                + " protocol, in domain networks and private networks");
        model.next();
        assertThat(model.step().get()).isEqualTo(Step.NAME);
    }

    @Test
    void aPortsRuleForWhatGoesOutIsAboutTheOtherEndsPorts() {
        draft.kind().set(RuleKind.PORT);
        draft.direction().set(Direction.OUT);
        draft.action().set(Action.BLOCK);
        draft.protocol().set(RuleProtocol.UDP);
        nextTo(Step.WHAT);
        assertThat(draft.shape().get().localPorts()).isFalse();
        assertThat(model.complete().get()).isFalse();
        draft.remotePorts().text().set("53,5353");
        model.next();
        model.next();
        model.next();

        assertThat(command())
                .isEqualTo(
                        ADD
                                + "name=\"Naru - UDP 53,5353\" dir=out action=block protocol=udp"
                                + " remoteport=53,5353 remoteip=any profile=any");
    }

    @Test
    void aCustomRuleHasAllOfIt() {
        draft.kind().set(RuleKind.CUSTOM);
        draft.program().text().set("%ProgramFiles%\\a b.exe");
        draft.localPorts().text().set("8000-8010");
        draft.remotePorts().text().set("1024-65535");
        draft.remote().text().set("10.0.0.0/8");
        draft.name().text().set("mine");
        draft.description().text().set("what for");

        assertThat(command())
                .isEqualTo(
                        ADD
                                + "name=\"Naru - mine\" dir=in action=allow"
                                + " program=\"%ProgramFiles%\\a b.exe\" protocol=tcp"
                                + " localport=8000-8010 remoteport=1024-65535"
                                + " remoteip=10.0.0.0/8 profile=any description=\"what for\"");
        draft.protocol().set(RuleProtocol.ICMPV4);
        draft.program().text().set("");
        assertThat(command())
                .isEqualTo(
                        ADD
                                + "name=\"Naru - mine\" dir=in action=allow protocol=icmpv4"
                                + " remoteip=10.0.0.0/8 profile=any description=\"what for\"");
    }

    /** What Windows' own dialog has beside: nobody has to look at it. */
    @Test
    void aCustomRuleCanHaveWhatFewHave() {
        draft.kind().set(RuleKind.CUSTOM);
        draft.protocol().set(RuleProtocol.ICMPV6);
        draft.details().ping();
        draft.details().service().text().set("Spooler");
        draft.details().local().text().set("192.168.0.10,fd00::10");
        draft.details().interfaceType().set(Optional.of(InterfaceType.WIRELESS));
        draft.details().edge().set(Optional.of(EdgeTraversal.ALLOW));

        assertThat(command())
                .isEqualTo(
                        ADD
                                + "name=\"Naru - Spooler\" dir=in action=allow service=Spooler"
                                + " protocol=icmpv6:128,any localip=192.168.0.10,fd00::10"
                                + " remoteip=localsubnet profile=any interfacetype=wireless"
                                + " edge=yes");
        assertThat(model.words().get().map(ENGLISH::say).orElseThrow())
                .contains("by ping (ICMPv6)", "Only over Wi-Fi", "192.168.0.10, fd00::10");
        draft.direction().set(Direction.OUT);
        draft.protocol().set(RuleProtocol.TCP);
        assertThat(command())
                .contains("dir=out", "service=Spooler", "protocol=tcp")
                .doesNotContain("edge=", "128");
        draft.kind().set(RuleKind.PORT);
        draft.remotePorts().text().set("80");
        assertThat(command()).isNotEmpty().doesNotContain("service=", "localip=", "interfacetype=");
    }

    @ParameterizedTest
    @CsvSource({"service,a/b", "icmp,256", "icmp,echo", "local,localsubnet", "local,0.0.0.0/0"})
    void whatFewHaveStopsHereWhereItIsWrongAndAskedFor(String field, String text) {
        draft.kind().set(RuleKind.CUSTOM);
        draft.protocol().set(RuleProtocol.ICMPV4);
        draft.name().text().set("x");
        model.next();
        Field<?> typed =
                switch (field) {
                    case "service" -> draft.details().service();
                    case "icmp" -> draft.details().icmp();
                    default -> draft.details().local();
                };
        assertThat(model.complete().get()).isTrue();
        typed.text().set(text);

        assertThat(typed.complaint().get().map(ENGLISH::say).orElseThrow()).contains(text);
        assertThat(model.complete().get()).isFalse();
        assertThat(command()).isEmpty();
        draft.kind().set(RuleKind.PROGRAM);
        draft.program().text().set("C:\\a.exe");
        assertThat(model.complete().get()).isTrue();
    }

    @Test
    void aProgramIsDeniedTheInternetInTwoSteps() {
        model.choose(RuleKind.DENY_PROGRAM);
        assertThat(ENGLISH.say(model.progress().get())).isEqualTo("Step 1 of 2");
        draft.program().text().set("C:\\g\\game.exe");
        nextTo(Step.NAME);

        assertThat(command())
                .isEqualTo(
                        ADD
                                + "name=\"Naru - game.exe\" dir=out action=block"
                                + " program=C:\\g\\game.exe protocol=any remoteip=any"
                                + " profile=any");
    }

    @Test
    void anAddressIsBlockedInTwoSteps() {
        model.choose(RuleKind.BLOCK_ADDRESS);
        assertThat(draft.remote().complaint().get()).isEmpty();
        assertThat(model.complete().get()).isFalse();
        draft.remote().text().set("any");
        assertThat(draft.remote().complaint().get().map(ENGLISH::say))
                .contains("Name the address to be blocked.");
        draft.remote().text().set("203.0.113.7");
        nextTo(Step.NAME);

        assertThat(command())
                .isEqualTo(
                        ADD
                                + "name=\"Naru - 203.0.113.7\" dir=out action=block protocol=any"
                                + " remoteip=203.0.113.7 profile=any");
        model.back();
        assertThat(model.step().get()).isEqualTo(Step.WHAT);
        assertThat(model.isFirst(Step.WHAT)).isTrue();
        model.back();
        assertThat(model.step().get()).isEqualTo(Step.WHAT);
    }

    /** Nobody but this network is let in unasked; to block, everyone is meant. */
    @Test
    void theOtherEndFollowsTheActionUntilItIsTyped() {
        assertThat(draft.remote().text().get()).isEqualTo("localsubnet");
        draft.action().set(Action.BLOCK);
        assertThat(draft.remote().text().get()).isEqualTo("any");
        draft.remote().text().set("10.0.0.1");
        draft.action().set(Action.ALLOW);
        assertThat(draft.remote().text().get()).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"python.exe", "C:/x.exe", "C:\\a\"b.exe", "/usr/bin/python3"})
    void aProgramThatIsNoneStopsHere(String program) {
        model.next();
        draft.program().text().set(program);

        assertThat(draft.program().complaint().get()).isPresent();
        assertThat(model.complete().get()).isFalse();
        assertThat(command()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "80,", "90-80", "http", "80;81"})
    void aPortThatIsNoneStopsHere(String port) {
        draft.kind().set(RuleKind.PORT);
        model.next();
        draft.localPorts().text().set(port);

        assertThat(draft.localPorts().complaint().get()).isPresent();
        assertThat(model.complete().get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"somewhere", "10.0.0.300", "0.0.0.0/0", "10.0.0.9-10.0.0.1", "::1"})
    void anAddressThatIsNoneStopsHere(String address) {
        draft.kind().set(RuleKind.PORT);
        draft.localPorts().text().set("80");
        model.next();
        draft.remote().text().set(address);

        assertThat(draft.remote().complaint().get()).isPresent();
        assertThat(model.complete().get()).isFalse();
    }

    @Test
    void aNameThatIsTakenOrNoneStopsHere() {
        draft.program().text().set("C:\\a.exe");
        for (String name : new String[] {"taken", "", "a|b", "\"quoted\""}) {
            draft.name().text().set(name);
            assertThat(model.command().get()).as(name).isEmpty();
            assertThat(draft.name().complaint().get()).as(name).isPresent();
        }
    }

    @Test
    void aRuleForNoNetworkStopsAtThatStep() {
        draft.program().text().set("C:\\a.exe");
        for (NetworkProfile each : NetworkProfile.values()) {
            draft.profile(each).set(false);
        }
        model.next();
        model.next();
        nextTo(Step.PROFILE);

        assertThat(draft.profileProblem().get()).isPresent();
        assertThat(model.complete().get()).isFalse();
        draft.kind().set(RuleKind.DENY_PROGRAM);
        assertThat(model.command().get()).isPresent();
    }

    @Test
    void aCommandThatIsTooLongIsToldBeforeItIsMade() {
        draft.kind().set(RuleKind.CUSTOM);
        draft.remote()
                .text()
                .set(
                        IntStream.range(1, 200)
                                .mapToObj(i -> "10.100.100." + i)
                                .collect(Collectors.joining(",")));
        draft.name().text().set("many");
        model.next();
        model.next();
        model.next();
        model.next();

        assertThat(model.step().get()).isEqualTo(Step.NAME);
        assertThat(model.complete().get()).isFalse();
        assertThat(model.problem().get().map(ENGLISH::say).orElseThrow()).contains("2000");
    }

    @ParameterizedTest
    @EnumSource(RuleKind.class)
    void everyKindBeginsAndEndsAlike(RuleKind kind) {
        assertThat(kind.steps()).startsWith(Step.KIND, Step.WHAT).endsWith(Step.NAME);
    }
}
