package app.naru.instance;

import java.util.List;

/**
 * A Naru process that runs now.
 *
 * @param hasWindow whether it has a window to show
 * @param forwards what it has open
 */
public record Running(long pid, boolean hasWindow, List<OpenElsewhere> forwards) {

    public Running {
        forwards = List.copyOf(forwards);
    }
}
