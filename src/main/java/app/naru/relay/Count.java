package app.naru.relay;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A number that one thread counts up and any thread reads: a plain store, no lock and no bus
 * traffic.
 */
final class Count {

    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Count.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long value;

    /** Called by the one thread that counts. */
    void add(long more) {
        VALUE.setRelease(this, value + more);
    }

    long get() {
        return (long) VALUE.getAcquire(this);
    }
}
