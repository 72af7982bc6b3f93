package app.naru.diagnosis;

import app.naru.forward.Sentence;
import app.naru.server.HostRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that let a server answer to more names, each with the very names. */
final class HostFixes {

    private HostFixes() {}

    /**
     * Returns what to put where.
     *
     * @param hosts those that are refused
     */
    static List<Fix> of(HostRefusal by, List<String> hosts) {
        List<Fix> fixes = new ArrayList<>();
        fixes.add(
                switch (by) {
                    case DJANGO ->
                            new Fix.Copy(
                                    Sentence.of("diagnosis.fix.inSettingsPy"),
                                    "ALLOWED_HOSTS = [" + quoted(withOwn(hosts)) + "]");
                    case VITE ->
                            new Fix.Copy(
                                    Sentence.of("diagnosis.fix.inViteConfig"),
                                    "server: { allowedHosts: [" + quoted(hosts) + "] },");
                    case WEBPACK ->
                            new Fix.Copy(
                                    Sentence.of("diagnosis.fix.inWebpackConfig"),
                                    "devServer: { allowedHosts: [" + quoted(hosts) + "] },");
                    case RAILS ->
                            new Fix.Copy(
                                    Sentence.of("diagnosis.fix.inRailsConfig"),
                                    hosts.stream()
                                            .map(host -> "config.hosts << \"" + host + "\"")
                                            .collect(Collectors.joining("\n")));
                    case ANGULAR ->
                            new Fix.Copy(
                                    Sentence.of("diagnosis.fix.inAngularJson"),
                                    "\"allowedHosts\": ["
                                            + hosts.stream()
                                                    .map(host -> "\"" + host + "\"")
                                                    .collect(Collectors.joining(", "))
                                            + "]");
                });
        return fixes;
    }

    /** Returns the line by which Django takes forms that come from there. */
    static Fix trust(List<String> origins) {
        return new Fix.Copy(
                Sentence.of("diagnosis.fix.inSettingsPy"),
                "CSRF_TRUSTED_ORIGINS = [" + quoted(origins) + "]");
    }

    /** Django answers to its own by itself only as long as its list is empty. */
    private static List<String> withOwn(List<String> hosts) {
        return Stream.concat(
                        Stream.of("localhost", "127.0.0.1", "[::1]"),
                        hosts.stream().map(host -> host.contains(":") ? "[" + host + "]" : host))
                .distinct()
                .toList();
    }

    private static String quoted(List<String> hosts) {
        return hosts.stream().map(host -> "'" + host + "'").collect(Collectors.joining(", "));
    }
}
