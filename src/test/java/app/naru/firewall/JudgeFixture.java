package app.naru.firewall;

import static app.naru.firewall.PolicyStore.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Cidr;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What the tests of {@link Judge} ask, and how they tell an answer. */
abstract class JudgeFixture {

    static final String ALLOW = "v2.31|Action=Allow|Active=TRUE|Dir=In|";
    static final String BLOCK = "v2.31|Action=Block|Active=TRUE|Dir=In|";
    static final String ALLOW_OUT = "v2.31|Action=Allow|Active=TRUE|Dir=Out|";
    static final String BLOCK_OUT = "v2.31|Action=Block|Active=TRUE|Dir=Out|";
    static final String PORT = "Protocol=6|LPort=8000|Name=Port|";
    static final String NODE = "C:\\Program Files\\nodejs\\node.exe";

    /** TCP 8000 from somewhere, on a private network. */
    static final Question WEB =
            Question.inbound(RuleProtocol.TCP, new Port(8000), NetworkProfile.PRIVATE);

    static final Question WEB_PUBLIC =
            Question.inbound(RuleProtocol.TCP, new Port(8000), NetworkProfile.PUBLIC);
    static final Question WEB_DOMAIN =
            Question.inbound(RuleProtocol.TCP, new Port(8000), NetworkProfile.DOMAIN);
    static final Question NODE_WEB = WEB.withProgram(NODE);
    static final Question OUT =
            Question.outbound(RuleProtocol.TCP, new Port(443), NetworkProfile.PRIVATE);

    /** What a PC is like, what is asked, and what the answer is: answer certainty kind store id. */
    record Case(String name, FakePolicy policy, Question question, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Question from(String remote) {
        return WEB.withRemote(Address.parse(remote));
    }

    static Question lan(String remote) {
        return from(remote)
                .withLocal(
                        Address.parse("192.168.0.5"),
                        List.of(Cidr.parse("192.168.0.0/24"), Cidr.parse("fd00::/64")));
    }

    static Case local(String name, Question question, String answer, String... rules) {
        FakePolicy policy = new FakePolicy();
        for (int i = 0; i < rules.length; i++) {
            policy.rule(LOCAL, "r" + (i + 1), rules[i]);
        }
        return new Case(name, policy, question, answer);
    }

    static Case with(
            String name, UnaryOperator<FakePolicy> policy, Question question, String answer) {
        return new Case(name, policy.apply(new FakePolicy()), question, answer);
    }

    static final String BY_DEFAULT = "blocked certain default local DefaultInboundAction";
    static final String PERHAPS_DEFAULT = "blocked likely default local DefaultInboundAction";
    static final String BY_R1 = "allowed certain rule local r1";
    static final String PERHAPS_R1 = "allowed likely rule local r1";
    static final String BLOCKED_R1 = "blocked certain rule local r1";

    static void assertJudged(Case given) {
        Verdict verdict = new Judge(given.policy().read()).judge(given.question());

        Decider by = verdict.decidedBy();
        assertThat(
                        String.join(
                                " ",
                                verdict.answer().text(),
                                verdict.certainty().text(),
                                by.kind(),
                                by.store().text(),
                                by instanceof Decider.ByRule ? by.id() : by.name()))
                .isEqualTo(given.answer());
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Texts.in(language).say(verdict.sentence()))
                    .isNotBlank()
                    .doesNotContain("{0}");
        }
    }
}
