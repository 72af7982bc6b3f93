package app.naru.firewall;

import java.io.IOException;

/**
 * The registry has no such key. For the local store that is as good as unreadable; Group Policy's
 * and MDM's keys are there only on a PC that is managed.
 */
public final class KeyMissing extends IOException {

    private static final long serialVersionUID = 1L;

    public KeyMissing(String key) {
        super("no key " + key);
    }
}
