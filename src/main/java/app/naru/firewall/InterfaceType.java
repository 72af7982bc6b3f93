package app.naru.firewall;

import app.naru.forward.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A kind of interface that rules can name (MS-GPFAS 2.2.2.8). */
public enum InterfaceType {
    LAN("Lan", "lan"),
    WIRELESS("Wireless", "wireless"),
    REMOTE_ACCESS("RemoteAccess", "ras");

    private final String text;
    private final String word;

    InterfaceType(String text, String word) {
        this.text = text;
        this.word = word;
    }

    /**
     * @throws InvalidInput if it is none of netsh's words for them, in any case of letters
     */
    @JsonCreator
    public static InterfaceType parse(String word) {
        for (InterfaceType type : values()) {
            if (type.word.equalsIgnoreCase(word.strip())) {
                return type;
            }
        }
        throw new InvalidInput("rule.interface", word);
    }

    /**
     * @throws InvalidInput if it is not the word for one in a rule's text
     */
    static InterfaceType decode(String text) {
        for (InterfaceType type : values()) {
            if (type.text.equalsIgnoreCase(text)) {
                return type;
            }
        }
        throw new InvalidInput("rule.interface", text);
    }

    /** Returns the word for it in a rule's text. */
    public String text() {
        return text;
    }

    /** Returns the word as netsh takes it. */
    @JsonValue
    public String netsh() {
        return word;
    }
}
