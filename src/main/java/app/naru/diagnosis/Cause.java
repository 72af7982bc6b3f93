package app.naru.diagnosis;

import static app.naru.path.HopKind.FIREWALL;
import static app.naru.path.HopKind.INTERNET;
import static app.naru.path.HopKind.LOCAL_NETWORK;
import static app.naru.path.HopKind.RELAY;
import static app.naru.path.HopKind.ROUTER;
import static app.naru.path.HopKind.SERVER;
import static app.naru.path.HopKind.WSL;

import app.naru.path.HopKind;
import java.util.Locale;

/** All that can stand in the way, each at its hop, from the server outwards. */
public enum Cause {
    NOTHING_LISTENS(SERVER),
    LOOPBACK_ONLY(SERVER),
    PORT_TAKEN(SERVER),
    PORT_EXCLUDED(SERVER),
    /** It answers at another address than the one that is connected to: IPv4 and IPv6 differ. */
    ANSWERS_ELSEWHERE(SERVER),
    TLS_MISMATCH(SERVER),
    DJANGO_REFUSES_HOST(SERVER),
    DJANGO_REFUSES_ORIGIN(SERVER),
    /** Vite, webpack-dev-server, Rails or Angular refuse the host's name. */
    DEV_SERVER_REFUSES_HOST(SERVER),
    DJANGO_DEBUG(SERVER),
    WSL_NOT_RUNNING(WSL),
    WSL_ADDRESS_CHANGED(WSL),
    WSL_LOCALHOST_BROKEN(WSL),
    WSL_MIRRORED(WSL),
    WSL_HYPERV_BLOCKS(WSL),
    WSL_NETWORK_CLASH(WSL),
    RELAY_NOT_RUNNING(RELAY),
    PORTPROXY_IN_THE_WAY(RELAY),
    LOOPBACK_PORT_HELD(RELAY),
    /** Some came that it is not open to. */
    VISITORS_TURNED_AWAY(RELAY),
    /** HTTP mode answers to the names that it knows alone. */
    ASKED_BY_OTHER_NAME(RELAY),
    NO_RULE(FIREWALL),
    BLOCK_RULE(FIREWALL),
    RULE_FOR_OTHER_NETWORKS(FIREWALL),
    ALL_INCOMING_BLOCKED(FIREWALL),
    POLICY_IGNORES_RULES(FIREWALL),
    FIREWALL_OFF(FIREWALL),
    OTHER_FIREWALL(FIREWALL),
    OUTBOUND_BLOCKED(FIREWALL),
    NO_NETWORK(LOCAL_NETWORK),
    NETWORK_IS_PUBLIC(LOCAL_NETWORK),
    WIFI_ISOLATES(LOCAL_NETWORK),
    VPN_HAS_THE_ROUTE(LOCAL_NETWORK),
    LAN_ADDRESS_CHANGED(LOCAL_NETWORK),
    ROUTER_SILENT(ROUTER),
    ROUTER_REFUSES(ROUTER),
    ROUTER_PORT_TAKEN(ROUTER),
    ROUTER_PERMANENT_ONLY(ROUTER),
    MAPPING_TO_OLD_ADDRESS(ROUTER),
    /** The router would send it here, and was not asked to or has forgotten it. */
    NOT_MAPPED(ROUTER),
    TWO_ROUTERS(ROUTER),
    CARRIER_NAT(ROUTER),
    NO_HAIRPIN(ROUTER),
    PROVIDER_BLOCKS(INTERNET),
    PUBLIC_ADDRESS_CHANGED(INTERNET),
    NOTHING_ARRIVES(INTERNET),
    ARRIVES_AND_IS_REFUSED(INTERNET);

    private final HopKind hop;

    Cause(HopKind hop) {
        this.hop = hop;
    }

    /** Returns the hop that it is at. */
    public HopKind hop() {
        return hop;
    }

    /** Returns {@code nothing-listens}: the name in reports and JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
