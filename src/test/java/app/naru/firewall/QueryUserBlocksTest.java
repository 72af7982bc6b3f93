package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryUserBlocksTest {

    private static final String PROGRAM = "C:\\Program Files\\roomler\\roomlerd.exe";
    private static final String TCP =
            "TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}C:\\program files\\roomler\\roomlerd.exe";
    private static final String UDP =
            "UDP Query User{9A4DA9F2-F9BF-4137-913A-0165EF107A8F}C:\\program files\\roomler\\roomlerd.exe";
    private static final String TEXT =
            "v2.33|Action=Block|Active=TRUE|Dir=In|Protocol=6|Profile=Public|App=C:\\program files\\roomler\\roomlerd.exe|Name=Roomler Daemon|Desc=Roomler Daemon|Defer=User|";

    private final FakeWindows windows = new FakeWindows();
    private final QueryUserBlocks blocks = new QueryUserBlocks(windows);

    private RuleOutcome remove(List<StoredRule> found) {
        return windows.bring(blocks.removing(found));
    }

    @Test
    void findsThePairThatWindowsWrote() throws IOException {
        windows.local.put(TCP, TEXT);
        windows.local.put(UDP, TEXT.replace("Protocol=6", "Protocol=17"));

        assertThat(blocks.of(PROGRAM)).extracting(StoredRule::id).containsExactly(TCP, UDP);
        assertThat(blocks.of("C:\\other.exe")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{C7351DFF-C214-482C-83AB-2C48537B62E8}",
                "tcp query user{C7351DFF-C214-482C-83AB-2C48537B62E8}C:\\x.exe",
                " TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}C:\\x.exe",
                "TCP Query User C7351DFF-C214-482C-83AB-2C48537B62E8 C:\\x.exe",
                "TCP Query User{}C:\\x.exe",
                "TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}",
                "XTCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}C:\\x.exe",
                "Block-Roomler",
            })
    void takesNoOtherIdForOne(String id) throws IOException {
        windows.local.put(id, TEXT);

        assertThat(blocks.of(PROGRAM)).isEmpty();
    }

    @Test
    void takesNeitherAnAllowNorADisabledBlockForOne() throws IOException {
        windows.local.put(TCP, TEXT.replace("Block", "Allow"));
        windows.local.put(UDP, TEXT.replace("TRUE", "FALSE"));

        assertThat(blocks.of(PROGRAM)).isEmpty();
    }

    @Test
    void removesThemByTheirExactIdsAndNothingElse() throws IOException {
        windows.local.put(TCP, TEXT);
        windows.local.put(UDP, TEXT);
        windows.put(TEXT);
        List<StoredRule> found = blocks.of(PROGRAM);

        assertThat(QueryUserBlocks.command(List.of(TCP, UDP)))
                .isEqualTo("Remove-NetFirewallRule -Name '" + TCP + "','" + UDP + "'");
        assertThat(remove(found)).isEqualTo(new RuleOutcome.Done());

        assertThat(windows.ran).hasSize(1);
        assertThat(windows.local.values()).containsExactly(TEXT);
        assertThat(remove(found)).isEqualTo(new RuleOutcome.AlreadySo());
    }

    @Test
    void removesNothingWhereARuleHasBecomeAnother() throws IOException {
        windows.local.put(TCP, TEXT);
        List<StoredRule> found = blocks.of(PROGRAM);
        windows.local.put(TCP, TEXT.replace("Block", "Allow"));

        assertThat(remove(found)).isEqualTo(new RuleOutcome.NotOurs("Roomler Daemon"));
        assertThat(windows.ran).isEmpty();
    }

    @Test
    void removesNothingWhereARuleCannotBeUnderstoodAnyMore() throws IOException {
        windows.local.put(TCP, TEXT);
        List<StoredRule> found = blocks.of(PROGRAM);
        windows.local.put(TCP, "broken");

        assertThat(remove(found)).isEqualTo(new RuleOutcome.NotOurs("Roomler Daemon"));
        assertThat(windows.ran).isEmpty();
    }

    @Test
    void removesNoBlockThatSomeoneMadeOnPurpose() {
        String id = windows.put(TEXT);
        StoredRule theirs = new StoredRule(PolicyStore.LOCAL, id, FirewallRule.decode(TEXT));

        assertThat(remove(List.of(theirs))).isEqualTo(new RuleOutcome.NotOurs("Roomler Daemon"));
        assertThat(windows.ran).isEmpty();
    }

    @Test
    void saysWhenTheRulesCannotBeRead() {
        windows.unreadable = true;

        assertThatThrownBy(() -> blocks.of(PROGRAM)).isInstanceOf(IOException.class);
    }
}
