package app.naru.wsl;

import java.util.Locale;
import java.util.Optional;

/** How WSL's virtual machine is connected ({@code networkingMode} of {@code .wslconfig}). */
public enum NetworkingMode {
    /** A private network behind this PC; others reach it only through a relay. */
    NAT,
    /** WSL shares this PC's addresses; what it lacks is a Hyper-V firewall rule. */
    MIRRORED,
    /** A process of this PC listens for WSL ({@code consomme}, formerly {@code virtioproxy}). */
    CONSOMME,
    /** A bridge to a network of the user's own (deprecated). */
    BRIDGED,
    /** No network. */
    NONE;

    /**
     * Returns what WSL calls so, in {@code .wslconfig} and by {@code wslinfo}, in any case of
     * letters; empty for what it does not know.
     */
    public static Optional<NetworkingMode> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "nat" -> Optional.of(NAT);
            case "mirrored" -> Optional.of(MIRRORED);
            case "consomme", "virtioproxy" -> Optional.of(CONSOMME);
            case "bridged" -> Optional.of(BRIDGED);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }
}
