package app.naru.instance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** What two Naru processes say to each other: one line of JSON each way, UTF-8, bounded. */
final class Wire {

    /** A question is a word, a token and a name. */
    static final int LONGEST_QUESTION = 4_096;

    /** Far more forwards than anyone has. */
    static final int LONGEST_ANSWER = 1 << 20;

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(50)
                                                    .build())
                                    .build())
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private Wire() {}

    /** What one can be asked for. */
    enum Ask {
        FORWARDS,
        CLOSE,
        SHOW
    }

    /**
     * @param token proves that the one who asks could read the file that only this user can
     * @param name the forward to close, by name or id; empty for every other question
     */
    record Question(String token, Ask ask, Optional<String> name) {}

    /**
     * @param done whether what was asked for was done
     * @param forwards those that are open; for {@link Ask#FORWARDS}
     */
    record Answer(boolean done, boolean hasWindow, List<OpenElsewhere> forwards) {}

    /** Where a process can be reached; the content of its file. */
    record Address(long pid, int port, String token, boolean hasWindow) {}

    static byte[] write(Object value) throws IOException {
        return JSON.writeValueAsBytes(value);
    }

    /**
     * @throws IOException if it is not what it should be
     */
    static <T> T parse(byte[] json, Class<T> type) throws IOException {
        try {
            T value = JSON.readValue(json, type);
            if (value == null) {
                throw new IOException("null instead of " + type.getSimpleName());
            }
            return value;
        } catch (JacksonException damaged) {
            throw new IOException("not " + type.getSimpleName() + ": " + damaged.getMessage());
        }
    }

    static void send(OutputStream out, Object value) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(write(value));
        line.write('\n');
        out.write(line.toByteArray());
        out.flush();
    }

    /**
     * @throws IOException if the line is longer than that, or ends before its end
     */
    static <T> T receive(InputStream in, Class<T> type, int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the other side said nothing more");
            }
            if (line.size() >= longest) {
                throw new IOException("more than " + longest + " bytes in a line");
            }
            line.write(next);
        }
        return parse(line.toByteArray(), type);
    }
}
