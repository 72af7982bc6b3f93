package app.naru.windows;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of a registry key by their names, which are the same in upper and lower case. Values
 * of other types than text, number and bytes are left out.
 *
 * @param texts values of the types REG_SZ and REG_EXPAND_SZ, unexpanded
 * @param numbers values of the type REG_DWORD
 * @param bytes values of the type REG_BINARY
 */
record RegistryKey(
        Map<String, String> texts, Map<String, Integer> numbers, Map<String, byte[]> bytes) {

    RegistryKey {
        texts = withoutCase(texts);
        numbers = withoutCase(numbers);
        bytes = withoutCase(bytes);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Optional<Integer> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(bytes.get(name));
    }

    /** Returns a map to which names are the same in upper and lower case. */
    static <V> Map<String, V> byName() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    private static <V> Map<String, V> withoutCase(Map<String, V> values) {
        Map<String, V> copy = byName();
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }
}
