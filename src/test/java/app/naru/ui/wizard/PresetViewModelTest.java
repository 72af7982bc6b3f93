package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Audience;
import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.Lifetime;
import app.naru.forward.PortRange;
import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.server.KnownPreset;
import app.naru.server.UsualServer;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.AudienceDraft;
import app.naru.ui.learn.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PresetViewModelTest {

    private static final Preset OWN =
            new Preset(
                    "0000cafe",
                    new ForwardName("Ours"),
                    Protocol.TCP,
                    PortRange.of(8123),
                    Audience.parse("192.168.0.0/24"),
                    Lifetime.parse("45m"),
                    Optional.of(HttpNames.parse("pc.example.com")));

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());
    private Draft draft;
    private ServerViewModel server;
    private PresetViewModel model;

    @BeforeEach
    void open() {
        draft =
                new Draft(
                        Optional.empty(),
                        List.of(),
                        Scenes.here(situation),
                        Texts.in(Locale.ENGLISH)::say);
        server = new ServerViewModel(draft, new SampleHost(() -> Texts.in(Locale.ENGLISH)));
        model = new PresetViewModel(draft, server.chosen(), List.of(OWN));
    }

    private KnownPreset preset(String name) {
        return KnownPreset.find(name, List.of(OWN)).orElseThrow();
    }

    @Test
    void fillsPortProtocolAudienceTimeAndHttpMode() {
        model.choose(preset("minecraft-bedrock"));
        assertThat(draft.server().protocol().get()).isEqualTo(Protocol.UDP);
        assertThat(draft.server().ports().text().get()).isEqualTo("19132");
        assertThat(draft.audience().who().get()).isEqualTo(AudienceDraft.Who.INTERNET);
        assertThat(draft.audience().howLong().get()).isEqualTo(AudienceDraft.HowLong.EIGHT_HOURS);
        assertThat(draft.http().on().get()).isFalse();

        model.choose(preset("Ours"));
        assertThat(draft.server().protocol().get()).isEqualTo(Protocol.TCP);
        assertThat(draft.audience().audience().get().orThrow())
                .isEqualTo(Audience.parse("192.168.0.0/24"));
        assertThat(draft.audience().lifetime().get().orThrow()).isEqualTo(Lifetime.parse("45m"));
        assertThat(draft.forward())
                .hasValueSatisfying(forward ->
                        assertThat(forward.http()).contains(HttpNames.parse("pc.example.com")));
    }

    /** A preset says what is usual; that the Internet was understood, only the user can say. */
    @Test
    void theInternetStillHasToBeUnderstood() {
        model.choose(preset("minecraft"));

        assertThat(draft.audience().audience().get().problem())
                .contains(Sentence.of("wizard.audience.internet.confirmFirst"));
    }

    @Test
    void theNameIsThePresetsWhileNoServerIsSeen() {
        situation.set(Scenes.windows().withListeners(new Fact.Known<>(List.of())));
        model.choose(preset("vite"));

        assertThat(draft.rule().name().text().get()).isEqualTo("Vite 5173");
        assertThat(model.start().getValue()).contains("npm run dev");
        assertThat(model.topic().getValue()).contains(Topic.VITE);
    }

    @Test
    void aRunningServerNeedsNoCommand() {
        model.choose(preset("django"));

        assertThat(model.start().getValue()).isEmpty();
        assertThat(model.notes().getValue()).isEqualTo(UsualServer.DJANGO.notes());
    }

    @Test
    void anotherServerAtItsPortIsTold() {
        model.choose(preset("static"));

        assertThat(model.notes().getValue().getFirst().key()).isEqualTo("wizard.preset.other");
    }

    @Test
    void choosingAnotherKindOfServerForgetsThePreset() {
        model.choose(preset("vite"));
        server.choose(server.shown().get().getFirst());

        assertThat(model.chosen().get()).isEmpty();
        assertThat(draft.rule().name().text().get()).isEqualTo("Django 8000");
    }

    @Test
    void onesOwnStandBehindNarus() {
        assertThat(model.choices())
                .hasSize(UsualServer.values().length + 1)
                .last()
                .returns(OWN, KnownPreset::preset);
        assertThat(PresetViewModel.ports(preset("ssh"))).isEqualTo("TCP 22");
    }
}
