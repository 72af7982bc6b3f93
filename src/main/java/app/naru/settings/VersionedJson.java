package app.naru.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * JSON as Naru writes it: {@code {"version": 1, "content": …}}. What is of a higher version is
 * another Naru's and is neither read nor overwritten.
 */
public final class VersionedJson<T> {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final long LARGEST = 16L << 20;

    private final int version;
    private final Class<T> type;

    /**
     * @param version the version of the content's shape that this program reads and writes
     */
    VersionedJson(int version, Class<T> type) {
        this.version = version;
        this.type = type;
    }

    byte[] bytes(T value) throws IOException {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("version", version);
        whole.set("content", JSON.valueToTree(value));
        return JSON.writeValueAsBytes(whole);
    }

    /**
     * @throws NewerVersion if a newer program wrote it
     * @throws MissingContent if it is something else
     * @throws com.fasterxml.jackson.core.JacksonException if it is no JSON, or a value in it can't
     *     be
     */
    T read(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new MissingContent("larger than " + LARGEST + " bytes");
        }
        JsonNode whole = JSON.readTree(Files.readAllBytes(path));
        int found = whole.path("version").asInt(0);
        if (found > version) {
            throw new NewerVersion(path, found);
        }
        if (found < 1 || !whole.hasNonNull("content")) {
            throw new MissingContent("no version or content");
        }
        return JSON.treeToValue(whole.get("content"), type);
    }

    /** A file that a newer Naru wrote. */
    public static final class NewerVersion extends IOException {
        private static final long serialVersionUID = 1L;

        NewerVersion(Path file, int version) {
            super(file + " is of version " + version + ", which a newer Naru wrote");
        }
    }

    /** A file that is not one of these. */
    static final class MissingContent extends IOException {
        private static final long serialVersionUID = 1L;

        MissingContent(String message) {
            super(message);
        }
    }
}
