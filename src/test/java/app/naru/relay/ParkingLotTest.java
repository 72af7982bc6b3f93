package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ParkingLotTest {

    private static final int LARGEST = 1 << 19;

    @Test
    void keepsTheBytesAsTheyWere() {
        ParkingLot lot = new ParkingLot(LARGEST);
        Random random = new Random(5);
        for (int size : new int[] {1, 100, 16_383, 16_384, 16_385, 300_000, LARGEST}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            ByteBuffer parked = lot.park(rest);
            assertThat(rest.hasRemaining()).isFalse();
            assertThat(parked).isEqualTo(ByteBuffer.wrap(bytes));
            lot.giveBack(parked);
        }
        assertThat(lot.parkedBytes()).isZero();
    }

    @Test
    void takesSmallBitesOnceMuchIsParked() {
        ParkingLot lot = new ParkingLot(LARGEST);
        Queue<ByteBuffer> parked = new ArrayDeque<>();
        assertThat(lot.biteBytes()).isEqualTo(LARGEST);
        while (lot.biteBytes() == LARGEST) {
            parked.add(lot.park(ByteBuffer.allocate(LARGEST)));
        }
        assertThat(lot.parkedBytes()).isEqualTo(ParkingLot.BUDGET_BYTES);
        assertThat(lot.biteBytes()).isPositive().isLessThan(LARGEST / 64);
        lot.giveBack(parked.remove());
        assertThat(lot.biteBytes()).isEqualTo(LARGEST);
    }

    @Test
    void usesItsMemoryAgain() {
        ParkingLot lot = new ParkingLot(LARGEST);
        ByteBuffer first = lot.park(ByteBuffer.allocate(100_000));
        lot.giveBack(first);
        assertThat(lot.park(ByteBuffer.allocate(90_000))).isSameAs(first);
    }
}
