package app.naru.firewall;

import app.naru.forward.Sentence;

/** A text that is no firewall rule. Says which part is not as MS-GPFAS 2.2.2.19 has it. */
public final class MalformedRule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    private final transient Sentence sentence;

    /**
     * @param flaw the sentence's key, below {@code firewall.malformed.}
     * @param part what is wrong; only its start is kept, for it may be of any length
     */
    MalformedRule(String flaw, String part) {
        super(flaw + ": " + shown(part));
        this.sentence = Sentence.of("firewall.malformed." + flaw, shown(part));
    }

    /** Returns what is wrong with it. */
    public Sentence sentence() {
        return sentence;
    }

    private static String shown(String part) {
        return part.length() <= SHOWN ? part : part.substring(0, SHOWN) + "…";
    }
}
