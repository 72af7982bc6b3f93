package app.naru.internet;

import java.net.InetAddress;

/** What the router says of the address that it has on its far side. */
public sealed interface RouterWord {

    /** It has this one. */
    record Has(InetAddress address) implements RouterWord {}

    /** It says that it has none, or that it is not connected. */
    record HasNone() implements RouterWord {}

    /** It does not say: no router answers, or it was not asked. */
    record Unsaid() implements RouterWord {}
}
