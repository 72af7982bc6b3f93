package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The relay passes its own tests on a Windows Java, with numbers that fit there. */
final class RelayUnderWineIT {

    private static final List<String> SIZES =
            List.of(
                    "-Drelay.test.bytes=4194304",
                    "-Drelay.test.atOnce=100",
                    "-Drelay.test.short=100",
                    "-Drelay.test.udp=20");

    @Test
    void conforms() throws Exception {
        assertPass(
                "app.naru.relay.TcpRelayConformanceTest",
                "carriesEveryByteBothWaysWhateverThePieces()",
                "passesOnTheClientsEndAndStillCarriesTheAnswer()",
                "passesOnTheTargetsEndAndStillCarriesTheRequest()",
                "passesOnEachByteOfASlowWriterAtOnce()",
                "servesTheNextClientAfterTheTargetCameBack()",
                "holdsTheSenderWhileTheReceiverIsSlowAndLosesNothing()",
                "endsTheConnectionCleanlyWhereNothingListens()",
                "servesThousandsAtOnce()",
                "leavesNothingBehindAfterManyShortConnections()");
    }

    @Test
    void relaysDatagrams() throws Exception {
        assertPass(
                "app.naru.relay.UdpRelayTest",
                "answersFromThePublishedPort()",
                "carriesTheLargestDatagramBothWays()",
                "letsTheLongestIdleMakeRoom()",
                "leavesThePortFreeAndSaysWhenItIsTaken()");
    }

    @Test
    void servesManyPlayersOfAGame() throws Exception {
        assertPass("app.naru.relay.UdpCrowdTest", "eachOfAThousandHearsItsOwnAnswersToTheEnd()");
    }

    /** Wine does not tell of resets and of unreachable ports; tests of those may abort. */
    private static void assertPass(String test, String... atLeast) throws Exception {
        List<String> lines = Wine.lab().tests(SIZES, test);
        assertThat(lines)
                .as(String.join("\n", lines))
                .noneMatch(line -> line.startsWith("failed "))
                .contains(Arrays.stream(atLeast).map("passed "::concat).toArray(String[]::new));
    }
}
