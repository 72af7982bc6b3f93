package app.naru.ui.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Direction;
import app.naru.forward.Address;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Protocol;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

final class ExplainViewModelTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final Situation AT_HOME =
            Situation.unseen(OperatingSystem.WINDOWS, 1, Optional.empty())
                    .withNetwork(
                            new Fact.Known<>(
                                    new Network(
                                            List.of(
                                                    new NetInterface(
                                                            3,
                                                            "Wi-Fi",
                                                            "Wireless adapter",
                                                            NetInterface.Kind.WIFI,
                                                            List.of(
                                                                    new NetInterface.Assigned(
                                                                            Address.parse(
                                                                                    "192.168.0.5"),
                                                                            24)),
                                                            Optional.of(NetworkProfile.PRIVATE))),
                                            List.of())));

    private final RulesViewModel rules =
            new RulesViewModel(Optional.empty(), ENGLISH, BackgroundTasks.direct());
    private final SimpleObjectProperty<Situation> situation = new SimpleObjectProperty<>(AT_HOME);
    private final ExplainViewModel model =
            new ExplainViewModel(rules, situation, BackgroundTasks.direct());

    ExplainViewModelTest() {
        rules.openPasted(
                String.join(
                        "\n",
                        FirewallWorld.PYTHON,
                        FirewallWorld.OURS,
                        "v2.31|Action=Block|Active=TRUE|Dir=Out|RA4=203.0.113.7|Name=Nobody there|"));
    }

    private String said() {
        return model.answer().get().map(now -> ENGLISH.say(now.words())).orElse("");
    }

    @Test
    void theAnswerFollowsTheQuestion() {
        assertThat(model.profile().get()).isEqualTo(NetworkProfile.PRIVATE);
        assertThat(said()).isEmpty();

        model.port().text().set("8000");
        assertThat(said()).startsWith("The firewall blocks it: no rule is about it");
        model.program().text().set("C:\\Python\\python.exe");
        assertThat(said()).isEqualTo("The firewall lets it through: the rule \"Python\" says so.");
        model.profile().set(NetworkProfile.PUBLIC);
        assertThat(said()).startsWith("The firewall blocks it: no rule is about it");

        model.port().text().set("9001");
        model.remote().text().set("192.168.0.20");
        model.profile().set(NetworkProfile.PRIVATE);
        assertThat(said())
                .isEqualTo("The firewall lets it through: the rule \"Naru - Site\" says so.");
        model.remote().text().set("192.168.1.20");
        assertThat(said()).startsWith("The firewall blocks it");
        model.protocol().set(Protocol.UDP);
        model.remote().text().set("192.168.0.20");
        assertThat(said()).startsWith("The firewall blocks it");

        model.direction().set(Direction.OUT);
        assertThat(said()).startsWith("The firewall lets it through: no rule is about it");
        model.remote().text().set("203.0.113.7");
        assertThat(said()).isEqualTo("The firewall blocks it: the rule \"Nobody there\" says so.");
    }

    @Test
    void theAnswerFollowsTheRules() {
        model.port().text().set("8000");
        model.program().text().set("C:\\Python\\python.exe");
        assertThat(said()).contains("lets it through");

        rules.openPasted(FirewallWorld.GAME);
        assertThat(said()).startsWith("The firewall blocks it");
        rules.showOwn();
        assertThat(said()).isEmpty();
    }

    /** The one that this PC is on, as soon as it is known, unless the user has chosen another. */
    @Test
    void theKindOfNetworkFollowsThisPc() {
        situation.set(Situation.unseen(OperatingSystem.WINDOWS, 1, Optional.empty()));
        model.lookAgain();
        assertThat(model.profile().get()).isEqualTo(NetworkProfile.PUBLIC);
        assertThat(ENGLISH.say(model.profileNote().get())).contains("is not known");

        situation.set(AT_HOME);
        model.lookAgain();
        assertThat(model.profile().get()).isEqualTo(NetworkProfile.PRIVATE);
        assertThat(ENGLISH.say(model.profileNote().get()))
                .isEqualTo("This PC is now on: private networks");

        model.profile().set(NetworkProfile.DOMAIN);
        model.lookAgain();
        assertThat(model.profile().get()).isEqualTo(NetworkProfile.DOMAIN);
    }

    @Test
    void whatCanNotBeReadIsComplainedAboutAndNotAsked() {
        model.port().text().set("0");
        model.program().text().set("python");
        model.remote().text().set("somewhere");

        assertThat(model.port().complaint().get()).isPresent();
        assertThat(model.program().complaint().get()).isPresent();
        assertThat(model.remote().complaint().get()).isPresent();
        assertThat(said()).isEmpty();
    }
}
