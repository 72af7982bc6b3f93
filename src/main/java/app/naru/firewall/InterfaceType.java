package app.naru.firewall;

/** A kind of interface that rules can name (MS-GPFAS 2.2.2.8). */
public enum InterfaceType {
    LAN("Lan"),
    WIRELESS("Wireless"),
    REMOTE_ACCESS("RemoteAccess");

    private final String text;

    InterfaceType(String text) {
        this.text = text;
    }

    /** Returns the word for it in a rule's text. */
    public String text() {
        return text;
    }
}
