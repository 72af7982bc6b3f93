package app.naru.relay.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of a message's head (RFC 9110 section 5).
 *
 * @param name as it was sent; case does not matter
 * @param value each char is a byte of it
 * @param key the name to compare by
 */
record Field(String name, String value, String key) {

    Field(String name, String value) {
        this(name, value, name.toLowerCase(Locale.ROOT));
    }

    /** Returns the field of that name with another value. */
    Field saying(String other) {
        return new Field(name, other, key);
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Returns the values of all fields of that name. */
    static List<String> values(List<Field> fields, String name) {
        List<String> values = new ArrayList<>(1);
        for (Field field : fields) {
            if (field.is(name)) {
                values.add(field.value);
            }
        }
        return values;
    }

    /** Whether one of the fields of that name lists the word. */
    static boolean lists(List<Field> fields, String name, String word) {
        return words(fields, name).contains(word);
    }

    /** Returns the words that the fields of that name list, in lower case. */
    static List<String> words(List<Field> fields, String name) {
        List<String> words = new ArrayList<>(2);
        for (String value : values(fields, name)) {
            for (String word : value.split(",")) {
                if (!word.isBlank()) {
                    words.add(word.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return words;
    }
}
