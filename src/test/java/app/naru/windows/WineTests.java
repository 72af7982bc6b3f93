package app.naru.windows;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs in a Windows Java: the tests of the classes named, a line for each. */
final class WineTests implements TestExecutionListener {

    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /**
     * @param classes whose tests are run; prints {@code passed NAME}, {@code failed NAME} and the
     *     failure, or {@code skipped NAME}
     */
    public static void main(String[] classes) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                Arrays.stream(classes)
                                        .map(DiscoverySelectors::selectClass)
                                        .toList())
                        .build();
        LauncherFactory.create().execute(request, new WineTests());
        // A connection that hangs is no reason to stay.
        System.exit(0);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        OUT.println("skipped " + test.getDisplayName());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String word =
                switch (result.getStatus()) {
                    case SUCCESSFUL -> "passed ";
                    case ABORTED -> "skipped ";
                    case FAILED -> "failed ";
                };
        OUT.println(word + test.getDisplayName());
        result.getThrowable().ifPresent(why -> why.printStackTrace(OUT));
    }
}
