package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what one rule does: who reaches what by which traffic, where, and on which conditions. */
final class RuleSentence {

    /** The ports that Windows means by a word; the others are chosen at run time. */
    private static final Map<String, String> PORTS_OF_WORDS =
            Map.of(
                    "RPC-EPMAP", "135",
                    "MDNS", "5353",
                    "IPHTTPSIN", "443",
                    "IPHTTPSOUT", "443",
                    "IPTLSIN", "443",
                    "IPTLSOUT", "443");

    private static final Map<Integer, String> PROTOCOLS =
            Map.of(
                    2,
                    "IGMP",
                    41,
                    "IPv6",
                    43,
                    "IPv6-Route",
                    44,
                    "IPv6-Frag",
                    47,
                    "GRE",
                    50,
                    "ESP",
                    51,
                    "AH",
                    112,
                    "VRRP",
                    113,
                    "PGM",
                    115,
                    "L2TP");

    /** As many are read; a rule can have thousands. */
    private static final int ADDRESSES_SAID = 5;

    private final FirewallRule rule;
    private final boolean wholePaths;

    /**
     * @param wholePaths whether programs are named by their paths
     */
    RuleSentence(FirewallRule rule, boolean wholePaths) {
        this.rule = rule;
        this.wholePaths = wholePaths;
    }

    Sentence whole() {
        Sentence sentence =
                switch (rule.direction()) {
                    case IN -> inbound();
                    case OUT -> outbound();
                };
        if (rule.profiles().size() < NetworkProfile.values().length) {
            sentence =
                    Sentence.of(
                            "firewall.words.where", sentence, RuleWords.networks(rule.profiles()));
        }
        for (Sentence condition : new RuleConditions(rule).all()) {
            sentence = Sentence.of("firewall.words.further", sentence, condition);
        }
        return rule.active() ? sentence : Sentence.of("firewall.words.off", sentence);
    }

    private Sentence inbound() {
        String key =
                switch (rule.action()) {
                    case ALLOW -> "firewall.words.allow.in";
                    case BLOCK -> "firewall.words.block.in";
                    case BYPASS -> "firewall.words.bypass.in";
                };
        return Sentence.of(key, remote(), program(), traffic());
    }

    private Sentence outbound() {
        String key =
                switch (rule.action()) {
                    case ALLOW -> "firewall.words.allow.out";
                    case BLOCK -> "firewall.words.block.out";
                    case BYPASS -> "firewall.words.bypass.out";
                };
        return Sentence.of(key, remote(), program(), traffic());
    }

    // ---- who is at the other end ----

    private Object remote() {
        return rule.remoteAddresses().isEmpty()
                ? Sentence.of("firewall.words.remote.any")
                : addresses(rule.remoteAddresses());
    }

    static Object addresses(List<AddressMatch> all) {
        List<Object> said =
                all.stream().map(RuleSentence::address).distinct().limit(ADDRESSES_SAID).toList();
        long more = all.stream().map(RuleSentence::address).distinct().count() - said.size();
        Object list = listed(said);
        return more == 0 ? list : Sentence.of("firewall.words.more", list, more);
    }

    private static Object address(AddressMatch match) {
        return switch (match) {
            case AddressMatch.Span span -> span.toString();
            case AddressMatch.Subnet subnet -> subnet.toString();
            case AddressMatch.Keyword keyword -> addressWord(keyword.word());
        };
    }

    private static Object addressWord(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "LOCALSUBNET" -> Sentence.of("firewall.words.remote.lan");
            case "DNS" -> Sentence.of("firewall.words.remote.dns");
            case "DHCP" -> Sentence.of("firewall.words.remote.dhcp");
            case "WINS" -> Sentence.of("firewall.words.remote.wins");
            case "DEFAULTGATEWAY" -> Sentence.of("firewall.words.remote.gateway");
            case "INTERNET" -> Sentence.of("firewall.words.remote.internet");
            case "INTRANET", "RMTINTRANET" -> Sentence.of("firewall.words.remote.intranet");
            case "PLY2RENDERS" -> Sentence.of("firewall.words.remote.renderers");
            case "CAPTIVEPORTAL" -> Sentence.of("firewall.words.remote.portal");
            default -> word;
        };
    }

    // ---- what on this PC ----

    private Sentence program() {
        String app = rule.program();
        Optional<String> family = rule.text().value(RuleKey.PFN);
        String service = rule.service();
        if (!service.isEmpty()) {
            return service.equals("*")
                    ? Sentence.of("firewall.words.service.any")
                    : Sentence.of("firewall.words.service", service);
        }
        if (app.isEmpty() && (family.isPresent() || rule.text().hasAny(RuleKey.APPPKGID))) {
            return family.map(name -> Sentence.of("firewall.words.app", name))
                    .orElseGet(() -> Sentence.of("firewall.words.app.any"));
        }
        if (app.isEmpty()) {
            return Sentence.of("firewall.words.program.any");
        }
        return app.equalsIgnoreCase("System")
                ? Sentence.of("firewall.words.program.system")
                : Sentence.of("firewall.words.program", wholePaths ? app : fileName(app));
    }

    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }

    // ---- by which traffic ----

    private Sentence traffic() {
        return switch (rule.protocol()) {
            case FirewallRule.ANY_PROTOCOL -> Sentence.of("firewall.words.traffic.any");
            case FirewallRule.ICMP -> icmp("ICMPv4", 8);
            case FirewallRule.ICMPV6 -> icmp("ICMPv6", 128);
            case FirewallRule.TCP -> transport("TCP");
            case FirewallRule.UDP -> transport("UDP");
            default -> other(rule.protocol());
        };
    }

    private static Sentence other(int protocol) {
        String name = PROTOCOLS.get(protocol);
        return name == null
                ? Sentence.of("firewall.words.traffic.other", protocol)
                : Sentence.of("firewall.words.traffic.whole", name);
    }

    private Sentence icmp(String name, int echoRequest) {
        List<IcmpMatch> types = rule.icmp().stream().distinct().toList();
        if (types.isEmpty()) {
            return Sentence.of("firewall.words.traffic.icmp", name);
        }
        if (types.stream().allMatch(each -> each.type() == echoRequest)) {
            return Sentence.of("firewall.words.traffic.ping", name);
        }
        return Sentence.of("firewall.words.traffic.icmpTypes", name, listed(types));
    }

    private Sentence transport(String protocol) {
        boolean in = rule.direction() == Direction.IN;
        Object reached = ports(in ? rule.localPorts() : rule.remotePorts());
        Object from = ports(in ? rule.remotePorts() : rule.localPorts());
        if (from.equals("")) {
            return reached.equals("")
                    ? Sentence.of("firewall.words.traffic.whole", protocol)
                    : Sentence.of("firewall.words.traffic.ports", protocol, reached);
        }
        Sentence source =
                in
                        ? Sentence.of("firewall.words.traffic.theirs", protocol, from)
                        : Sentence.of("firewall.words.traffic.ours", protocol, from);
        return reached.equals("")
                ? source
                : Sentence.of(
                        "firewall.words.traffic.both",
                        source,
                        Sentence.of("firewall.words.traffic.ports", protocol, reached));
    }

    /** Returns the ports, an empty text for any. */
    private static Object ports(List<PortMatch> ports) {
        return listed(ports.stream().map(RuleSentence::port).distinct().toList());
    }

    private static String port(PortMatch match) {
        return switch (match) {
            case PortMatch.Span span -> span.toString();
            case PortMatch.Keyword(String word) -> {
                String number = PORTS_OF_WORDS.get(word.toUpperCase(Locale.ROOT));
                yield number == null ? word : word + " (" + number + ")";
            }
        };
    }

    /** Returns them with commas, as one text where all are texts. */
    private static Object listed(List<?> all) {
        Object list = "";
        for (Object each : all) {
            if (list.equals("")) {
                list = each instanceof Sentence ? each : each.toString();
            } else if (list instanceof String text && !(each instanceof Sentence)) {
                list = text + ", " + each;
            } else {
                list = Sentence.of("firewall.words.list", list, each);
            }
        }
        return list;
    }
}
