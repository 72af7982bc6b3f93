package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.router.Refusal.Kind;
import app.naru.text.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every result code of the three protocols, as their specifications list them. */
final class EveryCodeTest {

    /** What follows from each is a matter of its own; a success is none of these. */
    private static final Set<Kind> NOT_FROM_A_CODE =
            EnumSet.of(
                    Kind.NONSENSE,
                    Kind.NO_ANSWER,
                    Kind.OTHER,
                    Kind.ANOTHER_ROUTER,
                    Kind.CARRIER_NAT,
                    Kind.NO_PUBLIC_ADDRESS,
                    Kind.OTHER_ADDRESS);

    private static final RouterAt AT =
            new RouterAt(RouterProtocol.PCP, "192.168.0.1", 5351, "192.168.0.7", "", "");

    /** RFC 6887 section 7.4, all of it. */
    @ParameterizedTest
    @CsvSource({
        "1, OTHER_VERSION",
        "2, FORBIDDEN",
        "3, NOT_UNDERSTOOD",
        "4, NOT_OFFERED",
        "5, NOT_UNDERSTOOD",
        "6, NOT_UNDERSTOOD",
        "7, NOT_CONNECTED",
        "8, FULL",
        "9, NOT_OFFERED",
        "10, QUOTA",
        "11, PORT_TAKEN",
        "12, ADDRESS_MISMATCH",
        "13, FULL"
    })
    void pcp(int code, Kind kind) {
        assertThat(ResultCodes.pcp(code)).isEqualTo(kind);
    }

    /** RFC 6886 section 3.5, all of it. */
    @ParameterizedTest
    @CsvSource({
        "1, OTHER_VERSION",
        "2, FORBIDDEN",
        "3, NOT_CONNECTED",
        "4, FULL",
        "5, NOT_OFFERED"
    })
    void natPmp(int code, Kind kind) {
        assertThat(ResultCodes.natPmp(code)).isEqualTo(kind);
    }

    /** UPnP Device Architecture 2.0 section 3.2.2, and WANIPConnection:2 section 2.6. */
    @ParameterizedTest
    @CsvSource({
        "NOT_OFFERED, 401 602",
        "NOT_UNDERSTOOD, 402 600 601 605 612 613 733",
        "NOT_CONNECTED, 501 703 704 705 706",
        "FULL, 603 728",
        "FORBIDDEN, 604 606 607 731",
        "NOT_OURS, 713 714 730",
        "PORT_TAKEN, 718 729",
        "NOT_LIKE_THIS, 715 716 724 725 726 727 732"
    })
    void upnp(Kind kind, String codes) {
        for (String code : codes.split(" ")) {
            assertThat(ResultCodes.upnp(Integer.parseInt(code))).as(code).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 99, 255})
    void whatNoSpecificationKnowsIsSaidToBeUnknown(int code) {
        assertThat(ResultCodes.pcp(code)).isEqualTo(Kind.OTHER);
        assertThat(ResultCodes.natPmp(code)).isEqualTo(Kind.OTHER);
        assertThat(ResultCodes.upnp(code)).isEqualTo(Kind.OTHER);
    }

    /** What happened, where, and what to do: two sentences at least, in both languages. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindEndsInASentenceOfWhatToDo(Kind kind) {
        Refusal refusal =
                new Refusal(
                        kind,
                        "192.168.0.1",
                        RouterProtocol.UPNP_IGD,
                        606,
                        List.of("203.0.113.9", "198.51.100.7"));
        for (Locale language : Texts.LANGUAGES) {
            String said = Texts.in(language).say(refusal.sentence());
            List<String> sentences =
                    Arrays.stream(said.split("(?<=[.요다])[. ]+")).filter(s -> !s.isBlank()).toList();
            assertThat(sentences).as(said).hasSizeGreaterThanOrEqualTo(2);
            assertThat(said).contains("192.168.0.1").doesNotContain("{");
        }
    }

    @Test
    void noTwoKindsSayTheSame() {
        for (Locale language : Texts.LANGUAGES) {
            Map<String, Kind> said = new HashMap<>();
            for (Kind kind : Kind.values()) {
                Kind other =
                        said.put(Texts.in(language).say(Refusal.of(kind, AT, 1).sentence()), kind);
                assertThat(other).as(kind.name()).isNull();
            }
        }
    }

    @Test
    void everyKindThatACodeCanMeanIsMeantByOne() {
        Set<Kind> meant = EnumSet.noneOf(Kind.class);
        for (IntFunction<Kind> codes :
                List.<IntFunction<Kind>>of(
                        ResultCodes::pcp, ResultCodes::natPmp, ResultCodes::upnp)) {
            for (int code = 0; code < 1000; code++) {
                meant.add(codes.apply(code));
            }
        }
        assertThat(
                        EnumSet.allOf(Kind.class).stream()
                                .filter(kind -> !NOT_FROM_A_CODE.contains(kind))
                                .collect(Collectors.toSet()))
                .isSubsetOf(meant);
    }

    /** Only where another protocol may do better is it asked; where there is no way in, none is. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "NOT_CONNECTED",
                "ANOTHER_ROUTER",
                "CARRIER_NAT",
                "NO_PUBLIC_ADDRESS",
                "OTHER_ADDRESS"
            })
    void nothingIsTriedFurtherWhereThereIsNoWayIn(Kind kind) {
        Refusal refusal = Refusal.of(kind, AT, 0);
        assertThat(refusal.noWayIn()).isTrue();
        assertThat(refusal.othersMayDo()).isFalse();
    }

    @Test
    void anotherAddressIsSaidWithBoth() {
        Refusal refusal =
                Refusal.of(Address.parse("203.0.113.9"), Address.parse("198.51.100.7"), AT);
        assertThat(refusal.kind()).isEqualTo(Kind.OTHER_ADDRESS);
        assertThat(refusal.addresses()).containsExactly("203.0.113.9", "198.51.100.7");
    }
}
