package app.naru.firewall;

import static app.naru.firewall.PolicyStore.GROUP_POLICY;
import static app.naru.firewall.PolicyStore.LOCAL;
import static app.naru.firewall.PolicyStore.MDM;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Cidr;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JudgeTest {

    private static final String ALLOW = "v2.31|Action=Allow|Active=TRUE|Dir=In|";
    private static final String BLOCK = "v2.31|Action=Block|Active=TRUE|Dir=In|";
    private static final String ALLOW_OUT = "v2.31|Action=Allow|Active=TRUE|Dir=Out|";
    private static final String BLOCK_OUT = "v2.31|Action=Block|Active=TRUE|Dir=Out|";
    private static final String PORT = "Protocol=6|LPort=8000|Name=Port|";
    private static final String NODE = "C:\\Program Files\\nodejs\\node.exe";

    /** TCP 8000 from somewhere, on a private network. */
    private static final Question WEB =
            Question.inbound(RuleProtocol.TCP, new Port(8000), NetworkProfile.PRIVATE);

    private static final Question WEB_PUBLIC =
            Question.inbound(RuleProtocol.TCP, new Port(8000), NetworkProfile.PUBLIC);
    private static final Question WEB_DOMAIN =
            Question.inbound(RuleProtocol.TCP, new Port(8000), NetworkProfile.DOMAIN);
    private static final Question NODE_WEB = WEB.withProgram(NODE);
    private static final Question OUT =
            Question.outbound(RuleProtocol.TCP, new Port(443), NetworkProfile.PRIVATE);

    /** What a PC is like, what is asked, and what the answer is: answer certainty kind store id. */
    private record Case(String name, FakePolicy policy, Question question, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Question from(String remote) {
        return WEB.withRemote(Address.parse(remote));
    }

    private static Question lan(String remote) {
        return from(remote)
                .withLocal(
                        Address.parse("192.168.0.5"),
                        List.of(Cidr.parse("192.168.0.0/24"), Cidr.parse("fd00::/64")));
    }

    private static Case local(String name, Question question, String answer, String... rules) {
        FakePolicy policy = new FakePolicy();
        for (int i = 0; i < rules.length; i++) {
            policy.rule(LOCAL, "r" + (i + 1), rules[i]);
        }
        return new Case(name, policy, question, answer);
    }

    private static Case with(
            String name, UnaryOperator<FakePolicy> policy, Question question, String answer) {
        return new Case(name, policy.apply(new FakePolicy()), question, answer);
    }

    private static final String BY_DEFAULT = "blocked certain default local DefaultInboundAction";
    private static final String PERHAPS_DEFAULT =
            "blocked likely default local DefaultInboundAction";
    private static final String BY_R1 = "allowed certain rule local r1";
    private static final String PERHAPS_R1 = "allowed likely rule local r1";
    private static final String BLOCKED_R1 = "blocked certain rule local r1";

    static Stream<Case> rulesOfTheLocalStore() {
        return Stream.of(
                local("no rule: the default blocks", WEB, BY_DEFAULT),
                local("a rule for the port", WEB, BY_R1, ALLOW + PORT),
                local("a rule for another port", WEB, BY_DEFAULT, ALLOW + "Protocol=6|LPort=8001|"),
                local(
                        "a range with the port",
                        WEB,
                        BY_R1,
                        ALLOW + "Protocol=6|LPort2_10=7000-8000|"),
                local(
                        "a range without it",
                        WEB,
                        BY_DEFAULT,
                        ALLOW + "Protocol=6|LPort2_10=8001-9000|"),
                local("one port of several", WEB, BY_R1, ALLOW + "Protocol=6|LPort=80|LPort=8000|"),
                local("a rule for UDP", WEB, BY_DEFAULT, ALLOW + "Protocol=17|LPort=8000|"),
                local("a rule for all of TCP", WEB, BY_R1, ALLOW + "Protocol=6|"),
                local("a rule for everything", WEB, BY_R1, ALLOW + "Name=All|"),
                local("a disabled rule", WEB, BY_DEFAULT, ALLOW.replace("TRUE", "FALSE") + PORT),
                local(
                        "a rule that does not say it is active",
                        WEB,
                        BY_DEFAULT,
                        ALLOW.replace("Active=TRUE|", "") + PORT),
                local("a rule for what goes out", WEB, BY_DEFAULT, ALLOW_OUT + PORT),
                local(
                        "ports without a protocol are no valid rule",
                        WEB,
                        PERHAPS_DEFAULT,
                        ALLOW + "LPort=8000|"),
                local(
                        "a block beats an allow",
                        WEB,
                        "blocked certain rule local r2",
                        ALLOW + PORT,
                        BLOCK + PORT),
                local(
                        "a block beats a more specific allow",
                        NODE_WEB,
                        "blocked certain rule local r2",
                        ALLOW + PORT + "App=" + NODE + "|RA4=192.168.0.7|",
                        BLOCK + "Name=All|"),
                local(
                        "a disabled block does not",
                        WEB,
                        BY_R1,
                        ALLOW + PORT,
                        BLOCK.replace("TRUE", "FALSE") + PORT),
                local(
                        "a block of another port does not",
                        WEB,
                        BY_R1,
                        ALLOW + PORT,
                        BLOCK + "Protocol=6|LPort=8001|"),
                local(
                        "bypass rules ask for IPsec and decide nothing",
                        WEB,
                        BY_DEFAULT,
                        "v2.31|Action=ByPass|Active=TRUE|Dir=In|Security=Authenticate|" + PORT),
                local(
                        "UDP by a rule for UDP",
                        Question.inbound(RuleProtocol.UDP, new Port(5353), NetworkProfile.PRIVATE),
                        BY_R1,
                        ALLOW + "Protocol=17|LPort=5353|"),
                local(
                        "a port by Windows' word for it",
                        Question.inbound(RuleProtocol.UDP, new Port(5353), NetworkProfile.PRIVATE),
                        BY_R1,
                        ALLOW + "Protocol=17|LPort2_24=mDNS|"),
                local(
                        "a word for other ports",
                        WEB,
                        BY_DEFAULT,
                        ALLOW + "Protocol=6|LPort=RPC-EPMap|"),
                local(
                        "a word for ports that change",
                        WEB,
                        PERHAPS_DEFAULT,
                        ALLOW + "Protocol=6|LPort=RPC|"),
                local(
                        "a rule for the other end's port",
                        WEB,
                        PERHAPS_DEFAULT,
                        ALLOW + "Protocol=6|LPort=8000|RPort=67|"),
                local(
                        "a rule for each of the other end's ports",
                        WEB,
                        BY_R1,
                        ALLOW + "Protocol=6|LPort=8000|RPort2_10=0-65535|"));
    }

    static Stream<Case> profiles() {
        return Stream.of(
                local(
                        "a rule for private networks on one",
                        WEB,
                        BY_R1,
                        ALLOW + PORT + "Profile=Private|"),
                local(
                        "a rule for private networks on a public one",
                        WEB_PUBLIC,
                        BY_DEFAULT,
                        ALLOW + PORT + "Profile=Private|"),
                local(
                        "a rule for private and public networks",
                        WEB_PUBLIC,
                        BY_R1,
                        ALLOW + PORT + "Profile=Private|Profile=Public|"),
                local("a rule that names no profile is for all", WEB_DOMAIN, BY_R1, ALLOW + PORT),
                local(
                        "a block for public networks on a private one",
                        WEB,
                        BY_R1,
                        ALLOW + PORT,
                        BLOCK + PORT + "Profile=Public|"),
                local(
                        "a block for public networks on one",
                        WEB_PUBLIC,
                        "blocked certain rule local r2",
                        ALLOW + PORT,
                        BLOCK + PORT + "Profile=Public|"));
    }

    static Stream<Case> programs() {
        return Stream.of(
                local(
                        "a rule for the program",
                        NODE_WEB,
                        BY_R1,
                        ALLOW + "Protocol=6|App=" + NODE + "|"),
                local(
                        "its path in other letters",
                        NODE_WEB,
                        BY_R1,
                        ALLOW + "App=c:\\program files\\NODEJS\\Node.EXE|"),
                local(
                        "its path with slashes that lean forwards",
                        WEB.withProgram("C:/Program Files/nodejs/node.exe"),
                        BY_R1,
                        ALLOW + "App=" + NODE + "|"),
                local(
                        "its path with doubled backslashes",
                        NODE_WEB,
                        BY_R1,
                        ALLOW + "App=C:\\\\Program Files\\\\nodejs\\\\node.exe|"),
                local(
                        "a rule for another program",
                        NODE_WEB,
                        BY_DEFAULT,
                        ALLOW + "App=C:\\other\\node.exe|"),
                local(
                        "a rule for some program where none is asked about",
                        WEB,
                        BY_DEFAULT,
                        ALLOW + "App=" + NODE + "|"),
                local(
                        "a rule for the program and another port",
                        NODE_WEB,
                        BY_DEFAULT,
                        ALLOW + "Protocol=6|LPort=3000|App=" + NODE + "|"),
                local(
                        "a variable for Windows' folder",
                        WEB.withProgram("D:\\Windows\\System32\\x.exe"),
                        BY_R1,
                        ALLOW + "App=%SystemRoot%\\system32\\x.exe|"),
                local(
                        "a variable for the programs' folder",
                        NODE_WEB,
                        BY_R1,
                        ALLOW + "App=%ProgramFiles%\\nodejs\\node.exe|"),
                local(
                        "a variable that leads elsewhere",
                        WEB.withProgram("C:\\Temp\\system32\\x.exe"),
                        BY_DEFAULT,
                        ALLOW + "App=%SystemRoot%\\system32\\x.exe|"),
                local(
                        "a variable that nobody knows",
                        WEB.withProgram("C:\\tools\\bin\\x.exe"),
                        PERHAPS_R1,
                        ALLOW + "App=%TOOLS%\\bin\\x.exe|"),
                local(
                        "a short name of the path",
                        NODE_WEB,
                        PERHAPS_R1,
                        ALLOW + "App=C:\\PROGRA~1\\nodejs\\node.exe|"),
                local(
                        "Windows itself",
                        WEB.withProgram("System"),
                        BY_R1,
                        ALLOW + PORT + "App=System|"),
                local(
                        "the prompt's own block of the program",
                        NODE_WEB,
                        "blocked certain rule local r2",
                        ALLOW + PORT,
                        BLOCK
                                + "Protocol=6|Profile=Private|App=c:\\program files\\nodejs\\node.exe|Name=Node.js|Defer=User|"),
                local(
                        "the prompt's block of another program",
                        NODE_WEB,
                        BY_R1,
                        ALLOW + PORT,
                        BLOCK + "Protocol=6|App=c:\\other.exe|Defer=User|"),
                local(
                        "the prompt's block for UDP",
                        NODE_WEB,
                        BY_R1,
                        ALLOW + PORT,
                        BLOCK + "Protocol=17|App=" + NODE + "|"),
                local(
                        "a rule for a service of the program",
                        WEB.withProgram("C:\\Windows\\System32\\svchost.exe"),
                        PERHAPS_R1,
                        ALLOW + PORT + "App=%SystemRoot%\\System32\\svchost.exe|Svc=fdrespub|"),
                local(
                        "a rule for a service in any program",
                        NODE_WEB,
                        PERHAPS_DEFAULT,
                        ALLOW + PORT + "Svc=fdrespub|"),
                local(
                        "a rule for a Store app",
                        NODE_WEB,
                        BY_DEFAULT,
                        ALLOW + "PFN=Microsoft.WindowsStore_8wekyb3d8bbwe|LUOwn=S-1-5-21-1|"),
                local(
                        "a rule for the Store app that it is",
                        WEB.withProgram(
                                "C:\\Program Files\\WindowsApps\\Python.3.12_3.12.1.0_x64__abc\\python.exe"),
                        PERHAPS_R1,
                        ALLOW + "PFN=Python.3.12_abc|"),
                local(
                        "a rule for an app container",
                        NODE_WEB,
                        BY_DEFAULT,
                        ALLOW + "AppPkgId=S-1-15-2-1|"));
    }

    static Stream<Case> addresses() {
        return Stream.of(
                local(
                        "an address that is the rule's",
                        from("192.168.0.7"),
                        BY_R1,
                        ALLOW + PORT + "RA4=192.168.0.7|"),
                local(
                        "an address that is not",
                        from("192.168.0.8"),
                        BY_DEFAULT,
                        ALLOW + PORT + "RA4=192.168.0.7|"),
                local(
                        "an address in the subnet",
                        from("192.168.0.8"),
                        BY_R1,
                        ALLOW + PORT + "RA4=192.168.0.0/255.255.255.0|"),
                local(
                        "an address outside of it",
                        from("192.168.1.8"),
                        BY_DEFAULT,
                        ALLOW + PORT + "RA4=192.168.0.0/24|"),
                local(
                        "an address in the range",
                        from("192.168.0.8"),
                        BY_R1,
                        ALLOW + PORT + "RA4=192.168.0.1-192.168.0.9|"),
                local(
                        "an IPv6 address in the subnet",
                        from("fd00::8"),
                        BY_R1,
                        ALLOW + PORT + "RA6=fd00::/8|"),
                local(
                        "an IPv6 address, and only IPv4 ones in the rule",
                        from("fd00::8"),
                        BY_DEFAULT,
                        ALLOW + PORT + "RA4=0.0.0.0-255.255.255.255|"),
                local(
                        "nobody said from where, and the rule is for some",
                        WEB,
                        PERHAPS_R1,
                        ALLOW + PORT + "RA4=192.168.0.7|"),
                local(
                        "nobody said from where, and a block is for some",
                        WEB,
                        "allowed likely rule local r1",
                        ALLOW + PORT,
                        BLOCK + PORT + "RA4=203.0.113.7|"),
                local(
                        "a block of the address",
                        from("203.0.113.7"),
                        "blocked certain rule local r2",
                        ALLOW + PORT,
                        BLOCK + "RA4=203.0.113.7|"),
                local(
                        "the local subnet, from within",
                        lan("192.168.0.7"),
                        BY_R1,
                        ALLOW + PORT + "RA4=LocalSubnet|RA6=LocalSubnet|"),
                local(
                        "the local subnet, from outside",
                        lan("203.0.113.7"),
                        BY_DEFAULT,
                        ALLOW + PORT + "RA4=LocalSubnet|RA6=LocalSubnet|"),
                local(
                        "the local subnet in IPv6",
                        lan("fd00::7"),
                        BY_R1,
                        ALLOW + PORT + "RA4=LocalSubnet|RA6=LocalSubnet|"),
                local(
                        "a link-local address is of the local subnet",
                        from("fe80::7"),
                        BY_R1,
                        ALLOW + PORT + "RA6=LocalSubnet|"),
                local(
                        "the local subnet of IPv4 alone, from IPv6",
                        lan("fd00::7"),
                        BY_DEFAULT,
                        ALLOW + PORT + "RA4=LocalSubnet|"),
                local(
                        "the local subnet, and nobody knows which it is",
                        from("192.168.0.7"),
                        PERHAPS_R1,
                        ALLOW + PORT + "RA4=LocalSubnet|"),
                local(
                        "the DNS server's address",
                        from("192.168.0.7"),
                        PERHAPS_DEFAULT,
                        ALLOW + PORT + "RA4=DNS|"),
                local(
                        "a word for addresses of a later version",
                        from("192.168.0.7"),
                        PERHAPS_R1,
                        ALLOW + PORT + "RA4=NewPlace|"),
                local(
                        "this PC's address is the rule's",
                        lan("192.168.0.7"),
                        BY_R1,
                        ALLOW + PORT + "LA4=192.168.0.5|"),
                local(
                        "another address of this PC is",
                        lan("192.168.0.7"),
                        BY_DEFAULT,
                        ALLOW + PORT + "LA4=10.0.0.5|"),
                local(
                        "nobody said at which address",
                        WEB,
                        PERHAPS_R1,
                        ALLOW + PORT + "LA4=10.0.0.5|"),
                local(
                        "from this PC itself",
                        from("127.0.0.1"),
                        "allowed certain default local Loopback",
                        BLOCK + PORT));
    }

    static Stream<Case> conditions() {
        Question wireless = WEB.withInterface("{AAAA}", InterfaceType.WIRELESS);
        return Stream.of(
                local(
                        "a rule for wireless interfaces on one",
                        wireless,
                        BY_R1,
                        ALLOW + PORT + "IFType=Wireless|"),
                local(
                        "a rule for cables on a wireless one",
                        wireless,
                        BY_DEFAULT,
                        ALLOW + PORT + "IFType=Lan|"),
                local(
                        "a rule for wireless interfaces on an unknown one",
                        WEB,
                        PERHAPS_R1,
                        ALLOW + PORT + "IFType=Wireless|"),
                local("a rule for the interface", wireless, BY_R1, ALLOW + PORT + "IF={aaaa}|"),
                local(
                        "a rule for another interface",
                        wireless,
                        BY_DEFAULT,
                        ALLOW + PORT + "IF={BBBB}|"),
                local(
                        "a rule that asks for IPsec",
                        WEB,
                        PERHAPS_DEFAULT,
                        ALLOW + PORT + "Security=Authenticate|"),
                local(
                        "a rule for some computers",
                        WEB,
                        PERHAPS_DEFAULT,
                        ALLOW + PORT + "RMauth=O:LSD:(A;;CC;;;S-1-5-80)|"),
                local(
                        "a rule for some users of this PC",
                        WEB,
                        PERHAPS_R1,
                        ALLOW + PORT + "LUAuth=O:LSD:(A;;CC;;;S-1-5-80)|"),
                local(
                        "a block for some users of this PC",
                        WEB,
                        "blocked likely rule local r2",
                        ALLOW + PORT,
                        BLOCK + "LUAuth=O:LSD:(D;;CC;;;S-1-5-80)|"),
                local(
                        "a rule with a key of a later version",
                        WEB,
                        PERHAPS_R1,
                        ALLOW + PORT + "New=1|"),
                local(
                        "a block with a key of a later version",
                        WEB,
                        "blocked likely rule local r2",
                        ALLOW + PORT,
                        BLOCK + PORT + "New=1|"),
                local(
                        "edge traversal changes nothing here",
                        WEB,
                        BY_R1,
                        ALLOW + PORT + "Edge=TRUE|Defer=App|"),
                local(
                        "a rule for Windows 8 and later",
                        WEB,
                        BY_R1,
                        ALLOW + PORT + "Platform=2:6:2|Platform2=GTEQ|"),
                local(
                        "a rule for Windows 7 alone",
                        WEB,
                        BY_DEFAULT,
                        ALLOW + PORT + "Platform=2:6:1|"),
                local(
                        "a rule that Windows 10 can pass over",
                        WEB,
                        PERHAPS_R1,
                        ALLOW + PORT + "SkipVer=2.33|"),
                local(
                        "a rule that only Windows 7 can pass over",
                        WEB,
                        BY_R1,
                        ALLOW + PORT + "SkipVer=2.10|"),
                local(
                        "a rule for Wi-Fi Direct",
                        WEB,
                        PERHAPS_DEFAULT,
                        ALLOW + PORT + "TTK2_22=WFDPrint|"),
                local("a rule for some networks' names", WEB, PERHAPS_R1, ALLOW + PORT + "NNm=x|"),
                local(
                        "a text that is no rule, beside an allow",
                        WEB,
                        PERHAPS_R1,
                        ALLOW + PORT,
                        "v2.31|broken"),
                local(
                        "a text that is no rule, beside a block",
                        WEB,
                        BLOCKED_R1,
                        BLOCK + PORT,
                        "v2.31|broken"));
    }

    static Stream<Case> settings() {
        String r = "r1";
        return Stream.of(
                with(
                        "off on private networks",
                        p ->
                                p.set(LOCAL, "StandardProfile", "EnableFirewall", "0")
                                        .rule(LOCAL, r, BLOCK + PORT),
                        WEB,
                        "allowed certain setting local EnableFirewall"),
                with(
                        "off on private networks, on a public one",
                        p -> p.set(LOCAL, "StandardProfile", "EnableFirewall", "0"),
                        WEB_PUBLIC,
                        BY_DEFAULT),
                with(
                        "a policy's firewall is on where the local one is off",
                        p ->
                                p.set(LOCAL, "StandardProfile", "EnableFirewall", "0")
                                        .set(GROUP_POLICY, "PrivateProfile", "EnableFirewall", "1"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "a policy turns it off",
                        p -> p.set(GROUP_POLICY, "PrivateProfile", "EnableFirewall", "0"),
                        WEB,
                        "allowed certain setting group-policy EnableFirewall"),
                with(
                        "the manager turns it off",
                        p -> p.set(MDM, "PublicProfile", "EnableFirewall", "0"),
                        WEB_PUBLIC,
                        "allowed certain setting mdm EnableFirewall"),
                with(
                        "Group Policy has the word before the manager",
                        p ->
                                p.set(MDM, "PrivateProfile", "EnableFirewall", "0")
                                        .set(GROUP_POLICY, "PrivateProfile", "EnableFirewall", "1"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "the old policy key stands for private networks",
                        p -> p.set(GROUP_POLICY, "StandardProfile", "EnableFirewall", "0"),
                        WEB,
                        "allowed certain setting group-policy EnableFirewall"),
                with(
                        "the old policy key stands for public networks",
                        p -> p.set(GROUP_POLICY, "StandardProfile", "EnableFirewall", "0"),
                        WEB_PUBLIC,
                        "allowed certain setting group-policy EnableFirewall"),
                with(
                        "the old policy key does not stand for domains",
                        p -> p.set(GROUP_POLICY, "StandardProfile", "EnableFirewall", "0"),
                        WEB_DOMAIN,
                        BY_DEFAULT),
                with(
                        "the old policy key is void beside a new one",
                        p ->
                                p.set(GROUP_POLICY, "StandardProfile", "EnableFirewall", "0")
                                        .key(GROUP_POLICY, "PublicProfile"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "a local PrivateProfile key means nothing",
                        p -> p.set(LOCAL, "PrivateProfile", "EnableFirewall", "0"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "block all incoming",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DoNotAllowExceptions", "1")
                                        .rule(LOCAL, r, ALLOW + PORT),
                        WEB,
                        "blocked certain setting local DoNotAllowExceptions"),
                with(
                        "block all incoming, by either store",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DoNotAllowExceptions", "1")
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "DoNotAllowExceptions",
                                                "0"),
                        WEB,
                        "blocked certain setting local DoNotAllowExceptions"),
                with(
                        "block all incoming, with the firewall off",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DoNotAllowExceptions", "1")
                                        .set(LOCAL, "StandardProfile", "EnableFirewall", "0"),
                        WEB,
                        "allowed certain setting local EnableFirewall"),
                with(
                        "a default that allows",
                        p -> p.set(LOCAL, "StandardProfile", "DefaultInboundAction", "0"),
                        WEB,
                        "allowed certain default local DefaultInboundAction"),
                with(
                        "a default that allows, and a block",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DefaultInboundAction", "0")
                                        .rule(LOCAL, r, BLOCK + PORT),
                        WEB,
                        BLOCKED_R1),
                with(
                        "a default that a policy sets",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DefaultInboundAction", "0")
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "DefaultInboundAction",
                                                "1"),
                        WEB,
                        "blocked certain default group-policy DefaultInboundAction"),
                with(
                        "a value's name in other letters",
                        p -> p.set(LOCAL, "StandardProfile", "enablefirewall", "0"),
                        WEB,
                        "allowed certain setting local EnableFirewall"),
                with(
                        "a value that is no number",
                        p -> p.set(LOCAL, "StandardProfile", "EnableFirewall", "off"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "off on the interface",
                        p -> p.set(LOCAL, "StandardProfile", "DisabledInterfaces", "{BBBB},{AAAA}"),
                        WEB.withInterface("{aaaa}", InterfaceType.LAN),
                        "allowed certain setting local DisabledInterfaces"),
                with(
                        "off on another interface",
                        p -> p.set(LOCAL, "StandardProfile", "DisabledInterfaces", "{BBBB}"),
                        WEB.withInterface("{aaaa}", InterfaceType.LAN),
                        BY_DEFAULT));
    }

    static Stream<Case> merging() {
        return Stream.of(
                with(
                        "a policy's rule allows",
                        p -> p.rule(GROUP_POLICY, "g", ALLOW + PORT),
                        WEB,
                        "allowed certain rule group-policy g"),
                with(
                        "the manager's rule allows",
                        p -> p.rule(MDM, "m", ALLOW + PORT),
                        WEB,
                        "allowed certain rule mdm m"),
                with(
                        "a policy's block beats a local allow",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .rule(GROUP_POLICY, "g", BLOCK + PORT),
                        WEB,
                        "blocked certain rule group-policy g"),
                with(
                        "a local block beats a policy's allow",
                        p ->
                                p.rule(LOCAL, "r1", BLOCK + PORT)
                                        .rule(GROUP_POLICY, "g", ALLOW + PORT),
                        WEB,
                        BLOCKED_R1),
                with(
                        "local rules don't count",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        "blocked certain setting group-policy AllowLocalPolicyMerge"),
                with(
                        "local rules don't count, and none is about it",
                        p -> p.set(GROUP_POLICY, "PrivateProfile", "AllowLocalPolicyMerge", "0"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "local rules don't count on other networks",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PublicProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        BY_R1),
                with(
                        "local blocks don't count either",
                        p ->
                                p.rule(LOCAL, "r1", BLOCK + PORT)
                                        .rule(GROUP_POLICY, "g", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        "allowed certain rule group-policy g"),
                with(
                        "the local store can't void itself",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                LOCAL,
                                                "StandardProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        BY_R1),
                with(
                        "the manager voids local rules",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(MDM, "PrivateProfile", "AllowLocalPolicyMerge", "0"),
                        WEB,
                        "blocked certain setting mdm AllowLocalPolicyMerge"),
                with(
                        "local rules for programs don't count",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + "Protocol=6|App=" + NODE + "|")
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AuthorizedApplications\\AllowUserPrefMerge",
                                                "0"),
                        NODE_WEB,
                        "blocked certain setting group-policy AuthorizedApplications\\AllowUserPrefMerge"),
                with(
                        "local rules for programs don't count, those for ports do",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AuthorizedApplications\\AllowUserPrefMerge",
                                                "0"),
                        NODE_WEB,
                        BY_R1),
                with(
                        "local rules for ports don't count",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "GloballyOpenPorts\\AllowUserPrefMerge",
                                                "0"),
                        WEB,
                        "blocked certain setting group-policy GloballyOpenPorts\\AllowUserPrefMerge"),
                with(
                        "local rules for ports don't count, one for a program's port does",
                        p ->
                                p.rule(LOCAL, "r1", ALLOW + PORT + "App=" + NODE + "|")
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "GloballyOpenPorts\\AllowUserPrefMerge",
                                                "0"),
                        NODE_WEB,
                        BY_R1));
    }

    static Stream<Case> unknowns() {
        return Stream.of(
                with(
                        "local rules denied",
                        p -> p.denyRules(LOCAL),
                        WEB,
                        "unknown likely unread local FirewallRules"),
                with(
                        "local rules missing",
                        p -> p.withoutRules(LOCAL),
                        WEB,
                        "unknown likely unread local FirewallRules"),
                with(
                        "local rules denied, and void",
                        p ->
                                p.denyRules(LOCAL)
                                        .set(
                                                GROUP_POLICY,
                                                "PrivateProfile",
                                                "AllowLocalPolicyMerge",
                                                "0"),
                        WEB,
                        BY_DEFAULT),
                with(
                        "local rules denied, and a policy blocks",
                        p -> p.denyRules(LOCAL).rule(GROUP_POLICY, "g", BLOCK + PORT),
                        WEB,
                        "blocked certain rule group-policy g"),
                with(
                        "local rules denied, and the firewall off",
                        p ->
                                p.denyRules(LOCAL)
                                        .set(LOCAL, "StandardProfile", "EnableFirewall", "0"),
                        WEB,
                        "allowed certain setting local EnableFirewall"),
                with(
                        "a policy's rules denied, beside an allow",
                        p -> p.rule(LOCAL, "r1", ALLOW + PORT).denyRules(GROUP_POLICY),
                        WEB,
                        PERHAPS_R1),
                with(
                        "a policy's rules denied, beside a block",
                        p -> p.rule(LOCAL, "r1", BLOCK + PORT).denyRules(GROUP_POLICY),
                        WEB,
                        BLOCKED_R1),
                with(
                        "a policy's rules denied, and none else",
                        p -> p.denyRules(GROUP_POLICY),
                        WEB,
                        PERHAPS_DEFAULT),
                with(
                        "local settings denied",
                        p -> p.rule(LOCAL, "r1", ALLOW + PORT).denySettings(LOCAL),
                        WEB,
                        "unknown likely unread local EnableFirewall"),
                with(
                        "a policy's settings denied, beside a local block",
                        p -> p.rule(LOCAL, "r1", BLOCK + PORT).denySettings(GROUP_POLICY),
                        WEB,
                        "blocked likely rule local r1"),
                with(
                        "a policy's settings denied, beside a local allow",
                        p -> p.rule(LOCAL, "r1", ALLOW + PORT).denySettings(GROUP_POLICY),
                        WEB,
                        PERHAPS_R1));
    }

    static Stream<Case> outbound() {
        String allowed = "allowed certain default local DefaultOutboundAction";
        return Stream.of(
                local("what goes out does so by default", OUT, allowed),
                local("a rule for what comes in", OUT, allowed, BLOCK + "Name=All|"),
                local(
                        "a program denied the Internet",
                        OUT.withProgram(NODE),
                        BLOCKED_R1,
                        BLOCK_OUT + "App=" + NODE + "|"),
                local(
                        "another program denied the Internet",
                        OUT.withProgram(NODE),
                        allowed,
                        BLOCK_OUT + "App=C:\\game.exe|"),
                local(
                        "an address blocked",
                        OUT.withRemote(Address.parse("203.0.113.7")),
                        BLOCKED_R1,
                        BLOCK_OUT + "RA4=203.0.113.0/24|"),
                local(
                        "another address blocked",
                        OUT.withRemote(Address.parse("198.51.100.7")),
                        allowed,
                        BLOCK_OUT + "RA4=203.0.113.0/24|"),
                local(
                        "some addresses blocked, and nobody said where to",
                        OUT,
                        "allowed likely default local DefaultOutboundAction",
                        BLOCK_OUT + "RA4=203.0.113.0/24|"),
                local(
                        "the other end's port blocked",
                        OUT,
                        BLOCKED_R1,
                        BLOCK_OUT + "Protocol=6|RPort=443|"),
                local("another port blocked", OUT, allowed, BLOCK_OUT + "Protocol=6|RPort=80|"),
                local(
                        "this PC's port is not asked about",
                        OUT,
                        "allowed likely default local DefaultOutboundAction",
                        BLOCK_OUT + "Protocol=6|LPort=443|"),
                with(
                        "a default that blocks",
                        p -> p.set(LOCAL, "StandardProfile", "DefaultOutboundAction", "1"),
                        OUT,
                        "blocked certain default local DefaultOutboundAction"),
                with(
                        "a default that blocks, and an allow",
                        p ->
                                p.set(LOCAL, "StandardProfile", "DefaultOutboundAction", "1")
                                        .rule(LOCAL, "r1", ALLOW_OUT + "Protocol=6|RPort=443|"),
                        OUT,
                        BY_R1),
                with(
                        "block all incoming does not stop what goes out",
                        p -> p.set(LOCAL, "StandardProfile", "DoNotAllowExceptions", "1"),
                        OUT,
                        allowed),
                local(
                        "ping by a rule for all of ICMP",
                        Question.icmp(Direction.IN, RuleProtocol.ICMPV4, NetworkProfile.PRIVATE),
                        BY_R1,
                        ALLOW + "Protocol=1|"),
                local(
                        "ping by a rule for one type of ICMP",
                        Question.icmp(Direction.IN, RuleProtocol.ICMPV4, NetworkProfile.PRIVATE),
                        PERHAPS_R1,
                        ALLOW + "Protocol=1|ICMP4=8:*|"),
                local(
                        "ping and a rule for TCP",
                        Question.icmp(Direction.IN, RuleProtocol.ICMPV4, NetworkProfile.PRIVATE),
                        BY_DEFAULT,
                        ALLOW + PORT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "rulesOfTheLocalStore",
        "profiles",
        "programs",
        "addresses",
        "conditions",
        "settings",
        "merging",
        "unknowns",
        "outbound"
    })
    void judges(Case given) {
        Verdict verdict = new Judge(given.policy().read()).judge(given.question());

        Decider by = verdict.decidedBy();
        assertThat(
                        String.join(
                                " ",
                                verdict.answer().text(),
                                verdict.certainty().text(),
                                by.kind(),
                                by.store().text(),
                                by instanceof Decider.ByRule ? by.id() : by.name()))
                .isEqualTo(given.answer());
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Texts.in(language).say(verdict.sentence()))
                    .isNotBlank()
                    .doesNotContain("{0}");
        }
    }

    @Test
    void readsDecodesAndJudgesAThousandRulesInLessThan300Milliseconds() {
        FakePolicy registry = new FakePolicy();
        List<String> samples = new ArrayList<>(RuleTextTest.samples().toList());
        for (int i = 0; i < 1_000; i++) {
            registry.rule(LOCAL, "rule " + i, samples.get(i % samples.size()));
        }
        new Judge(registry.read()).judge(NODE_WEB);

        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            new Judge(registry.read()).judge(NODE_WEB);
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(best / 1_000_000).isLessThan(300);
    }
}
