package app.naru.firewall;

/** The services of Windows that a path to a server depends on. */
public enum WindowsService {
    /** Windows Defender Firewall. */
    FIREWALL("MpsSvc"),
    /** Decides which packets the firewall sees. */
    FILTERING("BFE"),
    /** IP Helper, which is the port proxy. */
    IP_HELPER("iphlpsvc"),
    /** Tells which kind of network this PC is on. */
    NETWORK_LIST("netprofm"),
    /** The WSL of the Store. */
    WSL("WSLService"),
    /** The WSL that came with Windows. */
    WSL_INBOX("LxssManager");

    private final String systemName;

    WindowsService(String systemName) {
        this.systemName = systemName;
    }

    /** Returns the name by which Windows knows it. */
    public String systemName() {
        return systemName;
    }
}
