package app.naru.relay;

import java.io.IOException;
import java.net.ConnectException;

/** Why a target could not be reached. */
public enum Failure {
    /** Its computer answered that nothing listens there. */
    REFUSED,
    /** No answer within the limit. */
    TIMED_OUT,
    /** No way leads there. */
    UNREACHABLE,
    /** Its name has no address. */
    UNKNOWN_NAME,
    /** It is the relay's own port: each connection would make another, without end. */
    ITSELF;

    /** Returns why a connect within its limit failed. */
    static Failure of(IOException e) {
        return e instanceof ConnectException ? REFUSED : UNREACHABLE;
    }
}
