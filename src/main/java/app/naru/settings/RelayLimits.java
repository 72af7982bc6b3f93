package app.naru.settings;

import app.naru.forward.InvalidInput;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many TCP connections each relay lets in; further ones are turned away. Each is empty for as
 * many as come.
 *
 * @param total at once, of all clients together
 * @param perClient at once, of one address
 * @param perSecond new ones within a second, of one address
 */
public record RelayLimits(
        Optional<Integer> total, Optional<Integer> perClient, Optional<Integer> perSecond) {

    /** More than this is as good as no limit. */
    public static final int MOST = 1_000_000;

    /** More than anyone's browser wants, less than brings a PC to its knees. */
    public static final RelayLimits DEFAULT =
            new RelayLimits(Optional.of(5_000), Optional.of(1_000), Optional.of(500));

    public RelayLimits {
        Stream.of(total, perClient, perSecond)
                .flatMap(Optional::stream)
                .filter(limit -> limit < 1 || limit > MOST)
                .findFirst()
                .ifPresent(wrong -> {
                    throw new InvalidInput("limit", wrong, MOST);
                });
    }

    /**
     * Reads one of them as it was typed; nothing typed is no limit.
     *
     * @throws InvalidInput if it is no number from 1 to {@value #MOST}
     */
    public static Optional<Integer> parse(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!typed.matches("[1-9][0-9]{0,6}") || Integer.parseInt(typed) > MOST) {
            throw new InvalidInput("limit", typed, MOST);
        }
        return Optional.of(Integer.valueOf(typed));
    }
}
