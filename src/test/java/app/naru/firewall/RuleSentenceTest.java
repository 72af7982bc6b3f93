package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleSentenceTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final Texts KOREAN = Texts.in(Locale.KOREAN);

    private static FirewallRule rule(String fields) {
        return FirewallRule.decode("v2.31|" + fields + "|Name=x|");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private|LPort=8000|App=C:\\Python\\python.exe; Lets any device reach python.exe on TCP port 8000, in private networks
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private|Profile=Domain|LPort=80|LPort2_10=8000-8010|RA4=LocalSubnet|RA6=LocalSubnet; Lets devices of this network reach any program on TCP port 80, 8000-8010, in domain networks and private networks
                    Action=Block|Active=TRUE|Dir=In|Protocol=17|LPort=53; Keeps any device from reaching any program on UDP port 53
                    Action=Block|Active=TRUE|Dir=Out|App=C:\\g\\game.exe; Keeps game.exe from reaching any device over any protocol
                    Action=Block|Active=TRUE|Dir=Out|RA4=203.0.113.7; Keeps any program from reaching 203.0.113.7 over any protocol
                    Action=Allow|Active=TRUE|Dir=Out|Protocol=6|RPort=443|App=%SystemRoot%\\System32\\svchost.exe|Svc=wuauserv; Lets the service wuauserv reach any device on TCP port 443
                    Action=Allow|Active=TRUE|Dir=In|App=C:\\a\\b.exe|Svc=mine; Lets any device reach the service mine over any protocol. Only where C:\\a\\b.exe runs it
                    Action=Allow|Active=TRUE|Dir=In|Svc=*; Lets any device reach any service over any protocol
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=445|App=System|Profile=Public; Lets any device reach Windows itself on TCP port 445, in public networks
                    Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3389; Turned off. When on: Lets any device reach any program on TCP port 3389
                    Action=Allow|Dir=In|Protocol=6; Turned off. When on: Lets any device reach any program over TCP
                    Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*; Lets any device reach any program by ping (ICMPv4)
                    Action=Allow|Active=TRUE|Dir=In|Protocol=58|ICMP6=128:*; Lets any device reach any program by ping (ICMPv6)
                    Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=3:4|ICMP4=11:*; Lets any device reach any program over ICMPv4, type 3:4, 11:*
                    Action=Allow|Active=TRUE|Dir=In|Protocol=1; Lets any device reach any program over ICMPv4 (ping and its like)
                    Action=Allow|Active=TRUE|Dir=In|Protocol=2; Lets any device reach any program over IGMP
                    Action=Allow|Active=TRUE|Dir=Out|Protocol=47; Lets any program reach any device over GRE
                    Action=Allow|Active=TRUE|Dir=In|Protocol=200; Lets any device reach any program over IP protocol 200
                    Action=Allow|Active=TRUE|Dir=In|Protocol=17|RPort=67; Lets any device reach any program from UDP port 67 of the other end
                    Action=Allow|Active=TRUE|Dir=Out|Protocol=17|LPort=68|RPort=67; Lets any program reach any device from UDP port 68 of this PC on UDP port 67
                    Action=Allow|Active=TRUE|Dir=Out|Protocol=17|LPort=68; Lets any program reach any device from UDP port 68 of this PC
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=RPC-EPMap; Lets any device reach any program on TCP port RPC-EPMap (135)
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=RPC; Lets any device reach any program on TCP port RPC
                    Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=Teredo; Lets any device reach any program on UDP port Teredo
                    Action=Allow|Active=TRUE|Dir=Out|Protocol=17|RA4=DNS|RA6=DNS|RPort=53; Lets any program reach the DNS servers on UDP port 53
                    Action=Allow|Active=TRUE|Dir=Out|RA4=DHCP|RA4=WINS|RA4=DefaultGateway; Lets any program reach the DHCP servers, the WINS servers, the router over any protocol
                    Action=Allow|Active=TRUE|Dir=Out|RA42=IntErnet|RA62=IntErnet; Lets any program reach the Internet over any protocol
                    Action=Allow|Active=TRUE|Dir=In|RA42=IntrAnet; Lets the intranet reach any program over any protocol
                    Action=Allow|Active=TRUE|Dir=In|RA42=Ply2Renders; Lets devices that play media of this PC reach any program over any protocol
                    Action=Allow|Active=TRUE|Dir=Out|RA42=CaptivePortal; Lets any program reach the sign-in pages of public Wi-Fi over any protocol
                    Action=Allow|Active=TRUE|Dir=Out|RA4=NewWord; Lets any program reach NewWord over any protocol
                    Action=Allow|Active=TRUE|Dir=In|RA4=10.0.0.1|RA4=10.0.0.2|RA4=10.0.0.3|RA4=10.0.0.4|RA4=10.0.0.5|RA4=10.0.0.6|RA4=10.0.0.7; Lets 10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5 and 2 more reach any program over any protocol
                    Action=Allow|Active=TRUE|Dir=In|RA4=10.0.0.0/255.0.0.0|RA6=fe80::1-fe80::2; Lets 10.0.0.0/8, fe80::1-fe80::2 reach any program over any protocol
                    Action=Allow|Active=TRUE|Dir=In|LA4=192.168.0.5; Lets any device reach any program over any protocol. Only at 192.168.0.5 of this PC
                    Action=Allow|Active=TRUE|Dir=In|IFType=Wireless; Lets any device reach any program over any protocol. Only over Wi-Fi
                    Action=Allow|Active=TRUE|Dir=In|IFType=Lan; Lets any device reach any program over any protocol. Only over cable
                    Action=Allow|Active=TRUE|Dir=In|IFType=RemoteAccess; Lets any device reach any program over any protocol. Only over VPN and dial-up
                    Action=Allow|Active=TRUE|Dir=In|IF={0}; Lets any device reach any program over any protocol. Only over certain network adapters
                    Action=Allow|Active=TRUE|Dir=In|Edge=TRUE; Lets any device reach any program over any protocol. Also through a tunnel past the router (edge traversal)
                    Action=Allow|Active=TRUE|Dir=In|Edge=TRUE|Defer=App; Lets any device reach any program over any protocol. The program may ask for a tunnel past the router (edge traversal)
                    Action=Allow|Active=TRUE|Dir=In|Edge=TRUE|Defer=User; Lets any device reach any program over any protocol. You may be asked about a tunnel past the router (edge traversal)
                    Action=Allow|Active=TRUE|Dir=In|Security=Authenticate; Lets any device reach any program over any protocol. Only where IPsec protects the connection
                    Action=ByPass|Active=TRUE|Dir=In|Security=Authenticate|RMauth=O:LSD:; Lets any device, once IPsec vouches for it, reach any program over any protocol, even against rules that block. Only where IPsec protects the connection. Only for computers or users that IPsec has authenticated
                    Action=ByPass|Active=TRUE|Dir=Out; Lets any program, once IPsec vouches for the other end, reach any device over any protocol, even against rules that block
                    Action=Allow|Active=TRUE|Dir=Out|LUAuth=O:LSD:; Lets any program reach any device over any protocol. Only for certain users of this PC
                    Action=Allow|Active=TRUE|Dir=Out|PFN=Microsoft.Store_8wek; Lets the app Microsoft.Store_8wek reach any device over any protocol
                    Action=Allow|Active=TRUE|Dir=Out|AppPkgId=S-1-15-2-1; Lets an app of the Store reach any device over any protocol
                    Action=Allow|Active=TRUE|Dir=Out|App=C:\\a.exe|AppPkgId=S-1-15-2-1; Lets a.exe reach any device over any protocol. Only as an app of the Store
                    Action=Allow|Active=TRUE|Dir=In|Platform=2:6:1; Lets any device reach any program over any protocol. Only on certain versions of Windows
                    Action=Allow|Active=TRUE|Dir=In|TTK=WFD; Lets any device reach any program over any protocol. Only in networks that Windows itself picks out
                    Action=Allow|Active=TRUE|Dir=In|LSM=TRUE|New9=1; Lets any device reach any program over any protocol. Further conditions apply that Naru does not explain: New9, LSM
                    Action=Allow|Active=TRUE|Dir=In|SkipVer=2.0; Lets any device reach any program over any protocol
                    """)
    void saysWhatARuleDoes(String fields, String words) {
        assertThat(ENGLISH.say(RuleWords.of(rule(fields)))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private|LPort=8000|App=C:\\Python\\python.exe; 개인 네트워크에서만: 모든 기기에서 python.exe 프로그램에 TCP 포트 8000으로 접속하도록 허용합니다
                    Action=Block|Active=TRUE|Dir=In|Protocol=17|LPort=53|RA4=LocalSubnet; 이 네트워크의 기기에서 모든 프로그램에 UDP 포트 53으로 접속하지 못하게 막습니다
                    Action=Block|Active=TRUE|Dir=Out|App=C:\\g\\game.exe; game.exe 프로그램에서 모든 기기에 모든 프로토콜로 접속하지 못하게 막습니다
                    Action=Allow|Active=TRUE|Dir=Out|Protocol=17|RA4=DNS|LPort=68|RPort=53|Svc=Dnscache; Dnscache 서비스에서 DNS 서버에 이 PC의 UDP 포트 68에서 나와 UDP 포트 53으로 접속하도록 허용합니다
                    Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=3389; 꺼져 있습니다. 켜면: 모든 기기에서 모든 프로그램에 TCP 포트 3389로 접속하도록 허용합니다
                    Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*|IFType=Wireless; 모든 기기에서 모든 프로그램에 핑(ICMPv4)으로 접속하도록 허용합니다. Wi-Fi 연결에만 해당
                    """)
    void saysItInKorean(String fields, String words) {
        assertThat(KOREAN.say(RuleWords.of(rule(fields)))).isEqualTo(words);
    }

    @Test
    void namesTheWholePathWhereThereAreNoDetailsBeside() {
        FirewallRule rule = rule("Action=Block|Active=TRUE|Dir=Out|App=%ProgramFiles%\\G\\g.exe");

        assertThat(ENGLISH.say(RuleWords.inFull(rule)))
                .isEqualTo(
                        "Keeps %ProgramFiles%\\G\\g.exe from reaching any device over any protocol");
    }
}
