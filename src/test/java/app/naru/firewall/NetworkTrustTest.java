package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NetworkTrustTest {

    private static final NetworkId CAFE = new NetworkId("{6a1b1c1e-1111-4222-8333-444455556666}");

    private final Map<NetworkId, NetworkProfile> networks =
            new HashMap<>(Map.of(CAFE, NetworkProfile.PUBLIC));
    private final List<String> scripts = new ArrayList<>();
    private Elevation.Ending ending = new Elevation.Ending.Exited(0);
    private boolean asks = true;
    private boolean refusesCalls;
    private final NetworkTrust trust = new NetworkTrust(new Networks());
    private final ElevatedTasks tasks = new ElevatedTasks(new Prompts());

    private final class Networks implements NetworkList {
        @Override
        public Optional<NetworkProfile> category(NetworkId network) {
            return Optional.ofNullable(networks.get(network));
        }

        @Override
        public void category(NetworkId network, NetworkProfile wanted) throws IOException {
            assertThat(asks).as("only with an administrator's rights").isFalse();
            if (refusesCalls) {
                throw new IOException("0x80004001");
            }
            networks.replace(network, wanted);
        }
    }

    private final class Prompts implements Elevation {
        @Override
        public boolean asks() {
            return asks;
        }

        @Override
        public Ending run(SystemProgram program, List<String> arguments, Duration limit) {
            return NetworkTrustTest.this.run(program, arguments);
        }
    }

    @Test
    void aPublicNetworkIsMadePrivateAndPublicAgain() {
        assertThat(tasks.bring(trust.trusting(CAFE))).isEqualTo(new RuleOutcome.Done());
        assertThat(networks).containsEntry(CAFE, NetworkProfile.PRIVATE);
        assertThat(tasks.bring(trust.trusting(CAFE))).isEqualTo(new RuleOutcome.AlreadySo());
        assertThat(tasks.bring(trust.distrusting(CAFE))).isEqualTo(new RuleOutcome.Done());
        assertThat(networks).containsEntry(CAFE, NetworkProfile.PUBLIC);
        assertThat(scripts)
                .hasSize(2)
                .first()
                .asString()
                .endsWith(
                        "Get-NetConnectionProfile|?{$_.InstanceID -eq"
                                + " '{6A1B1C1E-1111-4222-8333-444455556666}'}"
                                + "|Set-NetConnectionProfile -NetworkCategory Private");
    }

    @Test
    void anAdministratorsNaruCallsTheNetworkListItself() {
        asks = false;
        assertThat(tasks.bring(trust.trusting(CAFE))).isEqualTo(new RuleOutcome.Done());
        assertThat(networks).containsEntry(CAFE, NetworkProfile.PRIVATE);
        assertThat(tasks.bring(trust.trusting(CAFE))).isEqualTo(new RuleOutcome.AlreadySo());
        assertThat(scripts).isEmpty();
    }

    @Test
    void whatTheNetworkListDoesNotTakeGoesThroughPowerShell() {
        asks = false;
        refusesCalls = true;
        assertThat(tasks.bring(trust.trusting(CAFE))).isEqualTo(new RuleOutcome.Done());
        assertThat(networks).containsEntry(CAFE, NetworkProfile.PRIVATE);
        assertThat(scripts).hasSize(1);
    }

    @Test
    void whatWindowsSaysAfterwardsCounts() {
        networks.put(CAFE, NetworkProfile.DOMAIN);
        assertThat(tasks.bring(trust.trusting(CAFE))).isEqualTo(new RuleOutcome.NotSo(0));
        ending = new Elevation.Ending.Declined();
        assertThat(tasks.bring(trust.trusting(CAFE))).isEqualTo(new RuleOutcome.Declined());
    }

    @Test
    void aNetworkThatThisPcIsNotOnIsLeftAlone() {
        networks.clear();
        assertThat(tasks.bring(trust.distrusting(CAFE)))
                .isEqualTo(new RuleOutcome.Failed("this PC is not on that network now"));
        assertThat(scripts).isEmpty();
    }

    @Test
    void nothingButAGuidIsANetwork() {
        for (String text : List.of("", "{}", "'}|calc #", CAFE.text() + "'", "6A1B1C1E")) {
            assertThatThrownBy(() -> new NetworkId(text)).isInstanceOf(InvalidInput.class);
        }
    }

    private Elevation.Ending run(Elevation.SystemProgram program, List<String> arguments) {
        assertThat(program).isEqualTo(Elevation.SystemProgram.POWERSHELL);
        String script =
                new String(
                        Base64.getDecoder().decode(arguments.getLast()), StandardCharsets.UTF_16LE);
        scripts.add(script);
        boolean allowed = ending instanceof Elevation.Ending.Exited;
        networks.computeIfPresent(
                CAFE,
                (id, now) ->
                        !allowed || now == NetworkProfile.DOMAIN
                                ? now
                                : script.endsWith("Private")
                                        ? NetworkProfile.PRIVATE
                                        : NetworkProfile.PUBLIC);
        return ending;
    }
}
