package app.naru.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FirewallJsonTest {

    private static final String TEXT =
            "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private|LPort=80"
                    + "|LPort2_10=8000-8010|RA4=192.168.0.0/255.255.255.0|RA6=LocalSubnet"
                    + "|App=C:\\a.exe|Name=나루|Later=1|";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    @Test
    void writesARuleWithItsTextAndItsMeaning() throws IOException {
        StoredRule rule =
                new StoredRule(PolicyStore.GROUP_POLICY, "{1}", FirewallRule.decode(TEXT));

        assertThat(JSON.readTree(JSON.writeValueAsString(rule)))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"store": "group-policy", "id": "{1}", "rule": {
                                  "text": "%s",
                                  "action": "allow", "direction": "in", "active": true,
                                  "protocol": 6, "profiles": ["private"],
                                  "localPorts": ["80", "8000-8010"], "remotePorts": [],
                                  "icmp": [], "localAddresses": [],
                                  "remoteAddresses": ["192.168.0.0/24", "LocalSubnet"],
                                  "name": "나루", "description": "", "group": "",
                                  "program": "C:\\\\a.exe", "service": ""}}
                                """
                                        .formatted(TEXT.replace("\\", "\\\\"))));
    }

    @Test
    void writesAVerdictWithWhatDecidesIt() throws IOException {
        Question question =
                Question.inbound(RuleProtocol.TCP, new Port(80), NetworkProfile.PRIVATE)
                        .withProgram("C:\\a.exe");
        Policy policy = new FakePolicy().rule(PolicyStore.LOCAL, "{1}", TEXT).read();

        assertThat(JSON.writeValueAsString(new Judge(policy).judge(question)))
                .isEqualTo(
                        "{\"verdict\":\"allowed\",\"certainty\":\"likely\",\"decidedBy\":"
                                + "{\"kind\":\"rule\",\"store\":\"local\",\"id\":\"{1}\",\"name\":\"나루\"}}");
    }

    @Test
    void writesAVerdictThatASettingDecides() throws IOException {
        Question question =
                Question.inbound(RuleProtocol.TCP, new Port(80), NetworkProfile.PRIVATE);
        Policy policy =
                new FakePolicy()
                        .set(PolicyStore.LOCAL, "StandardProfile", "EnableFirewall", "0")
                        .read();

        assertThat(JSON.writeValueAsString(new Judge(policy).judge(question)))
                .isEqualTo(
                        "{\"verdict\":\"allowed\",\"certainty\":\"certain\",\"decidedBy\":"
                                + "{\"kind\":\"setting\",\"store\":\"local\",\"id\":\"\",\"name\":\"EnableFirewall\"}}");
    }
}
