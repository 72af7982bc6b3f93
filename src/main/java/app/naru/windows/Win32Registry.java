package app.naru.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registry of this PC. */
final class Win32Registry implements Registry {

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
        T of(Pointer open, String path) throws IOException;
    }

    private static <T> Optional<T> within(Root root, String key, Reading<T> reading)
            throws IOException {
        String path = root.path(key);
        try (Memory opened = new Memory(Native.POINTER_SIZE)) {
            int error =
                    RegistryCalls.RegOpenKeyExW(
                            handle(root).getPointer(),
                            new WString(key),
                            0,
                            WinNT.KEY_READ | WinNT.KEY_WOW64_64KEY,
                            opened);
            if (error == WinError.ERROR_FILE_NOT_FOUND || error == WinError.ERROR_PATH_NOT_FOUND) {
                return Optional.empty();
            }
            check(error, path);
            Pointer open = opened.getPointer(0);
            try {
                return Optional.of(reading.of(open, path));
            } finally {
                RegistryCalls.RegCloseKey(open);
            }
        }
    }

    private static RegistryKey values(Pointer key, String path) throws IOException {
        Map<String, String> texts = RegistryKey.byName();
        Map<String, Integer> numbers = RegistryKey.byName();
        Map<String, byte[]> bytes = RegistryKey.byName();
        RegistryBuffer value = new RegistryBuffer();
        for (int index = 0; ; index++) {
            int error = value.readValue(key, index);
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

    private static List<String> names(Pointer key, String path) throws IOException {
        List<String> names = new ArrayList<>();
        RegistryBuffer name = new RegistryBuffer();
        while (true) {
            int error = name.readKeyName(key, names.size());
            if (error == WinError.ERROR_NO_MORE_ITEMS) {
                return List.copyOf(names);
            }
            check(error, path);
            names.add(name.name());
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
