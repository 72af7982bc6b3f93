package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeveralRulesTest {

    private static final RuleSpec PHONE = rule("phone", 8000, "그림 'and' ’more’");
    private static final RuleSpec PRINTER = rule("나루 & 100%", 9100, "");
    private static final RuleSpec GAME =
            Denying.program(new RuleName("Naru - game"), "C:\\g\\it's a game.exe");
    private static final List<RuleSpec> ALL = List.of(PHONE, PRINTER, GAME);

    private final FakeWindows windows = new FakeWindows();
    private final Firewall firewall = new Firewall(windows);

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
        assertThat(windows.addAll(ALL))
                .containsOnlyKeys(ALL)
                .allSatisfy(
                        (rule, outcome) -> assertThat(outcome).isEqualTo(new RuleOutcome.Done()));
        assertThat(windows.ran).hasSizeLessThan(ALL.size());
        for (RuleSpec rule : ALL) {
            assertThat(firewall.has(rule)).as(rule.toString()).isTrue();
        }

        windows.ran.clear();
        assertThat(windows.removeAll(ALL).values()).containsOnly(new RuleOutcome.Done());
        assertThat(windows.ran).hasSize(1);
        assertThat(windows.local).isEmpty();
    }

    @Test
    void changesOnlyThoseThatAreNotAsWanted() {
        windows.add(PHONE);
        windows.add(PRINTER.enabled(false));
        windows.add(rule("game", 1, ""));
        windows.ran.clear();

        assertThat(windows.addAll(ALL).values())
                .containsExactlyInAnyOrder(
                        new RuleOutcome.AlreadySo(),
                        new RuleOutcome.Done(),
                        new RuleOutcome.Done());

        assertThat(windows.ran).hasSize(1);
        assertThat(windows.local).hasSize(3);
    }

    @Test
    void asksForNothingWhereAllIsAsWanted() {
        assertThat(windows.removeAll(ALL).values()).containsOnly(new RuleOutcome.AlreadySo());
        assertThat(windows.ran).isEmpty();
    }

    @Test
    void removesBlocksAndAPortProxyEntryInTheSamePrompt() throws IOException {
        String block =
                "v2.33|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public"
                        + "|App=C:\\server.exe|Name=s|Defer=User|";
        windows.local.put(
                "TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}C:\\server.exe", block);
        windows.portProxies.put("*/8000", "10.0.0.1/22");
        PortProxyRegistry proxies =
                family ->
                        family == PortProxyEntry.Family.V4TOV4
                                ? Map.copyOf(windows.portProxies)
                                : Map.of();
        QueryUserBlocks blocks = new QueryUserBlocks(windows);
        PortProxyEntry entry = PortProxy.read(proxies).entries().getFirst();

        assertThat(
                        new ElevatedTasks(windows)
                                .bring(
                                        List.of(
                                                blocks.removing(blocks.of("C:\\server.exe")),
                                                new PortProxyChanges(proxies).removing(entry),
                                                firewall.making(PHONE))))
                .containsOnly(new RuleOutcome.Done());

        assertThat(windows.ran).hasSize(1);
        assertThat(windows.portProxies).isEmpty();
        assertThat(windows.local).hasSize(1);
        assertThat(firewall.has(PHONE)).isTrue();
    }

    @Test
    void usesNetshForEachWhereNobodyIsAsked() {
        windows.asks = false;

        assertThat(windows.addAll(ALL).values()).containsOnly(new RuleOutcome.Done());

        assertThat(windows.ran)
                .hasSize(3)
                .allSatisfy(arguments -> assertThat(arguments).startsWith("advfirewall"));
    }

    @Test
    void usesNetshForASingleOne() {
        windows.addAll(List.of(PHONE));

        assertThat(windows.ran).hasSize(1).first().asString().contains("advfirewall");
    }

    @Test
    void tellsOfEachWhenTheUserSaysNo() {
        windows.instead.add(new Elevation.Ending.Declined());

        assertThat(windows.addAll(ALL).values()).containsOnly(new RuleOutcome.Declined());
        assertThat(windows.ran).hasSize(1);
    }

    @Test
    void leavesARuleOfNearlyTheSameNameAlone() {
        windows.put("v2.10|Action=Allow|Active=TRUE|Dir=In|Name=NARU - Phone|");

        assertThat(windows.addAll(ALL))
                .containsEntry(PHONE, new RuleOutcome.NotOurs("NARU - Phone"));
        assertThat(windows.removeAll(ALL))
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

        assertThat(windows.addAll(many).values()).containsOnly(new RuleOutcome.Done());

        assertThat(windows.ran)
                .allSatisfy(arguments ->
                        assertThat(String.join(" ", arguments))
                                .hasSizeLessThanOrEqualTo(NetshCommand.LONGEST));
        assertThat(windows.local).hasSize(29);
    }

    @Test
    void usesNetshForOneThatFitsIntoNoScript() {
        RuleSpec longOne = rule("long", 5, "d".repeat(500));

        assertThat(windows.addAll(List.of(PHONE, longOne, GAME)).values())
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
                                + " -RemoteAddress 'LocalSubnet' -Profile Private"
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
