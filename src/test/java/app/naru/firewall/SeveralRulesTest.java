package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeveralRulesTest {

    private static final RuleSpec PHONE = rule("phone", 8000, "그림 'and' ’more’");
    private static final RuleSpec PRINTER = rule("나루 & 100%", 9100, "");
    private static final RuleSpec GAME =
            RuleSpec.denyProgram(
                    new RuleName("Naru - game"), "", new ProgramPath("C:\\g\\it's a game.exe"));
    private static final List<RuleSpec> ALL = List.of(PHONE, PRINTER, GAME);

    private final FakeWindows windows = new FakeWindows();
    private final Firewall firewall = new Firewall(windows, windows);

    private static RuleSpec rule(String name, int port, String description) {
        return new RuleSpec(
                new RuleName("Naru - " + name),
                description,
                Optional.of("C:\\Program Files\\Naru\\Naru.exe"),
                Protocol.TCP,
                PortRange.of(port),
                new Remote.LocalSubnet(),
                Set.of(NetworkProfile.PRIVATE));
    }

    @Test
    void makesAndRemovesSeveralWithFewerPromptsThanRules() throws IOException {
        assertThat(firewall.addAll(ALL))
                .containsOnlyKeys(ALL)
                .allSatisfy(
                        (rule, outcome) -> assertThat(outcome).isEqualTo(new RuleOutcome.Done()));
        assertThat(windows.ran).hasSizeLessThan(ALL.size());
        for (RuleSpec rule : ALL) {
            assertThat(firewall.has(rule)).as(rule.toString()).isTrue();
        }

        windows.ran.clear();
        assertThat(firewall.removeAll(ALL).values()).containsOnly(new RuleOutcome.Done());
        assertThat(windows.ran).hasSize(1);
        assertThat(windows.local).isEmpty();
    }

    @Test
    void changesOnlyThoseThatAreNotAsWanted() {
        firewall.add(PHONE);
        firewall.add(PRINTER.enabled(false));
        firewall.add(rule("game", 1, ""));
        windows.ran.clear();

        assertThat(firewall.addAll(ALL).values())
                .containsExactlyInAnyOrder(
                        new RuleOutcome.AlreadySo(),
                        new RuleOutcome.Done(),
                        new RuleOutcome.Done());

        assertThat(windows.ran).hasSize(1);
        assertThat(windows.local).hasSize(3);
    }

    @Test
    void asksForNothingWhereAllIsAsWanted() {
        assertThat(firewall.removeAll(ALL).values()).containsOnly(new RuleOutcome.AlreadySo());
        assertThat(windows.ran).isEmpty();
    }

    @Test
    void usesNetshForEachWhereNobodyIsAsked() {
        windows.asks = false;

        assertThat(firewall.addAll(ALL).values()).containsOnly(new RuleOutcome.Done());

        assertThat(windows.ran)
                .hasSize(3)
                .allSatisfy(arguments -> assertThat(arguments).startsWith("advfirewall"));
    }

    @Test
    void usesNetshForASingleOne() {
        firewall.addAll(List.of(PHONE));

        assertThat(windows.ran).hasSize(1).first().asString().contains("advfirewall");
    }

    @Test
    void tellsOfEachWhenTheUserSaysNo() {
        windows.instead.add(new Elevation.Ending.Declined());

        assertThat(firewall.addAll(ALL).values()).containsOnly(new RuleOutcome.Declined());
        assertThat(windows.ran).hasSize(1);
    }

    @Test
    void leavesARuleOfNearlyTheSameNameAlone() {
        windows.put("v2.10|Action=Allow|Active=TRUE|Dir=In|Name=NARU - Phone|");

        assertThat(firewall.addAll(ALL))
                .containsEntry(PHONE, new RuleOutcome.NotOurs("NARU - Phone"));
        assertThat(firewall.removeAll(ALL))
                .containsEntry(PHONE, new RuleOutcome.NotOurs("NARU - Phone"))
                .containsEntry(GAME, new RuleOutcome.Done());
        assertThat(windows.local).hasSize(1);
    }

    @Test
    void splitsWhatDoesNotFitIntoOneCommand() {
        List<RuleSpec> many =
                IntStream.range(1, 30)
                        .mapToObj(i -> rule("number " + i, i, "d".repeat(100)))
                        .toList();

        assertThat(firewall.addAll(many).values()).containsOnly(new RuleOutcome.Done());

        assertThat(windows.ran)
                .allSatisfy(arguments ->
                        assertThat(String.join(" ", arguments))
                                .hasSizeLessThanOrEqualTo(NetshCommand.LONGEST));
        assertThat(windows.local).hasSize(29);
    }

    @Test
    void usesNetshForOneThatFitsIntoNoScript() {
        RuleSpec longOne = rule("long", 5, "d".repeat(500));

        assertThat(firewall.addAll(List.of(PHONE, longOne, GAME)).values())
                .containsOnly(new RuleOutcome.Done());

        assertThat(windows.ran).hasSize(2);
        assertThat(windows.local).hasSize(3);
    }

    @Test
    void refusesAStatementThatFitsIntoNoCommand() {
        assertThatThrownBy(() ->
                        PowerShellCommand.of(
                                List.of(Cmdlet.newRule(rule("x", 1, "d".repeat(500))))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void writesTheStatementOfARuleInFull() {
        assertThat(new PowerShellCommand(List.of(Cmdlet.newRule(PHONE))))
                .hasToString(
                        "New-NetFirewallRule -DisplayName 'Naru - phone' -Direction Inbound"
                                + " -Action Allow -Protocol TCP -LocalPort '8000'"
                                + " -RemoteAddress LocalSubnet -Profile Private"
                                + " -Program 'C:\\Program Files\\Naru\\Naru.exe'"
                                + " -Description '그림 ''and'' ’’more’’'");
    }

    @Test
    void namesAnIdWithPatternCharactersExactly() {
        assertThat(Cmdlet.remove(List.of("UDP Query User{1}C:\\a[1]\\it's.exe")).text())
                .isEqualTo(
                        "Get-NetFirewallRule|?{'UDP Query User{1}C:\\a[1]\\it''s.exe'"
                                + " -ccontains $_.Name}|Remove-NetFirewallRule");
        assertThat(Cmdlet.remove(List.of("{1}", "{2}")).text())
                .isEqualTo("Remove-NetFirewallRule -Name '{1}','{2}'");
    }
}
