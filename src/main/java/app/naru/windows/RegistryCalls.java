package app.naru.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import org.jspecify.annotations.NullUnmarked;

/**
 * The few functions of advapi32.dll that reading the registry needs; for why they are here, see
 * {@link Kernel}. Bound directly and with pointers alone, since a firewall has a thousand values to
 * read and JNA's conversions would take most of the time. Each returns a Win32 error code.
 */
@NullUnmarked
final class RegistryCalls {

    static {
        Native.register(RegistryCalls.class, "advapi32");
    }

    private RegistryCalls() {}

    /** Binds them now, unless they are. */
    static void bind() {
        // what binds them is that this class is loaded
    }

    static native int RegOpenKeyExW(
            Pointer root, WString key, int options, int access, Pointer opened);

    static native int RegEnumValueW(
            Pointer key,
            int index,
            Pointer name,
            Pointer nameLength,
            Pointer reserved,
            Pointer type,
            Pointer data,
            Pointer size);

    static native int RegEnumKeyExW(
            Pointer key,
            int index,
            Pointer name,
            Pointer nameLength,
            Pointer reserved,
            Pointer kind,
            Pointer kindLength,
            Pointer lastWrite);

    static native int RegCloseKey(Pointer key);
}
