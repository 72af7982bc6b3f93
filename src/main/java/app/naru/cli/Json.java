package app.naru.cli;

import app.naru.firewall.FirewallRule;
import app.naru.firewall.Verdict;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.HopView;
import app.naru.path.Link;
import app.naru.relay.RelaySnapshot;
import app.naru.text.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The JSON that several commands write. */
final class Json {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static <T> ArrayNode array(List<T> values, Function<T, ? extends JsonNode> each) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(each.apply(value)));
        return array;
    }

    static ArrayNode texts(List<?> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    /** Returns the value on one line, in ASCII. */
    static String line(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns {@code key} and {@code text}. */
    static ObjectNode sentence(Sentence sentence, Texts language) {
        return object().put("key", sentence.key()).put("text", language.say(sentence));
    }

    /**
     * Returns {@code id}, {@code name}, {@code protocol}, {@code ports}, {@code listen}, {@code
     * target}, {@code audience}, {@code lifetime}, {@code profiles}, {@code description}, {@code
     * startWsl}, {@code trustNetwork}, {@code mapAnyway} and {@code http}, as the command line
     * takes them.
     */
    static ObjectNode forward(Forward forward) {
        return MAPPER.valueToTree(forward);
    }

    /**
     * Returns {@code open}, {@code accepted}, {@code refused}, {@code failed}, {@code bytesIn} and
     * {@code bytesOut}.
     */
    static ObjectNode traffic(RelaySnapshot snapshot) {
        return MAPPER.valueToTree(snapshot);
    }

    /**
     * Returns {@code hop}, {@code state}, {@code key}, {@code text} and {@code help}: what can be
     * done about it.
     */
    static ObjectNode hop(HopView hop, Texts language) {
        ObjectNode node = object();
        node.put("hop", constant(hop.hop()));
        node.put("state", constant(hop.state()));
        node.setAll(sentence(hop.sentence(), language));
        node.set("help", texts(hop.help().stream().map(language::say).toList()));
        return node;
    }

    /**
     * Returns {@code hop}, {@code key}, {@code text}, and {@code command}: the exact command or
     * null.
     */
    static ObjectNode change(Change change, Texts language) {
        ObjectNode node = object();
        node.put("hop", constant(change.hop()));
        node.setAll(sentence(change.description(), language));
        node.put("command", change.command().orElse(null));
        return node;
    }

    /**
     * Returns {@code text} (the rule encoded again, as the registry holds it), {@code action}
     * ({@code allow}, {@code block}, {@code bypass}), {@code direction} ({@code in}, {@code out}),
     * {@code active}, {@code protocol} (its number; 256 for any), {@code profiles}, {@code
     * localPorts}, {@code remotePorts}, {@code icmp}, {@code localAddresses}, {@code
     * remoteAddresses} (each a list of texts; none means any), {@code name}, {@code description},
     * {@code group}, {@code program} and {@code service} (empty where the rule has none).
     */
    static ObjectNode rule(FirewallRule rule) {
        return MAPPER.valueToTree(rule);
    }

    /**
     * Returns {@code verdict}, {@code certainty} and {@code decidedBy} with {@code kind}, {@code
     * store}, {@code id} and {@code name}.
     */
    static ObjectNode verdict(Verdict verdict) {
        return MAPPER.valueToTree(verdict);
    }

    static ArrayNode links(List<Link> links) {
        return texts(links.stream().map(Link::text).toList());
    }

    /** Returns {@code LOCAL_NETWORK} as {@code local-network}. */
    static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
