package app.naru.instance;

import app.naru.path.ForwardStatus;
import java.util.List;

/** What a running Naru does when another one asks. Called on threads of its own. */
public interface Resident {

    /** Whether it has a window to show. */
    boolean hasWindow();

    /** Brings the window to the front. */
    void show();

    /** Returns the forwards that it has open. */
    List<ForwardStatus> forwards();

    /**
     * Closes the forward of that name or id.
     *
     * @return whether it had such a forward, and it is closed now
     */
    boolean close(String nameOrId);
}
