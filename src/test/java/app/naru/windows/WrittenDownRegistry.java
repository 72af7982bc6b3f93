package app.naru.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A registry as a test writes it down. */
final class WrittenDownRegistry implements Registry {

    private final Map<String, Map<String, Object>> keys = new TreeMap<>();
    private final Map<String, String> spelling = new HashMap<>();
    private final Set<String> denied = new HashSet<>();

    /** Puts a text, a number or bytes there; the key and those above it come to be. */
    WrittenDownRegistry value(Root root, String key, String name, Object value) {
        key(root, key);
        keys.computeIfAbsent(path(root, key), path -> new TreeMap<>()).put(name, value);
        return this;
    }

    WrittenDownRegistry key(Root root, String key) {
        for (int end = key.length(); end > 0; end = key.lastIndexOf('\\', end - 1)) {
            String part = key.substring(0, end);
            keys.putIfAbsent(path(root, part), new TreeMap<>());
            spelling.putIfAbsent(path(root, part), part);
        }
        return this;
    }

    WrittenDownRegistry deny(Root root, String key) {
        denied.add(path(root, key));
        return this;
    }

    @Override
    public Optional<RegistryKey> read(Root root, String key) throws IOException {
        check(root, key);
        Map<String, Object> values = keys.get(path(root, key));
        if (values == null) {
            return Optional.empty();
        }
        Map<String, String> texts = new TreeMap<>();
        Map<String, Integer> numbers = new TreeMap<>();
        Map<String, byte[]> bytes = new TreeMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Integer number) {
                numbers.put(name, number);
            } else if (value instanceof byte[] raw) {
                bytes.put(name, raw);
            } else {
                texts.put(name, (String) value);
            }
        });
        return Optional.of(new RegistryKey(texts, numbers, bytes));
    }

    @Override
    public Optional<List<String>> subkeys(Root root, String key) throws IOException {
        check(root, key);
        String above = path(root, key);
        if (!keys.containsKey(above)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (String each : keys.keySet()) {
            int start = above.length() + 1;
            if (each.startsWith(above + "\\") && each.indexOf('\\', start) < 0) {
                String spelt = spelling.get(each);
                names.add(spelt == null ? each : spelt.substring(spelt.lastIndexOf('\\') + 1));
            }
        }
        return Optional.of(names);
    }

    @Override
    public void put(Root root, String key, String name, String text) throws IOException {
        check(root, key);
        value(root, key, name, text);
    }

    @Override
    public void remove(Root root, String key, String name) throws IOException {
        check(root, key);
        keys.getOrDefault(path(root, key), new TreeMap<>()).remove(name);
    }

    private void check(Root root, String key) throws AccessDenied {
        if (denied.contains(path(root, key))) {
            throw new AccessDenied(root.path(key));
        }
    }

    private static String path(Root root, String key) {
        return root.path(key).toLowerCase(Locale.ROOT);
    }
}
