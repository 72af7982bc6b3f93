package app.naru.firewall;

import static app.naru.firewall.PolicyStore.LOCAL;

import app.naru.forward.Address;
import app.naru.forward.NetworkProfile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From whom, under which conditions, and what is let out. */
final class JudgeConditionsTest extends JudgeFixture {

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
    @MethodSource({"addresses", "conditions", "outbound"})
    void judges(Case given) {
        assertJudged(given);
    }
}
