package app.naru.ui.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Elevation;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.windows.IndirectStrings;
import app.naru.windows.WindowsFirewallRegistry;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page's model over a real registry; run in a Windows Java alone. */
final class RulesOfWindows {

    @Test
    void listsTheRulesOfTheStores() {
        WindowsFirewallRegistry registry = new WindowsFirewallRegistry();
        RulesViewModel rules =
                new RulesViewModel(
                        Optional.of(
                                FirewallWorld.windows(
                                        registry,
                                        registry,
                                        new IndirectStrings(),
                                        (program, arguments, limit) ->
                                                new Elevation.Ending.Declined())),
                        Texts.in(Locale.ENGLISH),
                        BackgroundTasks.direct());

        rules.refresh();

        assertThat(rules.shown())
                .extracting(RuleRow::name)
                .containsExactlyInAnyOrder(
                        "Someone else's 8000",
                        "TCP",
                        "RemoteDesktop-UserMode-In-TCP",
                        "Naru",
                        "Naru",
                        "회사 정책");
        assertThat(rules.shown()).noneMatch(RuleRow::ours);
        rules.filter().text().set("termservice");
        assertThat(rules.shown())
                .extracting(RuleRow::words)
                .containsExactly(
                        "Turned off. When on: Lets any device reach the service termservice on TCP"
                                + " port 3389");
        rules.filter().clear();
        rules.filter().port().text().set("8000");
        assertThat(rules.shown())
                .extracting(RuleRow::name)
                .containsExactly("Someone else's 8000", "TCP");
    }

    /** Wine's shell has this text under that number. */
    @Test
    void looksUpTextsOfPrograms() {
        IndirectStrings texts = new IndirectStrings();

        assertThat(texts.load("@shell32.dll,-22")).contains("Control Panel");
        assertThat(texts.load("@%SystemRoot%\\system32\\shell32.dll,-22"))
                .contains("Control Panel");
        assertThat(texts.load("@shell32.dll,-64999")).isEmpty();
        assertThat(texts.load("@no-such.dll,-1")).isEmpty();
        assertThat(texts.load("@\\\\elsewhere\\share\\x.dll,-22")).isEmpty();
        assertThat(texts.load("plain")).isEmpty();
    }
}
