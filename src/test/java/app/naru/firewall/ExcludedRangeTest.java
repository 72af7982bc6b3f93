package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcludedRangeTest {

    @Test
    void readsRowsOfNumbersInAnyLanguage() {
        assertThat(
                        ExcludedRange.parse(
                                """

                                プロトコル tcp ポート除外範囲

                                開始ポート    終了ポート
                                ----------    --------
                                      5357        5357
                                     49692       49791
                                     50000       50059     *

                                * - 管理ポート除外。
                                """))
                .containsExactly(
                        new ExcludedRange(5357, 5357, false),
                        new ExcludedRange(49_692, 49_791, false),
                        new ExcludedRange(50_000, 50_059, true));
    }

    @Test
    void passesOverEverythingElse() {
        assertThat(
                        ExcludedRange.parse(
                                "1\n2 1\n1 65536\n1 2 3\n-1 5\n1 2 x\n100000 100001\n1-2\n\u0661 \u0662"))
                .isEmpty();
    }

    @Test
    void containsBothEnds() {
        ExcludedRange range = new ExcludedRange(10, 20, false);

        assertThat(range.contains(10)).isTrue();
        assertThat(range.contains(20)).isTrue();
        assertThat(range.contains(21)).isFalse();
    }
}
