package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stand-in netsh is as strict as the documented grammar, or the other tests mean nothing. */
final class NetshStandInIT {

    private static final String ADD = "advfirewall|firewall|add|rule|name=x|dir=in|action=allow|";

    private static final String[] REFUSED = {
        "advfirewall|firewall|add|rule",
        "advfirewall|firewall|add|rule|name=x|dir=in",
        "advfirewall|firewall|add|rule|name=x|action=allow",
        "advfirewall|firewall|add|rule|name=all|dir=in|action=allow",
        "advfirewall|firewall|add|rule|name=FileZilla|Server|dir=in|action=allow",
        "advfirewall|firewall|add|rule|name=x|dir=up|action=allow",
        "advfirewall|firewall|add|rule|name=x|dir=in|action=permit",
        ADD + "localport=80",
        ADD + "protocol=any|localport=80",
        ADD + "protocol=icmpv4|localport=80",
        ADD + "protocol=tcp|localport=65536",
        ADD + "protocol=tcp|localport=90-80",
        ADD + "protocol=tcp|localport=80,",
        ADD + "protocol=tcp|localport=80, 81",
        ADD + "protocol=256",
        ADD + "protocol=sctp",
        ADD + "protocol=icmpv4:8",
        ADD + "profile=home",
        ADD + "profile=private;public",
        ADD + "remoteip=192.168.0.300",
        ADD + "remoteip=192.168.0.0/33",
        ADD + "remoteip=192.168.0.9-192.168.0.1",
        ADD + "remoteip=somewhere",
        ADD + "localip=localsubnet",
        ADD + "interfacetype=wifi",
        ADD + "service=a/b",
        ADD + "edge=maybe",
        "advfirewall|firewall|add|rule|name=x|dir=out|action=allow|edge=yes",
        ADD + "protocol=icmpv4:256,0",
        ADD + "protocol=icmpv6:128,0,0",
        ADD + "program=C:/x.exe",
        ADD + "enable=true",
        ADD + "colour=red",
        ADD + "name=y",
        ADD + "group=mine",
        "advfirewall|firewall|delete|rule",
        "advfirewall|firewall|delete|rule|dir=in",
        "advfirewall|firewall|delete|rule|name=not there",
        "advfirewall|firewall|delete|rule|name=x|action=allow",
        "advfirewall|firewall|set|rule|name=x|enable=no",
        "advfirewall|firewall|set|rule|name=not there|new|enable=no",
        "advfirewall|firewall|show|rule|name=not there",
        "advfirewall|firewall|frobnicate",
        "advfirewall|reset|nothing",
        "http|show"
    };

    @Test
    void refusesWhatTheGrammarDoesNotHave() throws Exception {
        Wine wine = Wine.lab();
        wine.importHive(Wine.hive("firewall.reg"));
        for (String refused : REFUSED) {
            Wine.Ended ended = netsh(wine, refused);
            assertThat(ended.code()).as(refused).isEqualTo(1);
            assertThat(ended.output()).as(refused).isNotBlank();
        }
        assertThat(netsh(wine, "advfirewall|firewall|show|rule|name=x").code()).isEqualTo(1);
    }

    @Test
    void takesWhatTheGrammarHasAndChangesItLater() throws Exception {
        Wine wine = Wine.lab();
        wine.importHive(Wine.hive("firewall.reg"));
        assertThat(
                        netsh(
                                        wine,
                                        "advfirewall|firewall|add|rule|name=x|dir=out|action=block"
                                                + "|program=C:\\a b.exe|description=d e|enable=no"
                                                + "|profile=private,public|protocol=udp"
                                                + "|localport=1,2-3|remoteport=any"
                                                + "|remoteip=10.0.0.0/255.0.0.0,fd00::/8,10.0.0.1-10.0.0.9"
                                                + "|interfacetype=any|edge=no|security=notrequired")
                                .code())
                .isZero();
        assertThat(stored(wine))
                .contains(
                        "|Action=Block|Active=FALSE|Dir=Out|Protocol=17|Profile=Private"
                                + "|Profile=Public|LPort=1|LPort2_10=2-3|RA4=10.0.0.0/255.0.0.0"
                                + "|RA6=fd00::/8|RA4=10.0.0.1-10.0.0.9|App=C:\\a b.exe|Name=x|Desc=d e|");
        assertThat(
                        netsh(
                                        wine,
                                        "advfirewall|firewall|set|rule|name=x|dir=out|new|enable=yes|profile=any")
                                .code())
                .isZero();
        assertThat(stored(wine)).contains("|Action=Block|Active=TRUE|Dir=Out|Protocol=17|LPort=1|");
        assertThat(netsh(wine, "advfirewall|firewall|delete|rule|name=x|dir=in").code())
                .isEqualTo(1);
        assertThat(
                        netsh(
                                        wine,
                                        "advfirewall|firewall|delete|rule|name=x|protocol=udp|localport=1,2-3")
                                .output())
                .contains("Deleted 1 rule(s).");
        assertThat(stored(wine)).doesNotContain("Name=x|");
    }

    @Test
    void speaksKoreanInItsCodePage() throws Exception {
        Wine wine = Wine.lab().with("NARU_NETSH_LANGUAGE", "ko");
        byte[] said = netsh(wine, "advfirewall|firewall|delete|rule|name=not there").bytes();
        assertThat(new String(said, Charset.forName("x-windows-949")))
                .contains("지정된 조건과 일치하는 규칙이 없습니다.");
    }

    private static String stored(Wine wine) throws Exception {
        return wine.run(
                        "reg",
                        "query",
                        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters"
                                + "\\FirewallPolicy\\FirewallRules")
                .output();
    }

    private static Wine.Ended netsh(Wine wine, String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("netsh"));
        command.addAll(Arrays.asList(arguments.split("\\|", -1)));
        return wine.run(command.toArray(String[]::new));
    }
}
