package app.naru.windows;

import app.naru.firewall.ExcludedPorts;
import app.naru.firewall.ExcludedRange;
import app.naru.forward.Protocol;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks netsh, the one program of Windows' that tells them, for the ports it keeps to itself. */
public final class NetshExcludedPorts {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** A PC with Hyper-V has some dozens of lines. */
    private static final int MOST_OUTPUT = 1 << 20;

    /**
     * @throws IOException if netsh fails or does not answer
     */
    public ExcludedPorts read() throws IOException, InterruptedException {
        return new ExcludedPorts(ranges(Protocol.TCP), ranges(Protocol.UDP));
    }

    private static List<ExcludedRange> ranges(Protocol protocol)
            throws IOException, InterruptedException {
        ProcessBuilder netsh =
                new ProcessBuilder(
                                SystemFolder.program("netsh.exe"),
                                "interface",
                                "ipv4",
                                "show",
                                "excludedportrange",
                                "protocol=" + protocol.lowerCase())
                        .directory(new File(SystemFolder.path()));
        BoundedRun.Ended ended = BoundedRun.of(netsh, "netsh.exe", LIMIT, MOST_OUTPUT);
        if (ended.code() != 0) {
            throw new IOException("netsh.exe failed (exit code " + ended.code() + ")");
        }
        // digits and asterisks are the same in every code page that netsh writes in
        return ExcludedRange.parse(new String(ended.output(), StandardCharsets.ISO_8859_1));
    }
}
