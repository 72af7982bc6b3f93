package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IndirectStringsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@\\\\server\\share\\texts.dll,-1",
                "@//server/share/texts.dll,-1",
                "@\\/server\\share\\texts.dll,-1",
                "@ \"//server/share/texts.dll\",-1",
                "@\\\\?\\UNC\\server\\share\\texts.dll,-1",
                "@\\??\\UNC\\server\\share\\texts.dll,-1",
                "@{//server/share/resources.pri?ms-resource://Package/Resources/Name}",
            })
    void nothingIsReadFromAnotherPc(String reference) {
        assertThat(IndirectStrings.isElsewhere(reference)).isTrue();
        assertThat(new IndirectStrings().load(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@FirewallAPI.dll,-28775",
                "@C:\\Windows\\system32\\FirewallAPI.dll,-28775",
                "@C:/Windows/system32/FirewallAPI.dll,-28775",
                "@{Package_1.0_x64__id?ms-resource://Package/Resources/Name}",
            })
    void whatIsOnThisPcIs(String reference) {
        assertThat(IndirectStrings.isElsewhere(reference)).isFalse();
    }
}
