package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleLabelsTest {

    private final List<String> asked = new ArrayList<>();
    private final RuleLabels labels = new RuleLabels(this::load);

    private Optional<String> load(String reference) {
        asked.add(reference);
        return switch (reference) {
            case "@FirewallAPI.dll,-1" -> Optional.of(" Remote Desktop ");
            case "@FirewallAPI.dll,-2" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static StoredRule rule(String id, String fields) {
        return new StoredRule(
                PolicyStore.LOCAL,
                id,
                FirewallRule.decode("v2.31|Action=Allow|Dir=In|" + fields + "|"));
    }

    @Test
    void looksUpOnceWhatIsAReferenceAndNothingElse() {
        StoredRule rule = rule("{1}", "Name=@FirewallAPI.dll,-1");

        assertThat(labels.known().name(rule)).isEqualTo("@FirewallAPI.dll,-1");
        assertThat(asked).isEmpty();
        assertThat(labels.name(rule)).isEqualTo("Remote Desktop");
        assertThat(labels.name(rule)).isEqualTo("Remote Desktop");
        assertThat(labels.known().name(rule)).isEqualTo("Remote Desktop");
        assertThat(labels.name(rule("{2}", "Name=Python"))).isEqualTo("Python");
        assertThat(labels.text("a description")).isEqualTo("a description");
        assertThat(labels.text("@FirewallAPI.dll,-3")).isEmpty();
        assertThat(labels.text("@FirewallAPI.dll,-3")).isEmpty();
        assertThat(asked).containsExactly("@FirewallAPI.dll,-1", "@FirewallAPI.dll,-3");
    }

    /** What says most about a rule, where Windows has no words for its name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    RemoteDesktop-In-TCP; Name=@x.dll,-1; RemoteDesktop-In-TCP
                    {0-1}; Name=@{Microsoft.WindowsStore_1.0_x64__8wek?ms-resource://M/R/N}; Microsoft.WindowsStore
                    Store-In; Name=@{Microsoft.WindowsStore_1.0_x64__8wek?ms-resource://M/R/N}; Microsoft.WindowsStore
                    {0-1}; Name=@x.dll,-1|App=%SystemRoot%\\system32\\svchost.exe|Svc=dosvc; dosvc
                    {0-1}; Name=@x.dll,-1|App=C:\\a\\b.exe|Svc=*; b.exe
                    17; Name=@x.dll,-1|App=C:\\a\\b.exe; b.exe
                    {0-1}; Name=@FirewallAPI.dll,-2; @FirewallAPI.dll,-2
                    {0-1}; Name=@; @
                    {0-1}; Desc=nameless; {0-1}
                    """)
    void saysSomethingReadableWhereThereAreNoWords(String id, String fields, String name) {
        assertThat(labels.name(rule(id, fields))).isEqualTo(name);
    }
}
