package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The survey's Windows parts on a Windows Java. */
final class SurveyUnderWineIT {

    @Test
    void seesTheAdaptersAndTheirAddresses() throws Exception {
        List<String> network = Wine.lab().probe("network").getFirst();
        assertThat(network)
                .anyMatch(line ->
                        line.contains("kind=LOOPBACK") && line.contains("/127.0.0.1, prefix=8"));
    }

    @Test
    void seesAListenerAndItsProgram() throws Exception {
        List<String> printed = Wine.lab().probe("listeners").getFirst();
        String tcp = opened(printed, "TCP");
        String udp = opened(printed, "UDP");
        assertThat(printed)
                .anyMatch(line ->
                        line.contains("protocol=TCP, address=/127.0.0.1, port=" + tcp + ","))
                .anyMatch(line ->
                        line.contains("protocol=UDP, address=/127.0.0.1, port=" + udp + ",")
                                && line.contains("name=java.exe"))
                .anyMatch(line ->
                        line.startsWith("self ")
                                && line.contains("name=java.exe, path=Optional[Z:\\"))
                .as("the same without its program")
                .anyMatch(line ->
                        line.startsWith("socket ")
                                && line.contains("protocol=TCP, address=/127.0.0.1, port=" + tcp)
                                && line.endsWith("program=Optional.empty]"));
    }

    @Test
    void bindsWindowsStructuresAsTheCompilerDoes() throws Exception {
        Wine wine = Wine.lab();
        List<String> ours = wine.probe("layout").getFirst();
        List<String> compilers = wine.layoutProbe().lines();
        assertThat(compilers).hasSizeGreaterThan(40).isSubsetOf(ours);
    }

    /** Wine knows the method and says that it does not have it yet: E_NOTIMPL. */
    @Test
    void tellsTheNetworkListOfAnotherCategoryAndHearsWhatItSays() throws Exception {
        assertThat(Wine.lab().probe("trust").getFirst())
                .satisfiesExactly(
                        was -> assertThat(was).isEqualTo("was PUBLIC"),
                        refused -> assertThat(refused).startsWith("refused ").contains("80004001"),
                        other ->
                                assertThat(other)
                                        .isEqualTo("other this PC is not on that network now"));
    }

    private static String opened(List<String> printed, String protocol) {
        return printed.stream()
                .filter(line -> line.startsWith("opened " + protocol))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }
}
