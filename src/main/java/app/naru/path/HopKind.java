package app.naru.path;

/** The hops between the Internet and the server, from the server outwards. */
public enum HopKind {
    SERVER,
    WSL,
    RELAY,
    FIREWALL,
    LOCAL_NETWORK,
    ROUTER,
    INTERNET
}
