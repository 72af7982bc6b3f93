package app.naru.firewall;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule as the registry holds it (MS-GPFAS 2.2.2.19): {@code v2.31|Action=Allow|Dir=In|…|}. Keeps
 * every field in its place and as it was written, those of later versions too. Nothing is escaped
 * in this format: a bar can't be in a value, and what follows a field's first equals sign is its
 * value.
 *
 * @param head {@code v} and the version, as written
 */
public record RuleText(String head, List<Field> fields) {

    /**
     * More than any rule needs: a thousand addresses of each kind and the longest name and
     * description make less than half of it.
     */
    static final int LONGEST = 1_000_000;

    /**
     * A key and its value.
     *
     * @param key as written
     * @param known which key it is; empty for one that the specification does not have
     */
    public record Field(String key, Optional<RuleKey> known, String value) {

        public Field {
            if (key.isEmpty() || key.indexOf('=') >= 0) {
                throw new MalformedRule("field", key + "=" + value);
            }
            if (key.indexOf('|') >= 0 || value.indexOf('|') >= 0) {
                throw new MalformedRule("bar", key + "=" + value);
            }
        }

        static Field of(String key, String value) {
            return new Field(key, RuleKey.of(key), value);
        }

        boolean is(RuleKey wanted) {
            return known.isPresent() && known.get() == wanted;
        }

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    public RuleText {
        if (!isHead(head)) {
            throw new MalformedRule("head", head);
        }
        if (fields.isEmpty()) {
            throw new MalformedRule("empty", head);
        }
        fields = List.copyOf(fields);
    }

    /**
     * Reads a rule's text. The bar at its end may be missing.
     *
     * @throws MalformedRule if it does not start with a version or a field has no equals sign
     */
    @JsonCreator
    public static RuleText decode(String text) {
        if (text.length() > LONGEST) {
            throw new MalformedRule("long", text);
        }
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new MalformedRule("head", text);
        }
        List<Field> fields = new ArrayList<>();
        int start = bar + 1;
        while (start < text.length()) {
            int end = text.indexOf('|', start);
            if (end < 0) {
                end = text.length();
            }
            fields.add(field(text.substring(start, end)));
            start = end + 1;
        }
        return new RuleText(text.substring(0, bar), fields);
    }

    private static Field field(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new MalformedRule("field", text);
        }
        return Field.of(text.substring(0, equals), text.substring(equals + 1));
    }

    private static boolean isHead(String head) {
        int dot = head.indexOf('.');
        return dot > 0
                && (head.charAt(0) == 'v' || head.charAt(0) == 'V')
                && isByte(head, 1, dot)
                && isByte(head, dot + 1, head.length());
    }

    /** Whether there are one to three digits, and they mean 255 at most. */
    private static boolean isByte(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        return start < end && end - start <= 3 && number <= 255;
    }

    /** Returns the text as the registry holds it, with the bar at its end. */
    @JsonValue
    public String encode() {
        StringBuilder text = new StringBuilder(head).append('|');
        for (Field field : fields) {
            text.append(field.key()).append('=').append(field.value()).append('|');
        }
        return text.toString();
    }

    /** Returns the schema's version, {@code 2.31}. */
    public String version() {
        return head.substring(1);
    }

    /** Returns the key's values, in order; none where the rule does not have it. */
    public List<String> values(RuleKey key) {
        return fields.stream().filter(field -> field.is(key)).map(Field::value).toList();
    }

    /** Returns the key's first value. */
    public Optional<String> value(RuleKey key) {
        for (Field field : fields) {
            if (field.is(key)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** Whether the rule has one of these keys. */
    public boolean hasAny(RuleKey... keys) {
        for (RuleKey key : keys) {
            if (value(key).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the fields whose keys are not known here. */
    public List<Field> unknown() {
        return fields.stream().filter(field -> field.known().isEmpty()).toList();
    }

    @Override
    public String toString() {
        return encode();
    }
}
