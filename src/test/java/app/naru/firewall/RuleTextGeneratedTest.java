package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every rule, tried on generated ones; the seed makes each run the same. */
final class RuleTextGeneratedTest {

    private static final long SEED = 20_250_822L;

    /** A million where there is time for it: -Dnaru.fuzz=1000000. */
    private static final int FUZZED = Integer.getInteger("naru.fuzz", 100_000);

    @Test
    void readsEveryRuleThatItWrites() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            FirewallRule rule = FirewallRule.of(anyRule(random));

            assertThat(FirewallRule.decode(rule.encode())).isEqualTo(rule);
        }
    }

    @Test
    void raisesNothingButItsOwnErrorWhateverItReads() {
        List<String> samples = RuleTextTest.samples().toList();
        Random random = new Random(SEED);
        int understood = 0;
        for (int i = 0; i < FUZZED; i++) {
            String text =
                    random.nextInt(4) == 0
                            ? noise(random)
                            : damaged(samples.get(random.nextInt(samples.size())), random);
            try {
                FirewallRule rule = FirewallRule.decode(text);
                assertThat(FirewallRule.decode(rule.encode())).isEqualTo(rule);
                understood++;
            } catch (MalformedRule expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
        // Both ways were really taken.
        assertThat(understood).isBetween(FUZZED / 20, FUZZED * 19 / 20);
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "v2.10|" : "");
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append(
                    switch (random.nextInt(4)) {
                        case 0 -> "|=-/:.*,v%".charAt(random.nextInt(10));
                        case 1 -> (char) ('0' + random.nextInt(10));
                        case 2 -> (char) random.nextInt(0x10000);
                        default -> (char) ('A' + random.nextInt(58));
                    });
        }
        return text.toString();
    }

    private static String damaged(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        for (int cuts = 1 + random.nextInt(3); cuts > 0; cuts--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(128));
                case 2 -> text.insert(at, noise(random));
                default -> text.setLength(Math.max(at, 1));
            }
            if (text.isEmpty()) {
                break;
            }
        }
        return text.toString();
    }

    /** Returns a rule of every kind of field, in any order, some of them unknown. */
    static RuleText anyRule(Random random) {
        List<RuleText.Field> fields = new ArrayList<>();
        for (RuleKey key : RuleKey.values()) {
            boolean needed = key == RuleKey.ACTION || key == RuleKey.DIR;
            int times = needed ? 1 : random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
            for (int i = 0; i < (key.repeats() ? times : Math.min(times, 1)); i++) {
                fields.add(RuleText.Field.of(anyCase(key.text(), random), value(key, random)));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            fields.add(RuleText.Field.of("New" + random.nextInt(100), words(random)));
        }
        Collections.shuffle(fields, random);
        return new RuleText("v" + random.nextInt(256) + "." + random.nextInt(256), fields);
    }

    private static String anyCase(String text, Random random) {
        return random.nextInt(10) == 0 ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }

    private static String value(RuleKey key, Random random) {
        return switch (key) {
            case ACTION -> pick(random, "Allow", "Block", "ByPass");
            case DIR -> pick(random, "In", "Out");
            case ACTIVE, EDGE, LSM, LOM, PCROSS, AUTHBYPASSOUT -> pick(random, "TRUE", "FALSE");
            case PROTOCOL -> Integer.toString(random.nextInt(256));
            case PROFILE -> pick(random, "Domain", "Private", "Public");
            case LPORT, RPORT, LPORT2_10, RPORT2_10 -> ports(random);
            case LPORT2_20, LPORT2_24, LPORT2_25, LPORT2_29, RPORT2_28 ->
                    pick(random, "DHCP", "Ply2Disc", "mDNS", "CortanaOut", "TcpCDPSvc");
            case ICMP4, ICMP6 ->
                    random.nextInt(256) + ":" + pick(random, "*", "" + random.nextInt(256));
            case LA4, RA4 -> addressV4(random);
            case LA6, RA6 -> addressV6(random);
            case RA42, RA62 -> pick(random, "IntrAnet", "IntErnet", "RmtIntrAnet");
            case PLATFORM -> random.nextInt(8) + ":" + random.nextInt(11) + ":" + random.nextInt(4);
            case SKIPVER -> "2." + random.nextInt(34);
            case APP -> "C:\\" + words(random) + ".exe";
            case SVC, IF, IFTYPE -> "x" + words(random);
            default -> words(random);
        };
    }

    private static String ports(Random random) {
        int first = random.nextInt(65_536);
        return switch (random.nextInt(3)) {
            case 0 -> "" + first;
            case 1 -> first + "-" + (first + random.nextInt(65_536 - first));
            default -> pick(random, "RPC", "RPC-EPMap", "Teredo", "IPTLSIn", "IPHTTPSOut");
        };
    }

    private static String addressV4(Random random) {
        String start = "10." + random.nextInt(256) + "." + random.nextInt(256) + ".";
        return switch (random.nextInt(4)) {
            case 0 -> start + random.nextInt(256);
            case 1 -> start + "1-" + start + (1 + random.nextInt(255));
            case 2 -> start + "0/" + pick(random, "24", "255.255.255.0", "8", "255.255.255.255");
            default -> pick(random, "LocalSubnet", "DNS", "DHCP", "WINS", "DefaultGateway");
        };
    }

    private static String addressV6(Random random) {
        String start = "fd00:" + Integer.toHexString(random.nextInt(65_536)) + "::";
        return switch (random.nextInt(3)) {
            case 0 -> start + Integer.toHexString(random.nextInt(65_536));
            case 1 -> start + "1-" + start + "ffff";
            default -> start + "/" + random.nextInt(129);
        };
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append("abc =나루%&^()\"'\\;@{}\t".charAt(random.nextInt(20)));
        }
        return text.toString();
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }
}
