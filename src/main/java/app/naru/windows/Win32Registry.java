package app.naru.windows;

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The registry of this PC. */
final class Win32Registry implements Registry {

    /**
     * A value name has at most 16,383 characters, a key name 255 (Registry element size limits).
     */
    private static final int LONGEST_NAME = 16_384;

    /** Enough for every key's name and for every rule's id (MS-FASP 2.2.37: 511 characters). */
    private static final int USUAL_NAME = 512;

    /** No value that Naru reads comes near it; a larger one is not of ours to read. */
    private static final int LARGEST_VALUE = 1 << 20;

    private static final RegistryCalls ADVAPI = RegistryCalls.INSTANCE;

    @Override
    public Optional<RegistryKey> read(Root root, String key) throws IOException {
        return within(root, key, Win32Registry::values);
    }

    @Override
    public Optional<List<String>> subkeys(Root root, String key) throws IOException {
        return within(root, key, Win32Registry::names);
    }

    @Override
    public void put(Root root, String key, String name, String text) throws IOException {
        write(
                root.path(key),
                () -> {
                    Advapi32Util.registryCreateKey(handle(root), key, WinNT.KEY_WOW64_64KEY);
                    Advapi32Util.registrySetStringValue(
                            handle(root), key, name, text, WinNT.KEY_WOW64_64KEY);
                });
    }

    @Override
    public void remove(Root root, String key, String name) throws IOException {
        write(
                root.path(key),
                () ->
                        Advapi32Util.registryDeleteValue(
                                handle(root), key, name, WinNT.KEY_WOW64_64KEY),
                WinError.ERROR_FILE_NOT_FOUND);
    }

    private static void write(String path, Runnable writing, int... harmless) throws IOException {
        try {
            writing.run();
        } catch (Win32Exception e) {
            if (Arrays.stream(harmless).noneMatch(each -> each == e.getErrorCode())) {
                check(e.getErrorCode(), path);
            }
        }
    }

    /** What to read of an open key. */
    private interface Reading<T> {
        T of(WinReg.HKEY open, String path) throws IOException;
    }

    private static <T> Optional<T> within(Root root, String key, Reading<T> reading)
            throws IOException {
        String path = root.path(key);
        WinReg.HKEYByReference opened = new WinReg.HKEYByReference();
        int error =
                ADVAPI.RegOpenKeyEx(
                        handle(root), key, 0, WinNT.KEY_READ | WinNT.KEY_WOW64_64KEY, opened);
        if (error == WinError.ERROR_FILE_NOT_FOUND || error == WinError.ERROR_PATH_NOT_FOUND) {
            return Optional.empty();
        }
        check(error, path);
        try {
            return Optional.of(reading.of(opened.getValue(), path));
        } finally {
            ADVAPI.RegCloseKey(opened.getValue());
        }
    }

    private static RegistryKey values(WinReg.HKEY key, String path) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Integer> numbers = new TreeMap<>();
        Map<String, byte[]> bytes = new TreeMap<>();
        ValueBuffer value = new ValueBuffer();
        for (int index = 0; ; index++) {
            int error = value.read(key, index);
            if (error == WinError.ERROR_NO_MORE_ITEMS) {
                return new RegistryKey(texts, numbers, bytes);
            }
            if (error == WinError.ERROR_MORE_DATA) {
                continue;
            }
            check(error, path);
            value.text().ifPresent(text -> texts.put(value.name(), text));
            value.number().ifPresent(number -> numbers.put(value.name(), number));
            value.bytes().ifPresent(raw -> bytes.put(value.name(), raw));
        }
    }

    /** Room for one value; grows to what the key needs. */
    private static final class ValueBuffer {

        private final IntByReference nameLength = new IntByReference();
        private final IntByReference type = new IntByReference();
        private final IntByReference size = new IntByReference();
        private char[] name = new char[USUAL_NAME];
        private Memory data = new Memory(4096);

        /** Returns the Win32 error; ERROR_MORE_DATA only for a value that is too large for us. */
        int read(WinReg.HKEY key, int index) {
            while (true) {
                nameLength.setValue(name.length);
                size.setValue((int) data.size());
                int error =
                        ADVAPI.RegEnumValue(key, index, name, nameLength, null, type, data, size);
                if (error != WinError.ERROR_MORE_DATA || size.getValue() > LARGEST_VALUE) {
                    return error;
                }
                if (size.getValue() > data.size()) {
                    data = new Memory(size.getValue());
                } else if (name.length < LONGEST_NAME) {
                    name = new char[LONGEST_NAME];
                } else {
                    return error;
                }
            }
        }

        String name() {
            return new String(name, 0, nameLength.getValue());
        }

        Optional<String> text() {
            boolean isText =
                    type.getValue() == WinNT.REG_SZ || type.getValue() == WinNT.REG_EXPAND_SZ;
            if (!isText) {
                return Optional.empty();
            }
            byte[] bytes = data.getByteArray(0, size.getValue() & ~1);
            String text = new String(bytes, StandardCharsets.UTF_16LE);
            // it need not end with a NUL, and may have one in its midst
            int end = text.indexOf('\0');
            return Optional.of(end < 0 ? text : text.substring(0, end));
        }

        Optional<Integer> number() {
            return type.getValue() == WinNT.REG_DWORD && size.getValue() >= Integer.BYTES
                    ? Optional.of(data.getInt(0))
                    : Optional.empty();
        }

        Optional<byte[]> bytes() {
            return type.getValue() == WinNT.REG_BINARY
                    ? Optional.of(data.getByteArray(0, size.getValue()))
                    : Optional.empty();
        }
    }

    private static List<String> names(WinReg.HKEY key, String path) throws IOException {
        List<String> names = new ArrayList<>();
        char[] name = new char[USUAL_NAME];
        IntByReference length = new IntByReference();
        while (true) {
            length.setValue(name.length);
            int error =
                    ADVAPI.RegEnumKeyEx(key, names.size(), name, length, null, null, null, null);
            if (error == WinError.ERROR_NO_MORE_ITEMS) {
                return List.copyOf(names);
            }
            check(error, path);
            names.add(new String(name, 0, length.getValue()));
        }
    }

    private static void check(int error, String path) throws IOException {
        if (error == WinError.ERROR_ACCESS_DENIED) {
            throw new AccessDenied(path);
        }
        if (error != WinError.ERROR_SUCCESS) {
            throw new IOException(
                    "The registry key " + path + " can't be used (Win32 error " + error + ")");
        }
    }

    private static WinReg.HKEY handle(Root root) {
        return switch (root) {
            case LOCAL_MACHINE -> WinReg.HKEY_LOCAL_MACHINE;
            case CURRENT_USER -> WinReg.HKEY_CURRENT_USER;
        };
    }
}
