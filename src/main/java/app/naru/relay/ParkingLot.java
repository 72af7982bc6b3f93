package app.naru.relay;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps what a receiver did not take yet, in buffers of about that size, and reuses them: direct
 * memory comes back by garbage collection only, which an idle heap does not do for minutes.
 *
 * <p>Used by one loop's thread only.
 */
final class ParkingLot {

    /** With this much parked, further connections are read in small bites. */
    static final int BUDGET_BYTES = 8 * 1024 * 1024;

    private static final int BITE_BYTES = 4 * 1024;
    private static final int SMALLEST_SHIFT = 14;

    private final int largestBytes;
    private final List<Deque<ByteBuffer>> free = new ArrayList<>();
    private int parkedBytes;
    private int keptBytes;

    /**
     * @param largestBytes the most that is ever parked at once, a power of two
     */
    ParkingLot(int largestBytes) {
        this.largestBytes = largestBytes;
        for (int shift = SMALLEST_SHIFT; 1 << shift <= largestBytes; shift++) {
            free.add(new ArrayDeque<>());
        }
    }

    /** Returns how much of a connection may be read at once, so that memory stays bounded. */
    int biteBytes() {
        return parkedBytes < BUDGET_BYTES ? largestBytes : BITE_BYTES;
    }

    /** Returns a copy of what remains in the buffer; to be given back. */
    ByteBuffer park(ByteBuffer rest) {
        ByteBuffer parked = take(rest.remaining());
        parkedBytes += parked.capacity();
        parked.put(rest).flip();
        return parked;
    }

    /** Takes back what {@link #park} returned. */
    void giveBack(ByteBuffer parked) {
        int capacity = parked.capacity();
        parkedBytes -= capacity;
        if (parked.isDirect() && keptBytes + capacity <= BUDGET_BYTES) {
            keptBytes += capacity;
            free.get(sizeClass(capacity)).push(parked.clear());
        }
    }

    /** Returns how many bytes of memory hold parked data. */
    int parkedBytes() {
        return parkedBytes;
    }

    private ByteBuffer take(int bytes) {
        if (bytes < 1 << SMALLEST_SHIFT) {
            return ByteBuffer.allocate(bytes);
        }
        int sizeClass = sizeClass(bytes);
        ByteBuffer kept = free.get(sizeClass).poll();
        if (kept != null) {
            keptBytes -= kept.capacity();
            return kept;
        }
        return ByteBuffer.allocateDirect(1 << (SMALLEST_SHIFT + sizeClass));
    }

    private static int sizeClass(int bytes) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(bytes - 1) - SMALLEST_SHIFT;
    }
}
