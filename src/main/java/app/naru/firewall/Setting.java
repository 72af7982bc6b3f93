package app.naru.firewall;

import java.util.OptionalLong;

/**
 * What holds for a setting, all stores taken together.
 *
 * @param value empty if it is not known
 * @param store whose word it is; {@code LOCAL} for what holds where none sets it
 * @param certain false if a store that would have had the word can't be read
 */
public record Setting(SettingName name, OptionalLong value, PolicyStore store, boolean certain) {

    /** Whether it is known to be on: not 0. */
    public boolean on() {
        return value.isPresent() && value.getAsLong() != 0;
    }

    /** Whether it is known to be off: 0. */
    public boolean off() {
        return value.isPresent() && value.getAsLong() == 0;
    }
}
