package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.InvalidInput;
import app.naru.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleFileTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final String ADD = "netsh advfirewall firewall add rule ";
    private static final String EXPORT =
            """
            Windows Registry Editor Version 5.00

            [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy]
            "DisableStatefulFTP"=dword:00000000
            "Blob"=hex:01,02,\\
              03

            [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules]
            "{1}"="v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000|App=C:\\\\Python\\\\python.exe|Name=파이썬|"
            "TCP Query User{2}C:\\\\a.exe"="v2.31|Action=Block|Active=TRUE|Dir=In|PFN=x_1|Name=\\"a\\"|"
            "{3}"="v2.31|Action=Allow|"
            "{4}"=dword:00000001
            """;

    @Test
    void readsAnExportOfTheRegistryEditor() {
        for (byte[] file : new byte[][] {marked(), EXPORT.getBytes(StandardCharsets.UTF_8)}) {
            RuleFile read = RuleFile.read(file);

            assertThat(read.entries())
                    .extracting(RuleFile.Entry::id)
                    .containsExactly("{1}", "TCP Query User{2}C:\\a.exe");
            assertThat(read.entries().get(0).rule().program()).isEqualTo("C:\\Python\\python.exe");
            assertThat(read.entries().get(0).sameOfOurs().orElseThrow().name())
                    .isEqualTo(new RuleName("Naru - 파이썬"));
            assertThat(read.entries().get(1).rule().name()).isEqualTo("\"a\"");
            assertThat(read.entries().get(1).sameOfOurs()).isEmpty();
            assertThat(read.refused())
                    .map(each -> ENGLISH.say(each.sentence()))
                    .containsExactly(
                            "Line 11: The rule has no Dir.",
                            "Line 12: \"\"{4}\"=dword:00000001\" is neither a command of netsh or"
                                    + " PowerShell that makes a rule, nor a rule's text, nor a value"
                                    + " of the registry.");
        }
    }

    /** As regedit writes it: UTF-16 with its mark. */
    private static byte[] marked() {
        return ("\uFEFF" + EXPORT.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
    }

    @Test
    void readsWhatRegQueryShowsAndRulesAsTheyAre() {
        RuleFile read =
                RuleFile.read(
                        """

                        HKEY_LOCAL_MACHINE\\SYSTEM\\Whatever\\FirewallRules
                            {1}    REG_SZ    v2.31|Action=Allow|Active=TRUE|Dir=In|Name=a|

                        v2.10|Action=Block|Active=TRUE|Dir=Out|Name=b|
                        """);

        assertThat(read.refused()).isEmpty();
        assertThat(read.entries()).extracting(RuleFile.Entry::id).containsExactly("{1}", "5");
        assertThat(read.entries()).extracting(RuleFile.Entry::line).containsExactly(3, 5);
    }

    @Test
    void readsNetshLinesHoweverTheyAreWritten() {
        RuleFile read =
                RuleFile.read(
                        """
                        @echo off
                        rem a comment, :: another
                        advfirewall firewall add rule name=a dir=in action=allow
                        NETSH.EXE AdvFirewall Firewall ADD rule Name="b c" DIR=Out "action=block" localip=any
                        """
                                + ADD
                                + "name=d dir=in action=allow profile=private,public protocol=TCP"
                                + " localport=80,90-99 remoteip=localsubnet enable=no"
                                + " program=\"%%SystemRoot%%\\x y.exe\" description=\"\"\n");

        assertThat(read.refused()).isEmpty();
        assertThat(read.entries())
                .extracting(entry -> entry.sameOfOurs().map(NetshCommand::add).orElseThrow())
                .extracting(NetshCommand::toString)
                .containsExactly(
                        ADD
                                + "name=\"Naru - a\" dir=in action=allow protocol=any remoteip=any"
                                + " profile=any",
                        ADD
                                + "name=\"Naru - b c\" dir=out action=block protocol=any remoteip=any"
                                + " profile=any",
                        ADD
                                + "name=\"Naru - d\" dir=in action=allow"
                                + " program=\"%SystemRoot%\\x y.exe\" protocol=tcp"
                                + " localport=80,90-99 remoteip=localsubnet"
                                + " profile=private,public enable=no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    netsh advfirewall reset; "netsh advfirewall reset" does not make a firewall rule: such a line is "netsh advfirewall firewall add rule" and what the rule is.
                    netsh advfirewall firewall delete rule name=x; "netsh advfirewall firewall delete rule name=x" does not make a firewall rule: such a line is "netsh advfirewall firewall add rule" and what the rule is.
                    netsh advfirewall firewall add rule dir=in action=allow; name= is missing.
                    netsh advfirewall firewall add rule name=x action=allow; dir= is missing.
                    netsh advfirewall firewall add rule name=x dir=in; action= is missing.
                    netsh advfirewall firewall add rule name=x dir=in action=allow name=y; name stands there twice.
                    netsh advfirewall firewall add rule name=FileZilla Server dir=in action=allow; "Server" is no argument of the command: an argument is a word, an equals sign and a value, in quotes where it has spaces.
                    netsh advfirewall firewall add rule name=x dir=in action=allow security=authenc; Naru makes no rules with security=authenc.
                    netsh advfirewall firewall add rule name=x dir=in action=allow service=a/b; "a/b" is not a service's short name, like Spooler: such a name has no slash, no quotation mark and at most 259 characters.
                    netsh advfirewall firewall add rule name=x dir=out action=allow edge=yes; Only what comes in can come through a tunnel past the router: edge=yes does not go with what goes out.
                    netsh advfirewall firewall add rule name=x dir=in action=allow edge=maybe; "maybe" is not a way through a tunnel. Write yes, deferapp or deferuser.
                    netsh advfirewall firewall add rule name=x dir=in action=allow interfacetype=wifi; "wifi" is not a kind of network adapter. Write lan, wireless or ras.
                    netsh advfirewall firewall add rule name=x dir=in action=allow localip=localsubnet; "localsubnet" is not an address of this PC. Write addresses, subnets or ranges with commas, like 192.168.0.10.
                    netsh advfirewall firewall add rule name=x dir=in action=allow localip=0.0.0.0/0; "0.0.0.0/0" is not an address of this PC. Write addresses, subnets or ranges with commas, like 192.168.0.10.
                    netsh advfirewall firewall add rule name=x dir=in action=allow localip=::1; ::1 is not an address that a rule can name.
                    netsh advfirewall firewall add rule name=x dir=in action=allow protocol=icmpv4:8; "8" is not a type of ICMP. Write a number from 0 to 255, or a type and its code, like 3:4.
                    netsh advfirewall firewall add rule name=x dir=in action=allow protocol=icmpv6:256,0; "256:0" is not a type of ICMP. Write a number from 0 to 255, or a type and its code, like 3:4.
                    netsh advfirewall firewall add rule name=x dir=in action=allow protocol=tcp:8,0; Types of ICMP go with icmpv4 and icmpv6 only, not with tcp.
                    netsh advfirewall firewall add rule name=x dir=in action=allow colour=red; Naru makes no rules with colour=red.
                    netsh advfirewall firewall add rule name=x dir=in action=allow enable=true; Naru makes no rules with enable=true.
                    netsh advfirewall firewall add rule name="x dir=in action=allow; A quotation mark is in the wrong place or has no partner: netsh advfirewall firewall add rule name="x dir=in action=allow
                    netsh advfirewall firewall add rule name="x\\" dir=in action=allow; A quotation mark is in the wrong place or has no partner: netsh advfirewall firewall add rule name="x\\" dir=in action=allow
                    netsh advfirewall firewall add rule name=x dir=in action=allow & calc; The character & has a meaning of its own outside of quotes.
                    netsh advfirewall firewall add rule name=x dir=in action=allow >nul; The character > has a meaning of its own outside of quotes.
                    Get-NetFirewallRule -DisplayName x; "Get-NetFirewallRule -DisplayName x" is neither a command of netsh or PowerShell that makes a rule, nor a rule's text, nor a value of the registry.
                    """)
    void refusesWhatItDoesNotUnderstandWithItsLine(String line, String why) {
        assertThat(RuleFile.read("\n\n" + line).refused())
                .singleElement()
                .extracting(each -> ENGLISH.say(each.sentence()))
                .isEqualTo("Line 3: " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    dir=up action=allow
                    dir=in action=bypass
                    dir=in action=allow protocol=tcp localport=RPC
                    dir=in action=allow protocol=tcp localport=90-80
                    dir=in action=allow protocol=icmpv4:any,0
                    dir=in action=allow localport=80
                    dir=in action=allow remoteip=0.0.0.0/0
                    dir=in action=allow remoteip=dns
                    dir=in action=allow profile=home
                    dir=in action=allow program=C:/x.exe
                    """)
    void refusesValuesThatNoRuleOfNarusHas(String arguments) {
        RuleFile read = RuleFile.read(ADD + "name=x " + arguments);

        assertThat(read.entries()).isEmpty();
        assertThat(read.refused()).hasSize(1);
    }

    @Test
    void whatIsNoTextIsRefusedAsAWhole() {
        assertThatThrownBy(() -> RuleFile.read(new byte[] {'v', '2', (byte) 0xff}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RuleFile.read(new byte[RuleFile.LARGEST + 1]))
                .isInstanceOf(InvalidInput.class);
        assertThat(RuleFile.read(new byte[0]).entries()).isEmpty();
    }

    /** Lists of blocked addresses have a thousand of them in a rule. */
    @Test
    void readsRulesThatAreVeryLong() {
        String addresses =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "RA4=10.1.%d.%d|".formatted(i / 250, i % 250))
                        .collect(Collectors.joining());
        String text = "v2.31|Action=Block|Active=TRUE|Dir=In|" + addresses + "Name=a long one|";
        String words = "it''s long ".repeat(2_000);
        RuleFile read =
                RuleFile.read(
                        "[HKEY_LOCAL_MACHINE\\Whatever\\FirewallRules]\n\"{1}\"=\""
                                + text
                                + "\"\n    {2}    REG_SZ    "
                                + text
                                + "\nNew-NetFirewallRule -DisplayName x -Description '"
                                + words
                                + "'\n");

        assertThat(read.refused()).isEmpty();
        assertThat(read.entries()).extracting(RuleFile.Entry::line).containsExactly(2, 3, 4);
        assertThat(read.entries().getFirst().rule().remoteAddresses()).hasSize(1_000);
        assertThat(read.entries().getLast().rule().description()).hasSize(20_000);
    }

    /** Whatever is in a file: an answer, no exception, and never a rule that is not the line's. */
    @Test
    void hostileLinesRaiseNothing() {
        Random random = new Random(7);
        String letters = "=\"\\%^&|<> \tnamediractioninallow,-:./[]{}v2.31|Action=Allow|Dir=In";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder(i % 2 == 0 ? ADD : "");
            for (int n = random.nextInt(60); n > 0; n--) {
                line.append(letters.charAt(random.nextInt(letters.length())));
            }
            RuleFile read = RuleFile.read(line.toString());
            assertThat(read.entries().size() + read.refused().size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void anyonesRuleIsMadeAsNarusOnlyWhereItDoesTheSame() {
        assertThat(
                        RuleFile.read("v2.10|Action=Allow|Active=TRUE|Dir=In|LUOwn=S-1|Name=x|")
                                .entries())
                .extracting(RuleFile.Entry::sameOfOurs)
                .containsExactly(Optional.empty());
    }
}
