package app.naru.wsl;

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
    NONE
}
