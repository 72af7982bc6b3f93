package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.forward.ForwardName;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

    static final ForwardName NAME = new ForwardName("Django");
    static final Change RULE =
            new FirewallChange.MakeRule(
                    new RuleSpec(
                            new RuleName("Naru - Django [0badcafe]"),
                            "For my phone",
                            Optional.of("C:\\Naru\\Naru.exe"),
                            Protocol.TCP,
                            PortRange.parse("8000-8010"),
                            Remote.of(app.naru.forward.Audience.parse("192.168.0.0/24")),
                            EnumSet.of(NetworkProfile.PRIVATE)));
    static final Change RELAY =
            Plan.of(Situations.forward("8000", "8000", "lan"), Situations.linux())
                    .changes()
                    .stream()
                    .filter(Change.RunRelay.class::isInstance)
                    .findFirst()
                    .orElseThrow();

    @TempDir Path folder;

    @Test
    void isOnTheDiskAtOnce() throws IOException {
        try (Journal journal = open("one")) {
            journal.add("0badcafe", NAME, RULE);

            assertThat(folder.resolve("one.json"))
                    .content()
                    .contains("make-rule", "Naru - Django [0badcafe]");
        }
    }

    @Test
    void goesWhenNothingIsLeftInIt() throws IOException {
        try (Journal journal = open("one")) {
            journal.add("0badcafe", NAME, RULE);
            journal.add("0badcafe", NAME, RELAY);
            journal.remove(RULE);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void whatAnEndedProcessLeftIsTakenOver() throws IOException {
        try (Journal journal = open("one")) {
            journal.add("0badcafe", NAME, RULE);
            journal.add("0badcafe", NAME, RELAY);
        }

        try (Journal next = open("two")) {
            List<Journal.Entry> adopted = next.adopt();

            assertThat(adopted).extracting(Journal.Entry::change).containsExactly(RULE);
            assertThat(next.entries()).isEqualTo(adopted);
            assertThat(files()).containsExactlyInAnyOrder("two.json", "two.lock");
        }
        assertThat(files()).contains("two.json");
    }

    /**
     * As Naru wrote it before rules had details, replaced others, and routers told what they did.
     */
    @Test
    void anOlderNarusJournalIsRead() throws IOException {
        Files.writeString(
                folder.resolve("old.json"),
                """
                {"version": 1, "content": {"entries": [{
                  "forwardId": "0badcafe", "name": "Django", "since": "2026-01-02T03:04:05Z",
                  "change": {"type": "make-rule", "rule": {
                    "name": "Naru - Django [0badcafe]", "description": "For my phone",
                    "direction": "in", "action": "allow", "program": "C:\\\\Naru\\\\Naru.exe",
                    "protocol": "tcp", "ports": "8000-8010", "remotePorts": "any",
                    "remote": "192.168.0.0/24", "profiles": ["private"], "enabled": true}}}]}}
                """);
        Files.createFile(folder.resolve("old.lock"));

        try (Journal journal = open("now")) {
            assertThat(journal.adopt())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.change()).isEqualTo(RULE);
                        assertThat(entry.mappings()).isEmpty();
                        assertThat(entry.kept()).isFalse();
                    });
        }
    }

    @Test
    void theJournalOfALivingProcessIsLeftAlone() throws Exception {
        Process other = holdInAnotherProcess("other");
        try (Journal mine = open("mine")) {
            assertThat(mine.adopt()).isEmpty();
            other.destroyForcibly().waitFor();

            assertThat(mine.adopt()).extracting(Journal.Entry::change).containsExactly(RULE);
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void theSameJournalIsNotOpenedTwice() throws IOException {
        try (Journal journal = open("one")) {
            assertThat(journal.entries()).isEmpty();
            assertThatThrownBy(() -> open("one")).isInstanceOf(IOException.class);
        }
    }

    private Journal open(String name) throws IOException {
        return Journal.open(folder, name, Clock.systemUTC());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> !name.endsWith(".last-good"))
                    .toList();
        }
    }

    private Process holdInAnotherProcess(String name) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.toString(),
                                name)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (Stream<String> lines = process.inputReader().lines()) {
            assertThat(lines.findFirst()).contains("held");
        }
        return process;
    }

    /** Another process that holds a journal with a rule in it until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (Journal journal =
                    Journal.open(Path.of(arguments[0]), arguments[1], Clock.systemUTC())) {
                journal.add("0badcafe", NAME, RULE);
                System.out.println("held");
                TimeUnit.MINUTES.sleep(2);
            }
        }
    }
}
