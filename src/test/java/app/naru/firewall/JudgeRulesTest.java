package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules for ports and programs, and for networks, let in. */
final class JudgeRulesTest extends JudgeFixture {

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

    @ParameterizedTest(name = "{0}")
    @MethodSource({"rulesOfTheLocalStore", "profiles", "programs"})
    void judges(Case given) {
        assertJudged(given);
    }
}
