package app.naru.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.internet.IpVersion;
import app.naru.internet.PublicAddresses;
import app.naru.internet.Source;
import app.naru.internet.SourceAnswer;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LearnViewModelTest {

    private static final Situation UNSEEN =
            Situation.unseen(Situation.OperatingSystem.WINDOWS, 1, Optional.empty());
    private static final Situation HERE =
            UNSEEN.withNetwork(
                    new Fact.Known<>(
                            new Network(
                                    List.of(
                                            new NetInterface(
                                                    3,
                                                    "Wi-Fi",
                                                    "adapter",
                                                    NetInterface.Kind.WIFI,
                                                    List.of(
                                                            new NetInterface.Assigned(
                                                                    Address.parse("10.20.30.40"),
                                                                    24)),
                                                    Optional.of(NetworkProfile.PRIVATE))),
                                    List.of(new Gateway(Address.parse("10.20.30.1"), 3, 25)))));

    private static LearnViewModel model(Locale language) {
        return new LearnViewModel(Texts.in(language), Topic.SERVER, UNSEEN);
    }

    @ParameterizedTest
    @EnumSource
    void everyPageSaysSomethingInBothLanguages(Topic topic) {
        List<Block> blocks = topic.content(Here.of(HERE));

        assertThat(blocks).hasSizeGreaterThan(3);
        List<Sentence> sentences =
                Stream.concat(Stream.of(topic.title()), blocks.stream().flatMap(Block::sentences))
                        .toList();
        for (Locale language : Texts.LANGUAGES) {
            assertThat(sentences)
                    .allSatisfy(sentence ->
                            assertThat(Texts.in(language).say(sentence))
                                    .isNotBlank()
                                    .doesNotContain("{0}"));
        }
    }

    @Test
    void saysFirstWhetherThisPcIsBehindCgnatAsFarAsItKnows() {
        assertThat(atTheTop(UNSEEN)).isEqualTo("learn.nat.me.unknown");
        assertThat(atTheTop(HERE)).isEqualTo("learn.nat.me.unknown");
        assertThat(atTheTop(at("100.64.3.4"))).isEqualTo("learn.nat.me.yes");
        assertThat(atTheTop(at("10.20.30.40").withOutside(seen("8.8.4.4"))))
                .isEqualTo("learn.nat.me.compare");
        assertThat(atTheTop(at("8.8.4.4").withOutside(seen("8.8.4.4"))))
                .isEqualTo("learn.nat.me.no");
    }

    private static String atTheTop(Situation situation) {
        Block answer = Topic.NAT.content(Here.of(situation)).get(1);
        return ((Block.Paragraph) answer).text().key();
    }

    private static Situation at(String address) {
        return UNSEEN.withNetwork(
                new Fact.Known<>(
                        new Network(
                                List.of(
                                        new NetInterface(
                                                3,
                                                "Wi-Fi",
                                                "adapter",
                                                NetInterface.Kind.WIFI,
                                                List.of(
                                                        new NetInterface.Assigned(
                                                                Address.parse(address), 24)),
                                                Optional.of(NetworkProfile.PRIVATE))),
                                List.of())));
    }

    private static Fact<PublicAddresses> seen(String address) {
        return new Fact.Known<>(
                new PublicAddresses(
                        List.of(
                                new SourceAnswer(
                                        new Source(Source.Kind.STUN, "stun.example.net"),
                                        IpVersion.IPV4,
                                        new SourceAnswer.Seen(Address.parse(address)),
                                        20))));
    }

    /** A page that is too long is not read. */
    @ParameterizedTest
    @EnumSource
    void noParagraphIsLong(Topic topic) {
        for (Block block : topic.content(Here.of(HERE))) {
            if (block instanceof Block.Paragraph(Sentence text)) {
                assertThat(Texts.in(Locale.ENGLISH).say(text)).hasSizeLessThan(420);
            }
        }
    }

    @Test
    void everyConceptThatNeedsOneHasAPicture() {
        for (Topic topic :
                List.of(
                        Topic.SERVER,
                        Topic.FORWARDING,
                        Topic.ADDRESSES,
                        Topic.RULES,
                        Topic.WSL,
                        Topic.NAT,
                        Topic.RISKS)) {
            assertThat(topic.content(Here.of(HERE)))
                    .as(topic.name())
                    .anyMatch(Block.Picture.class::isInstance);
        }
    }

    @Test
    void theTextsAndPicturesNameThisPcsOwnAddresses() {
        LearnViewModel model = model(Locale.ENGLISH);
        model.topic().set(Topic.ADDRESSES);
        assertThat(shown(model)).contains("192.168.0.7 (example)");

        model.show(HERE);

        assertThat(shown(model)).contains("This PC has 10.20.30.40.").doesNotContain("192.168.0.7");
        assertThat(pictures(model)).contains("10.20.30.40");
    }

    @Test
    void theExternalAddressIsAnExampleUntilItIsKnown() {
        LearnViewModel model = model(Locale.ENGLISH);
        model.topic().set(Topic.ADDRESSES);
        model.show(HERE);
        assertThat(shown(model)).contains("203.0.113.5 (example)", "has not asked");

        model.show(HERE.withOutside(new Fact.Known<>(PublicAddresses.NONE)));

        assertThat(shown(model)).contains("203.0.113.5 (example)");
    }

    private static String shown(LearnViewModel model) {
        return model.blocks().getValue().stream()
                .flatMap(Block::sentences)
                .map(Texts.in(Locale.ENGLISH)::say)
                .collect(Collectors.joining("\n"));
    }

    private static String pictures(LearnViewModel model) {
        List<String> texts = new ArrayList<>();
        for (Block block : model.blocks().getValue()) {
            if (block instanceof Block.Picture(Drawing drawing)) {
                drawing.rows().stream()
                        .flatMap(row -> row.figures().stream())
                        .flatMap(figure -> figure.at().stream())
                        .map(Texts.in(Locale.ENGLISH)::say)
                        .forEach(texts::add);
            }
        }
        return String.join(" ", texts);
    }

    @Test
    void theSearchLooksAtWholePagesAndWantsEveryWord() {
        LearnViewModel model = model(Locale.ENGLISH);

        model.search().set("bridge MODE");
        assertThat(model.found().getValue()).containsExactly(Topic.NAT);
        model.search().set("whitelist");
        assertThat(model.found().getValue()).containsExactly(Topic.MINECRAFT);
        model.search().set("ferry whitelist");
        assertThat(model.found().getValue()).isEmpty();
        model.search().set("  ");
        assertThat(model.found().getValue()).containsExactly(Topic.values());
    }

    @Test
    void theSearchSpeaksTheReadersLanguage() {
        LearnViewModel model = model(Locale.KOREAN);

        model.search().set("브리지");

        assertThat(model.found().getValue()).containsExactly(Topic.NAT);
    }

    @Test
    void onePageLeadsToTheNext() {
        LearnViewModel model = model(Locale.ENGLISH);

        assertThat(model.previous()).isEmpty();
        int pages = 1;
        while (model.next().isPresent()) {
            model.next().ifPresent(model.topic()::set);
            pages++;
        }
        assertThat(pages).isEqualTo(Topic.values().length);
        assertThat(model.previous()).contains(Topic.SSH);
    }

    @Test
    void aDrawingHasOneWayFewerThanFigures() {
        for (Topic topic : Topic.values()) {
            for (Block block : topic.content(Here.of(HERE))) {
                if (block instanceof Block.Picture(Drawing drawing)) {
                    assertThat(drawing.rows())
                            .isNotEmpty()
                            .allSatisfy(row ->
                                    assertThat(row.figures())
                                            .hasSize(row.ways().size() + 1)
                                            .hasSizeBetween(2, 4));
                }
            }
        }
    }
}
